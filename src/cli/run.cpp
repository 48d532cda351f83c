// greenline run: the kiosk.
#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

#include "app/crowding.h"
#include "app/kept_drafts.h"
#include "app/log.h"
#include "app/loop.h"
#include "app/open_convening.h"
#include "app/projection.h"
#include "app/resources.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/frame_log.h"
#include "cli/named_files.h"
#include "cli/numbers.h"
#include "files/kind.h"
#include "input/recording.h"
#include "platform/cpu_clock.h"
#include "platform/ending.h"
#include "platform/window_system.h"
#include "platform/x_server.h"

namespace greenline::cli {
namespace {

constexpr double display_answers_within_s = 20;  // a kiosk may start before its X server

struct RunOptions {
  WallOptions wall;
  std::string convening;  // file
  bool in_memory = false;
  std::string monitor;
  std::vector<std::string> walls;  // monitors of those that only show
  std::string present = "automatic";
  std::string other_activity;   // empty: say it and go on with its own
  bool activity_named = false;  // --activity was given
  std::string tuio, record_touches, play_touches, frame_log;
};

platform::Present present_from_text(const std::string& text) {
  if (text == "swap") return platform::Present::swap;
  if (text == "shared-memory") return platform::Present::shared_memory;
  return platform::Present::automatic;
}

// What `OtherActivity` is called on the command line; for --help and for its check.
constexpr const char* go_on = "go-on";
constexpr const char* begin_anew = "begin-anew";

app::ConveningWanted wanted_from(const RunOptions& options, const app::Resources& resources) {
  app::ConveningWanted wanted;
  wanted.file = options.convening;
  wanted.pack = resources.pack;
  wanted.activity_named = options.activity_named || !options.wall.pack.empty();
  wanted.other_activity = app::other_activity_from_text(options.other_activity).value_or(app::OtherActivity::say);
  wanted.content_folder = resources.paths.content;
  return wanted;
}

station::Remark remark_of(const journal::Trouble& trouble) {
  return {"journal." + std::string(to_text(trouble.fault)), {trouble.file.string()}, trouble.detail};
}

// How the convening is now, in English: to the terminal and into the log.
void tell_terminal(const station::Session& session, const app::Resources& resources, app::Log& log) {
  if (session.convening().resting.value) log.warn(sentence_of(station::Remark{"convening.rests"}, resources.strings, "en"));
  if (const auto trouble = session.trouble()) log.warn(sentence_of(remark_of(*trouble), resources.strings, "en"));
}

std::string words_of(const input::RecordingFault& fault) {
  return (fault.line > 0 ? "Line " + std::to_string(fault.line) + ": found " : "Found ") + fault.found + ", expected " +
         fault.expected + ".";
}

// What hands do is written down, and what hands did once is done again.
struct Tape {
  std::optional<input::RecordingWriter> writer;
  std::optional<input::RecordingPlayer> player;

  [[nodiscard]] app::LoopHooks hooks(interact::Wall& wall) {
    app::LoopHooks hooks;
    if (writer) hooks.touched = [this](const input::TouchFrame& frame) { writer->add(frame); };
    if (!player) return hooks;
    hooks.before_frame = [this, &wall](double now_s) {
      while (const auto frame = player->due(now_s)) wall.touch(*frame);
    };
    hooks.longest_wait_s = [this] { return player->wait_s(platform::monotonic_s()); };
    return hooks;
  }
};

tl::expected<Tape, std::string> load_tape(const RunOptions& options) {
  Tape tape;
  if (!options.record_touches.empty()) {
    auto writer = input::RecordingWriter::begin(options.record_touches);
    if (!writer) return tl::unexpected("--record-touches: " + words_of(writer.error()));
    tape.writer = std::move(*writer);
    std::cerr
        << options.record_touches
        << " will hold every touch, and with it what people write on the wall's keyboards. Keep it as you would keep their "
           "letters.\n";
  }
  if (!options.play_touches.empty()) {
    auto frames = input::load_recording(options.play_touches);
    if (!frames) return tl::unexpected("--play-touches " + options.play_touches + ": " + words_of(frames.error()));
    tape.player.emplace(std::move(*frames), platform::monotonic_s());
  }
  return tape;
}

// What was kept, said at the end; the exit code.
int closed(station::Session& session, const std::filesystem::path& kept_in, bool in_memory, app::Log& log) {
  log.note("the wall closes; " + to_text(session.tally()));
  if (in_memory) return 0;
  if (kept_in.empty()) {
    log.warn("Nothing of this wall was kept.");
    return 1;
  }
  if (session.flush() && session.tally().lost == 0) return 0;
  const auto trouble = session.trouble();
  log.warn("Some of what is on the wall could not be written to the disk" + (trouble ? ": " + trouble->detail : std::string()) +
           ".");
  return 1;
}

app::OpenedConvening open_session(const RunOptions& options, const app::Resources& resources, const station::Ears& ears) {
  if (!options.in_memory) return open_convening(wanted_from(options, resources), ears);
  return {std::make_unique<station::Session>(resources.pack, station::real_sources()), {}, {}, {}};
}

using Projections = std::vector<std::unique_ptr<app::Projection>>;

tl::expected<Projections, std::string> open_projections(platform::WindowSystem& system, const RunOptions& options,
                                                        const app::Resources& resources, station::Session& session,
                                                        const app::Fitted& fitted) {
  Projections projections;
  for (const std::string& monitor : options.walls) {
    const platform::WindowOptions window{.monitor = monitor,
                                         .present = present_from_text(options.present),
                                         .hands = false,
                                         .alone = false,
                                         .title = "Greenline, a wall"};
    auto opened = app::Projection::open(system, window, resources, session, fitted);
    if (!opened) return tl::unexpected(opened.error());
    projections.push_back(*std::move(opened));
  }
  return projections;
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
                        {"--play-touches", options.play_touches}});
}

int run(const RunOptions& options) {
  app::Log log(app::log_file());
  const auto say = [&log](const std::string& sentence) { log.warn(sentence); };
  const auto fail = [&log](const std::string& why) {
    log.note(why);
    return complain(why);
  };
  if (const std::string wrong = wrong_with_names(options); !wrong.empty()) return fail(wrong);
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return fail(trouble);
  auto resources = load_resources(options.wall, options.activity_named);
  if (!resources) return fail(resources.error());
  // What layouts and languages there are is known only when the convening is open, where that has its own activity.
  const bool asked_for = options.activity_named || !options.wall.pack.empty() || options.convening.empty();
  if (const std::string missing = choose(options.wall, *resources); asked_for && !missing.empty()) return fail(missing);
  const auto display = platform::wait_for_display(display_answers_within_s, say);
  if (!display) return fail(display.error());

  platform::WindowOptions window_options{.monitor = options.monitor,
                                         .present = present_from_text(options.present),
                                         .alone = options.walls.empty(),
                                         .tuio = options.tuio};
  if (const auto size = size_from_text(options.wall.size)) std::tie(window_options.width, window_options.height) = *size;
  const auto system = platform::WindowSystem::open(say);
  if (!system) return fail(system.error());
  auto window = platform::Window::open(**system, window_options);
  if (!window) return fail(window.error());
  auto renderer = render::Renderer::make(resources->paths.shaders, app::fitting_detail(window->driver()));
  if (!renderer) return fail(renderer.error());
  renderer->set_palette(resources->palette);

  const platform::EndSignals ended;  // from here on there is something to keep
  const station::Ears ears{.wake = &platform::WindowSystem::wake,
                           .log = [&log](const std::string& line) { log.note(line); },
                           .remark = [&](const station::Remark& it) { say(sentence_of(it, resources->strings, "en")); }};
  const app::OpenedConvening opened = open_session(options, *resources, ears);
  station::Session& session = *opened.session;
  log.note("a wall opens, kept in " + (opened.kept_in.empty() ? "nothing" : opened.kept_in.string()));
  tell_terminal(session, *resources, log);
  resources->pack = session.pack();  // which may be another than was asked for
  if (const std::string missing = choose(options.wall, *resources); !missing.empty()) return fail(missing);
  session.lay_out(resources->pack.activity.layout);

  auto tape = load_tape(options);
  if (!tape) return fail(tape.error());
  std::unique_ptr<FrameLog> frame_log;
  if (!options.frame_log.empty()) {
    auto begun = FrameLog::begin(options.frame_log, platform::monotonic_s());
    if (!begun) return fail("--frame-log " + options.frame_log + ": " + begun.error() + ".");
    frame_log = std::move(*begun);
  }
  text::Engine engine;
  const view::WallSetting setting = wall_setting(options.wall, window->width(), window->height(), window->pixels_per_mm());
  interact::Wall wall(session, engine, resources->strings, resources->keyboards, resources->palette, setting);
  if (const std::string note = note_of_distance(options.wall, *resources, setting, engine); !note.empty()) say(note);
  if (const std::string note = app::note_of_crowding(resources->pack, resources->strings, setting, engine); !note.empty())
    say(note);
  app::LoopHooks hooks = tape->hooks(wall);
  hooks.ending = &platform::EndSignals::came;
  const app::Fitted fitted = [&](const platform::Window& now) {
    return wall_setting(options.wall, now.width(), now.height(), now.pixels_per_mm());
  };
  hooks.fitted = fitted;
  auto projections = open_projections(**system, options, *resources, session, fitted);
  window->make_current();
  if (!projections) return fail(projections.error());
  std::optional<app::KeptDrafts> drafts;
  if (!opened.kept_in.empty()) {
    const app::KeptDrafts::Files files{.convening = opened.kept_in, .earlier = opened.drafts_from};
    drafts.emplace(wall, session, files, &platform::WindowSystem::wake);
  }
  hooks.shown = [&] {
    if (drafts) drafts->poll();
  };
  if (frame_log) {
    hooks.after_frame = [&](const app::FrameTimes& times) {
      frame_log->add(times, platform::monotonic_s());
      return true;
    };
  }
  const auto ran = run_loop(**system, *window, wall, *renderer, engine, setting, hooks, *projections);
  projections->clear();
  window->make_current();      // what draws in it goes after it
  if (drafts) drafts->poll();  // letters that came with the wish to end
  drafts.reset();
  if (frame_log && !frame_log->finish())
    say("Not all of " + options.frame_log + " could be written: " + frame_log->trouble() + ".");
  if (tape->writer && !tape->writer->trouble().empty())
    say("Not all of " + options.record_touches + " could be written: " + tape->writer->trouble() + ".");
  const int kept = closed(session, opened.kept_in, options.in_memory, log);
  if (!ran) return fail(ran.error());
  if (!(*system)->lost()) return kept;
  return fail(std::string("The window system went away. ") + (kept != 0 ? "Not all of the wall could be kept."
                                                              : options.in_memory
                                                                  ? "Nothing was to be kept."
                                                                  : "What is on the wall is kept: start Greenline again."));
}

}  // namespace

void add_run(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = app.add_subcommand("run", "Open the touch wall and run an activity");
  command->footer(
      "Page Down and Page Up go to the next phase and back (as a presenter's clicker does), F8 rests the wall, F7 holds new "
      "cards veiled, F9 reveals them,\n"
      "Ctrl+Shift+Q leaves. In a place to write: Ctrl+Enter places, Esc leaves it, Tab goes to the next thing, Enter pushes "
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
  command->add_flag("--in-memory", options->in_memory, "Keep nothing: for trying things out")->excludes(convening);
  command->add_option(
      "--monitor", options->monitor,
      "The monitor, by its number or its output's name, as `greenline doctor` lists them. While it is not there "
      "the wall is on the first; when it is plugged in the wall moves to it");
  command
      ->add_option("--wall", options->walls,
                   "Also show the convening on this monitor (its number or its output's name; again for another): without "
                   "places to write and without touch, following the phase, each at its own monitor's rate. It is there while "
                   "its monitor is")
      ->allow_extra_args(false);
  command->add_option("--tuio", options->tuio,
                      "Take fingers from a TUIO tracker that sends to this port, or address:port (3333 is usual)");
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
    exit_code = run(*options);
  });
}

}  // namespace greenline::cli
