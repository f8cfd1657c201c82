// A soft dark ring round the way the eye looks ahead, against motion sickness: as wide in both eyes. The stronger,
// the darker and the narrower.
uniform vec4 span; // tangents of the view's left, right, lower and upper edge
uniform float strength;
in vec2 uv;
out vec4 colour;

void main() {
  vec2 at = mix(span.xz, span.yw, uv);
  float angle = atan(length(at));
  float inner = mix(0.75, 0.38, strength); // radians: 43 to 22 degrees
  colour = vec4(vec3(0.0), strength * smoothstep(inner, inner + 0.32, angle));
}
