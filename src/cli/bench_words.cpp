#include "cli/bench_words.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "bench/workload.h"
#include "platform/cpu_clock.h"
#include "scene/each_text.h"

namespace greenline::cli {
namespace {

constexpr std::size_t words_a_note = 12, bytes_a_note = 150;  // of a script that writes no spaces, as long as twelve words
constexpr int notes_a_script = 400;
constexpr float off_by_a_step = 1.26F;

std::vector<std::string> words_of(const simulate::Tongue& tongue) {
  std::vector<std::string> words;
  for (const auto& [kind, phrases] : tongue.phrases) {
    for (const std::string& phrase : phrases) {
      std::size_t from = 0;
      while (from < phrase.size()) {
        const std::size_t to = std::min(phrase.find(' ', from), phrase.size());
        if (to > from) words.push_back(phrase.substr(from, to - from));
        from = to + 1;
      }
    }
  }
  return words;
}

// Notes that nobody wrote before.
class Notes {
 public:
  explicit Notes(const simulate::Tongue& tongue) : language_(tongue.language), words_(words_of(tongue)) {}
  [[nodiscard]] std::string next() {
    std::string note;
    for (std::size_t i = 0; i < words_a_note && note.size() < bytes_a_note && !words_.empty(); ++i) {
      if (i > 0) note += ' ';
      note += words_[random_() % words_.size()];
    }
    return note;
  }
  [[nodiscard]] text::Style style() const {
    return {.size_px = 18, .width_px = 200, .align = text::Align::centre, .line_spacing = 1.2F, .language = language_};
  }

 private:
  std::string language_;
  std::vector<std::string> words_;
  std::mt19937_64 random_{1};
};

double rounded(double value) { return std::round(value * 1000) / 1000; }

double at_share(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

nlohmann::ordered_json spread_ms(const std::vector<double>& seconds) {
  return {{"median", rounded(at_share(seconds, 0.5) * 1000)}, {"p99", rounded(at_share(seconds, 0.99) * 1000)}};
}

template <class Act>
double cpu_s_of(Act act) {
  const double before = platform::thread_cpu_s();
  act();
  return platform::thread_cpu_s() - before;
}

// Of what is seen: how far from its own size the worst-drawn word is.
float softest(const scene::Scene& scene, const model::PixelRect& screen) {
  const float zoom = scene.camera().zoom;
  float worst = 1;
  each_text(scene, [&](const auto& text) {
    if (scene.camera()(text.reach).touches(screen))
      worst = std::max({worst, zoom / text.block->detail, text.block->detail / zoom});
  });
  return worst;
}

// Where two fingers touch nothing but the ground; the middle of the screen where there is no such place.
constexpr float finger_out = 24;
model::PixelPoint ground_for_two(const scene::Scene& scene, float width, float height) {
  const auto free = [&](model::PixelPoint at) { return std::holds_alternative<input::OnGround>(scene.hit(at)); };
  for (float y = height / 4; y < height; y += 7)
    for (float x = width / 4; x < width; x += 7)
      if (free({x - finger_out, y}) && free({x + finger_out, y})) return {x, y};
  return {width / 2, height / 2};
}

struct Frames {
  std::vector<double> layout_s, whole_s;
  double soft_s = 0, longest_soft_s = 0;

  void draw(app::OffscreenWall& offscreen, double seconds) {
    (void)offscreen.wall().take_times();
    whole_s.push_back(cpu_s_of([&] { offscreen.frame(static_cast<float>(seconds)); }));
    layout_s.push_back(offscreen.wall().take_times().layout_s);
    glFinish();
  }
};

}  // namespace

nlohmann::ordered_json words_by_script(const simulate::Tongues& tongues) {
  nlohmann::ordered_json by_script;
  for (const simulate::Tongue& tongue : tongues) {
    text::Engine engine;
    Notes notes(tongue);
    std::vector<text::BlockPtr> shown;
    std::vector<double> laid_out_s, larger_s, larger_again_s;
    const double first_s = cpu_s_of([&] { shown.push_back(engine.layout(notes.next(), notes.style())); });
    for (int i = 0; i < notes_a_script; ++i) {
      const std::string note = notes.next();
      laid_out_s.push_back(cpu_s_of([&] { shown.push_back(engine.layout(note, notes.style())); }));
    }
    std::vector<text::BlockPtr> larger;
    for (const text::BlockPtr& block : shown)
      larger_s.push_back(cpu_s_of([&] { larger.push_back(engine.in_detail(block, 1.26F)); }));
    larger.clear();
    for (const text::BlockPtr& block : shown)
      larger_again_s.push_back(cpu_s_of([&] { larger.push_back(engine.in_detail(block, 1.26F)); }));
    by_script[tongue.language] = {{"first", rounded(first_s * 1000)},
                                  {"new", spread_ms(laid_out_s)},
                                  {"larger", spread_ms(larger_s)},
                                  {"larger_again", spread_ms(larger_again_s)}};
  }
  return by_script;
}

nlohmann::ordered_json atlas_of_notes(const simulate::Tongues& tongues, int notes) {
  text::Engine engine;
  std::vector<Notes> written;
  for (const simulate::Tongue& tongue : tongues) written.emplace_back(tongue);
  std::vector<text::BlockPtr> shown;
  for (int i = 0; i < notes; ++i) {
    Notes& mine = written[static_cast<std::size_t>(i) % written.size()];
    shown.push_back(engine.layout(mine.next(), mine.style()));
  }
  const text::Engine::Figures figures = engine.figures();
  const text::AtlasImage atlas = engine.atlas();
  return {{"notes", notes},
          {"scripts", tongues.size()},
          {"glyphs", figures.glyphs},
          {"size", std::to_string(atlas.width) + "x" + std::to_string(atlas.height)},
          {"bytes", figures.atlas_bytes}};
}

nlohmann::ordered_json words_on_a_wall(app::OffscreenWall& offscreen, station::Session& session) {
  interact::Wall& wall = offscreen.wall();
  const text::Engine& engine = offscreen.engine();
  const float width = wall.setting().width, height = wall.setting().height;
  const double beat_s = 1.0 / 60;
  wall.settle_now();
  for (int i = 0; i < 30; ++i) offscreen.frame(static_cast<float>(beat_s));
  nlohmann::ordered_json line;
  std::size_t with_words = 0;
  for (const scene::CardView& view : wall.scene().cards()) with_words += view.alive && view.words ? 1 : 0;
  line["cards_with_words"] = with_words;

  bench::Workload workload(bench::WorkloadKind::move, session, 1);
  Frames moving;
  std::uint64_t layouts = engine.figures().layouts;
  for (int i = 0; i < 90; ++i) {
    workload.act(wall, i * beat_s);
    moving.draw(offscreen, beat_s);
  }
  line["moving"] = {{"frames", moving.whole_s.size()},
                    {"layouts", engine.figures().layouts - layouts},
                    {"layout_ms", spread_ms(moving.layout_s)},
                    {"frame_ms", spread_ms(moving.whole_s)}};
  wall.settle_now();

  // Nearer by six in about a second, as frames come.
  constexpr input::ContactId left = 9101, right = 9102;
  const model::PixelPoint middle = ground_for_two(wall.scene(), width, height);
  layouts = engine.figures().layouts;
  const std::uint64_t drawn = engine.figures().drawn;
  Frames zooming;
  double now_s = platform::monotonic_s(), began_s = now_s, last_s = now_s;
  for (bool down = false; now_s - began_s < 1.2;) {
    now_s = platform::monotonic_s();
    const auto out = static_cast<float>(finger_out * std::exp2(2.6 * std::min(1.0, now_s - began_s)));
    const model::PixelPoint half{out, 0};
    const auto state = down ? input::ContactState::moved : input::ContactState::began;
    wall.touch({now_s, {{left, state, middle - half, 0}, {right, state, middle + half, 0}}});
    down = true;
    zooming.draw(offscreen, now_s - last_s);
    const double shown_s = platform::monotonic_s();
    const bool soft = softest(wall.scene(), {0, 0, width, height}) > off_by_a_step;
    zooming.soft_s = soft ? zooming.soft_s + (shown_s - last_s) : 0;
    zooming.longest_soft_s = std::max(zooming.longest_soft_s, zooming.soft_s);
    last_s = now_s;
  }
  line["zooming"] = {{"frames", zooming.whole_s.size()},
                     {"to", rounded(wall.scene().camera().zoom)},
                     {"layouts", engine.figures().layouts - layouts},
                     {"letters_drawn", engine.figures().drawn - drawn},
                     {"longest_soft_ms", rounded(zooming.longest_soft_s * 1000)},
                     {"layout_ms", spread_ms(zooming.layout_s)},
                     {"frame_ms", spread_ms(zooming.whole_s)}};
  const text::AtlasImage atlas = engine.atlas();
  line["atlas_after"] = {{"size", std::to_string(atlas.width) + "x" + std::to_string(atlas.height)},
                         {"glyphs", engine.figures().glyphs},
                         {"packings", engine.figures().packings}};
  return line;
}

}  // namespace greenline::cli
