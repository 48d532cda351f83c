#include "cli/doctor_room.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <vector>

#include "app/kept_screens.h"
#include "app/resources.h"
#include "app/room_check.h"
#include "app/room_desk.h"
#include "cli/report.h"
#include "platform/cpu_clock.h"
#include "platform/ending.h"
#include "platform/x_screens.h"
#include "platform/x_server.h"

namespace greenline::cli {
namespace {

using Desks = std::vector<std::unique_ptr<app::RoomDesk>>;

constexpr const char* any_activity = "finding-our-place";  // none is shown

// "fr" of "fr_CA.UTF-8", where there are sentences in it.
std::string language_here(const content::Strings& strings, const std::string& asked_for) {
  if (!asked_for.empty()) return asked_for;
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == 0) continue;
    const std::string language = std::string(value).substr(0, std::string(value).find_first_of("_.@"));
    return strings.speaks(language) ? language : "en";
  }
  return "en";
}

// Those that are remembered; the first time each screen is one of the walls.
std::vector<platform::Role> roles_here() {
  const auto file = app::screens_file();
  if (file)
    if (auto kept = app::read_screens(*file).roles; !kept.empty()) return kept;
  auto screens = platform::XScreens::open();
  const std::size_t many = screens ? screens->list().size() : 1;
  std::vector<platform::Role> roles{platform::Role{}};
  for (std::size_t i = 1; i < many; ++i)
    roles.push_back({.name = i == 1 ? "wall" : "wall " + std::to_string(i), .use = platform::Use::wall});
  return roles;
}

// The console's screen, else the touched wall's, else any that has a role.
std::string hosts_role(const platform::RoleScreens& screens) {
  for (const platform::Use use : {platform::Use::console, platform::Use::hands, platform::Use::wall})
    for (const platform::Role& role : screens.roles())
      if (role.use == use && screens.screen_of(role.name)) return role.name;
  return {};
}

int told_at_the_end(const app::RoomCheck& check, const app::ScreensNow* screens) {
  using Sign = ui::ConsoleLine::Sign;
  Report report;
  for (const ui::ConsoleLine& line : check.lines(screens, "en")) {
    if (line.sign == Sign::to_do)
      report.wrong(line.text, line.to_do);
    else if (line.sign == Sign::untold)
      report.note(line.text, line.to_do);
    else
      report.well(line.text);
  }
  return report.exit_code();
}

tl::expected<Desks, std::string> open_desks(platform::WindowSystem& system, const app::Resources& resources,
                                            app::RoomCheck& check, const std::string& language) {
  const app::Fitted fitted = [language](const platform::Window& now) {
    view::WallSetting setting;
    setting.pixels_per_mm = now.pixels_per_mm();
    setting.language = language;
    return setting;
  };
  const std::string hosts = hosts_role(system.screens());
  Desks desks;
  for (const platform::Role& role : system.screens().roles()) {
    if (!system.screens().screen_of(role.name)) continue;
    const platform::WindowOptions window{.role = role, .alone = false, .title = "Greenline, the room check"};
    auto opened = app::RoomDesk::open(system, window, resources, check, fitted, role.name == hosts);
    if (!opened) return tl::unexpected(opened.error());
    desks.push_back(*std::move(opened));
  }
  return desks;
}

void check_until_done(platform::WindowSystem& system, const Desks& desks) {
  const platform::EndSignals ended;
  while (!platform::EndSignals::came() && !system.lost()) {
    double due_s = platform::monotonic_s() + 1;
    for (const auto& desk : desks) due_s = std::min(due_s, desk->due_s());
    (void)system.poll(std::clamp(due_s - platform::monotonic_s(), 0.0, 1.0));
    const double now_s = platform::monotonic_s();
    for (const auto& desk : desks) desk->hear(now_s);
    if (std::ranges::any_of(desks, [](const auto& desk) { return desk->is_done(); })) return;
    for (const auto& desk : desks)
      if (platform::monotonic_s() >= desk->due_s()) (void)desk->draw(platform::monotonic_s());
  }
}

}  // namespace

int doctor_room(const RoomOptions& options) {
  const auto resources = app::load_resources(any_activity, options.palette);
  if (!resources) return complain(resources.error());
  const std::string language = language_here(resources->strings, options.language);
  const auto file = app::keys_file();
  app::KeptKeys kept = file ? app::read_keys(*file) : app::KeptKeys();
  interact::RoomKeys keys{.map = kept.map};
  app::RoomCheck check({.strings = resources->strings,
                        .paths = resources->paths,
                        .keyboards = resources->keyboards.languages(),
                        .keys = keys,
                        .room_language = language,
                        .activity = {},
                        .wake = [] { platform::WindowSystem::wake(nullptr); }},
                       std::move(kept));
  if (!platform::display_available()) {
    check.look_at_machine();
    return told_at_the_end(check, nullptr);
  }
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  const auto system = platform::WindowSystem::open([](const std::string& said) { (void)complain(said); }, roles_here(),
                                                   app::known_of_screens());
  if (!system) return complain(system.error());
  check.begin(platform::monotonic_s());
  {
    auto desks = open_desks(**system, *resources, check, language);
    if (!desks) return complain(desks.error());
    if (desks->empty()) return complain("No screen has a role here. `greenline run --help` says how one is given.");
    check_until_done(**system, *desks);
  }
  check.leave();
  check.wait();
  const app::ScreensNow screens{(*system)->screens(), &(*system)->panels()};
  return told_at_the_end(check, &screens);
}

}  // namespace greenline::cli
