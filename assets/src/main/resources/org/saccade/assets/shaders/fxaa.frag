// Edge smoothing on a finished picture, after Lottes, FXAA (2009): where neighbours differ in luma,
// the edge's line is followed both ways to its ends, and the pixel takes as much of the one beyond
// the edge as the line would cover, at most half. Lone pixels take some of their neighbour.
// Whatever is no edge stays as it is. Shares are mixed in about linear light, as a finer picture
// would be. The part for edges is a loop of at most one turn, and all texels are fetched without
// filter: software renderers skip loops but not branches, and a filtered texel costs them ten times
// a fetched one.
layout(binding = 0) uniform sampler2D picture;
in vec2 uv;
out vec4 colour;

const float LEAST_CONTRAST = 0.07;
const float RELATIVE_CONTRAST = 0.25;
const float LONE_SHARE = 0.5;
const int REACH = 6;

vec3 texel(ivec2 place) {
  ivec2 last = textureSize(picture, 0) - 1;
  return texelFetch(picture, clamp(place, ivec2(0), last), 0).rgb;
}

float luma(ivec2 place) { return dot(texel(place), vec3(0.299, 0.587, 0.114)); }

// Steps along the edge to where its mean luma leaves the mean here, and by how much it does.
vec2 endOf(ivec2 from, ivec2 stride, ivec2 across, float mean, float least) {
  float change = 0.0;
  int steps = 0;
  while (steps < REACH && abs(change) < least) {
    steps++;
    ivec2 place = from + steps * stride;
    change = 0.5 * (luma(place) + luma(place + across)) - mean;
  }
  return vec2(float(steps), abs(change) < least ? 0.0 : change);
}

void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  colour = vec4(texel(at), 1.0);
  float m = luma(at);
  float n = luma(at + ivec2(0, 1));
  float s = luma(at - ivec2(0, 1));
  float e = luma(at + ivec2(1, 0));
  float w = luma(at - ivec2(1, 0));
  float low = min(m, min(min(n, s), min(e, w)));
  float high = max(m, max(max(n, s), max(e, w)));
  int turns = high - low < max(LEAST_CONTRAST, high * RELATIVE_CONTRAST) ? 0 : 1;
  for (int i = 0; i < turns; i++) {
    float ne = luma(at + 1);
    float sw = luma(at - 1);
    float nw = luma(at + ivec2(-1, 1));
    float se = luma(at + ivec2(1, -1));
    float level = 2.0 * abs(n + s - 2.0 * m) + abs(ne + se - 2.0 * e) + abs(nw + sw - 2.0 * w);
    float upright = 2.0 * abs(e + w - 2.0 * m) + abs(ne + nw - 2.0 * n) + abs(se + sw - 2.0 * s);
    bool isLevel = level >= upright;
    float ahead = isLevel ? n : e;
    float behind = isLevel ? s : w;
    bool isAhead = abs(ahead - m) >= abs(behind - m);
    ivec2 along = isLevel ? ivec2(1, 0) : ivec2(0, 1);
    ivec2 across = (isAhead ? 1 : -1) * along.yx;
    float step = (isAhead ? ahead : behind) - m;
    float mean = m + 0.5 * step;
    vec2 one = endOf(at, along, across, mean, 0.25 * abs(step));
    vec2 other = endOf(at, -along, across, mean, 0.25 * abs(step));
    vec2 near = one.x < other.x ? one : other;
    bool isCovered = near.y * step > 0.0; // there the line has crossed to this pixel's side
    float share = isCovered ? max(0.5 - (near.x - 0.5) / (one.x + other.x - 1.0), 0.0) : 0.0;
    float around = (2.0 * (n + s + e + w) + ne + nw + se + sw) / 12.0;
    float lone = smoothstep(0.0, 1.0, abs(around - m) / (high - low));
    share = max(share, lone * lone * LONE_SHARE);
    vec3 beyond = texel(at + across);
    colour.rgb = sqrt(mix(colour.rgb * colour.rgb, beyond * beyond, share));
  }
}
