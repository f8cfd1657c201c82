// A bar with round ends: each half of a ball goes to one of its ends.
layout(location = 0) in vec4 vertex;  // normal along the bar's +Z; w: which end
layout(location = 1) in vec4 first;   // relative to the list's reference; w: radius
layout(location = 2) in vec4 last;
layout(location = 3) in vec4 look;    // linear colour, glow
uniform mat4 clipFromRelative;
uniform vec3 offset;                  // from the eye to the reference
out vec3 normal;
out vec3 fromEye;
flat out vec4 colour;

void main() {
  vec3 way = last.xyz - first.xyz;
  float span = length(way);
  vec3 along = span > 1e-5 ? way / span : vec3(0.0, 0.0, 1.0);
  vec3 side = normalize(cross(abs(along.y) < 0.9 ? vec3(0.0, 1.0, 0.0) : vec3(1.0, 0.0, 0.0), along));
  normal = mat3(side, cross(along, side), along) * vertex.xyz;
  vec4 end = vertex.w < 0.5 ? first : last;
  fromEye = end.xyz + end.w * normal + offset;
  colour = look;
  gl_Position = clipFromRelative * vec4(fromEye, 1.0);
}
