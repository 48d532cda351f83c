// greenline bench: what a frame costs here. One JSON line at the end.
#include <epoxy/gl.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/loop.h"
#include "app/offscreen_wall.h"
#include "app/resources.h"
#include "bench/measured.h"
#include "bench/workload.h"
#include "cli/bench_window.h"
#include "cli/bench_words.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/numbers.h"
#include "platform/cpu_clock.h"
#include "platform/window_system.h"

namespace greenline::cli {
namespace {

constexpr std::array six_scripts{"en", "pa", "ar", "zh-Hans", "km", "am"};

struct BenchOptions {
  WallOptions wall;
  int cards = 500;
  std::string scene;
  std::string workload = "drag";
  double seconds = 5;
  bool window = false;
  std::string present = "automatic";
};

bench::WorkloadKind kind_of(const std::string& word) {
  if (word == "still") return bench::WorkloadKind::still;
  if (word == "seats") return bench::WorkloadKind::seats;
  return word == "move" ? bench::WorkloadKind::move : bench::WorkloadKind::drag;
}

// The error is a sentence: the driver cannot draw this.
tl::expected<void, std::string> measure_offscreen(app::OffscreenWall& offscreen, station::Session& session,
                                                  const BenchOptions& options, bench::Measured& measured) {
  offscreen.renderer().set_detail(app::fitting_detail(render::driver()));
  if (const app::Drawn drawn = offscreen.frame(0); !drawn.trouble.empty()) return tl::unexpected(drawn.trouble);
  glFinish();
  measured.first_frame();
  offscreen.wall().settle_now();
  offscreen.frame(0);
  bench::Workload workload(kind_of(options.workload), session, 1);
  (void)offscreen.wall().take_times();
  measured.begin();
  double last_s = platform::monotonic_s();
  while (measured.running_s() < options.seconds) {
    const double now_s = platform::monotonic_s();
    workload.act(offscreen.wall(), now_s);
    const app::Drawn drawn = offscreen.frame(static_cast<float>(now_s - last_s));
    last_s = now_s;
    const double raster_from_s = platform::monotonic_s();
    glFinish();
    const double raster_s = platform::monotonic_s() - raster_from_s;
    const auto wall = offscreen.wall().take_times();
    const auto draw = offscreen.renderer().times();
    measured.add({wall.input_s, wall.apply_s, wall.layout_s, draw.build_s, draw.submit_s, raster_s + draw.raster_s,
                  !drawn.rects.empty()});
    if (kind_of(options.workload) == bench::WorkloadKind::still && !drawn.wants_another) {
      const double wait_s = std::min(offscreen.wall().idle_s(), options.seconds - measured.running_s());
      if (wait_s > 0) usleep(static_cast<useconds_t>(wait_s * 1e6));
    }
  }
  measured.end();
  return {};
}

// Words in six scripts, and what they cost: a line of its own.
int bench_words(const app::Resources& resources, station::Session& session, const BenchOptions& options) {
  const auto size = size_from_text(options.wall.size).value();
  const std::vector<std::string> six(six_scripts.begin(), six_scripts.end());
  auto tongues = simulate::load_phrases(resources.paths.content / "simulation" / "phrases.json", six);
  if (!tongues) return complain(tongues.error());
  nlohmann::ordered_json line;
  line["ms_a_note"] = words_by_script(*tongues);
  line["atlas"] = atlas_of_notes(*tongues, options.cards);
  view::WallSetting setting = wall_setting(options.wall, size.first, size.second, 3.78F);
  setting.legible_px = 4;  // however small they are
  auto offscreen = app::OffscreenWall::open(resources, session, setting);
  if (!offscreen) return complain(offscreen.error());
  (*offscreen)->renderer().set_detail(app::fitting_detail(render::driver()));
  line["wall"] = words_on_a_wall(**offscreen, session);
  std::cout << line.dump() << std::endl;
  return 0;
}

// All the phrases of several tongues as one.
simulate::Phrases together(const simulate::Tongues& tongues) {
  simulate::Phrases all;
  for (const simulate::Tongue& tongue : tongues) {
    for (const auto& [kind, phrases] : tongue.phrases) all[kind].insert(all[kind].end(), phrases.begin(), phrases.end());
  }
  return all;
}

int bench(const BenchOptions& options) {
  if (const std::string trouble = app::trouble_with_fonts(); !trouble.empty()) return complain(trouble);
  auto resources = app::load_resources(options.wall.activity, options.wall.palette);
  if (!resources) return complain(resources.error());
  if (const std::string missing = choose(options.wall, *resources); !missing.empty()) return complain(missing);
  // Measured is the wall, not what a phase forbids.
  for (content::Phase& phase : resources->pack.activity.phases) {
    phase.rules.touch = true;
    phase.rules.sets_markers = false;
    phase.rules.verbs = {model::Verb::name,    model::Verb::place,  model::Verb::move,
                         model::Verb::connect, model::Verb::gather, model::Verb::nourish};
  }
  const bool words = options.workload == "words";
  const std::vector<std::string> languages(six_scripts.begin(), words ? six_scripts.end() : six_scripts.begin() + 1);
  auto phrases = simulate::load_phrases(resources->paths.content / "simulation" / "phrases.json", languages);
  if (!phrases) return complain(phrases.error());
  bench::SceneFile scene = bench::generated_scene(resources->pack, together(*phrases), options.cards, 1);
  if (!options.scene.empty()) {
    auto loaded = bench::load_scene(options.scene);
    if (!loaded) return complain(loaded.error());
    scene = std::move(*loaded);
    if (const std::string missing = region_not_there(resources->pack.canvas, scene); !missing.empty())
      return complain(options.scene + ": " + missing);
  }
  station::Session session(resources->pack, station::real_sources());
  const auto size = size_from_text(options.wall.size).value();
  bench::Measured measured;

  // Where the scene's points lie is asked of a scene on a screen of the scene's own size.
  const auto furnish = [&] {
    text::Engine measuring_engine;
    scene::Scene picture(measuring_engine);
    scene::Stage stage;
    stage.canvas = resources->pack.canvas;
    stage.activity = resources->pack.activity;
    picture.set_stage(stage, session.convening(), true);
    bench::furnish(session, scene, [&](model::PixelPoint at) { return picture.place_at(at); });
  };
  furnish();

  if (words) return bench_words(*resources, session, options);
  if (!options.window) {
    const view::WallSetting setting = wall_setting(options.wall, size.first, size.second, 3.78F);
    auto offscreen = app::OffscreenWall::open(*resources, session, setting);
    if (!offscreen) return complain(offscreen.error());
    if (const auto done = measure_offscreen(**offscreen, session, options, measured); !done) return complain(done.error());
  } else {
    WindowBench in_window{
        {.width = size.first, .height = size.second}, options.wall, kind_of(options.workload), options.seconds};
    if (options.present == "swap") in_window.window.present = platform::Present::swap;
    if (options.present == "shared-memory") in_window.window.present = platform::Present::shared_memory;
    if (const auto done = measure_in_window(*resources, session, in_window, measured); !done) return complain(done.error());
  }
  std::cout << measured.line(session.convening()) << std::endl;
  return 0;
}

}  // namespace

void add_bench(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<BenchOptions>();
  CLI::App* command = app.add_subcommand("bench", "Measure what a frame costs on this machine");
  command->footer(
      "Ends with one line of JSON. Milliseconds under \"ms\" are CPU time of the loop's thread, medians over the frames drawn, "
      "and\n\"worst_loop_ms\" is the worst frame of it before the driver; raster is\nwall time until the driver has finished. "
      "In a window \"cpu_ms_a_frame\" is the CPU time of all threads of "
      "this "
      "process, and of\nthe X server, by the frames drawn; \"pointer_to_pixels_ms\" is wall time from before another client "
      "moves "
      "the pointer by\nXTEST until that client sees other pixels there (not where every card moves). \"pss_mb\" is "
      "proportional "
      "memory.\n\n"
      "Example: greenline bench --cards 2000 --workload move --seconds 10");
  add_wall_options(*command, options->wall, "1920x1080");
  auto* scene = command->add_option(
      "--scene", options->scene,
      "A scene to load: {\"cards\":[{\"id\",\"x\",\"y\",\"text\",\"region\"}],\"threads\":[{\"a\",\"b\",\"word\"}]}");
  command->add_option("--cards", options->cards, "Cards of a generated scene; half as many threads")
      ->capture_default_str()
      ->check(whole_number_from(0, 200000))
      ->excludes(scene);
  command
      ->add_option("--workload", options->workload,
                   "still: nothing moves; drag: one card is dragged; move: every card moves; seats: people open\nseats, six "
                   "and again; words: laying out notes in six "
                   "scripts,\ntheir atlas, and frames in which they all move and in which somebody zooms (without a window)")
      ->capture_default_str()
      ->check(CLI::IsMember({"still", "drag", "move", "seats", "words"}));
  command->add_option("--seconds", options->seconds, "How long")->capture_default_str()->check(number_from(0.1, 3600));
  command->add_flag("--window", options->window,
                    "In a real window; prints FIRST_FRAME when the first complete frame is on the screen");
  command->add_option("--present", options->present, "How frames reach the window")
      ->capture_default_str()
      ->check(CLI::IsMember({"automatic", "swap", "shared-memory"}));
  command->callback([options, &exit_code] { exit_code = bench(*options); });
}

}  // namespace greenline::cli
