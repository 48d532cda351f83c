// Whether this machine may have a graphics card, found without loading a driver: where there is none, OpenGL would be drawn by
// the processor, and its driver takes as much memory as the rest of the program.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace greenline::render {

struct GraphicsFound {
  std::vector<std::string> devices;  // names under /dev that a driver of a graphics card opens ("dri/renderD128")
  bool wants_software = false;       // whoever started the program asks Mesa to draw with the processor
};

// Looks, and opens nothing. `variable` gives an environment variable's words, or nothing.
[[nodiscard]] GraphicsFound find_graphics(const std::filesystem::path& dev,
                                          const std::function<const char*(const char*)>& variable);
[[nodiscard]] GraphicsFound find_graphics();  // of this machine

// When in doubt, yes: then the driver is asked.
[[nodiscard]] bool may_have_a_card(const GraphicsFound&);

}  // namespace greenline::render
