// What a host's console says of the room's screens, and which of them a role may be given there.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "content/strings.h"
#include "platform/roles.h"
#include "platform/touch_panels.h"
#include "ui/console_page.h"

namespace greenline::app {

struct ScreensNow {
  const platform::RoleScreens& screens;
  const platform::TouchPanels* panels = nullptr;  // null: nothing is said of them
  std::optional<std::size_t> ring_on = {};        // the screen whose ring is to be touched now (touch_ring.h)
};

// "The wall is not connected", and what new screen there is, and that a touchscreen takes no touch; a line each, empty when all
// is well.
[[nodiscard]] std::string amiss_with_screens(const ScreensNow&, const content::Strings&, const std::string& language);

// Every wall to be seen small. Every screen with its letter, who it is, what is on it and what it is touched through; what is
// not connected; keys that show the letters (identify), ask which touchscreen is whose (touch_ring, then ring_next and
// ring_stop), and give roles other screens.
void tell_screens(const ScreensNow&, const content::Strings&, const std::string& language, ui::ConsolePage&);

// What is on that screen, in a few words: "the wall".
[[nodiscard]] std::string said_of_screen(const platform::RoleScreens&, std::size_t monitor, const content::Strings&,
                                         const std::string& language);

// ", touched through ELAN Touch"; empty: that screen is not touched.
[[nodiscard]] std::string said_of_touch(const ScreensNow&, std::size_t monitor, const content::Strings&,
                                        const std::string& language);
// The role in a few words: "the wall", "wall 2".
[[nodiscard]] std::string said_of_role(const platform::Role&, const content::Strings&, const std::string& language);

// What a key of that page gives whom; nothing where it is another key.
struct ScreenChoice {
  std::string role;
  std::size_t monitor = 0;
};
[[nodiscard]] std::optional<ScreenChoice> screen_choice_of(const std::string& key);

}  // namespace greenline::app
