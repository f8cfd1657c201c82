// A texture where it may be seen at a slant. A software renderer's anisotropic filter walks over
// every texel a pixel covers; beside a triangle seen edge-on coordinates run off, and the walk takes
// minutes. Where a pixel covers several repeats there is only the mean to show.
vec4 sampled(sampler2D map, vec2 uv) {
#ifdef SOFTWARE
  vec2 covered = fwidth(uv);
  float most = max(covered.x, covered.y);
  bool isBounded = most + fwidth(most) < 4.0; // in all four pixels, and a number
  return texture(map, isBounded ? uv : 0.001 * gl_FragCoord.xy, isBounded ? 0.0 : 20.0);
#else
  return texture(map, uv);
#endif
}
