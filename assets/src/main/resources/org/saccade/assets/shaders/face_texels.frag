// A face as tiles show it, first row at the top, from samples drawn twice as fine where FINER: a
// texel shows one surface, the larger of the two groups of depth its samples fall into, the nearer
// one when they are equal. FacePyramid holds the same rule for the levels below.
layout(binding = 0) uniform sampler2D colours;
layout(binding = 1) uniform sampler2D depths;
uniform float near;
uniform int isSkyCovered;
layout(location = 0) out vec4 colour;

const float EMPTY = -1.0;
const float RELATIVE_GAP = 0.1;
const float GAP = 0.03;
const int LEAST_COVERED = 2;

vec4 falling(vec4 d) {
  d = vec4(max(d.xz, d.yw), min(d.xz, d.yw)).xzyw;
  d = vec4(max(d.xy, d.zw), min(d.xy, d.zw));
  return vec4(d.x, max(d.y, d.z), min(d.y, d.z), d.w);
}

// The least and the greatest inverse depth of the group that wins, among so many, nearest first.
vec2 largestGroup(vec4 sorted, int covered) {
  int cut = 0;
  float widest = 0.0;
  for (int i = 1; i < covered; i++) {
    float gap = sorted[i - 1] - sorted[i];
    if (gap > GAP + RELATIVE_GAP * sorted[i - 1] && gap > widest) {
      widest = gap;
      cut = i;
    }
  }
  if (cut == 0) {
    return vec2(0.0, sorted[0]);
  }
  return 2 * cut >= covered ? vec2(sorted[cut - 1], sorted[0]) : vec2(0.0, sorted[cut]);
}

vec4 depthsAt(ivec2 topLeft) {
  return vec4(
      texelFetch(depths, topLeft, 0).r,
      texelFetch(depths, topLeft + ivec2(1, 0), 0).r,
      texelFetch(depths, topLeft - ivec2(0, 1), 0).r,
      texelFetch(depths, topLeft + ivec2(1, -1), 0).r);
}

ivec3 colourAt(ivec2 place) {
  return ivec3(texelFetch(colours, place, 0).rgb * 255.0 + 0.5);
}

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  int last = textureSize(depths, 0).y - 1;
  colour = vec4(0.0);
  gl_FragDepth = 0.0;
#ifdef FINER
  ivec2 topLeft = ivec2(2 * place.x, last - 2 * place.y);
  vec4 drawn = depthsAt(topLeft);
  bvec4 isCovered = isSkyCovered != 0 ? bvec4(true) : greaterThan(drawn, vec4(0.0));
  int covered = int(dot(vec4(isCovered), vec4(1.0)));
  if (covered < LEAST_COVERED) {
    return;
  }
  vec4 inverse = mix(vec4(EMPTY), drawn / near, isCovered);
  vec2 range = largestGroup(falling(inverse), covered);
  vec4 isIn = step(range.x, inverse) * step(inverse, vec4(range.y));
  ivec4 in4 = ivec4(isIn);
  int count = in4.x + in4.y + in4.z + in4.w;
  ivec3 sum = in4.x * colourAt(topLeft) + in4.y * colourAt(topLeft + ivec2(1, 0))
      + in4.z * colourAt(topLeft - ivec2(0, 1)) + in4.w * colourAt(topLeft + ivec2(1, -1));
  colour = vec4(vec3((sum + count / 2) / count) / 255.0, 1.0);
  gl_FragDepth = dot(isIn, drawn) / float(count);
#else
  ivec2 same = ivec2(place.x, last - place.y);
  float drawn = texelFetch(depths, same, 0).r;
  if (isSkyCovered != 0 || drawn > 0.0) {
    colour = vec4(texelFetch(colours, same, 0).rgb, 1.0);
    gl_FragDepth = drawn;
  }
#endif
}
