#version 330 core
// Light laid over light this way adds up as 1 - exp(-sum): it thickens, saturates, and nobody can count it. What it saturates to
// is a mixture with the backdrop, so that names and edges stay seen through any crowd.
//
// Without glow it is chalk: specks, the more the thicker the light would be.
in vec2 q;
flat in vec2 v_manner;
flat in vec4 v_colour, v_words_a, v_words_b;
uniform sampler2D backdrop;
uniform float glow;  // 0..1
out vec4 o;

// How much of the light there is beside words: little on them, all of it their own height away.
float beside(vec4 words) {
  vec2 half_px = 0.5 * (words.zw - words.xy);
  if (half_px.y <= 0.0) return 1.0;
  vec2 out_px = max(abs(gl_FragCoord.xy - words.xy - half_px) - half_px, 0.0);
  return mix(0.30, 1.0, smoothstep(0.0, 1.2, length(out_px) / half_px.y));
}

void main() {
  vec2 r = q * q;
  float person = max(1.0 - r.x - r.y, 0.0);
  float pool = max(1.0 - r.x * r.x - r.y, 0.0);  // as wide as words are
  float a = v_manner.y > 0.5 ? 1.0 - exp(-v_manner.x * person * person * person) : v_manner.x * pool * pool;
  a *= beside(v_words_a) * beside(v_words_b);
  vec3 behind = texelFetch(backdrop, ivec2(gl_FragCoord.xy), 0).rgb;
  if (glow == 0.0 && v_manner.y > 0.5) {
    vec2 cell = floor(q * 30.0), at = fract(q * 30.0) - 0.5;
    float chance = grain_at(cell + 64.0) + 0.5;
    // None on words and edges.
    a = step(chance, 0.5 * a) * step(max(behind.r, max(behind.g, behind.b)), 0.4) *
        clamp((0.36 - length(at)) * 6.0 + 0.5, 0.0, 1.0);
  }
  a = max(a + (glow == 0.0 ? 0.0 : 1.0) * grain_at(gl_FragCoord.xy) * step(0.004, a) * 2.0 / 255.0, 0.0);
  vec3 thickest = v_manner.y > 0.5 ? mix(behind, v_colour.rgb, v_colour.a) : v_colour.rgb;
  float most = v_manner.y > 0.5 ? 1.0 : v_colour.a;
  o = vec4(thickest, 1.0) * (a * most);
}
