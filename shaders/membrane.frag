#version 330 core
// Lighter toward the edge, quiet in the middle, with light spilling over the rim. How far the edge is, is baked.
uniform sampler2DArray fields;  // pixels to the edge, negative inside
in vec2 p;
in vec3 uv;
flat in vec4 v_light, v_colour;
flat in vec3 v_body;
out vec4 o;
void main() {
  float d = texture(fields, uv).r * v_body.z;
  float depth = clamp(1.0 + d / v_body.x, 0.0, 1.0);  // 1 at the edge, 0 well inside
  float lean = 1.0 - 0.12 * p.y / v_body.y;           // a little more light from above
  float fill = v_light.y * (0.52 + 0.48 * depth * depth * depth * (2.0 - depth)) * lean;
  float inside = clamp(0.5 - d, 0.0, 1.0);
  float light = clamp(1.0 - d / v_light.x, 0.0, 1.0);
  float halo = v_light.z * light * light * light * (1.0 - inside);
  float a = (fill * inside + halo) * v_colour.a;
  a = max(a + grain_at(gl_FragCoord.xy) * step(0.002, a) * 1.5 / 255.0, 0.0);
  o = vec4(v_colour.rgb, 1.0) * a;
}
