#version 330 core
// A card too small for words: something is there. Ten thousand of them must be cheap on a software rasteriser, so: a tight
// quad, no turn, no light around it, and no root or power in the fragment.
layout(location = 0) in vec4 place;  // centre, half extents; pixels
layout(location = 1) in vec4 paper;
layout(location = 2) in vec4 mark;   // of the faint lines
layout(location = 3) in vec4 edge;   // round it
layout(location = 4) in vec2 manner; // width of the edge, pixels; 1: veiled
out vec2 p;
flat out vec4 v_size;  // half extents, corner radius, 1 / (2 radius); pixels
flat out vec4 v_paper, v_mark, v_edge;
flat out vec2 v_manner;
void main() {
  p = corner(gl_VertexID) * (place.zw + 0.5);
  float radius = 0.55 * place.w;
  v_size = vec4(place.zw, radius, 0.5 / radius);
  v_paper = paper;
  v_mark = mark;
  v_edge = edge;
  v_manner = manner;
  gl_Position = at_pixel(place.xy + p);
}
