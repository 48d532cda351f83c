// Where names of gatherings stand: beside their own loop and no other's, or further away with a line that can be followed. One
// that finds no such place is shown while its loop or one of its cards is touched, over whatever is there.
#include <algorithm>
#include <cmath>

#include "scene/inside.h"
#include "scene/loop.h"
#include "scene/outline.h"
#include "scene/raised.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

constexpr float longest_leader_units = 0.3F;  // nobody follows a longer line
constexpr float name_finger_mm = 7, touched_loop_mm = 4;

HalfSize pill_of(const text::BlockPtr& block, float em) {
  return {block->width / 2 + em * 0.7F, block->height / 2 + em * 0.2F};
}

PixelPoint nearest_dot(std::span<const PixelPoint> dots, PixelPoint to) {
  return *std::ranges::min_element(dots, {}, [&](PixelPoint dot) { return length(dot - to); });
}

// Only what stands at its loop needs no line to say whose name it is.
bool needs_line(const PixelRect& pill, std::span<const PixelPoint> dots) {
  const PixelRect close = pill.grown(pill.height());
  return std::ranges::none_of(dots, [&](PixelPoint dot) { return close.contains(dot); });
}

// From the pill's edge: under it the line would shine through behind the name.
void lead(GatheringView& view, std::span<const PixelPoint> dots) {
  if (!needs_line(view.pill, dots)) return;
  const PixelPoint middle = view.pill.centre(), dot = nearest_dot(dots, middle), way = dot - middle;
  const HalfSize inner{(view.pill.width() - view.pill.height() / 2) / 2, view.pill.height() / 2 - 1};
  const float part =
      std::min({1.0F, inner.width / std::max(std::abs(way.x), 1e-3F), inner.height / std::max(std::abs(way.y), 1e-3F)});
  view.leader = {middle + way * part, dot};
  view.reach = joined(view.reach, box_of(view.leader).grown(3 * view.dot_radius + 2));
}

void write_name(GatheringView& view, text::BlockPtr block, PixelPoint at, HalfSize pill) {
  view.pill = rect_around(at, pill.width, pill.height);
  view.name = {std::move(block), {}, "text"};
  view.name.at = {at.x - view.name.block->width / 2, at.y - view.name.block->height / 2};
  view.reach = joined(view.reach, view.pill.grown(3));
}

// What names must leave free, the same for all of a wall's.
class NameGround {
 public:
  NameGround(const PixelRect& screen, float unit, std::vector<PixelRect> words, std::vector<PixelRect> cards,
             std::span<const GatheringView> all)
      : screen_(screen), longest_(longest_leader_units * unit), words_(std::move(words)), cards_(std::move(cards)), all_(all) {}

  // Nothing lies there, and whoever reads it there takes it for that of its own loop.
  [[nodiscard]] bool is_free_beside(const GatheringView& view, const PixelRect& rect) const {
    return is_empty(view, rect) && !is_nearer_to_another(view, rect, gap_between(rect, view.dots) + rect.height() / 2) &&
           (!needs_line(rect, view.dots) || can_be_followed(view, rect));
  }
  [[nodiscard]] bool is_free_further_away(const GatheringView& view, const PixelRect& rect) const {
    return view.reach.grown(longest_).touches(rect) && is_empty(view, rect) &&
           !is_nearer_to_another(view, rect, rect.height()) && can_be_followed(view, rect);
  }

 private:
  [[nodiscard]] bool is_empty(const GatheringView& view, const PixelRect& rect) const {
    const auto lies_there = [&](const PixelRect& one) { return one.touches(rect); };
    return clipped(rect, screen_) == rect && std::none_of(words_.begin(), words_.end(), lies_there) &&
           std::none_of(cards_.begin(), cards_.end(), lies_there) &&
           std::ranges::none_of(all_, [&](const GatheringView& other) { return &other != &view && other.pill.touches(rect); });
  }
  [[nodiscard]] bool is_nearer_to_another(const GatheringView& view, const PixelRect& rect, float than) const {
    return std::ranges::any_of(all_, [&](const GatheringView& other) {
      return &other != &view && other.reach.grown(than).touches(rect) && gap_between(rect, other.dots) < than;
    });
  }
  [[nodiscard]] bool can_be_followed(const GatheringView& view, const PixelRect& rect) const {
    const PixelPoint from = rect.centre(), to = nearest_dot(view.dots, from);
    if (length(to - from) > longest_ + rect.width() / 2) return false;
    const auto crosses = [&](const PixelRect& one) { return passes_through(from, to, one); };
    return std::none_of(words_.begin(), words_.end(), crosses) && std::none_of(cards_.begin(), cards_.end(), crosses) &&
           std::ranges::none_of(all_, [&](const GatheringView& other) {
             if (&other == &view) return false;
             const bool is_led = other.leader[0] != other.leader[1];
             return crosses(other.pill) || (is_led && passes_through(other.leader[0], other.leader[1], rect));
           });
  }

  PixelRect screen_;
  float longest_;
  std::vector<PixelRect> words_, cards_;
  std::span<const GatheringView> all_;
};

}  // namespace

text::BlockPtr Scene::Inside::lay_name(const model::Phrase& name, float em, float width_ems, int lines) {
  const float width = std::min(em * width_ems, std::max(em, screen.width() - em * 2));
  return engine.layout(name.words, {.face = text::Face::prompt_italic,
                                    .size_px = em,
                                    .width_px = width,
                                    .align = text::Align::centre,
                                    .max_lines = lines,
                                    .language = language_of(name),
                                    .detail = stage.detail});
}

// The screen; while a region is near, that region: elsewhere it would be taken for a word about those that wait.
PixelRect Scene::Inside::ground_of_names() const {
  const auto own = std::ranges::find(nearness.to, nearness.region, &RegionView::id);
  return !nearness.region.empty() && own != nearness.to.end() ? clipped(own->bounds(), screen) : screen;
}

// Beside its loop, whole; there in narrower lines, or smaller; further away, with a line that leads to the loop; its beginning
// there; and where nowhere is free, not at all.
bool Scene::Inside::name_gatherings(const model::Convening& convening, std::vector<GatheringView>& made) {
  const float size = std::max(backdrop.unit_px * 0.021F, stage.legible_px),
              smaller = std::max(backdrop.unit_px * 0.0165F, stage.legible_px);
  struct Manner {
    float size, width_ems;
    int lines;
  };
  const Manner whole[] = {{size, 16, 2}, {size, 9, 3}, {smaller, 16, 2}, {smaller, 8, 3}};
  const Manner beginning{smaller, 8, 1};
  std::vector<PixelRect> lying;
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (lies_there(slot)) lying.push_back(rest_rect(slot));
  std::vector<PixelRect> words = worded_rects(backdrop);
  words.insert(words.end(), over.begin(), over.end());  // nothing is half under a seat
  const PixelRect all = ground_of_names();
  const NameGround ground(all, backdrop.unit_px, std::move(words), std::move(lying), made);
  const auto name_one = [&](GatheringView& view, const model::Phrase& name) {
    for (const Manner& manner : whole) {
      text::BlockPtr block = lay_name(name, manner.size, manner.width_ems, manner.lines);
      const HalfSize pill = pill_of(block, manner.size);
      const auto at = place_beside(view.dots, pill, view.dot_radius * 3, all,
                                   [&](const PixelRect& rect) { return ground.is_free_beside(view, rect); });
      if (!at) continue;
      write_name(view, std::move(block), *at, pill);
      return lead(view, view.dots);
    }
    for (const Manner& manner : {whole[0], whole[3], beginning}) {
      text::BlockPtr block = lay_name(name, manner.size, manner.width_ems, manner.lines);
      const HalfSize pill = pill_of(block, manner.size);
      const auto at = nearest_free(box_of(view.dots).centre(), pill, all,
                                   [&](const PixelRect& rect) { return ground.is_free_further_away(view, rect); });
      if (!at) continue;
      write_name(view, std::move(block), *at, pill);
      return lead(view, view.dots);
    }
  };
  bool all_named = true;
  for (GatheringView& view : made) {
    const model::Phrase& name = convening.gatherings.at(view.id).name.value;
    if (name.words.empty() || view.dots.empty()) continue;
    name_one(view, name);
    all_named = all_named && view.name.block && !view.name.block->cut;
  }
  return all_named;
}

bool Scene::Inside::name_rests(const GatheringView& view) const {
  return view.name.block && !view.name.block->cut &&
         std::none_of(raised.kept_clear().begin(), raised.kept_clear().end(),
                      [&](const PixelRect& seat) { return seat.touches(view.pill); });
}

// By its loop, by a card of it, or by its name that stands there already.
bool Scene::Inside::is_touched(const model::Gathering& gathering, const GatheringView& view) const {
  if (attended != no_slot)
    return !eases[attended].held && std::ranges::binary_search(gathering.cards.value.cards, cards[attended].id);
  const float slop = px_of(touched_loop_mm);
  return std::ranges::any_of(view.dots, [&](PixelPoint dot) { return length(dot - *raised.finger()) < slop; }) ||
         std::ranges::any_of(
             raised_names, [&](const GatheringView& one) { return one.id == view.id && one.pill.contains(*raised.finger()); });
}

void Scene::Inside::choose_raised_names(const model::Convening& convening) {
  raised_names_stale = false;
  std::vector<const GatheringView*> wanted;
  if (raised.finger())
    for (const GatheringView& view : gatherings) {
      const auto record = convening.gatherings.find(view.id);
      if (record == convening.gatherings.end() || record->second.name.value.words.empty() || view.dots.empty()) continue;
      if (is_touched(record->second, view) && !name_rests(view)) wanted.push_back(&view);
    }
  raised_names.clear();
  for (const GatheringView* view : wanted) raise_name(convening.gatherings.at(view->id).name.value, *view);
}

// As near to the finger as nothing lies; else over what matters least. Never under a seat or under the finger itself.
void Scene::Inside::raise_name(const model::Phrase& name, const GatheringView& rests) {
  const PixelPoint finger = *raised.finger();
  const float em = std::max(backdrop.unit_px * 0.021F, stage.legible_px) / camera.zoom;
  text::BlockPtr block = lay_name(name, em, 16, 0);
  const HalfSize pill = pill_of(block, em);
  const PixelRect seen = clipped(screen, camera.inverse(PixelRect{0, 0, stage.width, stage.height}));
  std::vector<PixelRect> taken(raised.kept_clear().begin(), raised.kept_clear().end());
  for (const GatheringView& other : raised_names) taken.push_back(other.pill);
  const std::size_t always = taken.size();
  if (attended != no_slot) taken.push_back(rest_rect(attended));
  for (const PixelRect& word : worded_rects(backdrop)) taken.push_back(word);
  const std::size_t rather = taken.size();
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (lies_there(slot)) taken.push_back(rest_rect(slot));
  std::optional<PixelPoint> at;
  for (const std::size_t so_many : {taken.size(), rather, always})
    if (!at) at = raised_place(finger, pill, finger, px_of(name_finger_mm), std::span(taken).first(so_many), seen);
  GatheringView view;
  view.id = rests.id;
  view.tint = rests.tint;
  view.dot_radius = rests.dot_radius;
  write_name(view, std::move(block), at.value_or(on_screen(finger, pill, seen)), pill);
  lead(view, rests.dots);
  raised_names.push_back(std::move(view));
}

}  // namespace greenline::scene
