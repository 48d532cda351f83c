// How large a seat is on this screen.
#include "ui/measures.h"

namespace greenline::ui {

float margin_px(const Setting& setting) { return std::max(6.0F, 2.5F * setting.pixels_per_mm); }

namespace {

constexpr float least_px = 38.0F;  // of a key: its letter is still drawn well

// Everyone round a table gets the same size, from the shorter side of the glass. One step smaller it still has keys 15 mm
// apart.
float table_unit(const Setting& setting, float widths) {
  constexpr float wished_mm = 16.4F;
  const float shorter = std::min(setting.width, setting.height) - 2 * margin_px(setting);
  return std::min(std::max(wished_mm * setting.pixels_per_mm, least_px), shorter / widths);
}

}  // namespace

Measures measures_for(const Setting& setting, float shrink) {
  const bool upright = setting.height > setting.width;
  const float wished_mm = upright ? 20.0F : 16.0F;
  constexpr float least_mm = 15.0F;
  const float widths = Measures{1}.width();  // of a seat, in units
  if (setting.table) return {table_unit(setting, widths) * shrink};
  const float screen = setting.width - 2 * margin_px(setting);
  // On a landscape screen a seat takes a third, so that the canvas and others have room; more only to keep keys large enough.
  const float share =
      upright ? screen
              : std::max(0.34F * setting.width, std::min(0.5F * setting.width, widths * least_mm * setting.pixels_per_mm));
  // Many pixels only where six still stand side by side; on a large screen of few pixels keys are wide enough anyway.
  constexpr float side_by_side = 6;
  const float six = (setting.width - (side_by_side + 1) * margin_px(setting)) / side_by_side / widths;
  const float least = upright ? least_px : std::min(least_px, std::max(six, least_px * 0.7F));
  const float wished = std::max(wished_mm * setting.pixels_per_mm, least) * widths;
  return {std::min({wished, share, screen}) / widths * shrink};
}

}  // namespace greenline::ui
