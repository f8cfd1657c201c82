// One material; written by MaterialTable.
layout(std140, binding = 2) uniform Material {
  vec4 baseColour;
  vec4 emissive;      // w: normal scale
  vec4 surface;       // metallic, roughness, occlusion strength, alpha cutoff
  vec4 uvRows[10];    // two rows of 2x3 a map: xy linear, z offset, w: 1 for uv1
};

const int BASE = 0;
const int METALLIC_ROUGHNESS = 1;
const int NORMAL = 2;
const int OCCLUSION = 3;
const int EMISSIVE = 4;

vec2 transformed(int map, vec2 first, vec2 second) {
  vec3 uv = vec3(uvRows[2 * map].w > 0.5 ? second : first, 1.0);
  return vec2(dot(uvRows[2 * map].xyz, uv), dot(uvRows[2 * map + 1].xyz, uv));
}
