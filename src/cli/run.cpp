// greenline run: the kiosk.
#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

#include "app/cpu_clock.h"
#include "app/crowding.h"
#include "app/kept_drafts.h"
#include "app/kit.h"
#include "app/loop.h"
#include "app/losses.h"
#include "app/x_server.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/frame_log.h"
#include "cli/numbers.h"
#include "content/shown.h"
#include "input/recording.h"

namespace greenline::cli {
namespace {

constexpr double display_answers_within_s = 20;  // a kiosk may start before its X server

struct RunOptions {
  WallOptions wall;
  std::string convening;  // file
  bool in_memory = false;
  std::string monitor;
  std::string present = "automatic";
  std::string tuio, record_touches, play_touches, frame_log;
};

app::Present present_from_text(const std::string& text) {
  if (text == "swap") return app::Present::swap;
  if (text == "shared-memory") return app::Present::shared_memory;
  return app::Present::automatic;
}

std::string trouble_sentence(const app::Kit& kit, const journal::Trouble& trouble, std::string_view language) {
  const std::string_view blank = kit.strings("journal." + std::string(to_text(trouble.fault)), language);
  const std::string sentence = content::filled(blank, {trouble.file.string()});
  return sentence + (trouble.detail.empty() ? "" : "\n(" + trouble.detail + ")");
}

struct OpenedConvening {
  tl::expected<app::Session, journal::Trouble> session;
  std::filesystem::path asked_for, kept_in;
  std::optional<journal::Trouble> trouble;  // why it is not kept where it was asked for
};

// The convening to go on with. When its file cannot be used it is left exactly as it is, and a new one is begun beside it.
OpenedConvening open_session(const app::Kit& kit, const RunOptions& options) {
  namespace fs = std::filesystem;
  const fs::path file = options.convening.empty() ? journal::convenings_folder() / (kit.pack.activity.id + ".greenline")
                                                  : fs::path(options.convening);
  std::error_code error;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), error);
  const auto begin = [&](const fs::path& in) {
    return app::Session::open(kit.pack, app::real_sources(), in, &app::Window::wake, nullptr);
  };
  auto session = begin(file);
  if (session) return {std::move(session), file, file, std::nullopt};
  const journal::Trouble trouble = session.error();
  const fs::path fresh = journal::fresh_name_beside(file);
  switch (trouble.fault) {
    case journal::Fault::damaged:
      if (auto salvage = journal::read_what_can_be_read(file)) {
        return {app::Session::carry_over(kit.pack, app::real_sources(), fresh, salvage->events, &app::Window::wake, nullptr),
                file, fresh, trouble};
      }
      return {begin(fresh), file, fresh, trouble};
    case journal::Fault::newer_version:
    case journal::Fault::not_ours: return {begin(fresh), file, fresh, trouble};
    default: return {std::move(session), file, file, trouble};
  }
}

// What could not be taken is told while the wall is open, not more often than once a minute.
class LossLog {
 public:
  void look(const app::Window& window) {
    constexpr double every_s = 60;
    const double now_s = app::monotonic_s();
    if (now_s < next_s_) return;
    next_s_ = now_s + every_s;
    finish(window);
  }
  void finish(const app::Window& window) {
    const app::Losses now = window.losses();
    std::cerr << content::shown_lines(app::told(told_, now)) << std::flush;
    told_ = now;
  }

 private:
  app::Losses told_;
  double next_s_ = 0;
};

std::string words_of(const input::RecordingFault& fault) {
  return (fault.line > 0 ? "Line " + std::to_string(fault.line) + ": found " : "Found ") + fault.found + ", expected " +
         fault.expected + ".";
}

// What hands do is written down, and what hands did once is done again.
struct Tape {
  std::optional<input::RecordingWriter> writer;
  std::optional<input::RecordingPlayer> player;

  [[nodiscard]] app::LoopHooks hooks(app::Wall& wall) {
    app::LoopHooks hooks;
    if (writer) hooks.touched = [this](const input::TouchFrame& frame) { writer->add(frame); };
    if (!player) return hooks;
    hooks.before_frame = [this, &wall](double now_s) {
      while (const auto frame = player->due(now_s)) wall.touch(*frame);
    };
    hooks.longest_wait_s = [this] { return player->wait_s(app::monotonic_s()); };
    return hooks;
  }
};

tl::expected<Tape, std::string> load_tape(const RunOptions& options) {
  Tape tape;
  if (!options.record_touches.empty()) {
    auto writer = input::RecordingWriter::begin(options.record_touches);
    if (!writer) return tl::unexpected("--record-touches: " + words_of(writer.error()));
    tape.writer = std::move(*writer);
  }
  if (!options.play_touches.empty()) {
    auto frames = input::load_recording(options.play_touches);
    if (!frames) return tl::unexpected("--play-touches " + options.play_touches + ": " + words_of(frames.error()));
    tape.player.emplace(std::move(*frames), app::monotonic_s());
  }
  return tape;
}

int run(const RunOptions& options) {
  const auto log = [](const std::string& sentence) { complain(sentence); };
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  auto kit = app::load_kit(options.wall.activity, options.wall.palette);
  if (!kit) return complain(kit.error());
  if (const std::string missing = choose(options.wall, *kit); !missing.empty()) return complain(missing);
  if (auto answered = app::wait_for_display(display_answers_within_s, log); !answered) return complain(answered.error());

  app::WindowOptions window_options{
      .monitor = options.monitor, .present = present_from_text(options.present), .tuio = options.tuio};
  if (const auto size = size_from_text(options.wall.size)) std::tie(window_options.width, window_options.height) = *size;
  auto window = app::Window::open(window_options);
  if (!window) return complain(window.error());
  say_notes(*window);
  auto renderer = render::Renderer::make(kit->paths.shaders, app::fitting_detail(window->driver()));
  if (!renderer) return complain(renderer.error());
  renderer->set_palette(kit->palette);

  std::optional<journal::Trouble> trouble;
  std::unique_ptr<app::Session> session;
  std::filesystem::path kept_in, asked_for;  // empty: nothing is kept
  if (!options.in_memory) {
    auto opened = open_session(*kit, options);
    trouble = std::move(opened.trouble);
    if (opened.session) {
      session = std::make_unique<app::Session>(std::move(*opened.session));
      kept_in = opened.kept_in;
      asked_for = opened.asked_for;
    }
  }
  // Without a file the room still gets its wall; that nothing is kept is said on it for as long as it lasts.
  if (!session) session = std::make_unique<app::Session>(kit->pack, app::real_sources());
  if (trouble) complain(trouble_sentence(*kit, *trouble, "en"));

  auto tape = load_tape(options);
  if (!tape) return complain(tape.error());
  std::unique_ptr<FrameLog> frame_log;
  if (!options.frame_log.empty()) {
    auto begun = FrameLog::begin(options.frame_log, app::monotonic_s());
    if (!begun) return complain("--frame-log " + options.frame_log + ": " + begun.error() + ".");
    frame_log = std::move(*begun);
  }
  text::Engine engine;
  const app::WallSetting setting = wall_setting(options.wall, window->width(), window->height(), window->pixels_per_mm());
  app::Wall wall(*session, engine, kit->strings, kit->keyboards, kit->palette, setting);
  if (const std::string note = note_of_distance(options.wall, *kit, setting, engine); !note.empty()) complain(note);
  if (const std::string note = app::note_of_crowding(kit->pack, kit->strings, setting, engine); !note.empty()) complain(note);
  if (trouble) wall.warn(trouble_sentence(*kit, *trouble, wall.setting().language));
  app::LoopHooks hooks = tape->hooks(wall);
  hooks.fitted = [&](const app::Window& now) {
    return wall_setting(options.wall, now.width(), now.height(), now.pixels_per_mm());
  };
  LossLog losses;
  std::optional<app::KeptDrafts> drafts;
  if (!kept_in.empty()) {
    drafts.emplace(wall, kept_in, asked_for, &app::Window::wake);
  }
  hooks.shown = [&] {
    if (drafts) drafts->look();
    losses.look(*window);
    say_notes(*window);
  };
  if (frame_log) {
    hooks.after_frame = [&](const app::FrameTimes& times) {
      frame_log->add(times, app::monotonic_s());
      return true;
    };
  }
  const auto ran = run_loop(*window, wall, *renderer, engine, setting, hooks);
  losses.finish(*window);
  if (frame_log && !frame_log->finish())
    complain("Not all of " + options.frame_log + " could be written: " + frame_log->trouble() + ".");
  if (tape->writer && !tape->writer->trouble().empty())
    complain("Not all of " + options.record_touches + " could be written: " + tape->writer->trouble() + ".");
  if (!session->flush()) return complain("Some of what is on the wall could not be written to the disk.");
  if (!ran) return complain(ran.error());
  if (window->lost())
    return complain(std::string("The window system went away. ") +
                    (options.in_memory ? "Nothing was to be kept." : "What is on the wall is kept: start Greenline again."));
  return 0;
}

}  // namespace

void add_run(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = app.add_subcommand("run", "Open the touch wall and run an activity");
  command->footer(
      "Page Down and Page Up go to the next phase and back (as a presenter's clicker does), F8 rests the wall,\n"
      "Ctrl+Shift+Q leaves. In a place to write: Ctrl+Enter places, Esc leaves it, Tab goes to the next thing, Enter pushes "
      "it.\n\n"
      "Example: greenline run --activity finding-our-place --palette daylight");
  add_wall_options(*command, options->wall, "");
  command->add_option("--convening", options->convening, "File to keep the convening in; one that exists is gone on with");
  command->add_flag("--in-memory", options->in_memory, "Keep nothing: for trying things out");
  command->add_option(
      "--monitor", options->monitor,
      "The monitor, by its number or its output's name, as `greenline doctor` lists them. While it is not there "
      "the wall is on the first; when it is plugged in the wall moves to it");
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
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace greenline::cli
