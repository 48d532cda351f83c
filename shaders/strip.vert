#version 330 core
// A lit line along any path: the green line's strands, the edges of regions. The path is made on the CPU.
layout(location = 0) in vec4 point;   // x, y, signed distance across, distance along; pixels
layout(location = 1) in vec4 shape;   // half width of the core, light beyond it, length of dash and gap (0: whole), of the dash; pixels
layout(location = 2) in vec4 colour;
layout(location = 3) in float glow_strength;
out vec2 v_at;  // along, across
flat out vec4 v_dash;
out vec4 v_colour;
out vec3 v_shape;
void main() {
  v_at = point.wz;
  v_dash = shape;
  v_shape = vec3(shape.xy, glow_strength);
  v_colour = colour;
  gl_Position = at_pixel(point.xy);
}
