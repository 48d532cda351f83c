// greenline identify: which screen is which, and whose; which touchscreen lies on which.
#include <poll.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/kept_screens.h"
#include "app/paths.h"
#include "app/resources.h"
#include "app/screen_signs.h"
#include "app/touch_ring.h"
#include "cli/command.h"
#include "cli/numbers.h"
#include "platform/cpu_clock.h"
#include "platform/ending.h"
#include "platform/wait.h"
#include "platform/x_screens.h"
#include "platform/x_server.h"
#include "platform/x_touch_panels.h"

namespace greenline::cli {
namespace {

constexpr const char* no_display = "No display answers. Start this in a desktop session, or on the kiosk's own display.";

int identify(int seconds) {
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  auto screens = platform::XScreens::open();
  if (!screens) return complain(no_display);
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

tl::expected<app::TouchRing::Words, std::string> words_of_ring(const std::string& language) {
  const auto paths = app::find_paths();
  if (!paths) return tl::unexpected(paths.error());
  const auto strings = content::Strings::load(paths->assets / "strings");
  if (!strings) return tl::unexpected(std::string("The program's own words cannot be read."));
  if (!strings->speaks(language))
    return tl::unexpected("The program does not speak \"" + language + "\": it speaks en, es and fr.");
  const auto say = [&](const char* key) { return std::string((*strings)(key, language)); };
  return app::TouchRing::Words{say("console.ring_here"), say("console.ring_felt"), language};
}

// What was found, for the next wall and for one that runs.
int keep_panels(std::vector<platform::PanelBound> panels, platform::XTouchPanels& touch) {
  const auto file = app::screens_file();
  if (!file) return complain("Whoever runs this has no home folder, so it is not remembered: set XDG_CONFIG_HOME or HOME.");
  app::KeptScreens kept = app::read_screens(*file);
  kept.panels = std::move(panels);
  if (const auto done = app::keep_screens(*file, kept); !done)
    return complain("It is not remembered in " + file->string() + ": " + done.error() + ".");
  touch.tell_others();
  return 0;
}

// Keys that are struck where this was started; none where that is no terminal.
class EnterKey {
 public:
  [[nodiscard]] bool there() const { return there_; }
  // Whether Enter was struck since the last call. Never waits.
  bool struck() {
    pollfd keys{STDIN_FILENO, POLLIN, 0};
    if (!there_ || ::poll(&keys, 1, 0) <= 0) return false;
    std::array<char, 256> typed{};
    const ssize_t many = ::read(STDIN_FILENO, typed.data(), typed.size());
    there_ = many > 0;  // else nobody is there any more
    return there_ && std::ranges::find(typed.begin(), typed.begin() + many, '\n') != typed.begin() + many;
  }

 private:
  bool there_ = ::isatty(STDIN_FILENO) == 1;
};

class AskedByRing {
 public:
  AskedByRing(platform::XScreens& screens, platform::XTouchPanels& touch)
      : screens_(screens), touch_(touch), roles_(app::as_remembered(screens.list())) {
    const auto file = app::screens_file();
    if (file) panels_.know(app::read_screens(*file).panels, roles_);
    panels_.look(touch_.list(), roles_);
  }
  // Until each screen was asked, or it is ended. What was found is kept at once; the exit code.
  int ask(app::TouchRing::Words words) {
    if (panels_.panels().empty())
      return complain("The X server knows no touchscreen: plug its USB cable in. `greenline doctor` says more.");
    touch_.listen(true);
    if (!ring_.begin(std::move(words), platform::monotonic_s()))
      return complain("This display takes no pictures of 24 bits of colour.");
    std::cout << "Touch the ring on each screen. One without touch is passed over after " << app::TouchRound::waits_s << " s"
              << (enter_.there() ? ", or with Enter" : "") << ".\n"
              << std::flush;
    int code = 0;
    while (code == 0 && !platform::EndSignals::came() && look(code)) wait();
    return code;
  }

 private:
  bool look(int& code) {
    const double now_s = platform::monotonic_s();
    if (screens_.changed()) roles_.look(screens_.list());
    if (touch_.changed()) panels_.look(touch_.list(), roles_);
    touch_.listen(true);  // a touchscreen that came, or was another's, too
    const auto found = ring_.look(roles_, touch_.touched(), now_s);
    if (!found) return ring_.on();
    const platform::Monitor& monitor = roles_.monitors()[found->monitor];
    panels_.choose(found->who, monitor, roles_);
    std::cout << platform::letter_of(found->monitor) << "  " << app::who_is(bound_to(monitor)) << ": " << found->who.name
              << '\n'
              << std::flush;
    code = keep_panels(panels_.bounds(), touch_);
    return ring_.on();
  }
  void wait() {
    std::vector<int> sources{screens_.descriptor(), touch_.descriptor()};
    if (enter_.there()) sources.push_back(STDIN_FILENO);
    const double until_s = std::min(ring_.due_s() - platform::monotonic_s(), touch_.again_in_s());
    platform::wait_for_any(sources, screens_.waiting() || touch_.waiting() ? 0 : std::max(0.0, until_s));
    if (enter_.struck()) ring_.pass_over(platform::monotonic_s());
  }

  platform::XScreens& screens_;
  platform::XTouchPanels& touch_;
  platform::RoleScreens roles_;
  platform::TouchPanels panels_;
  app::TouchRing ring_;
  EnterKey enter_;
};

int identify_touch(const std::string& language) {
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  auto words = words_of_ring(language);
  if (!words) return complain(words.error());
  auto screens = platform::XScreens::open();
  if (!screens) return complain(no_display);
  auto touch = platform::XTouchPanels::open();
  if (!touch) return complain("The X server reports no touches (it has no XInput 2.2).");
  const platform::EndSignals ended;
  return AskedByRing(*screens, *touch).ask(*std::move(words));
}

}  // namespace

void add_identify(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("identify", "Put a large letter on each screen, and say which is whose; ask where touchscreens lie");
  command->footer(
      "`greenline run --monitor B` then means the screen with that letter. With --touch each screen shows a ring in turn: the\n"
      "touchscreen that is touched there belongs to that screen from then on, also for a wall that runs.\n\n"
      "Example: greenline identify --seconds 20\nExample: greenline identify --touch --language fr");
  auto seconds = std::make_shared<int>(10);
  command->add_option("--seconds", *seconds, "How long they stand there")
      ->capture_default_str()
      ->check(whole_number_from(1, 3600));
  auto touch = std::make_shared<bool>(false);
  auto* asks = command->add_flag("--touch", *touch, "Ask which touchscreen lies on which screen")->excludes("--seconds");
  auto language = std::make_shared<std::string>("en");
  command->add_option("--language", *language, "BCP 47 tag of the ring's words")->capture_default_str()->needs(asks);
  command->callback(
      [seconds, touch, language, &exit_code] { exit_code = *touch ? identify_touch(*language) : identify(*seconds); });
}

}  // namespace greenline::cli
