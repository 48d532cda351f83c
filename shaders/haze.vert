#version 330 core
// Soft light: people who stand somewhere, and the quiet pool behind a name.
layout(location = 0) in vec4 place;   // centre, radii; pixels
layout(location = 1) in vec2 manner;  // strength; 1: what is behind keeps a share, however much is laid over it
layout(location = 2) in vec4 colour;  // alpha: how far it may go
out vec2 q;  // -1..1
flat out vec2 v_manner;
flat out vec4 v_colour;
void main() {
  q = corner(gl_VertexID);
  v_manner = manner;
  v_colour = colour;
  gl_Position = at_pixel(place.xy + q * place.zw);
}
