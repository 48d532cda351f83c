// What each visual's shader is given for one thing drawn: plain values, laid out as the vertex attributes of shaders/*.vert.
// Lengths are pixels, y down.
#pragma once
#include <cstdint>

#include "content/palette.h"
#include "model/space.h"

namespace greenline::render {

using model::PixelPoint;
using model::PixelRect;

struct Rgba8 {  // straight alpha
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
};
[[nodiscard]] Rgba8 rgba8(content::Colour, float opacity = 1);
[[nodiscard]] content::Colour mixed(content::Colour from, content::Colour to, float share);

struct MembraneInstance {
  PixelPoint centre;
  float half_width = 0, half_height = 0;  // of the field's box
  float halo = 0, fill = 0, halo_strength = 0, layer = 0;
  float rim = 1, body_half_height = 1;
  float field_px = 1;  // pixels to one of the field's
  Rgba8 colour;
};

struct StripVertex {  // two a point of the path, one each side
  PixelPoint at;
  float across = 0, along = 0;
  float half_core = 0, glow = 0, dash_period = 0, dash = 0;
  Rgba8 colour;
  float glow_strength = 0;
};

struct HazeInstance {
  PixelPoint centre;
  float radius_x = 0, radius_y = 0;
  float strength = 0, keeps_backdrop = 0;
  Rgba8 colour;
  PixelRect words[2] = {};  // it is thin on these
};

struct RibbonInstance {
  PixelPoint a, b, c, d;
  float half_core = 0, glow = 0, glow_strength = 0, taper = 0;
  Rgba8 colour;
};

struct PillInstance {
  PixelRect rect;
  float radius = 0, edge_px = 0;
  Rgba8 fill, edge;
};

struct LeafInstance {
  PixelPoint centre;
  float half_width = 0, half_height = 0;
  Rgba8 paper, mark, edge;
  float edge_px = 0, veiled = 0;
};

struct CardInstance {
  PixelPoint centre;
  float half_width = 0, half_height = 0;
  float cos_turn = 1, sin_turn = 0, opacity = 1, reach = 0;
  float kept = 1, warm = 0, lit = 0, slips = 0;
  float veiled = 0, marked = 0, at_rest = 0, lifted = 0;
};

struct CapsuleInstance {
  PixelPoint from, to;
  float from_radius = 0, to_radius = 0;
  Rgba8 colour;
};

struct GlyphInstance {
  float x = 0, y = 0, width = 0, height = 0;  // from the pivot, before turning
  PixelPoint pivot;
  float cos_scaled = 1, sin_scaled = 0;
  std::uint16_t u = 0, v = 0, w = 0, h = 0;
  Rgba8 colour;
};

}  // namespace greenline::render
