#version 330 core
in vec2 uv;
flat in vec4 v_colour;
uniform sampler2D atlas;  // coverage in alpha
out vec4 o;
void main() { o = vec4(v_colour.rgb, 1.0) * (texture(atlas, uv).a * v_colour.a); }
