// What one draw of the scene shares; written by ViewBlock. With STEREO "the eye" is the first one.
layout(std140, binding = 0) uniform View {
  mat4 clipFromRelative;    // positions are relative to the eye
  mat4 shadowFromRelative;  // to the key light's map: xy in [0,1], z its depth
  vec4 eyeHigh;             // world position of the eye = eyeHigh + eyeLow; w: near
  vec4 eyeLow;              // w: exposure
  vec4 skyZenith;
  vec4 skyHorizon;
  vec4 skyGround;
  vec4 ambient0;            // irradiance / pi = ambient0 + y * (ambient1 + y * ambient2)
  vec4 ambient1;
  vec4 ambient2;
  vec4 keyPosition;         // relative to the eye (spot); w: 1 / range^2
  vec4 keyDirection;        // towards the light; w: spot scale
  vec4 keyColour;           // w: spot offset
  vec4 shadowTexel;         // 1 / map pixels, world size of a texel (at 1 m for a spot), 0, 0
  vec4 gridOrigin;          // corner of the light grid relative to the eye; w: 1 / cell edge
  ivec4 gridSize;           // w: unused
  vec4 clipCentre;          // relative to the eye; w: half extent
  vec4 peel;                // gap of inverse depth, whether there is a reach, first depths a pixel along an axis
#ifdef STEREO
  mat4 otherClip;           // the other eye's; its positions are relative to itself
  vec4 otherHigh;
  vec4 otherLow;
  vec4 otherClipCentre;
  vec4 otherEye;            // relative to the first
#endif
};
