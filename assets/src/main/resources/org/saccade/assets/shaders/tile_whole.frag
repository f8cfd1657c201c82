// A quad that owns all of its texels.
layout(binding = 0) uniform sampler2DArray tiles;
#ifdef CLASSES
uniform vec4 classColour;
#endif
in vec2 at;
flat in float layer;
out vec4 colour;

void main() {
#ifdef CLASSES
  colour = classColour;
#else
  colour = vec4(textureLod(tiles, vec3(at, layer), 0.0).rgb, 1.0);
#endif
}
