// Shared by every shader: put in after its #version line. Colours are sRGB, 0..1; outputs are premultiplied.
uniform vec2 framebuffer_px;  // width, height

// Row 0 of a framebuffer is the top of the picture, so pixels (y down) need no flip.
vec4 at_pixel(vec2 px) { return vec4(px / framebuffer_px * 2.0 - 1.0, 0.0, 1.0); }

// The corner of a quad, -1..1, of a triangle strip of four vertices.
vec2 corner(int vertex) { return vec2(float(vertex & 1), float(vertex >> 1)) * 2.0 - 1.0; }

// White noise by pixel, -0.5..0.5 (integer hash after lowbias32 by C. Wellons).
float grain_at(vec2 px) {
  uint x = uint(px.x) * 1664525u + uint(px.y) * 22695477u;
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  return float(x & 0xffffu) / 65535.0 - 0.5;
}

// Distance in pixels to a pebble: a box with squircle corners and slightly bowed sides. Negative inside.
float pebble(vec2 p, vec2 half_px) {
  float radius = 0.62 * half_px.y;
  vec2 u = p / half_px;
  vec2 q = abs(p) - (half_px - radius) + 0.045 * half_px.y * min(u.yx * u.yx, 1.0);
  vec2 c = max(q, 0.0);
  c *= c;
  return sqrt(sqrt(dot(c, c))) + min(max(q.x, q.y), 0.0) - radius;
}

// Distance in pixels to a box with round corners.
float round_box(vec2 p, vec2 half_px, float radius) {
  vec2 q = abs(p) - half_px + radius;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

// A lit line at `d` pixels from its middle: how much of its core is there, and of the light around it that ends at `glow` pixels.
vec2 line_light(float d, float half_core, float glow, float glow_strength) {
  float core = clamp(max(half_core, 0.5) + 0.5 - d, 0.0, 1.0) * min(2.0 * half_core, 1.0);
  float g = clamp(1.0 - d / (glow + half_core + 0.001), 0.0, 1.0);
  return vec2(core, (1.0 - core) * g * g * glow_strength);
}
