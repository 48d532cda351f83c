// A layer over a whole window: drawn anew only when something of it changed.
#pragma once
#include <functional>
#include <utility>

#include "ui/draw.h"
#include "ui/imgui_context.h"
#include "ui/pose.h"
#include "ui/seats.h"
#include "ui/surroundings.h"

namespace greenline::ui {

// The screen as it is for who reads it at that side: from beside it, as wide as it is high.
[[nodiscard]] inline Setting as_read_from(Side side, Setting screen) {
  if (!is_level(side)) std::swap(screen.width, screen.height);
  return screen;
}
// Whether what is laid out for one stands right on the other.
[[nodiscard]] inline bool is_same_screen(const Setting& a, const Setting& b) {
  return a.width == b.width && a.height == b.height && a.pixels_per_mm == b.pixels_per_mm && a.language == b.language;
}

class WholeScreen {
 public:
  explicit WholeScreen(const HostContext& host) : host_(host), context_(host) {}

  [[nodiscard]] bool stale() const { return stale_; }
  void draw_again() { stale_ = true; }
  // `setting` is the screen as it is for who reads it, from where `pose` leads to the window; `fill` draws all of it.
  // `seconds`: since the last call.
  const Drawing& draw(const Setting& setting, const Pose& pose, float seconds, GlyphTextures, const Surroundings&,
                      const std::function<void(Painter&)>& fill);
  [[nodiscard]] const Drawing& drawn() const { return drawing_; }  // the last time

 private:
  const HostContext& host_;
  SeatContext context_;
  bool stale_ = true;
  Drawing drawing_;
};

}  // namespace greenline::ui
