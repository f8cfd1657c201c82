// How much darker a pixel of still things becomes by the movables between it and the key light.
// The factor is for display values, which are about the 2.2th root of light.
#include "view.glsl"
#include "sky.glsl"
#include "lights.glsl"
#include "shadow.glsl"

layout(binding = 7) uniform sampler2DShadow shadowMapWithMovables;
#if defined(STEREO) && defined(MULTISAMPLED)
layout(binding = 0) uniform sampler2DMSArray depths;
#elif defined(STEREO)
layout(binding = 0) uniform sampler2DArray depths;
#elif defined(MULTISAMPLED)
layout(binding = 0) uniform sampler2DMS depths;
#else
layout(binding = 0) uniform sampler2D depths;
#endif
uniform mat3 worldFromScreen;
#ifdef STEREO
uniform mat3 otherFromScreen;
#define TEXEL(at) ivec3(at, gl_Layer)
#define OF_LAYER(first, other) mix(first, other, bvec3(gl_Layer == 1))
#else
#define TEXEL(at) at
#define OF_LAYER(first, other) first
#endif
uniform vec2 pixels;
layout(location = 0) out vec4 factor;

float depthAt(ivec2 at) {
  return texelFetch(depths, TEXEL(clamp(at, ivec2(0), ivec2(pixels) - 1)), 0).r;
}

vec3 placeAt(vec2 at, float depth) {
  vec3 screen = vec3(2.0 * at / pixels - 1.0, 1.0);
  vec3 direction = OF_LAYER(worldFromScreen * screen, otherFromScreen * screen);
  return direction * (eyeHigh.w / max(depth, 1e-9));
}

// The change of place across a pixel, taken on the side where depth is continuous.
vec3 slope(vec3 here, float depth, ivec2 at, ivec2 way) {
  float before = depthAt(at - way);
  float after = depthAt(at + way);
  bool isAfter = abs(after - depth) < abs(before - depth);
  vec2 middle = vec2(at) + 0.5;
  return isAfter ? placeAt(middle + vec2(way), after) - here
                 : here - placeAt(middle - vec2(way), before);
}

vec3 otherLight(vec3 relative, vec3 normal) {
  vec3 sum = 3.14159265 * ambientRadiance(normal.y);
#ifdef SUNS
  for (int i = 0; i < SUNS; i++) {
    sum += lights[i].colour.rgb * clamp(dot(normal, lights[i].place.xyz), 0.0, 1.0);
  }
#endif
#ifdef LAMPS
  uvec2 list = lightsNear(relative);
  uint i = list.x;
  uint end = list.x + list.y;
  do {
    Light l = lights[lightLists[i]];
    vec3 to = l.place.xyz - relative;
    float d2 = dot(to, to);
    vec3 light = to * inversesqrt(d2);
    sum += l.colour.rgb * (clamp(dot(normal, light), 0.0, 1.0) * attenuation(d2, l.place.w)
        * spotFactor(dot(light, l.direction.xyz), l.direction.w, l.colour.w));
    i++;
  } while (i < end);
#endif
  return sum;
}

void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  float depth = depthAt(at);
  if (depth <= 0.0) {
    discard;
  }
  vec3 here = placeAt(gl_FragCoord.xy, depth);
  vec3 across = cross(slope(here, depth, at, ivec2(1, 0)), slope(here, depth, at, ivec2(0, 1)));
  vec3 normal = across * inversesqrt(max(dot(across, across), 1e-30));
  normal = dot(normal, here) > 0.0 ? -normal : normal;
#ifdef STEREO
  here += float(gl_Layer) * otherEye.xyz; // from now on relative to the first eye, as lights are
#endif
  vec3 place = shadowPlace(here, normal);
  float still = litBy(shadowMap, place);
  float all = min(still, litBy(shadowMapWithMovables, place));
  if (still - all < 0.004) {
    discard;
  }
#if KEY == 2
  vec3 to = keyPosition.xyz - here;
  float d2 = dot(to, to);
  vec3 light = to * inversesqrt(d2);
  float strength = attenuation(d2, keyPosition.w)
      * spotFactor(dot(light, keyDirection.xyz), keyDirection.w, keyColour.w);
#else
  vec3 light = keyDirection.xyz;
  float strength = 1.0;
#endif
  vec3 key = keyColour.rgb * (strength * clamp(dot(normal, light), 0.0, 1.0));
  vec3 others = otherLight(here, normal) + 1e-5;
  vec3 ratio = (others + all * key) / (others + still * key);
  factor = vec4(pow(ratio, vec3(1.0 / 2.2)), 1.0);
}
