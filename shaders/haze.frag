#version 330 core
// Light laid over light this way adds up as 1 - exp(-sum): it thickens, saturates, and nobody can count it. What it saturates to
// is a mixture with the backdrop, so that names and edges stay seen through any crowd.
in vec2 q;
flat in vec2 v_manner;
flat in vec4 v_colour;
uniform sampler2D backdrop;
out vec4 o;
void main() {
  vec2 r = q * q;
  float person = max(1.0 - r.x - r.y, 0.0);
  float pool = max(1.0 - r.x * r.x - r.y, 0.0);  // as wide as words are
  float a = v_manner.y > 0.5 ? 1.0 - exp(-v_manner.x * person * person * person) : v_manner.x * pool * pool;
  a = max(a + grain_at(gl_FragCoord.xy) * step(0.004, a) * 2.0 / 255.0, 0.0);
  vec3 behind = texelFetch(backdrop, ivec2(gl_FragCoord.xy), 0).rgb;
  vec3 thickest = v_manner.y > 0.5 ? mix(behind, v_colour.rgb, v_colour.a) : v_colour.rgb;
  float most = v_manner.y > 0.5 ? 1.0 : v_colour.a;
  o = vec4(thickest, 1.0) * (a * most);
}
