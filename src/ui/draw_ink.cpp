// Ink as people made it: a smooth ribbon whose width follows the hand.
#include <imgui.h>

#include <cmath>
#include <vector>

#include "ui/draw.h"

namespace greenline::ui {
namespace {

struct Nib {  // the pen at one moment, in pixels
  PixelPoint at;
  float radius = 1;
};

// A point of the Catmull-Rom curve through b and c, with a and d beside them.
Nib between(const Nib& a, const Nib& b, const Nib& c, const Nib& d, float t) {
  const float t2 = t * t;
  const float t3 = t2 * t;
  const auto curve = [&](float p, float q, float r, float s) {
    return 0.5F * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t2 + (3 * q - p - 3 * r + s) * t3);
  };
  return {{curve(a.at.x, b.at.x, c.at.x, d.at.x), curve(a.at.y, b.at.y, c.at.y, d.at.y)}, std::lerp(b.radius, c.radius, t)};
}

// The stroke in pixels, closely enough spaced that its segments cannot be seen.
std::vector<Nib> smoothed(const model::Stroke& stroke, const PixelRect& pad) {
  const auto nib = [&](std::size_t i) {
    const model::InkPoint& p = stroke[std::min(i, stroke.size() - 1)];
    return Nib{{pad.x0 + p.x * pad.width(), pad.y0 + p.y * pad.height()}, std::max(0.7F, p.width * pad.width() / 2)};
  };
  constexpr float step_px = 3;
  std::vector<Nib> nibs = {nib(0)};
  for (std::size_t i = 0; i + 1 < stroke.size(); ++i) {
    const Nib before = nib(i == 0 ? 0 : i - 1);
    const Nib from = nib(i);
    const Nib to = nib(i + 1);
    const Nib after = nib(i + 2);
    const int steps = std::max(1, static_cast<int>(model::length(to.at - from.at) / step_px));
    for (int step = 1; step <= steps; ++step) {
      nibs.push_back(between(before, from, to, after, static_cast<float>(step) / static_cast<float>(steps)));
    }
  }
  return nibs;
}

// Unit normal of the way from a to b; (0, 0) when they coincide.
PixelPoint normal(PixelPoint a, PixelPoint b) {
  const PixelPoint along = b - a;
  const float size = model::length(along);
  return size < 1e-4F ? PixelPoint{} : PixelPoint{-along.y / size, along.x / size};
}

// One ribbon: solid in the middle, a pixel of fading at either side.
void ribbon(ImDrawList& list, std::span<const Nib> nibs, ImU32 colour) {
  const auto count = static_cast<int>(nibs.size());
  list.PrimReserve((count - 1) * 18, count * 4);
  const unsigned first = list._VtxCurrentIdx;
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const ImU32 clear = colour & ~IM_COL32_A_MASK;
  for (std::size_t i = 0; i < nibs.size(); ++i) {
    const PixelPoint across = normal(nibs[i == 0 ? 0 : i - 1].at, nibs[std::min(i + 1, nibs.size() - 1)].at);
    const auto at = [&](float out) { return ImVec2{nibs[i].at.x + across.x * out, nibs[i].at.y + across.y * out}; };
    const float solid = nibs[i].radius - 0.5F;
    list.PrimWriteVtx(at(-solid - 1), white, clear);
    list.PrimWriteVtx(at(-solid), white, colour);
    list.PrimWriteVtx(at(solid), white, colour);
    list.PrimWriteVtx(at(solid + 1), white, clear);
  }
  for (unsigned i = 0; i + 1 < nibs.size(); ++i) {
    for (unsigned side = 0; side < 3; ++side) {
      const unsigned here = first + i * 4 + side;
      for (const unsigned index : {here, here + 1, here + 5, here, here + 5, here + 4}) {
        list.PrimWriteIdx(static_cast<ImDrawIdx>(index));
      }
    }
  }
}

}  // namespace

void Painter::ink(const model::Stroke& stroke, const PixelRect& pad, Colour colour) {
  if (stroke.empty()) return;
  const ImU32 packed = ImGui::ColorConvertFloat4ToU32({colour.r, colour.g, colour.b, colour.a});
  const std::vector<Nib> nibs = smoothed(stroke, pad);
  const auto round = [&](const Nib& nib) { list_.AddCircleFilled({nib.at.x, nib.at.y}, nib.radius, packed); };
  round(nibs.front());
  if (nibs.size() < 2) return;
  round(nibs.back());
  // A ribbon opens on the outside of a sharp turn; a disc there closes it.
  for (std::size_t i = 1; i + 1 < nibs.size(); ++i) {
    const PixelPoint before = normal(nibs[i - 1].at, nibs[i].at);
    const PixelPoint after = normal(nibs[i].at, nibs[i + 1].at);
    if (before.x * after.x + before.y * after.y < 0.8F) round(nibs[i]);
  }
  // Pieces share an end, and each stays below what 16-bit indices reach.
  constexpr std::size_t piece = 4000;
  const std::span<const Nib> all(nibs);
  for (std::size_t from = 0; from + 1 < nibs.size(); from += piece) {
    ribbon(list_, all.subspan(from, std::min(piece + 1, nibs.size() - from)), packed);
  }
}

}  // namespace greenline::ui
