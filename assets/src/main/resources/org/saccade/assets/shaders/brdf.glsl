// Metallic-roughness surfaces: Lambert and GGX with height-correlated Smith shadowing.
struct Surface {
  vec3 normal;
  vec3 view;        // towards the eye
  vec3 diffuse;     // albedo / pi of the non-metallic part
  vec3 reflectance; // at normal incidence
  float alpha;      // roughness squared
  float facing;     // normal . view
  float gloss;      // 0 where the shading normal looks away, as leaves' do: no highlight there
};

// Widens roughness where normals vary within a pixel, so that highlights do not sparkle.
// Tokuyoshi and Kaplanyan, Improved Geometric Specular Antialiasing, 2019.
float filteredAlpha(float alpha, vec3 normal) {
  vec3 dx = dFdx(normal);
  vec3 dy = dFdy(normal);
  float widened = min(0.5 * (dot(dx, dx) + dot(dy, dy)), 0.18);
  return sqrt(clamp(alpha * alpha + widened, 0.0, 1.0));
}

vec3 reflected(Surface s, vec3 light, float cosine) {
  vec3 halfway = normalize(light + s.view);
  float nh = clamp(dot(s.normal, halfway), 0.0, 1.0);
  float vh = clamp(dot(s.view, halfway), 0.0, 1.0);
  float a2 = s.alpha * s.alpha;
  float lobe = nh * nh * (a2 - 1.0) + 1.0;
  float joint = mix(2.0 * cosine * s.facing, cosine + s.facing, s.alpha);
  float scale = a2 * (0.5 / 3.14159265) / (lobe * lobe * max(joint, 1e-4));
  float away = 1.0 - vh;
  float away2 = away * away;
  float fresnel = away2 * away2 * away;
  vec3 mirror = s.reflectance + (1.0 - s.reflectance) * fresnel;
  return s.diffuse * (1.0 - fresnel) + mirror * (scale * s.gloss);
}

// How much of even surroundings is mirrored: a fit by Karis of the split-sum table.
vec3 mirroredSurroundings(Surface s, float roughness) {
  vec4 r = roughness * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
  float a = min(r.x * r.x, exp2(-9.28 * s.facing)) * r.x + r.y;
  vec2 ab = vec2(-1.04, 1.04) * a + r.zw;
  return s.reflectance * ab.x + ab.y;
}
