#version 330 core
in vec2 v_at;
flat in vec4 v_dash;
in vec4 v_colour;
in vec3 v_shape;
out vec4 o;
void main() {
  float d = abs(v_at.y);
  if (v_dash.z > 0.0) {
    float from_middle = abs(fract(v_at.x / v_dash.z) - 0.5) * v_dash.z;
    d = length(vec2(max(from_middle - 0.5 * v_dash.w, 0.0), v_at.y));
  }
  vec2 a = line_light(d, v_shape.x, v_shape.y, v_shape.z);
  o = vec4(v_colour.rgb, 1.0) * ((a.x + a.y) * v_colour.a);
}
