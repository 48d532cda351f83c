#version 330 core
in vec2 p;
flat in vec2 inner;
flat in vec4 v_paper, v_mark;
out vec4 o;
void main() {
  // An octagon is as round as a pebble this small can look.
  vec2 q = abs(p) - inner;
  float d = max(max(q.x, q.y), 0.66 * (q.x + q.y) + 0.30 * inner.y);
  float inside = clamp(0.5 - d, 0.0, 1.0);
  float row = abs(abs(p.y) - 0.36 * inner.y);  // two faint lines
  float line = clamp(0.13 * inner.y + 0.2 - row, 0.0, 1.0) * clamp(0.58 * inner.x - abs(p.x + 0.12 * p.y) + 0.5, 0.0, 1.0);
  float rim = clamp(d + 1.6, 0.0, 1.0);
  vec3 c = mix(v_paper.rgb, v_mark.rgb, max(line * v_mark.a, 0.22 * rim));
  o = vec4(c, 1.0) * (inside * v_paper.a);
}
