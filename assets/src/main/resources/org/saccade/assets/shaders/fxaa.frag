// Edge smoothing on a finished picture: finds the local contrast, the edge's direction from the
// diagonal differences, and averages along it, unless that would leave the local range.
layout(binding = 0) uniform sampler2D picture;
in vec2 uv;
out vec4 colour;

const float LEAST_CONTRAST = 1.0 / 32.0;
const float RELATIVE_CONTRAST = 1.0 / 8.0;
const float LONGEST = 8.0;

float luma(vec3 c) { return dot(c, vec3(0.299, 0.587, 0.114)); }

void main() {
  vec2 texel = 1.0 / vec2(textureSize(picture, 0));
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 last = textureSize(picture, 0) - 1;
  vec4 here = texelFetch(picture, at, 0);
  float m = luma(here.rgb);
  float nw = luma(texelFetch(picture, clamp(at + ivec2(-1, 1), ivec2(0), last), 0).rgb);
  float ne = luma(texelFetch(picture, clamp(at + ivec2(1, 1), ivec2(0), last), 0).rgb);
  float sw = luma(texelFetch(picture, clamp(at + ivec2(-1, -1), ivec2(0), last), 0).rgb);
  float se = luma(texelFetch(picture, clamp(at + ivec2(1, -1), ivec2(0), last), 0).rgb);
  float low = min(m, min(min(nw, ne), min(sw, se)));
  float high = max(m, max(max(nw, ne), max(sw, se)));
  if (high - low < max(LEAST_CONTRAST, high * RELATIVE_CONTRAST)) {
    colour = here;
    return;
  }
  vec2 along = vec2(sw + se - nw - ne, nw + sw - ne - se);
  along.x = -((nw + ne) - (sw + se));
  along.y = (nw + sw) - (ne + se);
  float damp = max((nw + ne + sw + se) * 0.03125, 1.0 / 128.0);
  along = clamp(along / (min(abs(along.x), abs(along.y)) + damp), -LONGEST, LONGEST) * texel;
  vec3 close = 0.5 * (texture(picture, uv - along / 6.0).rgb + texture(picture, uv + along / 6.0).rgb);
  vec3 wide = 0.5 * close
      + 0.25 * (texture(picture, uv - along * 0.5).rgb + texture(picture, uv + along * 0.5).rgb);
  float wideLuma = luma(wide);
  bool isOutside = wideLuma < low || wideLuma > high;
  colour = vec4(isOutside ? close : wide, here.a);
}
