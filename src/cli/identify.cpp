// greenline identify: which screen is which, and whose.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/kept_screens.h"
#include "app/resources.h"
#include "app/screen_signs.h"
#include "cli/command.h"
#include "cli/numbers.h"
#include "platform/cpu_clock.h"
#include "platform/ending.h"
#include "platform/wait.h"
#include "platform/x_screens.h"
#include "platform/x_server.h"

namespace greenline::cli {
namespace {

int identify(int seconds) {
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  auto screens = platform::XScreens::open();
  if (!screens) return complain("No display answers. Start this in a desktop session, or on the kiosk's own display.");
  platform::RoleScreens roles = app::as_remembered(screens->list());
  const auto whose = [&roles](std::size_t monitor) {
    for (const platform::Role& role : roles.roles())
      if (roles.screen_of(role.name) == monitor) return role.name;
    return std::string();
  };
  for (std::size_t i = 0; i < roles.monitors().size(); ++i) {
    const platform::Monitor& monitor = roles.monitors()[i];
    const std::string has = whose(i);
    std::cout << platform::letter_of(i) << "  " << app::who_is(bound_to(monitor)) << ", " << monitor.width << "x"
              << monitor.height << (has.empty() ? "" : ": " + has) << '\n';
  }
  std::cout << std::flush;
  app::ScreenSigns signs;
  const platform::EndSignals ended;
  if (!signs.show(roles, 0, whose)) return complain("This display takes no pictures of 24 bits of colour.");
  const double until_s = platform::monotonic_s() + seconds;
  for (double now_s = platform::monotonic_s(); now_s < until_s && !platform::EndSignals::came();
       now_s = platform::monotonic_s()) {
    const int descriptor = screens->descriptor();
    platform::wait_for_any({&descriptor, 1}, screens->waiting() ? 0 : until_s - now_s);
    if (!screens->changed()) continue;
    roles.look(screens->list());
    signs.look(roles, 0, whose);
  }
  return 0;
}

}  // namespace

void add_identify(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("identify", "Put a large letter on each screen, and say which is whose");
  command->footer(
      "`greenline run --monitor B` then means the screen with that letter.\n\nExample: greenline identify --seconds 20");
  auto seconds = std::make_shared<int>(10);
  command->add_option("--seconds", *seconds, "How long they stand there")
      ->capture_default_str()
      ->check(whole_number_from(1, 3600));
  command->callback([seconds, &exit_code] { exit_code = identify(*seconds); });
}

}  // namespace greenline::cli
