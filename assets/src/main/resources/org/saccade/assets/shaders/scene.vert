// Vertices of the scene with what lighting needs.
#define EYE int(instance & 1u)
#include "eye.glsl"
#include "view.glsl"
#include "instance.glsl"
#include "material.glsl"

layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 tangent;
layout(location = 3) in vec2 uv0;
layout(location = 4) in vec2 uv1;
layout(location = 5) in vec4 colour;

out vec3 atRelative; // to the first eye, as lights are
out vec3 atNormal;
#ifdef NORMAL_MAP
out vec4 atTangent;
#endif
#ifdef ANY_MAP
out vec2 atUv;
#ifdef SEPARATE_UV
out vec2 atUv1;
#endif
#endif
#ifdef COLOURS
out vec4 atColour;
#endif

void main() {
  Instance i = instances[INSTANCE];
  vec3 relative = relativePosition(i);
  place(relative);
  atRelative = relative;
#ifdef STEREO
  atRelative += float(EYE) * otherEye.xyz;
#endif
  vec3 c0 = cross(i.row1.xyz, i.row2.xyz);
  vec3 c1 = cross(i.row2.xyz, i.row0.xyz);
  vec3 c2 = cross(i.row0.xyz, i.row1.xyz);
  float side = dot(i.row0.xyz, c0) < 0.0 ? -1.0 : 1.0;
  atNormal = side * normalize(vec3(dot(c0, normal), dot(c1, normal), dot(c2, normal)));
#ifdef NORMAL_MAP
  vec3 along = tangent.xyz;
  along = vec3(dot(i.row0.xyz, along), dot(i.row1.xyz, along), dot(i.row2.xyz, along));
  atTangent = vec4(normalize(along), tangent.w * side);
#endif
#ifdef ANY_MAP
#ifdef SEPARATE_UV
  atUv = uv0;
  atUv1 = uv1;
#else
  atUv = transformed(SHARED_SLOT, uv0, uv1);
#endif
#endif
#ifdef COLOURS
  atColour = colour;
#endif
}
