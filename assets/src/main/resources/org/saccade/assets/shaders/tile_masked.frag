// A quad that owns the texels with its label: bilinear over those alone, so that no colour of
// another surface bleeds over a silhouette. Labels count from the nearest surface, 1, and 0 is what
// the tile does not show. Farther quads are drawn first, and this one covers as much of the pixel as
// it and nearer ones have of the four texels: it goes on under a nearer edge, which moves against
// it, for a texel, and ends softly against what is farther.
layout(binding = 0) uniform sampler2DArray tiles;
#ifdef CLASSES
uniform vec4 classColour;
#endif
uniform float leafLast; // texels of a leaf less one
uniform float isHidden; // 1 for a hidden surface, which ends where the first one goes on: not softly
in vec2 at;
flat in float layer;
flat in int label;
flat in vec2 leafFirst;
out vec4 colour;

const float SEEN = 0.04; // covering less than this it is not drawn

// 1 where a label is this one.
vec4 same(vec4 labels, float mine) {
  return vec4(lessThan(abs(labels - mine), vec4(0.001)));
}

// 1 where a label is this one or a nearer one's.
vec4 covering(vec4 labels, float mine) {
  return vec4(lessThan(abs(labels - 0.5 * mine - 0.001), vec4(0.5 * mine)));
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
  float cover = max(dot(share, covering(labels, mine)), isHidden * float(own > 0.0));
  vec3 sum = weight.x * a.rgb + weight.y * b.rgb + weight.z * c.rgb + weight.w * d.rgb;
  if (cover < SEEN) {
    discard;
  }
  if (own <= 0.0) {
    vec4 ring = around(ivec2(low), mine);
    if (ring.w == 0.0) {
      discard;
    }
    sum = ring.rgb;
    own = ring.w;
  }
#ifdef CLASSES
  if (cover < 0.5) {
    discard;
  }
  colour = classColour;
#else
  colour = vec4(sum / own, cover);
#endif
}
