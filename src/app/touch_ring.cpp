#include "app/touch_ring.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/screen_signs.h"
#include "paper/paper.h"

namespace greenline::app {
namespace {

constexpr double ring_sign_share = 0.66;                   // of the screen's shorter side
constexpr double ring_pixels_a_unit = 4;                   // what paper calls a millimetre
constexpr double radius_share = 0.26, line_share = 0.035;  // of the sign's side
constexpr paper::Ink ring_ground{0.07, 0.09, 0.10}, waiting{0.94, 0.78, 0.46}, touched_ink{0.50, 0.77, 0.54};

// A ring round the middle, its edge as soft as a pixel.
void draw_ring(paper::Pages::Raster& picture, double radius_px, double line_px, paper::Ink ink) {
  const double middle_x = 0.5 * picture.width, middle_y = 0.5 * picture.height;
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x) {
      const double from_line = std::abs(std::hypot(x + 0.5 - middle_x, y + 0.5 - middle_y) - radius_px) - 0.5 * line_px;
      const double cover = std::clamp(0.5 - from_line, 0.0, 1.0);
      if (cover <= 0) continue;
      auto* pixel =
          &picture
               .rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x))];
      for (const auto& [channel, value] : {std::pair(0, ink.r), std::pair(1, ink.g), std::pair(2, ink.b)})
        pixel[channel] = static_cast<std::uint8_t>(std::lround((1 - cover) * pixel[channel] + cover * 255 * value));
    }
}

paper::Pages::Raster drawn_ring(const platform::Monitor& monitor, const std::string& letter, const TouchRing::Words& words,
                                bool felt) {
  const double side = std::floor(ring_sign_share * std::min(monitor.width, monitor.height)) / ring_pixels_a_unit;
  paper::Pages page = paper::Pages::picture({side, side}, ring_pixels_a_unit);
  page.fill({0, 0, side, side}, ring_ground);
  const paper::Ink ink = felt ? touched_ink : waiting;
  const double margin = 0.05 * side, width = side - 2 * margin;
  paper::Lettering large{.face = text::Face::words_bold, .em_mm = 0.22 * side, .ink = ink, .align = text::Align::centre};
  page.write(letter, large, margin, 0.5 * (side - page.height_of(letter, large, width)), width, paper::Role::title);
  paper::Lettering asks{.face = text::Face::words_bold,
                        .em_mm = 0.07 * side,
                        .ink = paper::white,
                        .language = words.language,
                        .align = text::Align::centre};
  const std::string& said = felt ? words.felt : words.touch;
  const double room = side - margin - (0.5 + radius_share + line_share) * side;
  while (page.height_of(said, asks, width) > room && asks.em_mm > 0.03 * side) asks.em_mm *= 0.9;
  page.write(said, asks, margin, side - margin - 0.5 * (room + page.height_of(said, asks, width)), width);
  paper::Pages::Raster picture = page.finish_picture();
  draw_ring(picture, radius_share * picture.width, line_share * picture.width, ink);
  return picture;
}

}  // namespace

bool TouchRing::begin(Words words, double now_s) {
  if (!signs_) signs_ = platform::XSigns::open();
  if (!signs_) return false;
  words_ = std::move(words);
  round_.emplace(now_s);
  return true;
}

std::optional<TouchRound::Found> TouchRing::look(const platform::RoleScreens& screens,
                                                 std::span<const platform::PanelTouch> touches, double now_s) {
  if (!round_) return std::nullopt;
  auto found = round_->look(screens.monitors(), touches, now_s);
  if (round_->asked())
    put(screens);
  else
    end();
  return found;
}

void TouchRing::end() {
  round_.reset();
  signs_.reset();
  put_.reset();
}

void TouchRing::pass_over(double now_s) {
  if (round_) round_->pass_over(now_s);
}

double TouchRing::due_s() const {
  constexpr double never_s = 1e300;
  return round_ ? round_->due_s() : never_s;
}

void TouchRing::put(const platform::RoleScreens& screens) {
  const std::size_t number = *round_->asked();
  const platform::Monitor& monitor = screens.monitors()[number];
  Put now{monitor, round_->felt()};
  if (put_ == now) return;
  const auto picture = drawn_ring(monitor, platform::letter_of(number), words_, now.felt);
  const platform::Sign sign{monitor.x + (monitor.width - picture.width) / 2, monitor.y + (monitor.height - picture.height) / 2,
                            picture.width, picture.height, picture.rgba};
  signs_->show({&sign, 1});
  put_ = std::move(now);
}

}  // namespace greenline::app
