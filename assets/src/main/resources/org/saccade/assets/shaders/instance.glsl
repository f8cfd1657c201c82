// Vertices of any instance, relative to their eye. Included by every vertex shader of the scene, so
// that depths of all passes agree to the bit.
layout(location = 0) in vec3 position;
layout(location = 6) in uint instance; // with STEREO twice its number, and the eye
#ifdef STEREO
#define INSTANCE (instance >> 1)
#else
#define INSTANCE instance
#endif

struct Instance {
  vec4 row0;
  vec4 row1;
  vec4 row2;
};

layout(std430, binding = 1) readonly buffer Instances { Instance instances[]; };

invariant gl_Position;

vec3 relativePosition(Instance i) {
  vec3 origin = (vec3(i.row0.w, i.row1.w, i.row2.w) - OF_EYE(eyeHigh, otherHigh).xyz)
      - OF_EYE(eyeLow, otherLow).xyz;
  return origin
      + vec3(dot(i.row0.xyz, position), dot(i.row1.xyz, position), dot(i.row2.xyz, position));
}

void place(vec3 relative) {
  vec4 at = vec4(relative, 1.0);
  gl_Position = OF_EYE(clipFromRelative * at, otherClip * at);
  GO_TO_LAYER;
#ifdef CLIP
  vec3 from = relative - OF_EYE(clipCentre, otherClipCentre).xyz;
  gl_ClipDistance[0] = clipCentre.w - from.x;
  gl_ClipDistance[1] = clipCentre.w + from.x;
  gl_ClipDistance[2] = clipCentre.w - from.y;
  gl_ClipDistance[3] = clipCentre.w + from.y;
  gl_ClipDistance[4] = clipCentre.w - from.z;
  gl_ClipDistance[5] = clipCentre.w + from.z;
#endif
}
