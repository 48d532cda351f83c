#version 330 core
in float across;
in vec3 v_shape;
flat in vec4 v_colour;
uniform vec3 light;  // along a thread: its own colour, or one that parts it from what it crosses
out vec4 o;
void main() {
  vec2 a = line_light(abs(across), v_shape.x, v_shape.y, v_shape.z);
  o = (vec4(v_colour.rgb, 1.0) * a.x + vec4(light, 1.0) * a.y) * v_colour.a;
}
