#version 330 core
// Glyphs of every text: letters from one atlas, pictures from another.
layout(location = 0) in vec4 box;     // left, top, width, height; pixels from the pivot, before turning
layout(location = 1) in vec4 pivot;   // x, y in pixels; cosine and sine of the turn, times the scale
layout(location = 2) in vec4 texels;  // left, top, width, height in the atlas
layout(location = 3) in vec4 colour;
uniform vec2 atlas_px;
out vec2 uv;
flat out vec4 v_colour;
void main() {
  vec2 c = corner(gl_VertexID) * 0.5 + 0.5;
  // Turned or scaled glyphs are drawn half a texel larger all round, into the empty texel that the atlas keeps: soft edges.
  float soft = pivot.z != 1.0 || pivot.w != 0.0 ? 0.5 : 0.0;
  vec2 p = box.xy - soft + c * (box.zw + 2.0 * soft);
  uv = (texels.xy - soft + c * (texels.zw + 2.0 * soft)) / atlas_px;
  v_colour = colour;
  gl_Position = at_pixel(pivot.xy + vec2(p.x * pivot.z - p.y * pivot.w, p.x * pivot.w + p.y * pivot.z));
}
