#include "app/screen_signs.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "paper/paper.h"

namespace greenline::app {
namespace {

constexpr double sign_share = 0.46;  // of the screen's shorter side
constexpr double pixels_a_unit = 4;  // what paper calls a millimetre
constexpr paper::Ink sign_ground{0.07, 0.09, 0.10}, quiet{0.78, 0.80, 0.80};

struct DrawnSign {
  platform::Monitor on;
  paper::Pages::Raster picture;
};

// In a square, lines as wide as it lets them be.
paper::Pages::Raster drawn(const platform::Monitor& monitor, const std::string& letter, const std::string& who,
                           const std::string& said) {
  const double side = std::floor(sign_share * std::min(monitor.width, monitor.height)) / pixels_a_unit;
  paper::Pages page = paper::Pages::picture({side, side}, pixels_a_unit);
  page.fill({0, 0, side, side}, sign_ground);
  const double margin = 0.06 * side, width = side - 2 * margin;
  const paper::Lettering large{
      .face = text::Face::words_bold, .em_mm = 0.56 * side, .ink = paper::white, .align = text::Align::centre};
  const paper::Lettering small{.face = text::Face::words, .em_mm = 0.062 * side, .ink = quiet, .align = text::Align::centre};
  page.write(letter, large, margin, -0.04 * side, width, paper::Role::title);
  double y = 0.70 * side;
  y += page.write(who, small, margin, y, width);
  if (!said.empty())
    page.write(said, {.face = text::Face::words_bold, .em_mm = small.em_mm, .ink = paper::white, .align = text::Align::centre},
               margin, y, width);
  return page.finish_picture();
}

}  // namespace

std::string who_is(const platform::Bound& bound) {
  if (!bound.glass.told()) return bound.connector;
  return to_text(bound.glass) + (bound.connector.empty() ? "" : ", " + bound.connector);
}

bool ScreenSigns::show(const platform::RoleScreens& screens, double now_s, const Said& said) {
  if (!signs_) signs_ = platform::XSigns::open();
  if (!signs_) return false;
  until_s_ = now_s + stay_s;
  put(screens, said);
  return true;
}

void ScreenSigns::look(const platform::RoleScreens& screens, double now_s, const Said& said) {
  if (!signs_) return;
  if (now_s >= until_s_) return signs_.reset();
  if (screens.version() != of_version_) put(screens, said);
}

void ScreenSigns::put(const platform::RoleScreens& screens, const Said& said) {
  of_version_ = screens.version();
  std::vector<DrawnSign> all;
  all.reserve(screens.monitors().size());
  for (std::size_t i = 0; i < screens.monitors().size(); ++i) {
    const platform::Monitor& monitor = screens.monitors()[i];
    all.push_back({monitor, drawn(monitor, platform::letter_of(i), who_is(bound_to(monitor)), said(i))});
  }
  std::vector<platform::Sign> signs;
  signs.reserve(all.size());
  for (const DrawnSign& one : all)
    signs.push_back({one.on.x + (one.on.width - one.picture.width) / 2, one.on.y + (one.on.height - one.picture.height) / 2,
                     one.picture.width, one.picture.height, one.picture.rgba});
  signs_->show(signs);
}

}  // namespace greenline::app
