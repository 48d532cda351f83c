#include "app/console_screens.h"

#include <charconv>
#include <string_view>
#include <vector>

#include "app/console_speaker.h"
#include "app/screen_signs.h"

namespace greenline::app {
namespace {

using platform::Monitor;
using platform::Role;
using platform::RoleScreens;
using platform::Use;

constexpr std::size_t most_choices = 6;
constexpr std::string_view give = "give_screen:";  // a monitor's number, a colon, and the role's name

struct ScreenWords : ConsoleSpeaker {
  // "the wall", "wall 2"; with `away` in front of the key "The wall is not connected".
  [[nodiscard]] std::string of(const Role& role, const std::string& key) const {
    const auto space = role.name.find(' ');
    switch (role.use) {
      case Use::hands: return (*this)(key + "_hands");
      case Use::console: return (*this)(key + "_console");
      case Use::wall: break;
    }
    return space == std::string::npos ? (*this)(key + "_wall") : (*this)(key + "_wall_n", {role.name.substr(space + 1)});
  }
};

std::string on_screen(const RoleScreens& screens, std::size_t monitor, const ScreenWords& say) {
  for (const Role& role : screens.roles())
    if (screens.screen_of(role.name) == monitor) return say.of(role, "role");
  return say(screens.is_strange(monitor) ? "screen_new" : "screen_free");
}

std::string lines_of_screens(const RoleScreens& screens, const ScreenWords& say) {
  std::string all;
  const auto add = [&all](const std::string& line) { all += (all.empty() ? "" : "\n") + line; };
  for (std::size_t i = 0; i < screens.monitors().size(); ++i) {
    const Monitor& monitor = screens.monitors()[i];
    const std::string size = std::to_string(monitor.width) + " × " + std::to_string(monitor.height);
    add(say("screen_line", {platform::letter_of(i), who_is(bound_to(monitor)), size, on_screen(screens, i, say)}));
  }
  for (const Role& role : screens.roles())
    if (!screens.screen_of(role.name))
      add(say("screen_away", {say.of(role, "role"), role.bound ? who_is(*role.bound) : role.asked_for}));
  return all;
}

// Roles that have no screen first, then screens that are new, then all others.
void add_choices(const RoleScreens& screens, const ScreenWords& say, ui::ConsolePage& page) {
  const auto urgency = [&screens](const Role& role, std::size_t monitor) {
    return !screens.screen_of(role.name) ? 0 : screens.is_strange(monitor) ? 1 : 2;
  };
  std::size_t many = 0;
  for (const int now : {0, 1, 2})
    for (const Role& role : screens.roles())
      for (std::size_t i = 0; i < screens.monitors().size() && many < most_choices; ++i) {
        if (screens.screen_of(role.name) == i || urgency(role, i) != now) continue;
        page.keys.push_back({std::string(give) + std::to_string(i) + ":" + role.name,
                             say("give_screen", {say.of(role, "role"), platform::letter_of(i)}), false, true});
        ++many;
      }
}

}  // namespace

std::string amiss_with_screens(const RoleScreens& screens, const content::Strings& strings, const std::string& language) {
  const ScreenWords say{{strings, language}};
  std::string all;
  const auto add = [&all](const std::string& line) { all += (all.empty() ? "" : "\n") + line; };
  for (const Role& role : screens.roles())
    if (!screens.screen_of(role.name)) add(say.of(role, "away"));
  for (std::size_t i = 0; i < screens.monitors().size(); ++i)
    if (screens.is_strange(i)) add(say("new_screen", {platform::letter_of(i)}));
  return all;
}

void tell_screens(const RoleScreens& screens, const content::Strings& strings, const std::string& language,
                  ui::ConsolePage& page) {
  const ScreenWords say{{strings, language}};
  page.card = lines_of_screens(screens, say);
  page.card_language = language;
  page.keys = {{"room", say("leave_screens"), true, true}, {"identify", say("identify"), false, true}};
  add_choices(screens, say, page);
}

std::string said_of_screen(const RoleScreens& screens, std::size_t monitor, const content::Strings& strings,
                           const std::string& language) {
  return on_screen(screens, monitor, ScreenWords{{strings, language}});
}

std::optional<ScreenChoice> screen_choice_of(const std::string& key) {
  if (!key.starts_with(give)) return std::nullopt;
  ScreenChoice choice;
  const char* const end = key.data() + key.size();
  const auto read = std::from_chars(key.data() + give.size(), end, choice.monitor);
  if (read.ec != std::errc() || read.ptr == end || *read.ptr != ':') return std::nullopt;
  choice.role.assign(read.ptr + 1, end);
  return choice;
}

}  // namespace greenline::app
