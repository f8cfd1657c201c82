// Depth 1 where a mask, first row at the top, is zero: nothing drawn later passes there.
layout(binding = 0) uniform sampler2D mask;

void main() {
  ivec2 scale = ivec2(gl_FragCoord.xy) * textureSize(mask, 0) / SIZE;
  if (texelFetch(mask, ivec2(scale.x, textureSize(mask, 0).y - 1 - scale.y), 0).r > 0.0) {
    discard;
  }
  gl_FragDepth = 1.0;
}
