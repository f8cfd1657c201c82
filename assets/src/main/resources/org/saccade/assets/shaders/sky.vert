// One triangle over the screen, infinitely far, with the world direction it shows.
uniform mat3 worldFromScreen;
out vec3 direction;

void main() {
  vec2 at = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  direction = worldFromScreen * vec3(at, 1.0);
  gl_Position = vec4(at, 0.0, 1.0);
}
