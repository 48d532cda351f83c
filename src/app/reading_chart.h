// Words on a screen for whoever stands at the back of the room: first one strip in each palette, then six lines from large to
// small in the one that was chosen. One of them is marked; whoever reads moves the mark and keeps it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "content/palette.h"
#include "content/strings.h"
#include "paper/paper.h"
#include "platform/monitors.h"

namespace greenline::app {

// Heights of the six lines' capitals, of the picture's shorter side, from large to small.
inline constexpr std::size_t chart_lines = 6;
[[nodiscard]] float chart_capital(std::size_t line);

struct ReadingChart {
  enum class Asks : std::uint8_t { colours, lines };
  Asks asks = Asks::colours;
  std::size_t marked = 0;
  std::size_t palette = 0;  // of the lines
  friend bool operator==(const ReadingChart&, const ReadingChart&) = default;
};

// As large as the box; its sizes are those of a picture whose shorter side is `side_px`. Words of that language.
[[nodiscard]] paper::Pages::Raster drawn(const ReadingChart&, int width, int height, float side_px,
                                         const std::vector<content::Palette>&, const content::Strings&,
                                         const std::string& language);

}  // namespace greenline::app
