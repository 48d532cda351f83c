#version 330 core
// One piece of an ink stroke: two round ends of different width and all between.
layout(location = 0) in vec4 ends;    // two points, pixels
layout(location = 1) in vec2 radii;   // at each, pixels
layout(location = 2) in vec4 colour;
out vec2 p;  // along from the first end, across; pixels
flat out vec3 v_shape;  // length, radii
flat out vec4 v_colour;
void main() {
  vec2 c = corner(gl_VertexID);
  vec2 d = ends.zw - ends.xy;
  float l = length(d);
  vec2 along = l > 1e-3 ? d / l : vec2(1.0, 0.0);
  float reach = max(radii.x, radii.y) + 1.0;
  p = vec2(c.x * (0.5 * l + reach) + 0.5 * l, c.y * reach);
  v_shape = vec3(l, radii);
  v_colour = colour;
  gl_Position = at_pixel(ends.xy + along * p.x + vec2(-along.y, along.x) * p.y);
}
