// Whether this machine may have a graphics card.
#include "render/graphics_devices.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace greenline::render {
namespace {

// What drivers open that draw: Mesa's render nodes (a card* alone only shows pictures), and what makers' own drivers have.
constexpr std::array<std::string_view, 8> beginnings = {"nvidia", "nvhost-gpu", "nvmap",   "dxg",
                                                        "mali",   "kgsl-3d",    "galcore", "pvr"};

void add_named(const std::filesystem::path& folder, std::string_view before, const auto& is_one,
               std::vector<std::string>& out) {
  std::error_code none;  // a folder that is not there holds nothing
  for (std::filesystem::directory_iterator entry(folder, none), end; !none && entry != end; entry.increment(none)) {
    const std::string name = entry->path().filename().string();
    if (is_one(name)) out.push_back(std::string(before) + name);
  }
}

// As Mesa reads a switch.
bool is_on(const char* words) {
  if (words == nullptr) return false;
  constexpr std::array<std::string_view, 6> yes = {"1", "true", "yes", "y", "t", "on"};
  std::string lower(words);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::ranges::find(yes, lower) != yes.end();
}

bool is_software(const char* driver) {
  if (driver == nullptr) return false;
  constexpr std::array<std::string_view, 4> software = {"llvmpipe", "softpipe", "swrast", "swr"};
  return std::ranges::find(software, std::string_view(driver)) != software.end();
}

}  // namespace

GraphicsFound find_graphics(const std::filesystem::path& dev, const std::function<const char*(const char*)>& variable) {
  GraphicsFound found;
  add_named(
      dev / "dri", "dri/", [](std::string_view name) { return name.starts_with("renderD"); }, found.devices);
  const auto known = [](std::string_view name) {
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return name.starts_with(beginning); });
  };
  add_named(dev, "", known, found.devices);
  std::ranges::sort(found.devices);
  found.wants_software = is_on(variable("LIBGL_ALWAYS_SOFTWARE")) || is_software(variable("GALLIUM_DRIVER")) ||
                         is_software(variable("MESA_LOADER_DRIVER_OVERRIDE"));
  return found;
}

GraphicsFound find_graphics() {
  return find_graphics("/dev", [](const char* name) -> const char* { return std::getenv(name); });
}

bool may_have_a_card(const GraphicsFound& found) { return !found.devices.empty() && !found.wants_software; }

}  // namespace greenline::render
