// The picture a change of mode leaves behind, shown through the new one.
layout(binding = 0) uniform sampler2D former;
uniform float weight;
in vec2 uv;
out vec4 colour;

void main() { colour = vec4(texture(former, uv).rgb, weight); }
