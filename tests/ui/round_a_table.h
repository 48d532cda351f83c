// A table in tests, 55 inches across, and hands at each of its sides.
#pragma once
#include "ui/at_a_seat.h"
#include "ui/measures.h"
#include "ui/pose.h"

namespace greenline::ui {

class RoundATable : public AtASeat {
 protected:
  RoundATable() { lay_down({3840, 2160, 3.17F}); }

  struct Glass {
    float width, height;
    model::PixelsPerMm pixels_per_mm;
  };
  void lay_down(const Glass& glass) {
    seats.emplace(engine, *strings, *keyboards);
    seats->set_palette(*palette);
    setting.width = glass.width;
    setting.height = glass.height;
    setting.pixels_per_mm = glass.pixels_per_mm;
    setting.table = true;
    setting.still = true;
    seats->set_setting(setting);
  }
  // Where somebody at that side touches, so far along it (0..1) from their left.
  [[nodiscard]] PixelPoint at_side(Side side, float along = 0.5F) const {
    const float length = is_level(side) ? setting.width : setting.height;
    const float depth = is_level(side) ? setting.height : setting.width;
    return pose_of_screen(side, setting.width, setting.height).to_screen(PixelPoint{along * length, 0.9F * depth});
  }
  int open_at(PixelPoint at) {
    ComposeCard card = a_card();
    card.beside = at;
    return open(card);
  }
  [[nodiscard]] bool on_screen(const PixelRect& r) const {
    return r.x0 >= 0 && r.y0 >= 0 && r.x1 <= setting.width && r.y1 <= setting.height;
  }
};

// Told in failing tests.
inline void PrintTo(Side side, std::ostream* out) {
  constexpr std::array names = {"below", "left", "above", "right"};
  *out << names[static_cast<std::size_t>(side)];
}

}  // namespace greenline::ui
