#version 330 core
// People who stand somewhere, as soft light that thickens.
layout(location = 0) in vec4 place;   // centre, radius (pixels), strength
layout(location = 1) in vec4 colour;
out vec2 q;  // -1..1
flat out float strength;
flat out vec4 v_colour;
void main() {
  q = corner(gl_VertexID);
  strength = place.w;
  v_colour = colour;
  gl_Position = at_pixel(place.xy + q * place.z);
}
