// For which eye a vertex is. With STEREO there are two, the first (0) and the other (1), each a layer
// of the target; EYE says which, by default the instance. For vertex shaders, before anything else.
#ifdef STEREO
#extension GL_ARB_shader_viewport_layer_array : require
#ifndef EYE
#define EYE gl_InstanceID
#endif
#define OF_EYE(first, other) (EYE == 0 ? first : other)
#define GO_TO_LAYER gl_Layer = EYE
#else
#define OF_EYE(first, other) first
#define GO_TO_LAYER
#endif
