// greenline rehearse: an activity that plays itself, for whoever is about to run it or is writing it.
#include <CLI/CLI.hpp>
#include <atomic>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/crowding.h"
#include "app/loop.h"
#include "app/resources.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/numbers.h"
#include "content/load.h"
#include "content/problem.h"
#include "content/shown.h"
#include "files/watch.h"
#include "platform/cpu_clock.h"
#include "platform/ending.h"
#include "platform/window_system.h"
#include "platform/x_server.h"
#include "simulate/rehearsal.h"

namespace greenline::cli {
namespace {

struct RehearseOptions {
  WallOptions wall;
  bool activity_named = false;  // --activity was given
  std::string monitor;
  std::vector<std::string> people_write;  // empty: in the wall's language
  simulate::Simulation plan;
  double speed = 20;
};

// Folders whose files an activity may be made of.
std::vector<std::filesystem::path> folders_of(const std::string& activity, const std::filesystem::path& content) {
  std::vector<std::filesystem::path> folders{content / "activities", content / "canvases"};
  std::error_code ignored;
  const std::filesystem::path named(activity);
  if (std::filesystem::is_directory(named, ignored)) {
    folders.push_back(named);
    for (const auto& entry : std::filesystem::directory_iterator(named, ignored))
      if (entry.is_directory(ignored)) folders.push_back(entry.path());
  } else if (named.has_extension()) {
    folders.push_back(std::filesystem::absolute(named, ignored).parent_path());
  }
  return folders;
}

// For whoever has the file open in an editor beside the wall: in words, the first few.
std::string in_words(const content::Diagnostics& all) {
  constexpr std::size_t most = 3;
  std::string said;
  std::size_t told = 0;
  for (const content::Diagnostic& one : all) {
    if (severity_of(one) != content::Severity::stops || !one.problem) continue;
    if (++told > most) continue;
    said += (said.empty() ? "" : "\n") + std::string(content::kind_of(*one.problem).title) + ": " +
            content::shown(std::filesystem::path(one.file).filename().string());
    if (one.line > 0) said += ", line " + std::to_string(one.line);
    said += ". Found " + one.found;
    said +=
        one.nearest.empty() ? "; expected " + one.expected + "." : "; did you mean \"" + content::shown(one.nearest) + "\"?";
  }
  return told > most ? said + "\n… and more: `greenline check` tells all." : said;
}

// One playing of the activity as it is now; another begins when a file of it is saved.
class Stage {
 public:
  Stage(platform::WindowSystem& system, platform::Window& window, app::Resources& resources, const RehearseOptions& options,
        const simulate::Tongues& tongues, std::atomic<bool>& saved)
      : system_(system),
        window_(window),
        resources_(resources),
        options_(options),
        saved_(saved),
        session_(resources.pack, station::seeded_sources(options.plan.seed)),
        rehearsal_(session_, tongues, options.plan, options.speed),
        wall_(session_, engine_, resources.strings, resources.keyboards, resources.palette, setting()) {}

  // Goes to the phase, with what people do before it done at once.
  void go_to(const std::string& phase) {
    if (find_phase(session_.pack().activity, phase) == nullptr) return;
    double now_s = platform::monotonic_s();
    while (session_.phase().id != phase && !rehearsal_.over()) rehearsal_.go_on(now_s += 3600);
    wall_.settle_now();
  }
  [[nodiscard]] const std::string& phase() const { return session_.phase().id; }

  // Until it is to end, or to begin again as the files are now: then true.
  tl::expected<bool, std::string> play() {
    auto renderer = app::fitting_renderer(resources_.paths.shaders, window_);
    if (!renderer) return tl::unexpected(renderer.error());
    renderer->set_palette(resources_.palette);
    bool again = false;
    app::LoopHooks hooks;
    hooks.fitted = [this](const platform::Window&) { return setting(); };
    hooks.before_frame = [this](double now_s) { rehearsal_.go_on(now_s); };
    hooks.longest_wait_s = [this] { return rehearsal_.wait_s(platform::monotonic_s()); };
    hooks.ending = [&] {
      if (platform::EndSignals::came()) return true;
      if (saved_.exchange(false)) again = read_anew();
      return again;
    };
    const auto ran = run_loop(system_, window_, wall_, *renderer, engine_, wall_.setting(), hooks);
    window_.make_current();  // the renderer goes
    if (!ran) return tl::unexpected(ran.error());
    return again;
  }

 private:
  [[nodiscard]] view::WallSetting setting() const {
    return wall_setting(options_.wall, window_.width(), window_.height(), window_.pixels_per_mm());
  }
  // True when the files are sound; else what is wrong stands on the wall, which goes on as it was.
  bool read_anew() {
    auto read = load_resources(options_.wall, options_.activity_named);
    const std::string wrong = read ? choose(options_.wall, *read) : read.error();
    if (wrong.empty()) {
      wall_.pin({});
      wrong_.clear();
      if (same_pack(read->pack, session_.pack())) return false;
      resources_ = *std::move(read);
      return true;
    }
    if (std::exchange(wrong_, wrong) != wrong) complain(wrong);
    const std::string words = what_is_wrong();
    wall_.pin(words.empty() ? wrong : words);
    return false;
  }
  // In the files, in words; nothing where it is in none of them.
  [[nodiscard]] std::string what_is_wrong() const {
    const std::string& named = options_.wall.pack.empty() ? options_.wall.activity : options_.wall.pack;
    std::error_code trouble;
    if (!std::filesystem::exists(named, trouble)) return {};
    return in_words(
        content::one_a_cause(content::check_file(named, resources_.paths.content, resources_.keyboards.languages())));
  }

  platform::WindowSystem& system_;
  platform::Window& window_;
  app::Resources& resources_;
  const RehearseOptions& options_;
  std::atomic<bool>& saved_;
  station::Session session_;
  simulate::Rehearsal rehearsal_;
  text::Engine engine_;
  interact::Wall wall_;
  std::string wrong_;  // with the files as they were last read
};

int rehearse(const RehearseOptions& options) {
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  auto resources = load_resources(options.wall, options.activity_named);
  if (!resources) return complain(resources.error());
  if (const std::string missing = choose(options.wall, *resources); !missing.empty()) return complain(missing);
  std::vector<std::string> languages = options.people_write;
  if (languages.empty()) languages.push_back(options.wall.language.empty() ? "en" : options.wall.language);
  const auto tongues = phrases_for(*resources, languages);
  if (!tongues) return complain(tongues.error());
  const auto say = [](const std::string& sentence) { complain(sentence); };
  const auto display = platform::wait_for_display(20, say);
  if (!display) return complain(display.error());
  const auto system = platform::WindowSystem::open(say);
  if (!system) return complain(system.error());
  platform::WindowOptions window_options{.role = {.asked_for = options.monitor}, .title = "Greenline, a rehearsal"};
  if (const auto size = size_from_text(options.wall.size)) std::tie(window_options.width, window_options.height) = *size;
  auto window = platform::Window::open(**system, window_options);
  if (!window) return complain(window.error());
  const platform::EndSignals ended;
  std::atomic<bool> saved = false;
  const auto watch = files::Watch::begin(
      folders_of(options.wall.pack.empty() ? options.wall.activity : options.wall.pack, resources->paths.content), [&] {
        saved = true;
        platform::WindowSystem::wake(nullptr);
      });
  if (!watch) complain(watch.error() + " A file that is saved is not shown by itself.");
  std::string phase;
  while (true) {
    Stage stage(**system, *window, *resources, options, *tongues, saved);
    if (!phase.empty()) stage.go_to(phase);
    const auto again = stage.play();
    if (!again) return complain(again.error());
    if (!*again) return 0;
    phase = stage.phase();
  }
}

}  // namespace

void add_rehearse(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<RehearseOptions>();
  CLI::App* command =
      app.add_subcommand("rehearse", "Play an activity through with simulated people, faster than a room would");
  command->footer(
      "Nothing is kept. Page Down and Page Up go to another phase, Ctrl+Shift+Q leaves, and hands may join in. A file of the "
      "activity that is saved\nmeanwhile is shown at once, or what is wrong with it.\n\n"
      "Examples: greenline rehearse --activity finding-our-place --speed 40\n          greenline rehearse our-district.zip");
  add_wall_options(*command, options->wall, "");
  add_pack(*command, options->wall);
  command->add_option("--speed", options->speed, "So many times faster than the activity's minutes")
      ->capture_default_str()
      ->check(number_from(1, 1000));
  command->add_option("--cards", options->plan.cards, "Cards in all")->capture_default_str()->check(whole_number_from(1, 2000));
  command->add_option("--people-write", options->people_write, "Languages of the simulated people, with commas between several")
      ->delimiter(',');
  command->add_option("--monitor", options->monitor, "The monitor, by its number or its output's name");
  command->callback([options, command, &exit_code] {
    options->activity_named = command->count("--activity") > 0;
    exit_code = rehearse(*options);
  });
}

}  // namespace greenline::cli
