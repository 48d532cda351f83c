#include "app/console_screens.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>
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

void add_line(std::string& all, const std::string& line) { all += (all.empty() ? "" : "\n") + line; }

// "touched through ELAN Touch"; of the touched wall alone that it has none.
std::string touched_through(const ScreensNow& now, std::size_t monitor, const ScreenWords& say) {
  if (now.panels == nullptr) return {};
  std::string said;
  for (std::size_t i = 0; i < now.panels->places().size(); ++i) {
    const platform::PanelPlace& place = now.panels->places()[i];
    if (place.monitor != monitor) continue;
    const bool guessed = place.by == platform::PanelPlace::By::guessed;
    said += ", " + say(guessed ? "panel_guessed" : "panel_chosen", {now.panels->panels()[i].who.name});
  }
  const bool is_touched_wall = std::ranges::any_of(now.screens.roles(), [&](const Role& role) {
    return role.use == Use::hands && now.screens.screen_of(role.name) == monitor;
  });
  return said.empty() && is_touched_wall && !now.panels->panels().empty() ? ", " + say("panel_none") : said;
}

void add_lines_of_panels(const platform::TouchPanels& panels, const ScreenWords& say, std::string& all) {
  using By = platform::PanelPlace::By;
  for (std::size_t i = 0; i < panels.places().size(); ++i) {
    const By by = panels.places()[i].by;
    if (by == By::away || by == By::unknown)
      add_line(all, say(by == By::away ? "panel_away" : "panel_unknown", {panels.panels()[i].who.name}));
  }
  if (panels.panels().empty()) add_line(all, say("no_panels"));
}

std::string lines_of_screens(const ScreensNow& now, const ScreenWords& say) {
  const RoleScreens& screens = now.screens;
  std::string all;
  for (std::size_t i = 0; i < screens.monitors().size(); ++i) {
    const Monitor& monitor = screens.monitors()[i];
    const std::string size = std::to_string(monitor.width) + " × " + std::to_string(monitor.height);
    add_line(all, say("screen_line", {platform::letter_of(i), who_is(bound_to(monitor)), size, on_screen(screens, i, say)}) +
                      touched_through(now, i, say));
  }
  for (const Role& role : screens.roles())
    if (!screens.screen_of(role.name))
      add_line(all, say("screen_away", {say.of(role, "role"), role.bound ? who_is(*role.bound) : role.asked_for}));
  if (now.panels != nullptr) add_lines_of_panels(*now.panels, say, all);
  return all;
}

std::vector<ui::SmallGlass> glasses_of(const RoleScreens& screens, const ScreenWords& say) {
  std::vector<ui::SmallGlass> glasses;
  for (const Role& role : screens.roles()) {
    if (role.use == Use::console) continue;
    ui::SmallGlass glass{.role = role.name, .label = say.of(role, "role")};
    if (const auto at = screens.screen_of(role.name)) {
      const Monitor& monitor = screens.monitors()[*at];
      glass.label = say("glass", {platform::letter_of(*at), glass.label});
      if (monitor.width > 0 && monitor.height > 0)
        glass.aspect = static_cast<float>(monitor.width) / static_cast<float>(monitor.height);
    } else {
      glass.instead = say("glass_away");
    }
    glasses.push_back(std::move(glass));
  }
  return glasses;
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

std::string amiss_with_screens(const ScreensNow& now, const content::Strings& strings, const std::string& language) {
  const ScreenWords say{{strings, language}};
  const RoleScreens& screens = now.screens;
  std::string all;
  for (const Role& role : screens.roles())
    if (!screens.screen_of(role.name)) add_line(all, say.of(role, "away"));
  for (std::size_t i = 0; i < screens.monitors().size(); ++i)
    if (screens.is_strange(i)) add_line(all, say("new_screen", {platform::letter_of(i)}));
  if (now.panels != nullptr && std::ranges::any_of(now.panels->places(), &platform::PanelPlace::held))
    add_line(all, say("panel_lost"));
  return all;
}

void tell_screens(const ScreensNow& now, const content::Strings& strings, const std::string& language, ui::ConsolePage& page) {
  const ScreenWords say{{strings, language}};
  page.card = lines_of_screens(now, say);
  page.card_language = language;
  page.glasses = glasses_of(now.screens, say);
  if (now.ring_on) {
    const std::string letter = platform::letter_of(*now.ring_on);
    page.card = say("ring_asks", {letter});
    page.keys = {{"ring_stop", say("touch_ring_stop"), true, true},
                 {"ring_next", say("touch_ring_next", {letter}), false, true}};
    return;
  }
  page.keys = {{"room", say("leave_screens"), true, true}, {"identify", say("identify"), false, true}};
  if (now.panels != nullptr && !now.panels->panels().empty())
    page.keys.push_back({"touch_ring", say("touch_ring"), false, true});
  add_choices(now.screens, say, page);
}

std::string said_of_screen(const RoleScreens& screens, std::size_t monitor, const content::Strings& strings,
                           const std::string& language) {
  return on_screen(screens, monitor, ScreenWords{{strings, language}});
}

std::string said_of_touch(const ScreensNow& now, std::size_t monitor, const content::Strings& strings,
                          const std::string& language) {
  return touched_through(now, monitor, ScreenWords{{strings, language}});
}

std::string said_of_role(const platform::Role& role, const content::Strings& strings, const std::string& language) {
  return ScreenWords{{strings, language}}.of(role, "role");
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
