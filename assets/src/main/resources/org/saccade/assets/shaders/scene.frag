// The scene's surfaces in the light of sky, key light and lamps.
#include "view.glsl"
#include "material.glsl"
#include "sky.glsl"
#include "tone.glsl"
#include "lights.glsl"
#include "brdf.glsl"
#include "sampled.glsl"
#if KEY > 0
#include "shadow.glsl"
#endif

layout(binding = 0) uniform sampler2D baseMap;
layout(binding = 1) uniform sampler2D metallicRoughnessMap;
layout(binding = 2) uniform sampler2D normalMap;
layout(binding = 3) uniform sampler2D occlusionMap;
layout(binding = 4) uniform sampler2D emissiveMap;
#ifdef PEEL
#include "peel.glsl"
#endif

in vec3 atRelative;
in vec3 atNormal;
#ifdef NORMAL_MAP
in vec4 atTangent;
#endif
#ifdef ANY_MAP
in vec2 atUv;
#ifdef SEPARATE_UV
in vec2 atUv1;
#define UV(map) transformed(map, atUv, atUv1)
#else
#define UV(map) atUv
#endif
#endif
#ifdef COLOURS
in vec4 atColour;
#endif

layout(location = 0) out vec4 result;

vec4 base() {
  vec4 colour = baseColour;
#ifdef BASE_MAP
  colour *= sampled(baseMap, UV(BASE));
#endif
#ifdef COLOURS
  colour *= atColour;
#endif
  return colour;
}

// Alpha of a cut-out: small levels hold paler alphas, so they are raised to keep the coverage.
float cutout(float alpha) {
#ifdef BASE_MAP
  alpha *= 1.0 + 0.25 * max(textureQueryLod(baseMap, UV(BASE)).x, 0.0);
#endif
#ifdef COVERAGE
  return clamp((alpha - surface.w) / max(fwidth(alpha), 1e-4) + 0.5, 0.0, 1.0);
#else
  return alpha < surface.w ? 0.0 : 1.0;
#endif
}

// The shading normal, and in w how much longer than it the normal map's average was short.
vec4 shadingNormal() {
  vec3 n = normalize(atNormal);
  float spread = 0.0;
#ifdef NORMAL_MAP
  vec3 t = atTangent.xyz;
  vec3 b = cross(n, t) * atTangent.w;
  vec3 mapped = sampled(normalMap, UV(NORMAL)).xyz * 2.0 - 1.0;
  float size = clamp(length(mapped), 0.1, 1.0);
  spread = (1.0 - size) / size;
  mapped.xy *= emissive.w;
  n = normalize(mapped.x * t + mapped.y * b + mapped.z * n);
#endif
#ifdef DOUBLE_SIDED
  n = gl_FrontFacing ? n : -n;
#endif
  return vec4(n, spread);
}

vec3 keyLight(Surface s, vec3 geometric) {
#if KEY == 0
  return vec3(0.0);
#else
#if KEY == 1
  vec3 light = keyDirection.xyz;
  float strength = 1.0;
#else
  vec3 to = keyPosition.xyz - atRelative;
  float d2 = dot(to, to);
  vec3 light = to * inversesqrt(d2);
  float strength = attenuation(d2, keyPosition.w)
      * spotFactor(dot(light, keyDirection.xyz), keyDirection.w, keyColour.w);
#endif
  float cosine = clamp(dot(s.normal, light), 0.0, 1.0);
#ifndef NO_SHADOWS
  strength *= litBy(shadowMap, shadowPlace(atRelative, geometric));
#endif
  return keyColour.rgb * (strength * cosine) * reflected(s, light, cosine);
#endif
}

vec3 lamps(Surface s) {
  vec3 sum = vec3(0.0);
#ifdef SUNS
  for (int i = 0; i < SUNS; i++) {
    vec3 light = lights[i].place.xyz;
    float cosine = clamp(dot(s.normal, light), 0.0, 1.0);
    sum += lights[i].colour.rgb * cosine * reflected(s, light, cosine);
  }
#endif
#ifdef LAMPS
  uvec2 list = lightsNear(atRelative);
  uint i = list.x;
  uint end = list.x + list.y;
  do {
    Light l = lights[lightLists[i]];
    vec3 to = l.place.xyz - atRelative;
    float d2 = dot(to, to);
    vec3 light = to * inversesqrt(d2);
    float cosine = clamp(dot(s.normal, light), 0.0, 1.0);
    float strength = cosine * attenuation(d2, l.place.w)
        * spotFactor(dot(light, l.direction.xyz), l.direction.w, l.colour.w);
    sum += l.colour.rgb * strength * reflected(s, light, cosine);
    i++;
  } while (i < end);
#endif
  return sum;
}

vec3 surroundings(Surface s, float roughness, float occlusion) {
  vec3 mirrored = reflect(-s.view, s.normal);
  vec3 sharp = skyRadiance(mirrored.y);
  vec3 seen = mix(sharp, ambientRadiance(mirrored.y), roughness * (2.0 - roughness));
  vec3 even = s.diffuse * 3.14159265 * ambientRadiance(s.normal.y);
#if defined(OCCLUSION_MAP) || defined(OCCLUSION_SHARED)
  float sharpness = exp2(-16.0 * roughness - 1.0);
  float open = clamp(pow(s.facing + occlusion, sharpness) - 1.0 + occlusion, 0.0, 1.0);
  return even * occlusion + seen * mirroredSurroundings(s, roughness) * open;
#else
  return even + seen * mirroredSurroundings(s, roughness);
#endif
}

vec3 lit(vec3 albedo) {
  float metallic = surface.x;
  float roughness = surface.y;
  float occlusion = 1.0;
#ifdef METALLIC_ROUGHNESS_MAP
  vec3 orm = sampled(metallicRoughnessMap, UV(METALLIC_ROUGHNESS)).rgb;
  roughness *= orm.g;
  metallic *= orm.b;
#endif
#ifdef OCCLUSION_SHARED
  occlusion = 1.0 + surface.z * (orm.r - 1.0);
#elif defined(OCCLUSION_MAP)
  occlusion = 1.0 + surface.z * (sampled(occlusionMap, UV(OCCLUSION)).r - 1.0);
#endif
  vec4 n = shadingNormal();
  Surface s;
  s.normal = n.xyz;
#ifdef STEREO
  s.view = normalize(float(gl_Layer) * otherEye.xyz - atRelative);
#else
  s.view = normalize(-atRelative);
#endif
  s.diffuse = albedo * ((1.0 - metallic) / 3.14159265);
  s.reflectance = mix(vec3(0.04), albedo, metallic);
  float alpha = max(roughness * roughness, 0.002);
  alpha = min(sqrt(alpha * alpha + n.w), 1.0);
  s.alpha = filteredAlpha(alpha, n.xyz);
  float facing = dot(s.normal, s.view);
  s.facing = clamp(abs(facing), 1e-3, 1.0);
  s.gloss = clamp(1.0 + 5.0 * facing, 0.0, 1.0);
  vec3 geometric = normalize(atNormal);
#ifdef DOUBLE_SIDED
  geometric = gl_FrontFacing ? geometric : -geometric;
#endif
  return keyLight(s, geometric) + lamps(s) + surroundings(s, sqrt(s.alpha), occlusion);
}

void main() {
#ifdef PEEL
  if (isPeeled()) {
    discard;
  }
#endif
  vec4 colour = base();
#ifdef MASK
  colour.a = cutout(colour.a);
  if (colour.a <= 0.0) {
    discard;
  }
#endif
#ifdef UNLIT
  vec3 radiance = colour.rgb;
#else
  vec3 radiance = lit(colour.rgb) + emissive.rgb
#ifdef EMISSIVE_MAP
      * sampled(emissiveMap, UV(EMISSIVE)).rgb
#endif
      ;
#endif
  radiance *= eyeLow.w;
#ifdef LINEAR
  result.rgb = min(radiance, vec3(60000.0));
#else
  result.rgb = displayColour(radiance);
#endif
#if defined(BLEND) || defined(COVERAGE)
  result.a = colour.a;
#else
  result.a = 1.0;
#endif
}
