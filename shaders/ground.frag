#version 330 core
// Evening ground: a radial darkening, cool light above the line and warm below, and a faint grain that keeps projectors from banding.
uniform vec3 ground_centre, ground_middle, ground_edge;
uniform vec3 tint_above, tint_below;
uniform float line_y;  // pixels
uniform float grain;   // 0..1
out vec4 o;

void main() {
  vec2 px = gl_FragCoord.xy;
  vec2 from_centre = (px - vec2(0.5 * framebuffer_px.x, line_y)) / (0.62 * framebuffer_px);
  float r = dot(from_centre, from_centre);
  vec3 ground = mix(ground_centre, ground_middle, clamp(r * 1.8, 0.0, 1.0));
  ground = mix(ground, ground_edge, smoothstep(0.25, 1.5, r));
  float above = clamp((line_y - px.y) / line_y, 0.0, 1.0);
  float below = clamp((px.y - line_y) / (framebuffer_px.y - line_y), 0.0, 1.0);
  // Dim just at the line, so that it carries its own light.
  ground = mix(ground, ground_edge, 0.45 * (1.0 - smoothstep(0.0, 0.35, above + below)));
  ground = mix(ground, tint_above, 0.62 * above * (2.0 - above) * (0.35 + 0.65 * above));
  ground = mix(ground, tint_below, 0.66 * below * (0.3 + 0.7 * below));
  ground += grain_at(px) * (2.0 + 4.0 * grain) / 255.0;
  o = vec4(ground, 1.0);
}
