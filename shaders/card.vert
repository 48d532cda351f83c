#version 330 core
// A pebble of warm paper, laid by hand. With SIGNS it can also carry what happened to it: being written down, lit, veiled,
// marked, nourished, at rest.
layout(location = 0) in vec4 place;  // centre, half extents; pixels
layout(location = 1) in vec4 state;  // cosine, sine of the turn; opacity; reach of shadow and halo (pixels)
#ifdef SIGNS
layout(location = 2) in vec4 signs;  // kept 0..1, warm 0..1, lit 0 or 1, slips 0..3, the last of them in part while it is written
layout(location = 3) in vec4 more;   // veiled, marked, at rest: 0 or 1; lifted 0..1
flat out vec4 v_signs, v_more;
#endif
out vec2 p;  // pixels in the card's own frame
flat out vec4 v_size;  // half extents, reach, opacity
void main() {
  vec2 below = vec2(0.0);
#ifdef SIGNS
  below.y = signs.w > 0.0 ? 0.12 * place.w : 0.0;
  v_signs = signs;
  v_more = more;
#endif
  vec2 c = corner(gl_VertexID);
  p = c * (place.zw + state.w) + max(c.y, 0.0) * below;
  v_size = vec4(place.zw, state.w, state.z);
  gl_Position = at_pixel(place.xy + vec2(p.x * state.x - p.y * state.y, p.x * state.y + p.y * state.x));
}
