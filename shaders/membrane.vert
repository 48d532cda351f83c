#version 330 core
// A region's fill and the soft light around it: one quad a region.
layout(location = 0) in vec4 place;      // centre, outer radii; pixels
layout(location = 1) in vec4 hollow;     // inner radii (0: none), reach of the light beyond the edge, how strong the fill is
layout(location = 2) in vec4 wobble;     // of the edge: cos and sin parts of the 2nd and the 3rd harmonic, share of the radius
layout(location = 3) in vec4 wobble5;    // of the 5th; strength of the light beyond the edge; 1: a sector
layout(location = 4) in vec4 sector;     // unit vectors where it begins and ends, in the ellipse's own frame, y down
layout(location = 5) in vec4 colour;
layout(location = 6) in vec4 inner_wobble;   // of the inner edge, alike
layout(location = 7) in vec2 inner_wobble5;
out vec2 p;  // pixels from the centre
flat out vec4 v_place, v_hollow, v_wobble, v_wobble5, v_sector, v_colour, v_inner_wobble;
flat out vec2 v_inner_wobble5;
void main() {
  p = corner(gl_VertexID) * (place.zw * 1.02 + hollow.z);
  v_place = place;
  v_hollow = hollow;
  v_wobble = wobble;
  v_wobble5 = wobble5;
  v_sector = sector;
  v_colour = colour;
  v_inner_wobble = inner_wobble;
  v_inner_wobble5 = inner_wobble5;
  gl_Position = at_pixel(place.xy + p);
}
