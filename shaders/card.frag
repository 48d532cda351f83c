#version 330 core
in vec2 p;
flat in vec4 v_size;  // half extents, reach, opacity
uniform vec4 paper, ink, card_edge, shadow, veil, veil_wave, warm, resting, resting_ink;
uniform float glow, firmness, weight;  // of the palette
#ifdef SIGNS
flat in vec4 v_signs, v_more;
#endif
out vec4 o;

vec4 over(vec4 top, vec4 below) { return top + below * (1.0 - top.a); }
vec4 lit(vec4 c, float a) { return vec4(c.rgb, 1.0) * (c.a * a); }

void main() {
  vec2 half_px = v_size.xy;
  float d = pebble(p, half_px);
  float inside = clamp(0.5 - d, 0.0, 1.0);
  float up = 0.5 - 0.5 * p.y / half_px.y;  // 1 at the top
  float rim = clamp(1.0 + d / (0.16 * half_px.y + 1.0), 0.0, 1.0);

  vec3 body = paper.rgb * (0.965 + 0.045 * up);
  body = mix(body, body * vec3(0.90, 0.87, 0.82), 0.55 * rim * rim * (1.0 - 0.75 * up));  // the underside turns away
  body = mix(paper.rgb, body, min(4.0 * glow, 1.0));  // without light it is flat
  float edge_px = weight * (0.012 * half_px.y + 0.6);
  float edge = clamp(d + edge_px + 0.5, 0.0, 1.0);
  body = mix(body, card_edge.rgb, edge * card_edge.a);
  float paper_alpha = 1.0;
  float drop = 0.055 * half_px.y + 1.0;  // how far the shadow falls
  float shade = 1.0;
  vec4 under = vec4(0.0);

#ifdef SIGNS
  float kept = v_signs.x, warmth = max(v_signs.y, 0.85 * v_signs.z), veiled = v_more.x, at_rest = v_more.z, lifted = v_more.w;
  drop *= 1.0 + 1.2 * lifted;

  // Slips of what others laid beside it, from beneath the lower edge.
  for (int k = 0; k < 3; ++k) {
    if (float(k) >= v_signs.w) break;
    vec2 at = p - vec2((float(k) - 1.0) * 0.46 * half_px.x + 0.05 * half_px.x, (0.90 + 0.03 * float(k & 1)) * half_px.y);
    at.x += (float(k) - 0.8) * 0.10 * at.y;
    float slip = round_box(at, vec2(0.30 * half_px.x, 0.27 * half_px.y), 0.10 * half_px.y);
    vec3 slip_paper = mix(paper.rgb, warm.rgb, 0.16 + 0.12 * float(k)) * 0.93;
    slip_paper = mix(slip_paper, card_edge.rgb, card_edge.a * clamp(slip + edge_px + 0.5, 0.0, 1.0));
    float seen = min(v_signs.w - float(k), 1.0);  // one that is being written is faint
    vec4 piece = lit(vec4(slip_paper, 1.0), seen * clamp(0.5 - slip, 0.0, 1.0));
    under = over(piece, over(lit(shadow, seen * 0.35 * clamp(0.5 - slip / 4.0, 0.0, 1.0)), under));
  }

  // A veiled card is the same pebble in slate, with two waves nobody can read.
  float w = 0.5 * half_px.y;
  float wave = min(abs(p.y - 0.22 * w - 0.16 * w * sin(p.x / (0.62 * w))), abs(p.y + 0.36 * w - 0.16 * w * sin(p.x / (0.62 * w) + 0.7)));
  float drawn = clamp(0.036 * half_px.y + 0.5 - wave, 0.0, 1.0) * clamp(0.52 * half_px.x - abs(p.x), 0.0, 1.0);
  vec3 slate = mix(veil.rgb * (0.96 + 0.10 * up), veil_wave.rgb, drawn * veil_wave.a);
  slate = mix(slate, veil_wave.rgb, mix(0.95, 1.0, firmness) * edge);
  body = mix(body, slate, veiled);

  // Being written down: thinner paper with a quiet broken edge.
  float settling = 1.0 - kept;
  float broken = 0.5 + 0.5 * sin((p.x + p.y) * 0.55);
  body = mix(body, ink.rgb, settling * mix(0.32, 1.0, firmness) * broken * clamp(1.5 - abs(d + 2.5), 0.0, 1.0));
  paper_alpha *= 1.0 - 0.24 * settling;

  // Stays in this room: two small rings, one through the other.
  vec2 sign_at = p - vec2(half_px.x - 0.30 * half_px.y, -half_px.y + 0.27 * half_px.y);
  float ring = 0.092 * half_px.y;
  float rings = min(abs(length(sign_at + vec2(0.8 * ring, 0.0)) - ring), abs(length(sign_at - vec2(0.8 * ring, 0.0)) - ring));
  body = mix(body, mix(ink.rgb, veil_wave.rgb, veiled), 0.8 * v_more.y * clamp(0.026 * half_px.y + 0.5 - rings, 0.0, 1.0));

  // At rest: let go of, with thanks. It has no shadow, and a thin line round it.
  body = mix(body, mix(resting.rgb, resting_ink.rgb, mix(0.8, 1.0, firmness) * edge), at_rest);
  shade = 1.0 - at_rest;

  float line = clamp(0.045 * half_px.y + 0.9 - abs(d + 0.4), 0.0, 1.0);
  body = mix(body, warm.rgb, warmth * max(line, 0.35 * rim * rim * rim));
#endif

  // The shadow is soft enough for a distance without a root: how far outside a box well within the card, squared.
  float soft = 0.62 * half_px.y + v_size.z - drop;
  vec2 fallen = max(abs(p - vec2(0.0, drop)) - half_px + 0.62 * half_px.y, 0.0) / soft;
  float s = max(1.0 - dot(fallen, fallen), 0.0);
  vec4 all = lit(shadow, shade * min(0.78 * s * s, 0.46));
#ifdef SIGNS
  float h = clamp(1.0 - d / (v_size.z * 0.95), 0.0, 1.0);
  all = over(lit(warm, min(2.0 * glow, 1.0) * 0.55 * warmth * h * h * step(0.0, d + 1.0)), all);
  // The weaker the glow, the more a ring tells what is lit.
  float ring_px = 0.5 * weight * (0.02 * half_px.y + 1.0), ring_at = 0.05 * half_px.y + 1.4 + ring_px;
  all = over(lit(warm, (1.0 - glow) * v_signs.z * clamp(ring_px + 0.5 - abs(d - ring_at), 0.0, 1.0)), all);
  all = over(under, all);
#endif
  // The outermost reach must fade to nothing, whatever the shape.
  vec2 room = half_px + v_size.z - abs(p);
  all *= clamp(min(room.x, max(room.y, 0.12 * half_px.y * step(0.0, p.y) + room.y)) * 0.5, 0.0, 1.0);
  all = over(vec4(body, 1.0) * (inside * paper_alpha), all);
  o = all * v_size.w;
}
