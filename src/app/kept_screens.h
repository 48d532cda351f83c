// Which screen each role was on, remembered: the next start finds it without being told again, in whatever order screens and
// cables are by then.
//
// A small file that people may read, mend and delete (docs/venue.md): a line a role, its parts apart by tabs, "-" for what is
// not there. Lines that cannot be read are left out, and gone when the file is written next.
//     screen  ROLE  ASKED  CONNECTOR  MAKER  MODEL  SERIAL
//     turned  QUARTERS  MIRRORED  CONNECTOR  MAKER  MODEL  SERIAL
//     touch   NAME  PRODUCT  PATH  CONNECTOR  MAKER  MODEL  SERIAL
// ASKED is what the command line said of that role: as long as it says the same the screen stays; other words are looked up
// anew. A line a touchscreen that was given a screen: which it is (platform/touch_panels.h), then that screen. A line
// a screen that is not upright: how many quarters to the left, and along which axes it is mirrored ("x", "y", "xy").
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "platform/roles.h"
#include "platform/touch_panels.h"
#include "platform/window_system.h"

namespace greenline::app {

struct KeptScreens {
  std::vector<platform::Role> roles;                // each with its screen
  std::vector<platform::PanelBound> panels = {};    // touchscreens with theirs
  std::vector<platform::TurnedScreen> turned = {};  // screens that are not upright
  friend bool operator==(const KeptScreens&, const KeptScreens&) = default;
};

[[nodiscard]] KeptScreens screens_from_text(std::string_view);
[[nodiscard]] std::string to_text(const KeptScreens&);

// These roles with the screens that they had. What is asked for in other words than then has none yet.
[[nodiscard]] std::vector<platform::Role> with_screens(std::vector<platform::Role> wanted, const KeptScreens&);
// What is remembered from now on: these roles' screens, and those of others as they were.
[[nodiscard]] KeptScreens remembered(KeptScreens before, const std::vector<platform::Role>& now);

// greenline/screens in the base folder for settings. Nothing when there is no home.
[[nodiscard]] std::optional<std::filesystem::path> screens_file();
// Where they would be on these screens.
[[nodiscard]] platform::RoleScreens as_remembered(std::vector<platform::Monitor>);
// What windows open with.
[[nodiscard]] platform::KnownOfScreens known_of_screens();
[[nodiscard]] KeptScreens read_screens(const std::filesystem::path&);
// Whole or not at all. The error is a reason in a few words.
[[nodiscard]] tl::expected<void, std::string> keep_screens(const std::filesystem::path&, const KeptScreens&);

}  // namespace greenline::app
