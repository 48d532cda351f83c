#version 330 core
uniform vec4 band;
uniform vec4 light;    // colour
uniform float end_px;  // where the light ends, from the left
uniform float shines;  // 0..1, the palette's glow; without it a plain bar
out vec4 o;
void main() {
  vec2 px = gl_FragCoord.xy;
  float height = band.w - band.y;
  float up = (band.w - px.y) / height;  // 0 at the lower edge
  float fade = clamp((end_px - px.x) / (6.0 * height), 0.0, 1.0);
  float glow = clamp(1.0 - up, 0.0, 1.0);
  float along = 0.60 + 0.40 * px.x / framebuffer_px.x;
  float a = fade * fade * (3.0 - 2.0 * fade) * glow * (0.16 + 0.74 * glow * glow) * along;
  float bar = step(up, 0.26) * clamp(end_px - 3.0 * height - px.x, 0.0, 1.0);
  a = mix(bar, a, min(4.0 * shines, 1.0));
  a = max(a + grain_at(px) * step(0.004, a) * 1.5 / 255.0, 0.0);
  o = vec4(light.rgb, 1.0) * (a * light.a);
}
