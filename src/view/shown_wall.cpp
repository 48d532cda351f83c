#include "view/shown_wall.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace greenline::view {

ShownWall::ShownWall(station::Session& session, text::Engine& engine, const content::Strings& strings)
    : session_(session), view_(session, engine, strings) {}

void ShownWall::resize(const WallSetting& glass) {
  WallSetting setting = glass;
  setting.without_held = true;
  setting.glass_width = glass.width;
  setting.glass_height = glass.height;
  setting.width = std::round((1 - 2 * safe_edge) * glass.width);
  setting.height = std::round((1 - 2 * safe_edge) * glass.height);
  const model::PixelPoint corner{std::round((glass.width - setting.width) / 2),
                                 std::round((glass.height - setting.height) / 2)};
  view_.resize(setting, {1, corner});
  lost_ = is_frozen();
  speaking_.look_again();
}

bool ShownWall::follow() {
  if (is_frozen()) {
    if (!std::exchange(frozen_, true)) {
      frozen_light_ = view_.light();
      rested_ = view_.at_rest();
    }
    const bool dark_before = lost_ || rested_;
    lost_ = !view_.let_pass() || lost_;
    rested_ = view_.at_rest();
    return dark_before != (lost_ || rested_);
  }
  if (std::exchange(frozen_, false)) {
    lost_ = false;
    (void)view_.let_pass();
    view_.look_anew();
    speaking_.look_again();
    return true;
  }
  const View::Followed followed = view_.follow();
  if (followed.happened) speaking_.look_again();
  return followed.any;
}

bool ShownWall::advance(float seconds) {
  if (frozen_) return false;
  const bool turns = speaking_.advance(session_, view_.scene(), seconds);
  return view_.advance(seconds) || turns;
}

double ShownWall::idle_s() const {
  if (frozen_) return 3600;
  return std::min(view_.idle_s(), speaking_.left_s() + 0.01);
}

View::Light ShownWall::light() const {
  if (!frozen_) return view_.light();
  View::Light light = frozen_light_;
  if (lost_ || rested_) light.dark = 1;
  return light;
}

}  // namespace greenline::view
