// How large a seat is on this screen.
#include "ui/measures.h"

namespace greenline::ui {

float margin_px(const Setting& setting) { return std::max(6.0F, 2.5F * setting.pixels_per_mm); }

float reach_px(const Setting& setting) {
  constexpr float arm_mm = 300, of_small_screen = 0.28F;
  return std::min(arm_mm * setting.pixels_per_mm, of_small_screen * std::max(setting.width, setting.height));
}

namespace {

constexpr float least_px = 38.0F;       // of a key: its letter is still drawn well
constexpr float small_screen_mm = 360;  // high: 27 inches
constexpr float narrow_table_mm = 720;  // its shorter side: 57 inches
constexpr float least_row_mm = 11.02F;  // what fingers hit, and what rounding takes
constexpr float least_row_px = 24.0F;   // two lines of its words are still read

float shorter_side(const Setting& setting) { return std::min(setting.width, setting.height); }

// Everyone round a table gets the same size, from the shorter side of the glass. One step smaller it still has keys 15 mm
// apart.
float table_unit(const Setting& setting, float widths) {
  constexpr float wished_mm = 16.4F;
  const float shorter = shorter_side(setting) - 2 * margin_px(setting);
  return std::min(std::max(wished_mm * setting.pixels_per_mm, least_px), shorter / widths);
}

}  // namespace

bool is_small(const Setting& setting) {
  return !setting.table && setting.height <= setting.width && setting.height <= small_screen_mm * setting.pixels_per_mm;
}

Measures measures_for(const Setting& setting, float shrink, Company company) {
  const bool upright = setting.height > setting.width;
  constexpr float least_mm = 15.0F, level_mm = 16.0F, upright_mm = 20.0F;
  const float widths = Measures{1}.width();  // of a seat, in units
  // Upright, larger where fewer than three would stand side by side anyway.
  const bool for_few = setting.width < 3 * (widths * level_mm * setting.pixels_per_mm + 2 * margin_px(setting));
  const float wished_mm = upright && for_few ? upright_mm : level_mm;
  const auto low = [&](float unit) {
    return Measures{unit, std::clamp(std::max(least_row_mm * setting.pixels_per_mm, least_row_px), 0.5F * unit, unit), true};
  };
  if (setting.table) {
    const bool is_narrow = shorter_side(setting) <= narrow_table_mm * setting.pixels_per_mm;
    const float unit = table_unit(setting, widths) * shrink;
    return is_narrow ? low(unit) : Measures{unit};
  }
  const float screen = setting.width - 2 * margin_px(setting);
  const bool small = is_small(setting);
  // On a landscape screen a seat takes a third, so that the canvas and others have room; more only to keep keys large enough.
  const float third = small ? (setting.width - 4 * margin_px(setting)) / 3 : 0.34F * setting.width;
  const float share =
      upright ? screen : std::max(third, std::min(0.5F * setting.width, widths * least_mm * setting.pixels_per_mm));
  // Many pixels only where six still stand side by side, upright three; on a large screen of few pixels keys are wide enough
  // anyway.
  const float side_by_side = upright ? 3 : 6;
  const float many = (setting.width - (side_by_side + 1) * margin_px(setting)) / side_by_side / widths;
  const float least = std::min(least_px, std::max(many, least_px * 0.7F));
  const float wished = std::max(wished_mm * setting.pixels_per_mm, least) * widths;
  const float unit = std::min({wished, share, screen}) / widths * shrink;
  if (!small || company == Company::alone) return {unit, unit};
  return low(unit);
}

}  // namespace greenline::ui
