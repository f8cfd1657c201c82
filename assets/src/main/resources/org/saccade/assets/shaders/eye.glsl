// Which eye a vertex is for. With STEREO instances alternate between two eyes, the first and the
// other, and each eye is a layer of the target. For vertex shaders, before anything else.
#ifdef STEREO
#extension GL_ARB_shader_viewport_layer_array : require
#define OF_EYE(first, other) ((gl_InstanceID & 1) == 0 ? first : other)

void goToLayer() {
  gl_Layer = gl_InstanceID & 1;
}
#else
#define OF_EYE(first, other) first

void goToLayer() {}
#endif
