#version 330 core
in vec2 uv;
flat in vec4 v_colour;
uniform sampler2D atlas;  // letters: white, coverage in alpha; pictures: their colours, not multiplied with alpha
out vec4 o;
void main() {
  vec4 drawn = texture(atlas, uv) * v_colour;
  o = vec4(drawn.rgb, 1.0) * drawn.a;
}
