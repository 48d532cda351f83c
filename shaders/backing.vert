#version 330 core
// The picture under a canvas's regions.
uniform vec4 rect;  // x0, y0, x1, y1; pixels: where all of it lies
out vec2 at;        // 0..1 in the picture

void main() {
  at = corner(gl_VertexID) * 0.5 + 0.5;
  gl_Position = at_pixel(mix(rect.xy, rect.zw, at));
}
