// Shapes and words in a draw list.
#include "ui/draw.h"

#include <imgui.h>

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

}  // namespace

Colour mixed(Colour a, Colour b, float of_b) {
  return {std::lerp(a.r, b.r, of_b), std::lerp(a.g, b.g, of_b), std::lerp(a.b, b.b, of_b), std::lerp(a.a, b.a, of_b)};
}

Painter::Painter(ImDrawList& list, text::Engine& engine, const content::Palette& palette, std::uint64_t glyphs)
    : list_(list), engine_(engine), palette_(palette), glyphs_(glyphs) {}

void Painter::fill(const PixelRect& rect, float corner, Colour colour) {
  list_.AddRectFilled({rect.x0, rect.y0}, {rect.x1, rect.y1}, im(colour), corner);
}

void Painter::edge(const PixelRect& rect, float corner, Colour colour, float width) {
  const PixelRect middle = shrunk(rect, width / 2);
  list_.AddRect({middle.x0, middle.y0}, {middle.x1, middle.y1}, im(colour), corner - width / 2, 0, width);
}

void Painter::shadow(const PixelRect& rect, float corner, float spread, Colour colour) {
  // Rings whose alpha falls off like a blurred edge; under the shape itself nothing is drawn.
  constexpr int rings = 5;
  std::array<std::array<ImVec2, ring_size>, rings> points;
  std::array<ImU32, rings> colours{};
  for (int i = 0; i < rings; ++i) {
    const float out = static_cast<float>(i) / (rings - 1);
    const auto at = static_cast<std::size_t>(i);
    points[at] = rounded_ring(rect.grown(spread * out - 1), corner + spread * out);
    colours[at] = im(faded(colour, (1 - out) * (1 - out)));
  }
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  list_.PrimReserve((rings - 1) * ring_size * 6, rings * ring_size);
  const unsigned first = list_._VtxCurrentIdx;
  for (std::size_t ring = 0; ring < rings; ++ring) {
    for (const ImVec2& p : points[ring]) list_.PrimWriteVtx(p, white, colours[ring]);
  }
  for (unsigned ring = 0; ring + 1 < rings; ++ring) {
    for (unsigned i = 0; i < ring_size; ++i) {
      const unsigned next = (i + 1) % ring_size;
      const unsigned inner = first + ring * ring_size;
      const unsigned outer = inner + ring_size;
      for (const unsigned index : {inner + i, outer + i, outer + next, inner + i, outer + next, inner + next}) {
        list_.PrimWriteIdx(static_cast<ImDrawIdx>(index));
      }
    }
  }
}

void Painter::pebble(const PixelRect& rect, Colour colour) {
  constexpr int points = 96;
  constexpr float exponent = 5.0F;  // |x|^n + |y|^n = 1
  const PixelPoint centre = rect.centre();
  for (int i = 0; i < points; ++i) {
    const float turn = 2 * pi * static_cast<float>(i) / points;
    const float c = std::cos(turn);
    const float s = std::sin(turn);
    list_.PathLineTo({centre.x + rect.width() / 2 * std::copysign(std::pow(std::abs(c), 2 / exponent), c),
                      centre.y + rect.height() / 2 * std::copysign(std::pow(std::abs(s), 2 / exponent), s)});
  }
  list_.PathFillConvex(im(colour));
}

void Painter::disc(PixelPoint centre, float radius, Colour colour) { list_.AddCircleFilled(im(centre), radius, im(colour)); }

void Painter::line(std::span<const PixelPoint> points, Colour colour, float width, bool closed) {
  for (const PixelPoint& p : points) list_.PathLineTo(im(p));
  list_.PathStroke(im(colour), closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
}

void Painter::words(text::BlockPtr block, PixelPoint top_left, Colour colour) {
  if (block != nullptr && !block->glyphs.empty()) written_.push_back({std::move(block), top_left, colour});
}

void Painter::label(std::string_view words, const PixelRect& box, const text::Style& style, Colour colour) {
  if (words.empty()) return;
  text::Style fitted = style;
  fitted.width_px = box.width();
  const std::array sizes = {style.size_px,         style.size_px * 0.9F,  style.size_px * 0.8F,
                            style.size_px * 0.72F, style.size_px * 0.64F, style.size_px * 0.56F};
  const float most_height = style.max_lines == 1 ? 1.6F * style.size_px : box.height();
  const auto fit = engine_.fit(words, fitted, most_height, sizes);
  this->words(fit.block, {box.x0, box.centre().y - fit.block->height / 2}, colour);
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
  const text::AtlasImage atlas = engine_.atlas();
  const ImVec2 scale{1 / static_cast<float>(atlas.width), 1 / static_cast<float>(atlas.height)};
  list_.PushTexture(ImTextureRef(static_cast<ImTextureID>(glyphs_)));
  for (const Written& written : written_) {
    const ImU32 colour = im(written.colour);
    const auto count = static_cast<int>(written.block->glyphs.size());
    list_.PrimReserve(6 * count, 4 * count);
    for (const text::Glyph& glyph : written.block->glyphs) {
      // On whole pixels: the coverage was rasterised there.
      const ImVec2 at{std::round(written.at.x + glyph.x), std::round(written.at.y + glyph.y)};
      const auto width = static_cast<float>(glyph.w);
      const auto height = static_cast<float>(glyph.h);
      const ImVec2 from{static_cast<float>(glyph.u) * scale.x, static_cast<float>(glyph.v) * scale.y};
      list_.PrimRectUV(at, {at.x + width, at.y + height}, from, {from.x + width * scale.x, from.y + height * scale.y}, colour);
    }
  }
  list_.PopTexture();
  written_.clear();
}

}  // namespace greenline::ui
