// A quad that owns the texels with its label: bilinear over those alone, so that no colour of
// another surface bleeds over a silhouette; nothing where too little of the four texels is its own.
layout(binding = 0) uniform sampler2DArray tiles;
#ifdef CLASSES
uniform vec4 classColour;
#endif
uniform float leafLast;  // texels of a leaf less one
uniform float leastOwn;  // own share of the four texels below which nothing is drawn
in vec2 at;
flat in float layer;
flat in int label;
flat in vec2 leafFirst;
out vec4 colour;

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
  vec4 isOwn = vec4(lessThan(abs(vec4(a.a, b.a, c.a, d.a) - mine), vec4(0.001)));
  vec2 rest = 1.0 - part;
  vec4 weight = isOwn * vec4(rest.x * rest.y, part.x * rest.y, rest.x * part.y, part.x * part.y);
  float own = dot(weight, vec4(1.0));
  if (own < leastOwn) {
    discard;
  }
#ifdef CLASSES
  colour = classColour;
#else
  vec3 sum = weight.x * a.rgb + weight.y * b.rgb + weight.z * c.rgb + weight.w * d.rgb;
  colour = vec4(sum / own, 1.0);
#endif
}
