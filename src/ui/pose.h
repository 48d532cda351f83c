// How a seat lies on the screen. Its inside is laid out upright, in the seat's own pixels, and knows nothing of turning: here
// is the way from there to the screen and back.
//
// Own pixels are the screen's pixels turned by quarters and moved by whole ones, y down toward the person who sits there. So
// nothing is rounded on the way: a glyph that lies on whole own pixels lies on whole pixels of the screen.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "model/space.h"

namespace greenline::ui {

// A side of the screen: the one that a seat's lower side is turned to. In quarter turns clockwise of what is drawn.
enum class Side : std::uint8_t { below, left, above, right };
inline constexpr std::array all_sides = {Side::below, Side::left, Side::above, Side::right};

struct Pose {
  Side foot = Side::below;
  model::PixelPoint origin;  // where the seat's own (0, 0) lies on the screen; whole pixels

  [[nodiscard]] model::PixelPoint to_screen(model::PixelPoint own) const {
    switch (foot) {
      case Side::below: break;
      case Side::left: return {origin.x - own.y, origin.y + own.x};
      case Side::above: return {origin.x - own.x, origin.y - own.y};
      case Side::right: return {origin.x + own.y, origin.y - own.x};
    }
    return {origin.x + own.x, origin.y + own.y};
  }
  [[nodiscard]] model::PixelPoint to_own(model::PixelPoint screen) const {
    const model::PixelPoint away = screen - origin;
    switch (foot) {
      case Side::below: break;
      case Side::left: return {away.y, -away.x};
      case Side::above: return {-away.x, -away.y};
      case Side::right: return {-away.y, away.x};
    }
    return away;
  }
  [[nodiscard]] model::PixelRect to_screen(const model::PixelRect& own) const {
    return between(to_screen(model::PixelPoint{own.x0, own.y0}), to_screen(model::PixelPoint{own.x1, own.y1}));
  }
  [[nodiscard]] model::PixelRect to_own(const model::PixelRect& screen) const {
    return between(to_own(model::PixelPoint{screen.x0, screen.y0}), to_own(model::PixelPoint{screen.x1, screen.y1}));
  }

 private:
  [[nodiscard]] static model::PixelRect between(model::PixelPoint a, model::PixelPoint b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
  }
};

[[nodiscard]] inline bool is_level(Side side) { return side == Side::below || side == Side::above; }

// The whole screen as it is seen from one of its sides: own (0, 0) is its far left corner from there.
[[nodiscard]] inline Pose pose_of_screen(Side from, float width, float height) {
  switch (from) {
    case Side::below: break;
    case Side::left: return {from, {width, 0}};
    case Side::above: return {from, {width, height}};
    case Side::right: return {from, {0, height}};
  }
  return {from, {0, 0}};
}

// For a panel that stands here on the screen: its own top left corner then lies within half a pixel of (`inset`, `inset`).
// `inset` is whole pixels.
[[nodiscard]] inline Pose pose_of_panel(const model::PixelRect& panel, Side foot, float inset) {
  const bool from_right = foot == Side::left || foot == Side::above;
  const bool from_below = foot == Side::above || foot == Side::right;
  const Pose corner{foot, {std::round(from_right ? panel.x1 : panel.x0), std::round(from_below ? panel.y1 : panel.y0)}};
  return {foot, corner.to_screen(model::PixelPoint{-inset, -inset})};
}

}  // namespace greenline::ui
