// Everything read from disk that a wall needs, with one answer when something is missing.
#pragma once
#include <string>
#include <tl/expected.hpp>

#include "app/paths.h"
#include "content/load.h"
#include "content/palette.h"
#include "content/strings.h"
#include "ui/keyboard.h"

namespace greenline::app {

struct Resources {
  Paths paths;
  content::Strings strings;
  content::Palette palette;
  ui::Keyboards keyboards;
  content::Pack pack;
};

// The error is text for a terminal: every diagnostic on its own line.
[[nodiscard]] tl::expected<Resources, std::string> load_resources(const std::string& activity, const std::string& palette);

[[nodiscard]] std::string to_text(const content::Diagnostics&);

// Why no words can be written on this machine, in a sentence that says what to do; empty when they can.
[[nodiscard]] std::string trouble_with_fonts();

}  // namespace greenline::app
