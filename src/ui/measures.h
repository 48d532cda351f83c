// How large things are in a seat: everything is a multiple of one key's pitch, which comes from millimetres on glass.
#pragma once
#include "ui/seats.h"

namespace greenline::ui {

struct Measures {
  float unit = 60;  // px: one key and the gap beside it

  [[nodiscard]] float pad() const { return 0.34F * unit; }
  [[nodiscard]] float gap() const { return 0.10F * unit; }    // between keys
  [[nodiscard]] float space() const { return 0.18F * unit; }  // between parts
  [[nodiscard]] float inner_width() const { return 10 * unit; }
  [[nodiscard]] float width() const { return inner_width() + 2 * pad(); }
  [[nodiscard]] float corner() const { return 0.36F * unit; }
  [[nodiscard]] float key_corner() const { return 0.17F * unit; }
  [[nodiscard]] float shadow() const { return 0.45F * unit; }
  // Ems of what is written.
  [[nodiscard]] float title_em() const { return 0.50F * unit; }
  [[nodiscard]] float prompt_em() const { return 0.38F * unit; }
  [[nodiscard]] float key_em() const { return 0.44F * unit; }
  [[nodiscard]] float label_em() const { return 0.33F * unit; }
};

// For one person at this screen; `shrink` 1 is the size to wish for. Keys are 16 mm apart (20 on a screen that stands upright),
// down to what the screen has room for. On a table six seats of that size stand round 55 inches.
[[nodiscard]] Measures measures_for(const Setting&, float shrink);

// Between a seat and the screen's edge or another seat.
[[nodiscard]] float margin_px(const Setting&);

}  // namespace greenline::ui
