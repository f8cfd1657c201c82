// How much of the key light arrives: four bilinear comparisons around the point, a tent of 3x3
// texels. Depths are reversed: a larger one is nearer to the light.
layout(binding = 6) uniform sampler2DShadow shadowMap;

vec3 shadowPlace(vec3 relative, vec3 normal) {
#if KEY == 2
  float texel = shadowTexel.y * length(keyPosition.xyz - relative);
#else
  float texel = shadowTexel.y;
#endif
  vec4 place = shadowFromRelative * vec4(relative + normal * (1.5 * texel), 1.0);
#if KEY == 2
  place.xyz /= place.w;
#endif
  place.z -= KEY == 2 ? shadowTexel.z * place.z : shadowTexel.z;
  return place.xyz;
}

float litBy(sampler2DShadow map, vec3 place) {
  float d = 0.5 * shadowTexel.x;
  return 0.25
      * (texture(map, place + vec3(-d, -d, 0.0)) + texture(map, place + vec3(d, -d, 0.0))
         + texture(map, place + vec3(-d, d, 0.0)) + texture(map, place + vec3(d, d, 0.0)));
}
