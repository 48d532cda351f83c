#include "app/console_screens.h"

#include <charconv>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "content/local_text.h"

namespace greenline::app {
namespace {

using platform::Monitor;
using platform::Role;
using platform::RoleScreens;
using platform::Use;

constexpr std::size_t most_choices = 6;
constexpr std::string_view give = "give_screen:";  // a monitor's number, a colon, and the role's name

class ScreenWords {
 public:
  ScreenWords(const content::Strings& strings, const std::string& language) : strings_(strings), language_(language) {}
  std::string operator()(const std::string& key, std::initializer_list<std::string_view> with = {}) const {
    return content::filled(strings_("console." + key, language_), with);
  }
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

 private:
  const content::Strings& strings_;
  const std::string& language_;
};

// "SAM QM55R 0H3K, HDMI-1".
std::string who_is(const platform::Bound& bound) {
  if (!bound.glass.told()) return bound.connector;
  return to_text(bound.glass) + (bound.connector.empty() ? "" : ", " + bound.connector);
}

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

// Those that have no screen first, then those that another screen would suit.
void add_choices(const RoleScreens& screens, const ScreenWords& say, ui::ConsolePage& page) {
  std::size_t many = 0;
  for (const bool away : {true, false})
    for (const Role& role : screens.roles())
      for (std::size_t i = 0; i < screens.monitors().size(); ++i) {
        const auto now = screens.screen_of(role.name);
        if (now == i || now.has_value() == away || many == most_choices) continue;
        page.keys.push_back({std::string(give) + std::to_string(i) + ":" + role.name,
                             say("give_screen", {say.of(role, "role"), platform::letter_of(i)}), false, true});
        ++many;
      }
}

}  // namespace

std::string amiss_with_screens(const RoleScreens& screens, const content::Strings& strings, const std::string& language) {
  const ScreenWords say(strings, language);
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
  const ScreenWords say(strings, language);
  page.card = lines_of_screens(screens, say);
  page.card_language = language;
  page.keys = {{"room", say("leave_screens"), true, true}};
  add_choices(screens, say, page);
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
