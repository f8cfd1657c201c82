// Matt, with a soft rim so that a hand stands out from what is behind it.
#include "tone.glsl"
uniform vec3 ambient0;  // irradiance / pi = ambient0 + y * (ambient1 + y * ambient2)
uniform vec3 ambient1;
uniform vec3 ambient2;
uniform vec3 keyDirection;
uniform vec3 keyColour;
uniform float exposure;
in vec3 normal;
in vec3 fromEye;
flat in vec4 colour;
layout(location = 0) out vec4 result;

void main() {
  const float FAINTEST = 0.05;  // hands are seen in the dark, too
  vec3 n = normalize(normal);
  vec3 sky = ambient0 + n.y * (ambient1 + n.y * ambient2);
  vec3 sun = keyColour * max(dot(n, keyDirection), 0.0) / 3.14159265;
  float rim = pow(1.0 - max(dot(n, -normalize(fromEye)), 0.0), 3.0);
  vec3 lit = colour.rgb * max((sky + sun) * exposure, FAINTEST);
  lit += 0.35 * rim * max(sky * exposure, FAINTEST);
  result = vec4(displayColour(mix(lit, colour.rgb, colour.a)), 1.0);
}
