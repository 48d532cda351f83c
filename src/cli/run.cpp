// greenline run: the kiosk.
#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "app/day_plan.h"
#include "app/in_use.h"
#include "app/kept_screens.h"
#include "app/log.h"
#include "app/open_convening.h"
#include "app/paths.h"
#include "app/pin.h"
#include "app/starts.h"
#include "cli/choices.h"
#include "cli/named_files.h"
#include "cli/numbers.h"
#include "cli/ready_picture.h"
#include "cli/sitting.h"
#include "files/kind.h"
#include "harvest/carry.h"
#include "journal/folders.h"
#include "platform/cpu_clock.h"
#include "platform/ending.h"
#include "platform/supervisor.h"
#include "platform/x_server.h"

namespace greenline::cli {

platform::Present present_from_text(const std::string& text) {
  if (text == "swap") return platform::Present::swap;
  if (text == "shared-memory") return platform::Present::shared_memory;
  return platform::Present::automatic;
}

std::string role_name(const std::string& kind, std::size_t number) {
  return number == 0 ? kind : kind + " " + std::to_string(number + 1);
}

namespace {

constexpr double display_answers_within_s = 20;  // a kiosk may start before its X server

// What `OtherActivity` is called on the command line; for --help and for its check.
constexpr const char* go_on = "go-on";
constexpr const char* begin_anew = "begin-anew";

app::ConveningWanted wanted_from(const RunOptions& options, const app::Resources& resources) {
  app::ConveningWanted wanted;
  wanted.file = options.convening;
  wanted.pack = resources.pack;
  wanted.called = called_for_move(options.wall, options.activity_named);
  wanted.activity_named = options.activity_named || !options.wall.pack.empty();
  wanted.other_activity = app::other_activity_from_text(options.other_activity).value_or(app::OtherActivity::say);
  wanted.content_folder = resources.paths.content;
  return wanted;
}

// What would never become right by waiting for a disk; a sentence, empty when nothing is.
std::string wrong_with_names(const RunOptions& options) {
  const files::Kind kind = files::stands_for(options.convening).kind;
  using enum files::Kind;
  if (kind == folder || kind == pipe || kind == socket || kind == device || kind == disk)
    return "--convening names " + std::string(to_text(kind)) + ", " + options.convening + ". Name a file.";
  return in_the_way_of({{"--record-touches", options.record_touches}, {"--frame-log", options.frame_log}},
                       {{"--convening", options.convening},
                        {"--activity", options.wall.activity},
                        {"PACK", options.wall.pack},
                        {"--carry", options.carry},
                        {"--play-touches", options.play_touches}});
}

// Folders in which this system mounts sticks.
std::vector<std::filesystem::path> usual_sticks() {
  std::vector<std::filesystem::path> folders{"/media"};
  if (const passwd* me = ::getpwuid(::geteuid()); me != nullptr && me->pw_name != nullptr)
    folders.push_back(std::filesystem::path("/run/media") / me->pw_name);
  return folders;
}

shelf::Places places_of(const RunOptions& options, const app::Resources& resources) {
  shelf::Places places;
  places.store = app::packs_folder().value_or(std::filesystem::path());
  places.watched.assign(options.packs_from.begin(), options.packs_from.end());
  places.sticks.assign(options.sticks.begin(), options.sticks.end());
  if (places.sticks.empty()) places.sticks = usual_sticks();
  places.content = resources.paths.content;
  places.keyboards = resources.keyboards.languages();
  places.small_picture = &small_picture;
  return places;
}

shelf::InUse in_use() {
  const auto convenings = journal::convenings_folder();
  return convenings ? app::in_use_in(*convenings) : shelf::InUse();
}

// The activity that was chosen is shown as it wants to be, in the languages that were asked for where it has them.
WallOptions fitting(WallOptions wall, app::Resources& resources) {
  wall.layout.clear();
  if (!choose(wall, resources).empty()) wall.language = wall.second_language = {};
  return wall;
}

// One convening after the other, until somebody leaves. The error is a sentence.
tl::expected<int, std::string> sit_until_the_end(Venue& venue) {
  WallOptions wall = venue.options.wall;
  app::ConveningWanted wanted = wanted_from(venue.options, venue.resources);
  int code = 0;
  while (true) {
    auto sat = sit(venue, wall, wanted);
    if (!sat) return tl::unexpected(sat.error());
    code = std::max(code, sat->code);
    if (!sat->chosen) return code;
    venue.keeper.tidy();
    venue.resources.pack = wanted.pack = std::move(sat->chosen->pack);
    venue.resources.phrases = std::move(sat->chosen->phrases);
    wanted.called = std::move(sat->chosen->called);
    wanted.file = file_for(venue, wanted.pack.activity);
    wanted.activity_named = true;
    wanted.other_activity = app::OtherActivity::say;
    wanted.anew = sat->chosen->anew;
    wall = fitting(venue.options.wall, venue.resources);
  }
}

// The day that is followed; without another wish the wall begins with what that has now. The error is a sentence.
tl::expected<std::unique_ptr<app::FollowedDay>, std::string> followed_day(RunOptions& options) {
  if (options.programme.empty()) return nullptr;
  const auto paths = app::find_paths();
  if (!paths) return tl::unexpected(paths.error());
  auto plan = app::load_day(options.programme, options.day, paths->content);
  if (!plan) return tl::unexpected(plan.error());
  const auto minute = app::minute_of_day();
  const bool free_to_choose = !options.activity_named && options.wall.pack.empty() && options.convening.empty();
  if (const content::Session* now = minute ? app::activity_at(plan->day, *minute) : nullptr; now != nullptr && free_to_choose) {
    options.wall.activity = now->activity;
    options.activity_named = true;
  }
  return std::make_unique<app::FollowedDay>(app::FollowedDay{*std::move(plan), {}});
}

// What windows will be for, with the screens that they had.
std::vector<platform::Role> roles_wanted(const RunOptions& options) {
  std::vector<platform::Role> roles{{.asked_for = options.monitor}};
  const auto add = [&roles](const std::vector<std::string>& monitors, const std::string& name, platform::Use use) {
    for (std::size_t i = 0; i < monitors.size(); ++i)
      roles.push_back({.name = role_name(name, i), .use = use, .asked_for = monitors[i]});
  };
  add(options.walls, "wall", platform::Use::wall);
  add(options.consoles, "console", platform::Use::console);
  const auto file = app::screens_file();
  return file ? app::with_screens(std::move(roles), app::read_screens(*file)) : roles;
}

std::optional<std::string> kept_pin() {
  const auto file = app::pin_file();
  return file ? app::kept_pin(*file) : std::nullopt;
}

// A start after several that ended badly leaves out what may have been their cause: the graphics card, as if Mesa had been
// asked to draw with the processor, and the tracker.
void leave_out_likely_causes(RunOptions& options) {
  ::setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
  options.present = "automatic";
  options.tuio.clear();
}

// Why it starts plainly, for the log; empty: it does not.
std::string why_plainly(const RunOptions& options, const std::optional<app::Started>& started) {
  if (options.plainly) return "It starts plainly, as it was asked to";
  if (started && started->plainly()) return "It ended badly three times within a minute, so it starts plainly";
  return {};
}

int run(RunOptions options) {
  app::Log log(app::log_file());
  const auto say = [&log](const std::string& sentence) { log.warn(sentence); };
  const auto fail = [&log](const std::string& why) {
    log.note(why);
    return complain(why);
  };
  if (const std::string wrong = wrong_with_names(options); !wrong.empty()) return fail(wrong);
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return fail(trouble);
  const auto day = followed_day(options);
  if (!day) return fail(day.error());
  auto resources = load_resources(options.wall, options.activity_named);
  if (!resources) return fail(resources.error());
  // What layouts and languages there are is known only when the convening is open, where that has its own activity.
  const bool asked_for = options.activity_named || !options.wall.pack.empty() || options.convening.empty();
  if (const std::string missing = choose(options.wall, *resources); asked_for && !missing.empty()) return fail(missing);
  if (!options.carry.empty())
    if (const auto all = harvest::read_to_carry(options.carry, resources->pack.activity, options.seed); !all)
      return fail(app::to_text(all.error()));
  const platform::Supervisor supervisor;
  const auto display = platform::wait_for_display(display_answers_within_s, say);
  if (!display) return fail(display.error());

  std::optional<app::Started> started;
  if (const auto file = app::starts_file()) started.emplace(*file);
  if (started && !started->trouble().empty()) log.note("how often it ends badly is not remembered: " + started->trouble());
  const std::string plainly = why_plainly(options, started);
  if (!plainly.empty()) {
    leave_out_likely_causes(options);
    say(plainly + ": drawn by the processor, without a graphics card and without a tracker. The convening is the same.");
  }

  platform::WindowOptions window_options{.present = present_from_text(options.present),
                                         .alone = options.walls.empty() && options.consoles.empty(),
                                         .tuio = options.tuio};
  if (const auto size = size_from_text(options.wall.size)) std::tie(window_options.width, window_options.height) = *size;
  const auto system = platform::WindowSystem::open(say, roles_wanted(options), app::known_of_screens());
  if (!system) return fail(system.error());
  auto window = platform::Window::open(**system, window_options);
  if (!window) return fail(window.error());
  const platform::EndSignals ended;  // from here on there is something to keep
  auto tape = load_tape(options);
  if (!tape) return fail(tape.error());
  std::unique_ptr<FrameLog> frame_log;
  if (!options.frame_log.empty()) {
    auto begun = FrameLog::begin(options.frame_log, platform::monotonic_s());
    if (!begun) return fail("--frame-log " + options.frame_log + ": " + begun.error() + ".");
    frame_log = std::move(*begun);
  }
  shelf::Keeper keeper(places_of(options, *resources), in_use(), [] { platform::WindowSystem::wake(nullptr); });
  Venue venue{options,    *resources,       **system, *window, log, keeper, *tape, frame_log.get(), kept_pin(), day->get(),
              supervisor, !plainly.empty(), {},       0,       0,   {},     {}};
  const auto kept = sit_until_the_end(venue);
  supervisor.stopping();
  if (frame_log && !frame_log->finish())
    say("Not all of " + options.frame_log + " could be written: " + frame_log->trouble() + ".");
  if (tape->writer && !tape->writer->trouble().empty())
    say("Not all of " + options.record_touches + " could be written: " + tape->writer->trouble() + ".");
  if (!kept) return fail(kept.error());
  if (!(*system)->lost()) {
    if (started && *kept == 0) started->ends_well();
    return *kept;
  }
  return fail(std::string("The window system went away. ") + (*kept != 0 ? "Not all of the wall could be kept."
                                                              : options.in_memory
                                                                  ? "Nothing was to be kept."
                                                                  : "What is on the wall is kept: start Greenline again."));
}

// A window more for each time that it is given, each on the monitor that is named or on one that it finds.
void add_window(CLI::App& command, const char* name, std::vector<std::string>& monitors, const std::string& about) {
  command.add_option(name, monitors, about)
      ->type_name("[MONITOR]")
      ->expected(0, 1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
}

}  // namespace

void add_run(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = app.add_subcommand("run", "Open the touch wall and run an activity");
  command->footer(
      "Page Down and Page Up go to the next phase and back (as a presenter's clicker does), F8 rests the wall, F7 holds new "
      "cards veiled, F9 reveals them (other keys: ~/.config/greenline/keys, docs/venue.md), F1 lists all keys,\n"
      "F6 (or two quick touches in the lower left corner) opens the shelf of packs, Ctrl+Shift+Q leaves. In a place to write: "
      "Ctrl+Enter places, Esc leaves it, Tab goes to the next thing, Enter pushes "
      "it.\n\n"
      "Example: greenline run --activity finding-our-place --palette daylight");
  add_wall_options(*command, options->wall, "");
  add_pack(*command, options->wall);
  auto* convening =
      command->add_option("--convening", options->convening, "File to keep the convening in; one that exists is gone on with");
  command
      ->add_option(
          "--other-activity", options->other_activity,
          "When the convening began with another activity than the one asked for: go on with its own (go-on), or leave "
          "it and begin a new convening beside it (begin-anew). Not given: it goes on with its own, and the wall says so")
      ->check(CLI::IsMember({go_on, begin_anew}));
  auto* carried = command->add_option(
      "--carry", options->carry,
      "Lay whole sentences of an earlier harvest (its folder, or convening.json in it) on the wall when the "
      "convening begins: where the activity says, shuffled, each with where it comes from. What stays in "
      "its room, what is veiled or held and what was set aside never comes");
  command->add_option("--seed", options->seed, "Shuffle what is carried otherwise")
      ->needs(carried)
      ->check(CLI::NonNegativeNumber);
  command->add_flag("--in-memory", options->in_memory, "Keep nothing: for trying things out")->excludes(convening);
  command->add_option(
      "--monitor", options->monitor,
      "The monitor, by its number, its connector, or its model or serial number, as `greenline doctor` lists them. It is "
      "remembered by what its glass tells of itself: with the same option, or none, it is found again on any cable. While it "
      "is "
      "not there the wall is on one that is nobody's");
  add_window(
      *command, "--wall", options->walls,
      "Also show the convening on this monitor (again for another): without places to write and without touch, "
      "following the phase, each at its own monitor's rate. It is there while its monitor is. Without MONITOR: on the one "
      "that it had last, else on the one that is not the console");
  add_window(
      *command, "--console", options->consoles,
      "Also open the host's console on this monitor: what runs, for how long, what comes next and what the host alone is "
      "told, with keys to touch. What the wall shows is seen there small. Without MONITOR: on the one that it had last, "
      "else on the laptop's own");
  command
      ->add_option(
          "--programme", options->programme,
          "Follow a day of this programme (a built-in one's name, or its file) on the console: the next fixed time, how "
          "the rest gives way when something runs over, and what begins next")
      ->needs(command->get_option("--console"));
  command->add_option("--day", options->day, "Which day of the programme, from 1")
      ->capture_default_str()
      ->check(whole_number_from(1, 14))
      ->needs(command->get_option("--programme"));
  command
      ->add_option("--packs-from", options->packs_from,
                   "Also have the packs that lie in this folder on the shelf, as they are saved there (again for another)")
      ->allow_extra_args(false)
      ->check(CLI::ExistingDirectory);
  command
      ->add_option("--sticks", options->sticks,
                   "Look for packs on what is mounted in this folder (again for another), instead of /media and /run/media")
      ->allow_extra_args(false)
      ->check(CLI::ExistingDirectory);
  command->add_option("--tuio", options->tuio,
                      "Take fingers from a TUIO tracker that sends to this port, or address:port (3333 is usual)");
  command->add_flag("--plainly", options->plainly,
                    "Draw without a graphics card and take no tracker, as a start does by itself after three that ended badly "
                    "within a minute");
  command->add_option("--record-touches", options->record_touches, "Write what hands do into this file");
  command->add_option("--play-touches", options->play_touches, "Do again what a recorded file's hands did")
      ->check(CLI::ExistingFile);
  command->add_option(
      "--frame-log", options->frame_log,
      "Write what each frame took into this file, a line of CSV each, to see how soon touches are answered "
      "(answer_ms: from reading a touch to handing over its frame). While it is written each frame waits for the "
      "driver to finish, which a GPU's frames otherwise do not");
  command->add_option("--present", options->present, "How frames reach the window")
      ->capture_default_str()
      ->check(CLI::IsMember({"automatic", "swap", "shared-memory"}));
  command->callback([options, command, &exit_code] {
    options->activity_named = command->count("--activity") > 0;
    options->palette_named = command->count("--palette") > 0;
    exit_code = run(*options);
  });
}

}  // namespace greenline::cli
