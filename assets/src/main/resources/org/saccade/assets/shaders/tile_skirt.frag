// The coarsest tiles, seen where nothing else is.
layout(binding = 0) uniform sampler2DArray tiles;
#ifdef CLASSES
uniform vec4 classColour;
#endif
in vec2 at;
flat in float layer;
out vec4 colour;

void main() {
  vec4 seen = textureLod(tiles, vec3(at, layer), 0.0);
  if (seen.a == 0.0) {
    discard;
  }
#ifdef CLASSES
  colour = classColour;
#else
  colour = vec4(seen.rgb, 1.0);
#endif
}
