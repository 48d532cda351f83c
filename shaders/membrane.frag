#version 330 core
// Lighter toward the edge, quiet in the middle, with light spilling over the rim.
in vec2 p;
flat in vec4 v_place, v_hollow, v_wobble, v_wobble5, v_sector, v_colour, v_inner_wobble;
flat in vec2 v_inner_wobble5;
out vec4 o;

// Share by which the edge stands out at the direction with cosine c and sine s.
float uneven(float c, float s, vec4 wobble, vec2 wobble5) {
  float c2 = c * c - s * s, s2 = 2.0 * c * s;
  float c3 = c2 * c - s2 * s, s3 = s2 * c + c2 * s;
  float c5 = c3 * c2 - s3 * s2, s5 = s3 * c2 + c3 * s2;
  return dot(wobble, vec4(c2, s2, c3, s3)) + dot(wobble5, vec2(c5, s5));
}
// Distance in pixels to an uneven ellipse; negative inside. First-order, exact at the edge.
float ellipse(vec2 radii, vec4 wobble, vec2 wobble5) {
  vec2 e = p / radii;
  float f = max(length(e), 1e-4);
  float g = max(length(e / radii), 1e-6);
  f /= 1.0 + uneven(e.x / f, e.y / f, wobble, wobble5);
  return f * (f - 1.0) / g;
}
void main() {
  float d = ellipse(v_place.zw, v_wobble, v_wobble5.xy);
  float rim = d;
  if (v_hollow.x > 0.0) {
    float inner = -ellipse(v_hollow.xy, v_inner_wobble, v_inner_wobble5);
    rim = max(d, inner * 0.6);
    d = max(d, inner);
  }
  if (v_wobble5.w > 0.5) {
    vec2 e = p / v_place.zw;
    float scale = min(v_place.z, v_place.w);
    float from = (v_sector.x * e.y - v_sector.y * e.x) * scale;  // beyond the beginning: positive
    float to = (v_sector.w * e.x - v_sector.z * e.y) * scale;
    bool wide = v_sector.x * v_sector.w - v_sector.y * v_sector.z > 0.0;  // more than half a turn, y down
    float cut = wide ? min(from, to) : max(from, to);
    d = max(d, cut);
    rim = max(rim, cut);
  }
  vec2 body = v_hollow.x > 0.0 ? 1.4 * (v_place.zw - v_hollow.xy) : v_place.zw;
  float size = min(body.x, body.y);
  float depth = clamp(1.0 + rim / (0.27 * size), 0.0, 1.0);  // 1 at the edge, 0 well inside
  float lean = 1.0 - 0.12 * p.y / v_place.w;                 // a little more light from above
  float fill = v_hollow.w * (0.52 + 0.48 * depth * depth * depth * (2.0 - depth)) * lean;
  float inside = clamp(0.5 - d, 0.0, 1.0);
  float light = clamp(1.0 - d / v_hollow.z, 0.0, 1.0);
  float halo = v_wobble5.z * light * light * light * (1.0 - inside);
  float a = (fill * inside + halo) * v_colour.a;
  a = max(a + grain_at(gl_FragCoord.xy) * step(0.002, a) * 1.5 / 255.0, 0.0);
  o = vec4(v_colour.rgb, 1.0) * a;
}
