#version 330 core
in vec2 p;
flat in vec4 v_size;  // half extents, corner radius, 1 / (2 radius); pixels
flat in vec4 v_paper, v_mark, v_edge;
flat in vec2 v_manner;
out vec4 o;
void main() {
  // Distance to a round corner without a root: |c| - r is (|c|^2 - r^2) / 2r near the edge.
  vec2 c = max(abs(p) - v_size.xy + v_size.z, 0.0);
  float d = (dot(c, c) - v_size.z * v_size.z) * v_size.w;
  float inside = clamp(0.5 - d, 0.0, 1.0);
  // Three faint lines, the last one shorter: something is written here.
  float pitch = 0.42 * v_size.y;
  float row = clamp(floor(p.y / pitch + 0.5), -1.0, 1.0);
  float across = abs(p.y - row * pitch);
  float along = abs(p.x + 0.09 * (row + 1.0) * v_size.x) - (0.56 - 0.09 * (row + 1.0)) * v_size.x;
  float line = clamp(0.07 * v_size.y + 0.55 - across, 0.0, 1.0) * clamp(0.5 - along, 0.0, 1.0);
  if (v_manner.y > 0.5) {  // veiled: two waves nobody can read
    float sway = abs(fract(p.x / (0.9 * v_size.x)) * 2.0 - 1.0);
    sway = sway * sway * (3.0 - 2.0 * sway) - 0.5;
    float wave = abs(abs(p.y + 0.30 * v_size.y * sway) - 0.30 * v_size.y);
    line = clamp(0.09 * v_size.y + 0.5 - wave, 0.0, 1.0) * clamp(0.62 * v_size.x + 0.5 - abs(p.x), 0.0, 1.0);
  }
  float rim = clamp(d + 1.3, 0.0, 1.0);
  vec3 body = mix(v_paper.rgb, v_mark.rgb, max(line * v_mark.a, 0.20 * rim));
  body = mix(body, v_edge.rgb, v_edge.a * clamp(d + v_manner.x + 0.5, 0.0, 1.0));
  o = vec4(body, 1.0) * (inside * v_paper.a);
}
