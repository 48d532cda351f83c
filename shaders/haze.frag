#version 330 core
// Light laid over light this way adds up as 1 - exp(-sum): it saturates, and nobody can count it.
in vec2 q;
flat in float strength;
flat in vec4 v_colour;
out vec4 o;
void main() {
  float g = max(1.0 - dot(q, q), 0.0);
  float a = (1.0 - exp(-strength * g * g * g)) * v_colour.a;
  a = max(a + grain_at(gl_FragCoord.xy) * step(0.004, a) * 1.5 / 255.0, 0.0);
  o = vec4(v_colour.rgb, 1.0) * a;
}
