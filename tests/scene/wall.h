// A wall to put things on: a real pack, a scene, a convening, and words for what people do.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "arrange/sheet.h"
#include "content/load.h"
#include "model/decide.h"
#include "places.h"
#include "scene/scene.h"

namespace greenline::test {

using model::PixelPoint;
using model::PixelRect;

// Each is read once.
inline const content::Pack& pack_of(const std::string& activity) {
  static std::map<std::string, content::Pack> read;
  if (const auto known = read.find(activity); known != read.end()) return known->second;
  auto pack = content::load_pack(activity, source_folder() / "content");
  if (!pack) throw std::runtime_error("pack " + activity + " is refused: " + to_text(pack.error().front()));
  return read.emplace(activity, std::move(*pack)).first->second;
}
// Read once.
inline const std::vector<content::Canvas>& shipped_canvases() {
  static const std::vector<content::Canvas> canvases = [] {
    std::vector<content::Canvas> read;
    const std::filesystem::path folder = source_folder() / "content/canvases";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      auto canvas = content::parse_canvas(text, entry.path().filename().string());
      if (!canvas) throw std::runtime_error(to_text(canvas.error().front()));
      read.push_back(std::move(*canvas));
    }
    return read;
  }();
  return canvases;
}
inline const char* const six_circles = "both-sides-of-the-line";
inline const char* const nested = "finding-our-place";

inline scene::Stage stage_of(const std::string& activity, float width, float height, const std::string& phase = {}) {
  const content::Pack& pack = pack_of(activity);
  scene::Stage stage;
  stage.canvas = pack.canvas;
  stage.activity = pack.activity;
  stage.phase = phase.empty() ? stage.activity.phases.front().id : phase;
  stage.width = width;
  stage.height = height;
  return stage;
}

struct Size {
  float width, height;
};
inline constexpr Size screens[] = {{1920, 1080}, {1080, 1920}, {1280, 800}};

// Identities by number; distinct numbers sort as they count.
template <class AnyId>
AnyId numbered(std::uint64_t number) {
  AnyId id;
  id.bytes = model::uuid_v7(static_cast<std::int64_t>(number), number, number * 0x9E3779B97F4A7C15ULL);
  return id;
}

class Wall {
 public:
  explicit Wall(scene::Stage stage) : scene(engine) { scene.set_stage(stage, convening, true); }
  explicit Wall(const std::string& activity, Size size = {1920, 1080}) : Wall(stage_of(activity, size.width, size.height)) {}

  model::Event happens(model::EventBody body, bool settling = false) {
    ++events_;
    model::Event event{numbered<model::EventId>(events_), {1000 + static_cast<std::int64_t>(events_), 0, {}}, std::move(body)};
    told.push_back(event);
    model::apply(convening, event);
    scene.changed(convening, event, settling);
    return event;
  }
  model::CardId card(model::Place place, const std::string& words = "we ask") {
    const auto id = numbered<model::CardId>(++made_);
    happens(model::CardMade{id, {words, "en", {}}, std::move(place), {}, false});
    return id;
  }
  void move(model::CardId id, model::Place place) { happens(model::CardMoved{id, std::move(place)}); }
  model::ThreadId thread(model::ThreadEnd from, model::ThreadEnd to, const std::string& word = {},
                         const std::string& language = {}) {
    const auto id = numbered<model::ThreadId>(++made_);
    happens(model::ThreadDrawn{id, std::move(from), std::move(to), {}});
    if (!word.empty()) happens(model::ThreadWorded{id, word, language});
    return id;
  }
  model::GatheringId gathering(std::vector<model::CardId> cards, const std::string& name = {},
                               const std::string& language = {}) {
    const auto id = numbered<model::GatheringId>(++made_);
    std::sort(cards.begin(), cards.end());
    happens(model::GatheringMade{id, std::move(cards), {}});
    if (!name.empty()) happens(model::GatheringNamed{id, name, language});
    return id;
  }
  model::MarkerId marker(model::Place place) {
    const auto id = numbered<model::MarkerId>(++made_);
    happens(model::MarkerSet{id, std::move(place), {}});
    return id;
  }
  void settle() { scene.settle_now(convening); }
  // Of every card at rest, pixels.
  [[nodiscard]] float half_width() const { return scene.type_px() * arrange::card_ems / 2; }
  bool advance(float seconds) { return scene.advance(convening, seconds); }

  // `count` cards put down anywhere in any region of the stage, from a seed.
  void crowd(int count, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> anywhere(-0.95F, 0.95F);
    const auto& regions = scene.backdrop().regions;
    std::vector<model::Place> places;
    for (int i = 0; i < count; ++i)
      places.push_back({regions[random() % regions.size()].id, {anywhere(random), anywhere(random)}});
    for (const model::Place& place : places) card(place);
  }

  [[nodiscard]] PixelRect rect_of(const scene::CardView& view) const {
    return model::rect_around(view.centre, view.half_width, view.half_height);
  }
  [[nodiscard]] std::vector<const scene::CardView*> shown() const {
    std::vector<const scene::CardView*> out;
    for (const scene::CardView& view : scene.cards())
      if (view.alive) out.push_back(&view);
    return out;
  }
  // Pairs of cards of which one lies over what is to be seen of the other, by more than a hundredth of a pixel.
  [[nodiscard]] int overlaps() const {
    std::map<model::CardId, float> seen;
    for (const arrange::Rested& one : scene.arrangement()->cards) seen[one.card] = one.shown * scene.backdrop().unit_px;
    std::vector<PixelRect> all;
    for (const auto* view : shown()) {
      all.push_back(rect_of(*view));
      all.back().y1 = std::min(all.back().y1, all.back().y0 + seen[view->id]);
    }
    int count = 0;
    for (std::size_t a = 0; a < all.size(); ++a)
      for (std::size_t b = a + 1; b < all.size(); ++b)
        if (all[a].grown(-0.01F).touches(all[b])) ++count;
    return count;
  }

  text::Engine engine;
  model::Convening convening;
  scene::Scene scene;
  std::vector<model::Event> told;

 private:
  std::uint64_t events_ = 0, made_ = 0;
};

// Of where everything rests: the same for every window.
inline std::uint64_t hash_of(const Wall& wall) { return arrange::hash_of(*wall.scene.arrangement()); }

inline const scene::RegionView& region(const Wall& wall, std::string_view id) {
  return *std::ranges::find_if(wall.scene.backdrop().regions, [&](const scene::RegionView& one) { return one.id == id; });
}

inline constexpr const char* a_long_one = "we ask for a plan and then for a report on the plan that nobody reads";

// Words of several lengths in every region, `each` in one.
inline void people(Wall& wall, int each) {
  std::mt19937 random(11);
  std::uniform_real_distribution<float> anywhere(-0.9F, 0.9F);
  const std::array words{"we ask", "nobody was told why the bell rings at eleven", a_long_one};
  std::vector<std::string> ids;
  for (const scene::RegionView& one : wall.scene.backdrop().regions) ids.push_back(one.id);
  for (int i = 0; i < each; ++i)
    for (const std::string& id : ids)
      wall.card({id, {anywhere(random), anywhere(random)}}, words.at(static_cast<std::size_t>(i) % words.size()));
  wall.settle();
}

}  // namespace greenline::test
