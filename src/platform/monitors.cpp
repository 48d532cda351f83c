#include "platform/monitors.h"

#include <algorithm>
#include <charconv>

namespace greenline::platform {
namespace {

std::optional<std::size_t> number_in(const std::string& text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::size_t> named(std::span<const Monitor> monitors, const std::string& name) {
  const auto found = std::ranges::find(monitors, name, &Monitor::name);
  if (found == monitors.end()) return std::nullopt;
  return static_cast<std::size_t>(found - monitors.begin());
}

// An output may be called by a number too; then the name is meant.
std::optional<std::size_t> asked_for_in(std::span<const Monitor> monitors, const std::string& asked_for) {
  if (const auto by_name = named(monitors, asked_for)) return by_name;
  const auto number = asked_for.empty() ? 0 : number_in(asked_for);
  return number && *number < monitors.size() ? number : std::nullopt;
}

}  // namespace

std::optional<std::size_t> HomeMonitor::itself_among(std::span<const Monitor> monitors) {
  const auto home = name_.empty() ? asked_for_in(monitors, asked_for_) : named(monitors, name_);
  if (home) name_ = monitors[*home].name;
  return home;
}

std::optional<std::size_t> HomeMonitor::among(std::span<const Monitor> monitors) {
  if (monitors.empty()) return std::nullopt;
  return itself_among(monitors).value_or(0);
}

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
