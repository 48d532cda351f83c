// The bench in a real window: made ready, counted, and then looked at from outside.
#include "cli/bench_window.h"

#include <algorithm>
#include <atomic>
#include <iostream>
#include <limits>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "app/loop.h"
#include "bench/glass.h"
#include "bench/processes.h"
#include "cli/command.h"
#include "cli/numbers.h"
#include "interact/wall.h"
#include "platform/cpu_clock.h"
#include "platform/window_system.h"
#include "render/renderer.h"

namespace greenline::cli {
namespace {

constexpr double making_ready_s = 1;    // until what the first frames left to do is done
constexpr double coming_to_rest_s = 2;  // what was moved, before the pointer comes
constexpr int pointer_steps = 40;

// A hand and eyes, at work while the loop goes on.
class Watcher {
 public:
  Watcher(bench::Glass& glass, model::PixelPoint from, model::PixelPoint to)
      : thread_([this, &glass, from, to] {
          seen_ = glass.drag(from, to, pointer_steps);
          done_ = true;
        }) {}
  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] const std::vector<double>& seen_s() {  // once done
    if (thread_.joinable()) thread_.join();
    return seen_;
  }
  ~Watcher() {
    if (thread_.joinable()) thread_.join();
  }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

 private:
  std::vector<double> seen_;
  std::atomic<bool> done_ = false;
  std::thread thread_;  // last: it uses the others
};

// Where the card that is nearest to the wall's middle lies.
std::optional<model::PixelPoint> a_card_in_the_middle(interact::Wall& wall) {
  const model::PixelPoint middle{wall.setting().width / 2, wall.setting().height / 2};
  std::optional<model::PixelPoint> nearest;
  for (const scene::CardView& card : wall.scene().cards())
    if (card.alive && (!nearest || length(card.centre - middle) < length(*nearest - middle))) nearest = card.centre;
  return nearest;
}

class Bench {
 public:
  Bench(interact::Wall& wall, station::Session& session, const WindowBench& options, bench::Measured& measured)
      : wall_(wall), workload_(options.workload, session, 1), options_(options), measured_(measured) {
    auto glass = bench::Glass::open();
    if (glass)
      glass_ = std::move(*glass);
    else
      std::cerr << glass.error() << '\n';
    if (glass_) server_ = glass_->server();
  }

  void hook_into(app::LoopHooks& hooks) {
    hooks.always_draw = options_.workload != bench::WorkloadKind::still;
    hooks.first_frame = [this] { begin(); };
    hooks.before_frame = [this](double now_s) {
      if (first_frame_s_ > 0 && !measured_.ended()) workload_.act(wall_, now_s);
      if (measured_.ended() && !watcher_ && now_s > let_go_s_ + coming_to_rest_s) watch();
    };
    hooks.after_frame = [this, &hooks](const app::FrameTimes& times) { return goes_on(times, hooks); };
    static constexpr double often_s = 0.05;
    hooks.longest_wait_s = [this] {
      if (measured_.ended()) return often_s;
      return first_frame_s_ > 0 ? std::clamp(left_s(), 0.001, often_s) : 0.0;
    };
    hooks.ending = [this] { return over_ || (watcher_ && watcher_->done()); };
  }
  void finish() {
    if (watcher_) measured_.add_seen(watcher_->seen_s(), pointer_steps);
  }

 private:
  void begin() {
    measured_.first_frame();
    first_frame_s_ = platform::monotonic_s();
    std::cout << "FIRST_FRAME" << std::endl;
    wall_.settle_now();
  }
  [[nodiscard]] double left_s() const {
    return measured_.begun() ? options_.seconds - measured_.running_s()
                             : first_frame_s_ + making_ready_s - platform::monotonic_s();
  }
  [[nodiscard]] std::optional<double> server_cpu_s() const { return server_ ? bench::threads_cpu_s(*server_) : std::nullopt; }
  bool goes_on(const app::FrameTimes& times, app::LoopHooks& hooks) {
    if (first_frame_s_ == 0 || measured_.ended()) return true;
    measured_.add(times);
    if (left_s() > 0) return true;
    if (!measured_.begun()) {
      measured_.begin(server_cpu_s());
      return true;
    }
    measured_.end(server_cpu_s());
    if (!glass_ || options_.workload == bench::WorkloadKind::move) return false;
    hooks.always_draw = false;
    workload_.let_go(wall_);
    let_go_s_ = platform::monotonic_s();
    return true;
  }
  void watch() {
    const auto card = a_card_in_the_middle(wall_);
    over_ = !card;
    if (card) watcher_ = std::make_unique<Watcher>(*glass_, *card, *card + model::PixelPoint{0.2F * wall_.setting().width, 0});
  }

  interact::Wall& wall_;
  bench::Workload workload_;
  const WindowBench& options_;
  bench::Measured& measured_;
  std::unique_ptr<bench::Glass> glass_;
  std::optional<pid_t> server_;
  std::unique_ptr<Watcher> watcher_;
  double first_frame_s_ = 0, let_go_s_ = 0;
  bool over_ = false;  // there is nothing to watch
};

}  // namespace

tl::expected<void, std::string> measure_in_window(const app::Resources& resources, station::Session& session,
                                                  const WindowBench& options, bench::Measured& measured) {
  const auto system = platform::WindowSystem::open([](const std::string& sentence) { complain(sentence); });
  if (!system) return tl::unexpected(system.error());
  auto window = platform::Window::open(**system, options.window);
  if (!window) return tl::unexpected(window.error());
  auto renderer = app::fitting_renderer(resources.paths.shaders, *window);
  if (!renderer) return tl::unexpected(renderer.error());
  renderer->set_palette(resources.palette);
  text::Engine engine;
  const view::WallSetting setting = wall_setting(options.wall, window->width(), window->height(), window->pixels_per_mm());
  interact::Wall wall(session, engine, resources.strings, resources.keyboards, resources.palette, setting);
  Bench bench(wall, session, options, measured);
  app::LoopHooks hooks;
  bench.hook_into(hooks);
  if (auto ran = run_loop(**system, *window, wall, *renderer, engine, setting, hooks); !ran) return ran;
  bench.finish();
  return {};
}

}  // namespace greenline::cli
