// greenline doctor: what this machine has for a convening, what is wrong, and what to do about it.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "app/kept_screens.h"
#include "app/log.h"
#include "app/resources.h"
#include "app/room_facts.h"
#include "app/screen_signs.h"
#include "app/starts.h"
#include "cli/command.h"
#include "cli/doctor_room.h"
#include "cli/report.h"
#include "input/tuio_source.h"
#include "journal/folders.h"
#include "platform/cpu_clock.h"
#include "platform/wait.h"
#include "platform/x_screens.h"
#include "platform/x_server.h"
#include "platform/x_touch.h"
#include "platform/x_touch_panels.h"
#include "render/graphics_devices.h"
#include "render/offscreen.h"
#include "text/families.h"
#include "ui/keyboard.h"
#include "view/staging.h"

namespace greenline::cli {
namespace {

// From how far every built-in activity's names and prompts can be read, in widths of the picture: of a projector nobody knows
// more.
std::optional<double> widths_away(const platform::Monitor& monitor) {
  const auto paths = app::find_paths();
  if (!paths) return std::nullopt;
  view::WallSetting setting;
  setting.width = static_cast<float>(monitor.width);
  setting.height = static_cast<float>(monitor.height);
  setting.pixels_per_mm = 1;
  text::Engine engine;
  std::optional<double> least;
  for (const std::string& name : content::activity_names(paths->content)) {
    const auto resources = app::load_resources(name, "dusk");
    if (!resources) continue;  // said where packs are looked at
    const double widths = view::read_from_m(resources->pack, resources->strings, setting, engine) * 1000 / monitor.width;
    least = std::min(least.value_or(widths), widths);
  }
  return least;
}

void look_at_letters(Report& report, const platform::Monitor& monitor) {
  if (!text::any_font()) return;  // said where fonts are looked at
  const auto widths = widths_away(monitor);
  if (!widths) return;
  std::ostringstream said;
  said << std::fixed << std::setprecision(1) << "on " << monitor.name << " names and prompts can be read from ";
  if (monitor.width_mm > 0) {
    said << *widths * monitor.width_mm / 1000 << " m";
  } else {
    said << *widths << " times its width away";
  }
  report.well(said.str() + "; for a deeper room give --viewing-distance");
}

// "the touched wall", "the wall 2".
std::string called_in_sentences(const std::string& role) { return role == "hands" ? "the touched wall" : "the " + role; }

void look_at_screens(Report& report) {
  if (!platform::display_available()) {
    report.wrong("no display answers", "Start Greenline in a desktop session. `greenline render` makes pictures without one.");
    return;
  }
  auto screens = platform::XScreens::open();
  const std::vector<platform::Monitor> monitors = screens ? screens->list() : std::vector<platform::Monitor>();
  if (monitors.empty()) {
    report.wrong("the display names no monitors, so nobody knows how large its glass is",
                 "Measure its width and give --pixels-per-mm to `greenline run`; without it 96 dots an inch are assumed.");
  }
  const platform::RoleScreens roles = app::as_remembered(monitors);
  for (std::size_t number = 0; number < monitors.size(); ++number) {
    const platform::Monitor& monitor = monitors[number];
    const std::string who = monitor.glass.told() ? " (" + to_text(monitor.glass) + ")" : "";
    std::string line = "screen " + std::to_string(number) + ", " + platform::letter_of(number) + ": " + monitor.name + who +
                       ", " + std::to_string(monitor.width) + "x" + std::to_string(monitor.height) + " at " +
                       std::to_string(std::lround(monitor.refresh_hz)) + " Hz";
    if (monitor.x != 0 || monitor.y != 0) line += ", from " + std::to_string(monitor.x) + "," + std::to_string(monitor.y);
    if (monitor.width_mm > 0) {
      report.well(line + ", " + std::to_string(monitor.width_mm) + "x" + std::to_string(monitor.height_mm) + " mm");
    } else {
      report.wrong(line + ", which does not say how large it is",
                   "Measure its width and give --pixels-per-mm to `greenline run`.");
    }
    look_at_letters(report, monitor);
    for (const platform::Role& role : roles.roles())
      if (roles.screen_of(role.name) == number)
        report.well("on " + monitor.name + " belongs " + called_in_sentences(role.name));
  }
  for (const platform::Role& role : roles.roles())
    if (!roles.screen_of(role.name) && role.bound)
      report.note(called_in_sentences(role.name) + " belongs on " + app::who_is(*role.bound) + ", which is not connected",
                  "Plug it in and switch it on; or give it another: `greenline run --help`, or the console's page of screens.");
}

// What the X server lacks, and how the wall does without.
void look_at_server(Report& report) {
  const auto has = platform::x_server_facts();
  if (!has) return;  // said with the screens
  if (!has->randr) {
    report.note("the X server does not say which monitors there are (it has no RANDR): all of its surface counts as one",
                "The wall does not notice when a monitor comes or goes. Start the server with RANDR if it has several.");
  }
  if (!has->shared_memory) {
    report.note(
        "the X server takes no frames through shared memory (MIT-SHM)",
        "Where the processor draws, frames go through the connection, which is slower. Run the wall on the server's own "
        "machine, as the same user.");
  }
  if (!has->touch) {
    report.note("the X server reports no touches (it has no XInput 2.2)",
                "The mouse and a tracker (`greenline run --tuio 3333`) are the only hands.");
  }
  if (!has->glx) {
    report.note("the X server has no GLX: OpenGL reaches a window through EGL, or frames are put into it as images",
                "Nothing has to be done; a graphics card is of more use with GLX.");
  }
}

// Which screen each touchscreen lies on, as a wall would have it that began now.
void look_at_panels(Report& report) {
  using By = platform::PanelPlace::By;
  auto screens = platform::XScreens::open();
  auto touch = platform::XTouchPanels::open();
  const auto file = app::screens_file();
  if (!screens || !touch || !file) return;
  const platform::RoleScreens roles = app::as_remembered(screens->list());
  platform::TouchPanels panels(app::read_screens(*file).panels);
  panels.look(touch->list(), roles);
  const std::string ask = "`greenline identify --touch` asks for a touch on each screen, and remembers it.";
  for (std::size_t i = 0; i < panels.panels().size(); ++i) {
    const platform::PanelPlace& place = panels.places()[i];
    const std::string touchscreen = "the touchscreen " + panels.panels()[i].who.name;
    const std::string on = place.monitor ? " lies on " + app::who_is(bound_to(roles.monitors()[*place.monitor])) : "";
    switch (place.by) {
      case By::chosen: report.well(touchscreen + on); break;
      case By::alone: report.well(touchscreen + on + ", the only one"); break;
      case By::told: report.well(touchscreen + on + ", by its name or size"); break;
      case By::guessed: report.note(touchscreen + on + ", as long as nobody says otherwise", ask); break;
      case By::away: report.note(touchscreen + " belongs on a screen that is not connected: it takes no touch", ask); break;
      case By::unknown: report.note(touchscreen + " may lie on any screen but the console's: it takes no touch", ask); break;
      case By::left:
        if (roles.monitors().size() > 1) report.note("nobody knows which screen " + touchscreen + " lies on", ask);
        break;
    }
  }
}

void look_at_touch(Report& report) {
  const std::vector<platform::XTouchDevice> devices = platform::x_touch_devices();
  for (const platform::XTouchDevice& device : devices) {
    report.well("touchscreen " + device.name + ": " +
                (device.fingers > 0 ? std::to_string(device.fingers) + " fingers at once" : "any number of fingers at once"));
  }
  if (devices.empty() && platform::display_available()) {
    report.note("no touchscreen is known to the X server: the mouse is the only hand",
                "Plug its USB cable in, or take a tracker's fingers with `greenline run --tuio 3333`.");
  }
  look_at_panels(report);
  const char* wayland = std::getenv("WAYLAND_DISPLAY");
  if (wayland == nullptr || *wayland == 0) return;
  if (!platform::display_available()) {
    report.wrong("this Wayland session lets no X11 program in: its own touches are not what Greenline takes",
                 "Install XWayland (the package xwayland) and log in again, or choose an Xorg session.");
  } else {
    report.well("this is a Wayland session: Greenline runs in it as an X11 program, through XWayland, touches included");
  }
}

// What a tracker sends to the place where the wall would hear it.
void look_at_tracker(Report& report, const std::string& where) {
  if (where.empty()) return;
  auto source = input::TuioSource::open(where);
  if (!source) return report.wrong("a tracker's fingers cannot be heard at " + where, source.error());
  constexpr double listens_s = 3;
  std::cout << "        listening for a tracker at " << where << " for " << listens_s << " s: touch its glass\n" << std::flush;
  source->set_screen(1, 1, 1);
  std::size_t fingers = 0;
  const double until_s = platform::monotonic_s() + listens_s;
  for (double now_s = platform::monotonic_s(); now_s < until_s; now_s = platform::monotonic_s()) {
    const int descriptor = source->descriptor();
    platform::wait_for_any({&descriptor, 1}, until_s - now_s);
    source->read(platform::monotonic_s());
    for (const input::Contact& contact : source->take().contacts)
      fingers += contact.state == input::ContactState::began ? 1 : 0;
  }
  const std::string sent = std::to_string(source->heard()) + " packets";
  if (source->heard() == 0) {
    report.note("nothing came from a tracker to " + where, "Start it, and let it send TUIO 1.1 to this machine and port.");
  } else if (source->refused() > 0) {
    report.wrong(
        "of " + sent + " that came to " + where + ", " + std::to_string(source->refused()) + " or parts of them were not right",
        "Let the tracker send TUIO 1.1 (2Dcur or 2Dblb), and see what else sends to that port.");
  } else {
    report.well("a tracker sends to " + where + ": " + sent + "; fingers that came down: " + std::to_string(fingers));
  }
}

// Walls need OpenGL where a graphics card draws, pictures of them (`render`) always.
void look_at_graphics(Report& report) {
  const render::GraphicsFound found = render::find_graphics();
  const bool may_have_a_card = render::may_have_a_card(found);
  const std::string by_processor = "the processor draws walls, without OpenGL; frames reach the window through shared memory";
  if (found.wants_software)
    report.well("Mesa is to draw with the processor here (LIBGL_ALWAYS_SOFTWARE or the like): " + by_processor);
  else if (!may_have_a_card)
    report.well("no graphics card: " + by_processor);
  auto context = render::OffscreenContext::make();
  if (!context) {
    report.wrong("OpenGL without a display: " + context.error(),
                 "Install the graphics driver's EGL library (libegl1, libgl1-mesa-dri).");
    return;
  }
  const render::Driver driver = render::driver();
  const std::string what = "OpenGL " + driver.version + " on " + driver.renderer;
  if (!driver.software)
    report.well(what);
  else
    report.well(what + (may_have_a_card ? " (" + by_processor + ")" : ", for pictures (render)"));
}

// What people here may write in, and what asks for it: built-in activities by name, keyboards.
std::map<std::string, std::vector<std::string>> languages_wanted() {
  std::map<std::string, std::vector<std::string>> wanted;
  const auto paths = app::find_paths();
  if (!paths) return wanted;
  for (const std::string& name : content::activity_names(paths->content)) {
    const auto pack = content::load_pack(name, paths->content);
    if (!pack) continue;  // reported with the packs
    for (const std::string& language : pack->activity.languages) wanted[language].push_back(name);
  }
  if (const auto keyboards = ui::Keyboards::load(paths->assets / "keyboards")) {
    for (const auto& [language, keyboard] : keyboards->by_language) wanted[language].emplace_back("a keyboard");
  }
  return wanted;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : ", ").append(word);
  return all;
}

void look_at_fonts(Report& report) {
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) {
    report.wrong("no font at all is installed", trouble);
    return;
  }
  const auto wanted = languages_wanted();
  std::vector<std::string> languages;
  languages.reserve(wanted.size());
  for (const auto& [language, by] : wanted) languages.push_back(language);
  const std::vector<text::MissingFamily> missing = text::missing_families(languages);
  for (const text::MissingFamily& one : missing) {
    std::vector<std::string> hurt;  // "ur (both-sides-of-the-line, a keyboard)"
    for (const std::string& language : one.languages) hurt.push_back(language + " (" + joined(wanted.at(language)) + ")");
    report.wrong("the font " + std::string(one.family.name) + " is missing, for " +
                     (hurt.empty() ? "what anybody may write: other scripts, signs and pictures" : "words in " + joined(hurt)),
                 "Install the package " + std::string(one.family.package) + ".");
  }
  if (missing.empty()) report.well("fonts for " + joined(languages) + ", and for signs and pictures");
}

void look_at_disk(Report& report) {
  namespace fs = std::filesystem;
  const auto its_folder = journal::convenings_folder();
  if (!its_folder) {
    report.wrong("whoever runs this has no home folder, so convenings are kept nowhere",
                 "Set XDG_DATA_HOME or HOME, or give --convening FILE to `greenline run`.");
    return;
  }
  const fs::path& folder = *its_folder;
  std::error_code error = journal::make_own_folder(folder);
  if (error) {
    report.wrong("convenings cannot be kept in " + folder.string() + ": " + error.message(),
                 "Make the folder, or set XDG_DATA_HOME.");
    return;
  }
  const fs::space_info space = fs::space(folder, error);
  if (error) {
    report.wrong("convenings cannot be kept in " + folder.string() + ": " + error.message(),
                 "Make the folder, or set XDG_DATA_HOME.");
  } else if (space.available < app::little_disk_bytes) {
    report.wrong("little room on the disk for " + folder.string(),
                 "Free some: a convening needs a few megabytes, a full disk keeps nothing.");
  } else {
    report.well("convenings are kept in " + folder.string());
  }
}

void look_at_packs(Report& report) {
  auto paths = app::find_paths();
  if (!paths) {
    report.wrong("the program's own files", paths.error());
    return;
  }
  for (const std::string& name : content::activity_names(paths->content)) {
    auto resources = app::load_resources(name, "dusk");
    if (resources) {
      report.well("activity " + name);
    } else {
      report.wrong("activity " + name, resources.error());
    }
  }
}

// Whether walls began plainly lately, which somebody should know who wonders where the tracker is.
void look_at_starts(Report& report) {
  const auto file = app::starts_file();
  if (!file) return;
  const std::vector<app::Start> starts = app::read_starts(*file);
  const app::Machine machine = app::Machine::look();
  const auto log = app::log_file();
  const std::string read_log = log ? "Read why in " + log->string() + ". " : "";
  const std::size_t bad = app::ended_badly_lately(starts, machine);
  if (app::newest_plain(starts, machine))
    report.note(
        "the newest wall here started plainly, without a graphics card and a tracker: three had ended badly within a minute",
        read_log + "Leave it and start it again a minute later: then it starts whole.");
  else if (bad > 0)
    report.note("walls ended badly within the last minute: " + std::to_string(bad),
                read_log + "After three the next starts plainly, without a graphics card and a tracker.");
}

int doctor(const std::string& tuio) {
  Report report;
  look_at_screens(report);
  look_at_server(report);
  look_at_touch(report);
  look_at_tracker(report, tuio);
  look_at_graphics(report);
  look_at_fonts(report);
  look_at_disk(report);
  look_at_packs(report);
  look_at_starts(report);
  return report.exit_code();
}

}  // namespace

void add_doctor(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("doctor", "Look over this machine: screens, touch, graphics, fonts, disk, packs");
  command->footer("Exit code 0 when all is well, 1 when something needs doing.\n\nExample: greenline doctor");
  auto tuio = std::make_shared<std::string>();
  command->add_option("--tuio", *tuio, "Listen for a tracker at this port, or address:port, and say what comes");
  auto room = std::make_shared<RoomOptions>();
  auto* in_room = command->add_flag(
      "--room", room->asked_for,
      "Check the room before people come, on its own screens: who each screen is, touch, what can be read from the "
      "back, the clicker's buttons, disk and clock; then the same in this terminal. A host does it in two minutes");
  command->add_option("--language", room->language, "BCP 47 tag of the language that host and room read")->needs(in_room);
  command->callback([tuio, room, &exit_code] { exit_code = room->asked_for ? doctor_room(*room) : doctor(*tuio); });
}

}  // namespace greenline::cli
