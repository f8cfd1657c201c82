// A quad at infinity: its depth says that the sky shows here, which the device draws itself.
#ifdef CLASSES
uniform vec4 classColour;
#endif
out vec4 colour;

void main() {
#ifdef CLASSES
  colour = classColour;
#else
  colour = vec4(0.0, 0.0, 0.0, 1.0);
#endif
}
