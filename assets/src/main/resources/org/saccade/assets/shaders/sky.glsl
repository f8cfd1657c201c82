// A sky that depends on height alone; SkyModel holds the same formula for its ambient light.
vec3 skyRadiance(float y) {
  float up = max(y, 0.0);
  float down = clamp(-6.0 * y, 0.0, 1.0);
  vec3 above = mix(skyHorizon.rgb, skyZenith.rgb, up * (2.0 - up));
  return mix(above, skyGround.rgb, down * down * (3.0 - 2.0 * down));
}

// Mean radiance over the hemisphere around a normal of height y, cosine-weighted.
vec3 ambientRadiance(float y) {
  return ambient0.rgb + y * (ambient1.rgb + y * ambient2.rgb);
}
