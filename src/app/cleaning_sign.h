// While the touched glass is cleaned: how long it will be, large, in the middle.
#pragma once
#include <cmath>
#include <optional>
#include <string>

#include "app/host_desk.h"
#include "content/local_text.h"
#include "interact/wall.h"

namespace greenline::app {

[[nodiscard]] inline std::optional<render::Chip> cleaning_sign(const HostDesk& desk, interact::Wall& wall,
                                                               const content::Strings& strings, double now_s) {
  const auto left_s = desk.cleaning.left_s(now_s);
  if (!left_s) return std::nullopt;
  const view::WallSetting& setting = wall.setting();
  const float em = std::max(1.6F * setting.legible_px, 0.03F * std::min(setting.width, setting.height));
  const auto words = wall.engine().layout(
      content::filled(strings("clean.left", setting.language), {std::to_string(*left_s)}),
      {.face = text::Face::names, .size_px = em, .width_px = 0.8F * setting.width, .language = setting.language});
  const model::PixelPoint middle{setting.width / 2, setting.height / 2};
  const model::PixelRect rect = model::rect_around(middle, words->width / 2 + em, words->height / 2 + 0.6F * em);
  const model::PixelPoint at = middle - model::PixelPoint{words->width / 2, words->height / 2};
  return render::Chip{rect, {words, {std::round(at.x), std::round(at.y)}, "text"}};
}

}  // namespace greenline::app
