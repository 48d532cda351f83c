// A moving picture of a wall in use: a card is written with a touch and keys as people's are, placed, and joined to another.
#pragma once
#include <string>
#include <tl/expected.hpp>

#include "app/offscreen_wall.h"
#include "render/png.h"
#include "station/session.h"

namespace greenline::cli {

struct Acts {
  std::string region;  // where somebody writes
  std::string words;   // what
  std::string word;    // of the thread
};
// In the phases of the activity in which people name and connect. At about so many seconds, half as wide and high as the wall.
// The error is a sentence: what could not be done on this wall.
[[nodiscard]] tl::expected<void, std::string> write_moving(app::OffscreenWall&, station::Session&, const Acts&, double seconds,
                                                           const std::string& file);

// As a page shows it: of four pixels the middle.
[[nodiscard]] render::Picture halved(const render::Picture&);

}  // namespace greenline::cli
