#version 330 core
uniform sampler2D picture;  // premultiplied, as strong as it is drawn
in vec2 at;
out vec4 o;

void main() { o = texture(picture, at); }
