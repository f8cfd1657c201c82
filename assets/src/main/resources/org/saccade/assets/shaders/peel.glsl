// Whether a fragment belongs to the first surface or lies too close behind it. Needs view.glsl.
layout(binding = 5) uniform sampler2D firstDepth;

bool isPeeled() {
  float first = texelFetch(firstDepth, ivec2(gl_FragCoord.xy), 0).r;
  return gl_FragCoord.z > first - peel.x * eyeHigh.w;
}
