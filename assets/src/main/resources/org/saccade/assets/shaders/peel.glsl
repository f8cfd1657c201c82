// Whether a fragment belongs to the first surface, lies too close behind it, or nearer than anything
// that may be kept there. Needs view.glsl.
layout(binding = 5) uniform sampler2D firstDepth;
layout(binding = 7) uniform sampler2D reach; // first row at the top

bool isPeeled() {
  ivec2 at = int(peel.z) * ivec2(gl_FragCoord.xy);
  float most = texelFetch(firstDepth, at, 0).r - peel.x * eyeHigh.w;
  if (peel.y > 0.0) {
    ivec2 size = textureSize(reach, 0);
    ivec2 texel = at / (textureSize(firstDepth, 0) / size);
    most = min(most, texelFetch(reach, ivec2(texel.x, size.y - 1 - texel.y), 0).r * eyeHigh.w);
  }
  return gl_FragCoord.z > most;
}
