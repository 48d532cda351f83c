#include "platform/monitors.h"

#include <algorithm>

namespace greenline::platform {

float pixels_per_mm(const Monitor& monitor) {
  constexpr float at_96_dpi = 96 / 25.4F;
  constexpr float least = 0.5F, most = 40;  // outside these it has not told the truth
  if (monitor.width_mm <= 0 || monitor.width <= 0) return at_96_dpi;
  return std::clamp(static_cast<float>(monitor.width) / static_cast<float>(monitor.width_mm), least, most);
}

std::string listed(std::span<const Monitor> monitors) {
  std::string list;
  for (std::size_t i = 0; i < monitors.size(); ++i) {
    if (i > 0) list += i + 1 == monitors.size() ? " and " : ", ";
    const Monitor& one = monitors[i];
    list += std::to_string(i) + " (" + one.name + ", " + std::to_string(one.width) + "x" + std::to_string(one.height) + ")";
  }
  return list;
}

}  // namespace greenline::platform
