// How large things are in a seat: everything is a multiple of one key's pitch, which comes from millimetres on glass.
//
// On a small screen (a kiosk of 24 inches) seats in company are low, so that three side by side leave most of its height to the
// canvas: rows are no higher than fingers need, and what may stand beside something else does. Somebody alone has a tall one,
// of the same keys across, beside which the canvas keeps its height. Round a table of up to 57 inches all are low, so that two
// opposite each other leave a canvas between them.
#pragma once
#include <algorithm>
#include <cstdint>

#include "ui/seats.h"

namespace greenline::ui {

struct Measures {
  float unit = 60;   // px: one key and the gap beside it
  float row = unit;  // px: the same downward, of keys and of whatever else answers to a finger
  bool low = false;
  float across = 10;  // units, of what stands within; more where a card is read whose words are large on the wall

  [[nodiscard]] float pad() const { return (low ? 0.22F : 0.34F) * unit; }
  [[nodiscard]] float gap() const { return 0.10F * unit; }                    // between keys
  [[nodiscard]] float space() const { return (low ? 0.11F : 0.18F) * unit; }  // between parts
  [[nodiscard]] float inner_width() const { return across * unit; }
  [[nodiscard]] float width() const { return inner_width() + 2 * pad(); }
  [[nodiscard]] float corner() const { return 0.36F * unit; }
  [[nodiscard]] float key_corner() const { return 0.17F * unit; }
  [[nodiscard]] float shadow() const { return 0.45F * unit; }
  [[nodiscard]] float above_tab() const { return (low ? 0.05F : 0.13F) * unit; }  // to what answers to a finger, and below it
  // Ems of what is written.
  [[nodiscard]] float title_em() const { return (low ? 0.42F : 0.50F) * unit; }
  [[nodiscard]] float prompt_em() const { return readable_em(low ? 0.31F : 0.38F); }
  [[nodiscard]] float key_em() const { return std::min(0.44F * unit, 0.62F * row); }
  [[nodiscard]] float label_em() const { return readable_em(0.33F); }
  // So many units; on a large screen of few pixels more of them, since letters below twelve pixels blur.
  [[nodiscard]] float readable_em(float units) const {
    return std::max(units * unit, std::min(readable_px, most_readable_em * unit));
  }
  // How much wider keys of a low seat are whose words do not grow smaller with it.
  [[nodiscard]] float roomier() const { return low ? std::clamp(roomy_px / (0.33F * unit), 1.0F, 1.5F) : 1; }
  // Of a key with two lines of words that can be read, at least.
  [[nodiscard]] float two_lines() const { return 2.3F * label_em() + 0.1F * unit; }
  static constexpr float roomy_px = 15;  // from there on words have room to shrink in
  static constexpr float readable_px = 12, most_readable_em = 0.44F;
};

enum class Company : std::uint8_t { alone, others };

// A landscape screen of which a seat as high as it likes to be would take more than two fifths of the height.
[[nodiscard]] bool is_small(const Setting&);

// For one person at this screen; `shrink` 1 is the size to wish for. Low in company on a small screen and round a table of up
// to 57 inches, else never. Keys are 16 mm apart (20 on a narrow upright screen), down to what the screen has room for. On a
// table six seats of that size stand round 55 inches.
[[nodiscard]] Measures measures_for(const Setting&, float shrink, Company = Company::others);

// How far from the hand that opened it a seat may stand beside it, pixels (see place_seat.h): what an arm reaches without a
// step, 300 mm; on a small screen, where several stand close together, a bit more than a quarter of its longer side.
[[nodiscard]] float reach_px(const Setting&);

// Between a seat and the screen's edge or another seat.
[[nodiscard]] float margin_px(const Setting&);

}  // namespace greenline::ui
