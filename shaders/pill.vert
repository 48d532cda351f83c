#version 330 core
// A box with round corners and a thin edge: pills behind words, dots (a box as round as it is wide), the wall at rest.
layout(location = 0) in vec4 rect;   // x0, y0, x1, y1; pixels
layout(location = 1) in vec2 shape;  // corner radius, width of the edge; pixels
layout(location = 2) in vec4 fill;
layout(location = 3) in vec4 edge;
out vec2 p;
flat out vec4 v_box;  // half extents, radius, edge
flat out vec4 v_fill, v_edge;
void main() {
  vec2 half_px = 0.5 * (rect.zw - rect.xy);
  p = corner(gl_VertexID) * (half_px + 1.0);
  v_box = vec4(half_px, shape);
  v_fill = fill;
  v_edge = edge;
  gl_Position = at_pixel(0.5 * (rect.xy + rect.zw) + p);
}
