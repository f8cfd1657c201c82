// Punctual lights; those with a position are found through a grid over the world.
struct Light {
  vec4 place;      // relative to the eye, or the direction towards it; w: 1 / range^2
  vec4 colour;     // w: spot offset
  vec4 direction;  // the way a spot shines, negated; w: spot scale
};

layout(std140, binding = 3) uniform Lights { Light lights[256]; };
layout(std430, binding = 4) readonly buffer LightCells { uint lightCells[]; };
layout(std430, binding = 5) readonly buffer LightLists { uint lightLists[]; };

// First entry in lightLists and their number, at least one, for a point relative to the eye. So
// that loops over them can test at their end: a software renderer runs a loop's body once more
// than its test at the beginning lets it.
uvec2 lightsNear(vec3 relative) {
  ivec3 cell = ivec3((relative - gridOrigin.xyz) * gridOrigin.w);
  cell = clamp(cell, ivec3(0), gridSize.xyz - 1);
  uint entry = lightCells[(cell.z * gridSize.y + cell.y) * gridSize.x + cell.x];
  return uvec2(entry >> 8, entry & 255u);
}

// Falls with the square of the distance, to nothing at the range.
float attenuation(float distanceSquared, float inverseRangeSquared) {
  float part = distanceSquared * inverseRangeSquared;
  float window = clamp(1.0 - part * part, 0.0, 1.0);
  return window / max(distanceSquared, 1e-4);
}

float spotFactor(float cosine, float scale, float offset) {
  float part = clamp(cosine * scale + offset, 0.0, 1.0);
  return part * part;
}
