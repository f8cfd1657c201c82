// A corner of a quad: a homogeneous point relative to its cell's centre, seen from the eye.
#define EYE eye
#include "eye.glsl"

layout(location = 0) in vec4 ray;    // direction whose forward component is 1; inverse depth
layout(location = 1) in ivec4 place; // twice the texel; layer * 4 + label; leaf's origin / 8
#ifdef STEREO
layout(location = 2) in int eye;
#endif

uniform mat4 cellToClip; // view and projection, after moving from the centre to the eye
#ifdef STEREO
uniform mat4 otherCellToClip;
#endif
uniform float texelHalf; // half a texel in texture coordinates
uniform float overlapEnd; // nearer than this NEAR shows the same, metres; 0 where nothing does

// Where the shells overlap FAR lies behind: NEAR's last texels fade into nothing there, while FAR
// begins with an edge against the sky.
const float BEHIND_NEAR = 0.98;

out vec2 at;
flat out float layer;
#ifdef MASKED
flat out int label;
flat out vec2 leafFirst;
#endif

void main() {
  gl_Position = OF_EYE(cellToClip * ray, otherCellToClip * ray);
  GO_TO_LAYER;
  gl_Position.z *= overlapEnd * ray.w > 1.0 ? BEHIND_NEAR : 1.0;
  layer = float(place.z >> 2);
#ifdef MASKED
  at = 0.5 * vec2(place.xy);
  label = place.z & 3;
  leafFirst = vec2(8 * (place.w & 255), 8 * (place.w >> 8));
#else
  at = vec2(place.xy) * texelHalf;
#endif
}
