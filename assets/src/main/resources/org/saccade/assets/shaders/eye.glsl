// For which eye a vertex is. With STEREO there are two, the first (0) and the other (1), each a layer
// of the target; EYE says which, by default the instance. OF_EYE takes vectors and mixes them: a
// software renderer branches for a ternary of matrices, which costs a fifth of all vertex work. For
// vertex shaders, before anything else.
#ifdef STEREO
#extension GL_ARB_shader_viewport_layer_array : require
#ifndef EYE
#define EYE gl_InstanceID
#endif
#define OF_EYE(first, other) chosen(EYE == 1, first, other)
#define GO_TO_LAYER gl_Layer = EYE

vec3 chosen(bool isOther, vec3 first, vec3 other) {
  return mix(first, other, bvec3(isOther));
}

vec4 chosen(bool isOther, vec4 first, vec4 other) {
  return mix(first, other, bvec4(isOther));
}
#else
#define OF_EYE(first, other) first
#define GO_TO_LAYER
#endif
