// A quad that owns the texels with its label: bilinear over those alone, so that no colour of
// another surface bleeds over a silhouette. Where too little of the four texels is its own nothing
// is drawn, but for two cases that would leave pinholes: where three surfaces meet the largest
// shows, and under a nearer surface's edge, which moves against it, it goes on for a texel.
layout(binding = 0) uniform sampler2DArray tiles;
#ifdef CLASSES
uniform vec4 classColour;
#endif
uniform float leafLast;  // texels of a leaf less one
uniform float leastOwn;  // own share of the four texels from which on it is drawn
in vec2 at;
flat in float layer;
flat in int label;
flat in vec2 leafFirst;
out vec4 colour;

// 1 where a label is this one.
vec4 same(vec4 labels, float mine) {
  return vec4(lessThan(abs(labels - mine), vec4(0.001)));
}

// The sum of own colours one texel around the four, and in w how many they are.
vec4 around(ivec2 low, float mine) {
  ivec2 first = ivec2(leafFirst);
  ivec2 last = first + int(leafLast);
  vec4 sum = vec4(0.0);
  for (int i = 0; i < 16; i++) {
    ivec2 from = clamp(low + ivec2(i & 3, i >> 2) - 1, first, last);
    vec4 texel = texelFetch(tiles, ivec3(from, int(layer)), 0);
    sum += abs(texel.a - mine) < 0.001 ? vec4(texel.rgb, 1.0) : vec4(0.0);
  }
  return sum;
}

void main() {
  vec2 from = clamp(at - 0.5, leafFirst, leafFirst + leafLast);
  vec2 low = floor(from);
  vec2 part = from - low;
  ivec3 texel = ivec3(ivec2(low), int(layer));
  vec4 a = texelFetch(tiles, texel, 0);
  vec4 b = texelFetch(tiles, texel + ivec3(1, 0, 0), 0);
  vec4 c = texelFetch(tiles, texel + ivec3(0, 1, 0), 0);
  vec4 d = texelFetch(tiles, texel + ivec3(1, 1, 0), 0);
  float mine = float(label) / 255.0;
  vec4 labels = vec4(a.a, b.a, c.a, d.a);
  vec2 rest = 1.0 - part;
  vec4 share = vec4(rest.x * rest.y, part.x * rest.y, rest.x * part.y, part.x * part.y);
  vec4 weight = share * same(labels, mine);
  float own = dot(weight, vec4(1.0));
  vec3 sum = weight.x * a.rgb + weight.y * b.rgb + weight.z * c.rgb + weight.w * d.rgb;
  if (own < leastOwn) {
    vec4 rivals = vec4(dot(share, same(labels, a.a)), dot(share, same(labels, b.a)),
        dot(share, same(labels, c.a)), dot(share, same(labels, d.a)));
    float most = max(max(rivals.x, rivals.y), max(rivals.z, rivals.w));
    if (own <= 0.0 || own < most - 0.001) {
      float there = rivals.x == most ? a.a : rivals.y == most ? b.a : rivals.z == most ? c.a : d.a;
      vec4 ring = there > 0.001 && there < mine - 0.001 ? around(ivec2(low), mine) : vec4(0.0);
      if (ring.w == 0.0) {
        discard;
      }
      sum = ring.rgb;
      own = ring.w;
    }
  }
#ifdef CLASSES
  colour = classColour;
#else
  colour = vec4(sum / own, 1.0);
#endif
}
