// Triangles that no lens shows, by their tangents at a distance of one, on the near plane.
layout(location = 0) in vec2 tangent;

uniform vec4 projection; // m00, m11, m20, m21

void main() {
  gl_Position = vec4(projection.xy * tangent - projection.zw, 1.0, 1.0);
}
