// Edge smoothing on a finished picture: finds the local contrast, the edge's direction from the
// diagonal differences, and averages along it, unless that would leave the local range. The part
// for edges is a loop of at most one turn, and the rest fetches without filter: software renderers
// skip loops but not branches, and a filtered texel costs them ten times a fetched one.
layout(binding = 0) uniform sampler2D picture;
in vec2 uv;
out vec4 colour;

const float LEAST_CONTRAST = 1.0 / 24.0;
const float RELATIVE_CONTRAST = 1.0 / 8.0;
const float LONGEST = 8.0;

float luma(vec3 c) { return dot(c, vec3(0.299, 0.587, 0.114)); }

vec3 smoothed(vec2 place) { return textureLod(picture, place, 0.0).rgb; }

void main() {
  ivec2 last = textureSize(picture, 0) - 1;
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 under = max(at - 1, 0);
  ivec2 over = min(at + 1, last);
  colour = texelFetch(picture, at, 0);
  float m = luma(colour.rgb);
  float nw = luma(texelFetch(picture, ivec2(under.x, over.y), 0).rgb);
  float ne = luma(texelFetch(picture, over, 0).rgb);
  float sw = luma(texelFetch(picture, under, 0).rgb);
  float se = luma(texelFetch(picture, ivec2(over.x, under.y), 0).rgb);
  float low = min(m, min(min(nw, ne), min(sw, se)));
  float high = max(m, max(max(nw, ne), max(sw, se)));
  int turns = high - low < max(LEAST_CONTRAST, high * RELATIVE_CONTRAST) ? 0 : 1;
  for (int i = 0; i < turns; i++) {
    vec2 along = vec2((sw + se) - (nw + ne), (nw + sw) - (ne + se));
    float damp = max((nw + ne + sw + se) * 0.03125, 1.0 / 128.0);
    along = clamp(along / (min(abs(along.x), abs(along.y)) + damp), -LONGEST, LONGEST);
    along /= vec2(last + 1);
    vec3 close = 0.5 * (smoothed(uv - along / 6.0) + smoothed(uv + along / 6.0));
    vec3 wide = 0.5 * close + 0.25 * (smoothed(uv - along * 0.5) + smoothed(uv + along * 0.5));
    float wideLuma = luma(wide);
    colour.rgb = wideLuma < low || wideLuma > high ? close : wide;
  }
}
