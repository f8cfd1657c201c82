// Khronos PBR Neutral: keeps colours below 0.8 as they are, compresses and desaturates above.
vec3 neutralTone(vec3 c) {
  const float START = 0.8 - 0.04;
  const float DESATURATION = 0.15;
  float least = min(c.r, min(c.g, c.b));
  c -= least < 0.08 ? least - 6.25 * least * least : 0.04;
  float peak = max(c.r, max(c.g, c.b));
  if (peak < START) {
    return c;
  }
  const float D = 1.0 - START;
  float compressed = 1.0 - D * D / (peak + D - START);
  c *= compressed / peak;
  float grey = 1.0 - 1.0 / (DESATURATION * (peak - compressed) + 1.0);
  return mix(c, vec3(compressed), grey);
}

vec3 encodeSrgb(vec3 c) {
  c = clamp(c, 0.0, 1.0);
  vec3 curve = 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055;
  return mix(curve, 12.92 * c, lessThanEqual(c, vec3(0.0031308)));
}

// Linear radiance times exposure to what a display shows.
vec3 displayColour(vec3 linear) {
  return encodeSrgb(neutralTone(linear));
}
