// A face as tiles show it, first row at the top, from samples drawn twice as fine where FINER: a
// texel shows one surface, the larger of the two groups of depth its samples fall into, the nearer
// one when they are equal. FacePyramid holds the same rule for the levels below. No branches: a
// software renderer would run both sides.
layout(binding = 0) uniform sampler2D colours;
layout(binding = 1) uniform sampler2D depths;
uniform float near;
uniform int isSkyCovered;
layout(location = 0) out vec4 colour;

const float EMPTY = -1.0;
const float RELATIVE_GAP = 0.05;
const float GAP = 0.006;
const float LEAST_COVERED = 2.0;

vec4 falling(vec4 d) {
  d = vec4(max(d.xz, d.yw), min(d.xz, d.yw));
  d = vec4(max(d.xz, d.yw), min(d.xz, d.yw)).xzyw;
  return vec4(d.x, max(d.y, d.z), min(d.y, d.z), d.w);
}

// The least and the greatest inverse depth of the group that wins, of so many covered ones.
vec2 largestGroup(vec4 sorted, float covered) {
  vec3 gaps = sorted.xyz - sorted.yzw;
  vec3 wide = step(0.0, sorted.yzw) * vec3(greaterThan(gaps, GAP + RELATIVE_GAP * sorted.xyz));
  gaps *= wide;
  float widest = max(gaps.x, max(gaps.y, gaps.z));
  vec2 one = covered > 2.0 ? vec2(0.0, sorted.y) : vec2(sorted.x);
  vec2 two = vec2(sorted.y, sorted.x);
  vec2 three = vec2(sorted.z, sorted.x);
  vec2 cut = gaps.x == widest ? one : gaps.y == widest ? two : three;
  return widest > 0.0 ? cut : vec2(0.0, sorted.x);
}

vec4 depthsAt(ivec2 topLeft) {
  return vec4(
      texelFetch(depths, topLeft, 0).r,
      texelFetch(depths, topLeft + ivec2(1, 0), 0).r,
      texelFetch(depths, topLeft - ivec2(0, 1), 0).r,
      texelFetch(depths, topLeft + ivec2(1, -1), 0).r);
}

vec3 meanColour(ivec2 topLeft, vec4 isIn, float count) {
#ifdef COLOURLESS
  return vec3(0.0);
#else
  vec3 sum = isIn.x * texelFetch(colours, topLeft, 0).rgb
      + isIn.y * texelFetch(colours, topLeft + ivec2(1, 0), 0).rgb
      + isIn.z * texelFetch(colours, topLeft - ivec2(0, 1), 0).rgb
      + isIn.w * texelFetch(colours, topLeft + ivec2(1, -1), 0).rgb;
  // Halves go up, as in FacePyramid; a sum is whole but for rounding.
  return floor((sum * 255.0 + floor(0.5 * count) + 0.25) / count) / 255.0;
#endif
}

// One sample a texel aliases: a tent over the nine texels around, those of the same surface alone.
vec3 smoothColour(ivec2 middle, float drawn, int last) {
#ifdef COLOURLESS
  return vec3(0.0);
#else
  vec4 sum = vec4(0.0);
  float gap = GAP * near + RELATIVE_GAP * drawn;
  for (int i = 0; i < 9; i++) {
    ivec2 step = ivec2(i % 3, i / 3) - 1;
    ivec2 from = clamp(middle + step, ivec2(0), ivec2(last));
    float weight = float((2 - abs(step.x)) * (2 - abs(step.y)))
        * float(abs(texelFetch(depths, from, 0).r - drawn) < gap);
    sum += weight * vec4(texelFetch(colours, from, 0).rgb, 1.0);
  }
  return floor(sum.rgb / sum.w * 255.0 + 0.5) / 255.0;
#endif
}

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  int last = textureSize(depths, 0).y - 1;
#ifdef FINER
  ivec2 topLeft = ivec2(2 * place.x, last - 2 * place.y);
  vec4 drawn = depthsAt(topLeft);
  vec4 isCovered = isSkyCovered != 0 ? vec4(1.0) : vec4(greaterThan(drawn, vec4(0.0)));
  float covered = dot(isCovered, vec4(1.0));
  vec4 inverse = mix(vec4(EMPTY), drawn / near, isCovered);
  vec2 range = largestGroup(falling(inverse), covered);
  vec4 isIn = step(range.x, inverse) * step(inverse, vec4(range.y));
  float count = max(dot(isIn, vec4(1.0)), 1.0);
  float isShown = step(LEAST_COVERED, covered);
  colour = isShown * vec4(meanColour(topLeft, isIn, count), 1.0);
  gl_FragDepth = isShown * dot(isIn, drawn) / count;
#else
  ivec2 same = ivec2(place.x, last - place.y);
  float drawn = texelFetch(depths, same, 0).r;
  float isShown = isSkyCovered != 0 || drawn > 0.0 ? 1.0 : 0.0;
  colour = isShown * vec4(smoothColour(same, drawn, last), 1.0);
  gl_FragDepth = drawn;
#endif
}
