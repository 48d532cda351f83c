// Shapes and words in a draw list.
#include "ui/draw.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace greenline::ui {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

ImVec2 im(PixelPoint p) { return {p.x, p.y}; }

ImU32 im(Colour c) { return ImGui::ColorConvertFloat4ToU32({c.r, c.g, c.b, c.a}); }

// A rounded rectangle as a closed ring of points, the same number for any size, so that rings can be joined.
constexpr int corner_steps = 7;
constexpr int ring_size = 4 * (corner_steps + 1);

std::array<ImVec2, ring_size> rounded_ring(const PixelRect& rect, float corner) {
  const float radius = std::min({corner, rect.width() / 2, rect.height() / 2});
  const std::array<PixelPoint, 4> centres = {PixelPoint{rect.x0 + radius, rect.y0 + radius},
                                             {rect.x1 - radius, rect.y0 + radius},
                                             {rect.x1 - radius, rect.y1 - radius},
                                             {rect.x0 + radius, rect.y1 - radius}};
  std::array<ImVec2, ring_size> ring;
  std::size_t at = 0;
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    for (int step = 0; step <= corner_steps; ++step) {
      const float turn = pi + (static_cast<float>(quarter) + static_cast<float>(step) / corner_steps) * pi / 2;
      ring[at++] = {centres[quarter].x + radius * std::cos(turn), centres[quarter].y + radius * std::sin(turn)};
    }
  }
  return ring;
}

// The cards' outline, as the wall draws it: squircle corners and slightly bowed sides.
constexpr int pebble_corner_steps = 15;
constexpr int pebble_side_steps = 5;
constexpr int pebble_size = 4 * (pebble_corner_steps + pebble_side_steps);

std::array<ImVec2, pebble_size> pebble_ring(const PixelRect& rect) {
  const PixelPoint centre = rect.centre();
  const PixelPoint half{rect.width() / 2, rect.height() / 2};
  const float radius = 0.62F * half.y;
  const float bow = 0.045F * half.y;
  std::array<ImVec2, pebble_size> ring;
  std::size_t at = 0;
  // `across`, `down`: whether this part of the outline is bowed toward the middle in that direction.
  const auto put = [&](PixelPoint p, float across, float down) {
    const PixelPoint share{p.x / half.x, p.y / half.y};
    ring[at++] = {centre.x + p.x - std::copysign(across * bow * share.y * share.y, p.x),
                  centre.y + p.y - std::copysign(down * bow * share.x * share.x, p.y)};
  };
  for (int quarter = 0; quarter < 4; ++quarter) {
    // Clockwise from the top left corner.
    const PixelPoint sign{quarter == 0 || quarter == 3 ? -1.0F : 1.0F, quarter < 2 ? -1.0F : 1.0F};
    const PixelPoint corner{sign.x * (half.x - radius), sign.y * (half.y - radius)};
    const bool from_side = quarter % 2 == 0;  // the arc begins at the upright side, else at the level one
    PixelPoint last;
    for (int step = 0; step < pebble_corner_steps; ++step) {
      const float turn = static_cast<float>(step) / (pebble_corner_steps - 1) * pi / 2;
      const float x = std::sqrt(std::max(0.0F, from_side ? std::cos(turn) : std::sin(turn)));
      const float y = std::sqrt(std::max(0.0F, from_side ? std::sin(turn) : std::cos(turn)));
      last = {corner.x + sign.x * radius * x, corner.y + sign.y * radius * y};
      put(last, 1, 1);
    }
    const PixelPoint end = from_side ? PixelPoint{-last.x, last.y} : PixelPoint{last.x, -last.y};
    for (int step = 1; step <= pebble_side_steps; ++step) {
      const float share = static_cast<float>(step) / (pebble_side_steps + 1);
      put({std::lerp(last.x, end.x, share), std::lerp(last.y, end.y, share)}, from_side ? 0 : 1, from_side ? 1 : 0);
    }
  }
  return ring;
}

}  // namespace

Colour mixed(Colour a, Colour b, float of_b) {
  return {std::lerp(a.r, b.r, of_b), std::lerp(a.g, b.g, of_b), std::lerp(a.b, b.b, of_b), std::lerp(a.a, b.a, of_b)};
}

Painter::Painter(ImDrawList& list, text::Engine& engine, const content::Palette& palette, GlyphTextures glyphs)
    : list_(list), engine_(engine), palette_(palette), glyphs_(glyphs) {}

void Painter::fill(const PixelRect& rect, float corner, Colour colour) {
  list_.AddRectFilled({rect.x0, rect.y0}, {rect.x1, rect.y1}, im(colour), corner);
}

void Painter::edge(const PixelRect& rect, float corner, Colour colour, float width) {
  const PixelRect middle = shrunk(rect, width / 2);
  list_.AddRect({middle.x0, middle.y0}, {middle.x1, middle.y1}, im(colour), corner - width / 2, 0, width);
}

// Rings whose alpha falls off like a blurred edge; under the middle of the shape nothing is drawn. `ring_of(out)`: the shape
// grown by that many pixels, as a ring of points.
template <class RingOf>
void soft_edge(ImDrawList& list, float spread, Colour colour, RingOf ring_of) {
  constexpr unsigned rings = 6;
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const unsigned first = list._VtxCurrentIdx;
  constexpr auto size = static_cast<unsigned>(std::tuple_size_v<decltype(ring_of(0.0F))>);
  list.PrimReserve(static_cast<int>((rings - 1) * size * 6), static_cast<int>(rings * size));
  for (unsigned ring = 0; ring < rings; ++ring) {
    // It begins a little under the shape, so that a shadow that falls to one side leaves no light between them.
    const float out = std::max(0.0F, static_cast<float>(ring) - 1) / (rings - 2);
    const ImU32 shade = im(faded(colour, (1 - out) * (1 - out)));
    for (const ImVec2& p : ring_of(ring == 0 ? -0.35F * spread : spread * out)) list.PrimWriteVtx(p, white, shade);
  }
  for (unsigned ring = 0; ring + 1 < rings; ++ring) {
    for (unsigned i = 0; i < size; ++i) {
      const unsigned next = (i + 1) % size;
      const unsigned inner = first + ring * size;
      const unsigned outer = inner + size;
      for (const unsigned index : {inner + i, outer + i, outer + next, inner + i, outer + next, inner + next}) {
        list.PrimWriteIdx(static_cast<ImDrawIdx>(index));
      }
    }
  }
}

void Painter::shadow(const PixelRect& rect, float corner, float spread, Colour colour) {
  soft_edge(list_, spread, colour, [&](float out) { return rounded_ring(rect.grown(out), corner + out); });
}

void Painter::pebble(const PixelRect& rect, Colour colour) {
  for (const ImVec2& p : pebble_ring(rect)) list_.PathLineTo(p);
  list_.PathFillConvex(im(colour));
}

void Painter::pebble_shadow(const PixelRect& rect, float spread, Colour colour) {
  soft_edge(list_, spread, colour, [&](float out) { return pebble_ring(rect.grown(out)); });
}

void Painter::disc(PixelPoint centre, float radius, Colour colour) { list_.AddCircleFilled(im(centre), radius, im(colour)); }

void Painter::fill_shape(std::span<const PixelPoint> edge, Colour colour) {
  for (const PixelPoint& p : edge) list_.PathLineTo(im(p));
  list_.PathFillConcave(im(colour));
}

void Painter::line(std::span<const PixelPoint> points, Colour colour, float width, bool closed) {
  for (const PixelPoint& p : points) list_.PathLineTo(im(p));
  list_.PathStroke(im(colour), closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
}

void Painter::picture(ImTextureData& texture, const PixelRect& rect, float corner) {
  list_.AddImageRounded(texture.GetTexRef(), {rect.x0, rect.y0}, {rect.x1, rect.y1}, {0, 0}, {1, 1}, im(Colour{1, 1, 1, 1}),
                        corner);
}

void Painter::words(text::BlockPtr block, PixelPoint top_left, Colour colour) {
  if (block != nullptr && !block->glyphs.empty()) written_.push_back({std::move(block), top_left, colour});
}

LabelFit fit_label(text::Engine& engine, std::string_view words, const PixelRect& box, text::Style style) {
  constexpr std::array parts = {1.0F, 0.9F, 0.8F, 0.72F, 0.64F, 0.56F, 0.5F};  // the last tells only that a word is broken
  style.width_px = box.width();
  std::array<float, parts.size()> sizes{};
  std::ranges::transform(parts, sizes.begin(), [&](float part) { return part * style.size_px; });
  // No step passes over the smallest that can be read well.
  const auto below = std::ranges::find_if(sizes, [](float size) { return size < Measures::readable_px; });
  if (below != sizes.begin() && below < sizes.end() - 2) *below = Measures::readable_px;
  const float most_height = style.max_lines == 1 ? 1.6F * style.size_px : box.height();
  const auto fit = engine.fit(words, style, most_height, std::span(sizes).first(sizes.size() - 1));
  bool whole = fit.fits;
  if (whole && fit.size_px == sizes[sizes.size() - 2])
    whole = engine.fit(words, style, most_height, sizes).size_px == fit.size_px;
  return {fit.block, fit.size_px, whole};
}

void Painter::label(std::string_view words, const PixelRect& box, const text::Style& style, Colour colour) {
  if (words.empty()) return;
  const text::BlockPtr block = fit_label(engine_, words, box, style).block;
  const float room = box.width() - block->width;
  const float left = style.align == text::Align::left ? 0 : style.align == text::Align::centre ? room / 2 : room;
  this->words(block, {box.x0 + left, box.centre().y - block->height / 2}, colour);
}

float Painter::from_top(std::string_view words, const PixelRect& box, text::Style style, std::span<const float> steps,
                        Colour colour) {
  if (words.empty() || box.height() <= 0) return 0;
  style.width_px = box.width();
  std::vector<float> sizes(steps.begin(), steps.end());
  for (float& size : sizes) size *= style.size_px;
  const auto fit = engine_.fit(words, style, box.height(), sizes);
  const float left = fit.block->right_to_left ? box.width() - fit.block->width : 0;
  this->words(fit.block, {std::round(box.x0 + left), std::round(box.y0)}, colour);
  return fit.block->height;
}

void Painter::clip(const PixelRect& rect) {
  finish_layer();
  list_.PushClipRect({rect.x0, rect.y0}, {rect.x1, rect.y1}, true);
}

void Painter::unclip() {
  finish_layer();
  list_.PopClipRect();
}

void Painter::finish_layer() {
  if (written_.empty()) return;
  add_glyphs(false);
  const auto shows_picture = [](const Written& written) {
    return std::ranges::any_of(written.block->glyphs, &text::Glyph::picture);
  };
  if (std::ranges::any_of(written_, shows_picture)) add_glyphs(true);
  written_.clear();
}

void Painter::add_glyphs(bool pictures) {
  const text::AtlasImage atlas = pictures ? engine_.pictures() : engine_.atlas();
  const ImVec2 scale{1 / static_cast<float>(atlas.width), 1 / static_cast<float>(atlas.height)};
  list_.PushTexture(ImTextureRef(static_cast<ImTextureID>(pictures ? glyphs_.pictures : glyphs_.letters)));
  for (const Written& written : written_) {
    const ImU32 colour = im(pictures ? Colour{1, 1, 1, written.colour.a} : written.colour);
    const auto count = static_cast<int>(std::ranges::count(written.block->glyphs, pictures, &text::Glyph::picture));
    list_.PrimReserve(6 * count, 4 * count);
    for (const text::Glyph& glyph : written.block->glyphs) {
      if (glyph.picture != pictures) continue;
      // On whole pixels: the coverage was rasterised there.
      const ImVec2 at{std::round(written.at.x + glyph.x), std::round(written.at.y + glyph.y)};
      const auto width = static_cast<float>(glyph.w);
      const auto height = static_cast<float>(glyph.h);
      const ImVec2 from{static_cast<float>(glyph.u) * scale.x, static_cast<float>(glyph.v) * scale.y};
      list_.PrimRectUV(at, {at.x + width, at.y + height}, from, {from.x + width * scale.x, from.y + height * scale.y}, colour);
    }
  }
  list_.PopTexture();
}

}  // namespace greenline::ui
