#version 330 core
// A cubic Bézier curve as a ribbon wide enough for its light: threads, roots and shoots.
layout(location = 0) in vec4 curve_ab;  // first and second control point, pixels
layout(location = 1) in vec4 curve_cd;
layout(location = 2) in vec4 shape;     // half width of the core, light beyond it (pixels), how strong the light is, share of width lost at the end
layout(location = 3) in vec4 colour;
uniform float segments;
out float across;  // pixels
out vec3 v_shape;
flat out vec4 v_colour;
void main() {
  float t = float(gl_VertexID >> 1) / segments;
  float side = float(gl_VertexID & 1) * 2.0 - 1.0;
  float s = 1.0 - t;
  vec2 a = curve_ab.xy, b = curve_ab.zw, c = curve_cd.xy, d = curve_cd.zw;
  vec2 at = s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d;
  vec2 along = s * s * (b - a) + 2.0 * s * t * (c - b) + t * t * (d - c);
  if (dot(along, along) < 1e-4) along = d - a + vec2(1e-3, 0.0);
  along = normalize(along);
  float reach = max(shape.x, 0.5) + shape.y + 0.6;
  across = side * reach;
  v_shape = vec3(shape.x * (1.0 - shape.w * t), shape.y, shape.z);
  v_colour = colour;
  gl_Position = at_pixel(at + vec2(-along.y, along.x) * across);
}
