#version 330 core
// Light laid over light this way adds up as 1 - exp(-sum): it thickens, saturates, and nobody can count it. What it saturates to
// is a mixture with the backdrop, so that names and edges stay seen through any crowd.
//
// Without glow it is chalk: specks, the more the thicker the light would be.
in vec2 q;
flat in vec2 v_manner;
flat in vec4 v_colour;
uniform sampler2D backdrop;
uniform float glow;  // 0..1
out vec4 o;
void main() {
  vec2 r = q * q;
  float person = max(1.0 - r.x - r.y, 0.0);
  float pool = max(1.0 - r.x * r.x - r.y, 0.0);  // as wide as words are
  float a = v_manner.y > 0.5 ? 1.0 - exp(-v_manner.x * person * person * person) : v_manner.x * pool * pool;
  if (glow == 0.0 && v_manner.y > 0.5) {
    vec2 cell = floor(q * 30.0), at = fract(q * 30.0) - 0.5;
    float chance = grain_at(cell + 64.0) + 0.5;
    a = step(chance, 0.5 * a) * clamp((0.36 - length(at)) * 6.0 + 0.5, 0.0, 1.0);
  }
  a = max(a + (glow == 0.0 ? 0.0 : 1.0) * grain_at(gl_FragCoord.xy) * step(0.004, a) * 2.0 / 255.0, 0.0);
  vec3 behind = texelFetch(backdrop, ivec2(gl_FragCoord.xy), 0).rgb;
  vec3 thickest = v_manner.y > 0.5 ? mix(behind, v_colour.rgb, v_colour.a) : v_colour.rgb;
  float most = v_manner.y > 0.5 ? 1.0 : v_colour.a;
  o = vec4(thickest, 1.0) * (a * most);
}
