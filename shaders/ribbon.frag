#version 330 core
in float across;
in vec3 v_shape;
flat in vec4 v_colour;
out vec4 o;
void main() { o = vec4(v_colour.rgb, 1.0) * (line_light(abs(across), v_shape.x, v_shape.y, v_shape.z) * v_colour.a); }
