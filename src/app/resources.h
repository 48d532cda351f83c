// Everything read from disk that a wall needs, with one answer when something is missing.
#pragma once
#include <string>
#include <tl/expected.hpp>

#include "app/paths.h"
#include "content/load.h"
#include "content/palette.h"
#include "content/phrases.h"
#include "content/strings.h"
#include "ui/keyboard.h"

namespace greenline::app {

struct Resources {
  Paths paths;
  content::Strings strings;
  content::Palette palette;
  ui::Keyboards keyboards;
  content::Pack pack;
  content::Phrases phrases;  // of the pack that it came from, for simulated people; empty: the built-in ones serve
};

// The error is text for a terminal: every diagnostic on its own line.
// `pack`: a folder or a .zip, of which the activity of that id is taken (of an empty one: its first); empty: none, and the
// activity is a built-in one, a file, or a pack itself, of which it is the first.
[[nodiscard]] tl::expected<Resources, std::string> load_resources(const std::string& activity, const std::string& palette,
                                                                  const std::string& pack = {});

[[nodiscard]] std::string to_text(const content::Diagnostics&);

// Why no words can be written on this machine, in a sentence that says what to do; empty when they can.
[[nodiscard]] std::string trouble_with_fonts();

}  // namespace greenline::app
