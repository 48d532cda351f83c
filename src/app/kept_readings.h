// What could be read from the back of the room on each screen, and in which colours, remembered by its glass: tried in the room
// check, and kept for the next start.
//
// It is for what the whole room reads: names and prompts on every wall, and what is spoken of on those that only show. Cards
// on a touched wall are read at the glass, from an arm's length (scene/legible.h), wherever the last row sits.
//
// A small file that people may read, mend and delete, as that of the screens (kept_screens.h): a line a screen.
//     reading  CONNECTOR  MAKER  MODEL  SERIAL  CAPITAL  PALETTE
// CAPITAL: the height of the smallest capital that could be read, in ten-thousandths of the picture's shorter side, so that it
// stays right where nobody knows how large the picture is. PALETTE: "-" where none was chosen.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "platform/roles.h"
#include "view/wall_setting.h"

namespace greenline::app {

struct Reading {
  platform::Bound screen;
  float capital = 0;         // of the picture's shorter side
  std::string palette = {};  // empty: none was chosen
  friend bool operator==(const Reading&, const Reading&) = default;
};

// One a screen.
using KeptReadings = std::vector<Reading>;

[[nodiscard]] KeptReadings readings_from_text(std::string_view);
[[nodiscard]] std::string to_text(const KeptReadings&);
// That of this screen: of its glass, else, where the glass tells nothing, of its connector.
[[nodiscard]] const Reading* reading_of(const KeptReadings&, const platform::Bound&);
// In the place of what that screen had.
void put_reading(KeptReadings&, Reading);

// Nobody has read smaller capitals on this screen: names and prompts keep to that. More, where more was asked for.
[[nodiscard]] view::WallSetting as_read(view::WallSetting, const Reading*);

// greenline/readings in the base folder for settings. Nothing when there is no home.
[[nodiscard]] std::optional<std::filesystem::path> readings_file();
[[nodiscard]] KeptReadings read_readings(const std::filesystem::path&);
// Whole or not at all. The error is a reason in a few words.
[[nodiscard]] tl::expected<void, std::string> keep_readings(const std::filesystem::path&, const KeptReadings&);

}  // namespace greenline::app
