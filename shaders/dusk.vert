#version 330 core
// The time left, as light along the lower edge.
uniform vec4 band;  // x0, y0, x1, y1; pixels: all it may light
void main() {
  vec2 c = corner(gl_VertexID) * 0.5 + 0.5;
  gl_Position = at_pixel(mix(band.xy, band.zw, c));
}
