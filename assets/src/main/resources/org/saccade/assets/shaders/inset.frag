// The fine part of a foveated picture, transparent towards its edges inside the picture.
layout(binding = 0) uniform sampler2D fine;
uniform ivec2 corner;
uniform ivec2 whole;
uniform float band;
in vec2 uv;
out vec4 colour;

void main() {
  ivec2 size = textureSize(fine, 0);
  ivec2 at = ivec2(gl_FragCoord.xy) - corner;
  vec2 low = vec2(at) + 0.5;
  vec2 high = vec2(size) - low;
  float far = band + 1.0;
  low = mix(low, vec2(far), equal(corner, ivec2(0)));
  high = mix(high, vec2(far), equal(corner + size, whole));
  vec2 inside = min(low, high);
  colour = vec4(texelFetch(fine, at, 0).rgb, smoothstep(0.0, band, min(inside.x, inside.y)));
}
