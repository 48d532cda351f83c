// What a host's console says of the room's screens, and which of them a role may be given there.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "content/strings.h"
#include "platform/roles.h"
#include "ui/console_page.h"

namespace greenline::app {

// "The wall is not connected", and what new screen there is; a line each, empty when all is well.
[[nodiscard]] std::string amiss_with_screens(const platform::RoleScreens&, const content::Strings&,
                                             const std::string& language);

// Every screen with its letter, who it is and what is on it, and what is not connected; keys that show the letters (identify)
// and give roles other screens.
void tell_screens(const platform::RoleScreens&, const content::Strings&, const std::string& language, ui::ConsolePage&);

// What is on that screen, in a few words: "the wall".
[[nodiscard]] std::string said_of_screen(const platform::RoleScreens&, std::size_t monitor, const content::Strings&,
                                         const std::string& language);

// What a key of that page gives whom; nothing where it is another key.
struct ScreenChoice {
  std::string role;
  std::size_t monitor = 0;
};
[[nodiscard]] std::optional<ScreenChoice> screen_choice_of(const std::string& key);

}  // namespace greenline::app
