#version 330 core
// Soft light: people who stand somewhere, and the quiet pool behind a name.
layout(location = 0) in vec4 place;   // centre, radii; pixels
layout(location = 1) in vec2 manner;  // strength; 1: what is behind keeps a share, however much is laid over it
layout(location = 2) in vec4 colour;  // alpha: how far it may go
layout(location = 3) in vec4 words_a;  // x0, y0, x1, y1 of names that must stay read through it; pixels, of no size: none
layout(location = 4) in vec4 words_b;
out vec2 q;  // -1..1
flat out vec2 v_manner;
flat out vec4 v_colour, v_words_a, v_words_b;
void main() {
  q = corner(gl_VertexID);
  v_manner = manner;
  v_colour = colour;
  v_words_a = words_a;
  v_words_b = words_b;
  gl_Position = at_pixel(place.xy + q * place.zw);
}
