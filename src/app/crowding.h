// Whether an activity's words have room on the wall: its prompts, its canvas's names and help, and what stands at the green
// line.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "content/load.h"
#include "content/strings.h"
#include "interact/wall.h"
#include "text/text.h"

namespace greenline::app {

struct ScreenPixels {
  int width = 0, height = 0;
};
// What walls, tables, monitors and projectors usually have.
inline constexpr std::array usual_screens = {ScreenPixels{1920, 1080}, ScreenPixels{3840, 2160}, ScreenPixels{1280, 720},
                                             ScreenPixels{1080, 1920}, ScreenPixels{1280, 800},  ScreenPixels{1024, 768}};

// What has no room on one of the usual screens, in each of the activity's languages and in the two that it shows side by side;
// once for each text, at the screen where it is worst, and in the file in which it is written. Ends with a sentence when it
// stopped looking. As content::FurtherLook. Some milliseconds a phase, language and screen.
[[nodiscard]] content::Diagnostics words_without_room(const content::Looked&, const content::Strings&, text::Engine&);

// The same of one wall, as a sentence for a terminal; empty when all has room. `phase`: only that one; empty: all.
[[nodiscard]] std::string note_of_crowding(const content::Pack&, const content::Strings&, view::WallSetting, text::Engine&,
                                           std::string_view phase = {});

}  // namespace greenline::app
