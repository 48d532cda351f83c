#version 330 core
in vec2 p;
flat in vec3 v_shape;
flat in vec4 v_colour;
out vec4 o;
void main() {
  float t = clamp(p.x / max(v_shape.x, 1e-3), 0.0, 1.0);
  float d = length(vec2(p.x - t * v_shape.x, p.y)) - mix(v_shape.y, v_shape.z, t);
  o = vec4(v_colour.rgb, 1.0) * (clamp(0.5 - d, 0.0, 1.0) * v_colour.a);
}
