#version 330 core
in vec2 p;
flat in vec4 v_box, v_fill, v_edge;
out vec4 o;
void main() {
  float d = round_box(p, v_box.xy, v_box.z);
  float inside = clamp(0.5 - d, 0.0, 1.0);
  float core = clamp(0.5 - d - v_box.w, 0.0, 1.0);
  vec4 fill = vec4(v_fill.rgb, 1.0) * v_fill.a;
  vec4 edge = vec4(v_edge.rgb, 1.0) * v_edge.a + fill * (1.0 - v_edge.a);
  o = mix(edge, fill, v_box.w > 0.0 ? core : 1.0) * inside;
}
