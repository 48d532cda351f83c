// Where names of gatherings stand: beside their own loop and no other's, or further away with a line that can be followed. One
// that finds no such place is shown while its loop or one of its cards is touched, over whatever is there.
#include <algorithm>
#include <cmath>

#include "scene/inside.h"
#include "scene/legible.h"
#include "scene/loop.h"
#include "scene/outline.h"
#include "scene/raised.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

constexpr float longest_leader_units = 0.3F;                                                    // nobody follows a longer line
constexpr float name_units = 0.021F, smaller_name_units = 0.0165F, least_name_units = 0.0135F;  // their ems, canvas units
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

// Where a line to there leaves a pill: on its edge, where it is not round, so that the line is short.
PixelPoint leaves_at(const PixelRect& pill, PixelPoint to) {
  const float round = pill.height() / 2, flat = std::max(0.0F, pill.width() / 2 - round);
  const PixelPoint middle = pill.centre(), way{std::clamp(to.x, middle.x - flat, middle.x + flat), middle.y};
  const PixelPoint out = to - way;
  const float far = std::max(length(out), 1e-3F);
  return way + out * (std::min(round, far) / far);
}

void lead(GatheringView& view, PixelPoint dot) {
  view.leader = {leaves_at(view.pill, dot), dot};
  view.reach = joined(view.reach, box_of(view.leader).grown(3 * view.dot_radius + 2));
}

void write_name(GatheringView& view, text::BlockPtr block, PixelPoint at, HalfSize pill) {
  view.pill = rect_around(at, pill.width, pill.height);
  view.name = {std::move(block), {}, "text"};
  view.name.at = {at.x - view.name.block->width / 2, at.y - view.name.block->height / 2};
  view.reach = joined(view.reach, view.pill.grown(3));
}

// What the name of one must leave free.
class NameGround {
 public:
  NameGround(const GatheringView& view, const PixelRect& screen, float longest, std::span<const PixelRect> words,
             std::span<const PixelRect> cards, std::span<const GatheringView> all)
      : view_(view), longest_(longest), at_hand_(clipped(view.reach.grown(2 * longest), screen)), all_(all) {
    for (const auto lying : {words, cards})
      for (const PixelRect& one : lying)
        if (one.touches(at_hand_)) lying_.push_back(one);
  }

  // Where it could stand at all.
  [[nodiscard]] const PixelRect& at_hand() const { return at_hand_; }
  // Nothing lies there, and whoever reads it there takes it for that of its own loop.
  [[nodiscard]] bool is_free_beside(const PixelRect& rect) const {
    return is_empty(rect) && !is_nearer_to_another(rect, gap_between(rect, view_.dots) + rect.height() / 2) &&
           (!needs_line(rect, view_.dots) || led_to(rect));
  }
  [[nodiscard]] bool is_free_further_away(const PixelRect& rect) const {
    return view_.reach.grown(longest_).touches(rect) && is_empty(rect) && !is_nearer_to_another(rect, rect.height()) &&
           led_to(rect);
  }
  // The nearest dot of its loop that a line leads to over nothing; none where nobody could follow one.
  [[nodiscard]] std::optional<PixelPoint> led_to(const PixelRect& rect) const {
    std::optional<PixelPoint> best;
    float least = longest_;
    for (const PixelPoint dot : view_.dots) {
      const PixelPoint from = leaves_at(rect, dot);
      const float far = length(dot - from);
      if (far > least || is_crossed(from, dot)) continue;
      least = far;
      best = dot;
    }
    return best;
  }

 private:
  [[nodiscard]] bool is_empty(const PixelRect& rect) const {
    const auto lies_there = [&](const PixelRect& one) { return one.touches(rect); };
    const auto is_of_another = [&](const GatheringView& other) {
      const bool is_led = other.leader[0] != other.leader[1];
      return &other != &view_ && (lies_there(other.pill) || (is_led && passes_through(other.leader[0], other.leader[1], rect)));
    };
    return clipped(rect, at_hand_) == rect && std::ranges::none_of(lying_, lies_there) &&
           std::ranges::none_of(all_, is_of_another);
  }
  [[nodiscard]] bool is_nearer_to_another(const PixelRect& rect, float than) const {
    return std::ranges::any_of(all_, [&](const GatheringView& other) {
      return &other != &view_ && other.reach.grown(than).touches(rect) && gap_between(rect, other.dots) < than;
    });
  }
  [[nodiscard]] bool is_crossed(PixelPoint from, PixelPoint to) const {
    const auto crosses = [&](const PixelRect& one) { return passes_through(from, to, one); };
    return std::ranges::any_of(lying_, crosses) ||
           std::ranges::any_of(all_, [&](const GatheringView& other) { return &other != &view_ && crosses(other.pill); });
  }

  const GatheringView& view_;
  float longest_;
  PixelRect at_hand_;
  std::vector<PixelRect> lying_;  // words and cards
  std::span<const GatheringView> all_;
};

// Wholly on one ground, where its first card lies: on a region's edge it would be neither's.
bool is_on_one_ground(std::span<const RegionView> regions, const PixelRect& pill, PixelPoint card) {
  const PixelPoint corners[] = {{pill.x0, pill.y0}, {pill.x1, pill.y0}, {pill.x0, pill.y1}, {pill.x1, pill.y1}};
  return std::ranges::all_of(regions, [&](const RegionView& region) {
    const bool there = region.contains(card);
    return std::ranges::all_of(corners, [&](PixelPoint corner) { return region.contains(corner) == there; });
  });
}

// How a name may be written: its em, pixels; how wide at most, in ems; in how many lines; and how much further away it may
// rather stand in another manner, canvas units.
struct Manner {
  float size, width_ems;
  int lines;
  float dislike;
};

struct Written {
  text::BlockPtr block;
  HalfSize pill;
  PixelPoint at;
};

// The best of these manners, the least disliked first: `find` tells where a pill of this half size may stand. Of `whole` names
// none that would be cut.
template <class Lay, class Find>
std::optional<Written> best_written(std::span<const Manner> manners, bool whole, const GatheringView& view, float unit_px,
                                    const Lay& lay, const Find& find) {
  std::optional<Written> best;
  float least = 0;
  for (const Manner& manner : manners) {
    if (best && manner.dislike >= least) break;
    text::BlockPtr block = lay(manner);
    if (whole && block->cut) continue;
    const HalfSize pill = pill_of(block, manner.size);
    const std::optional<PixelPoint> at = find(pill);
    if (!at) continue;
    const float cost = manner.dislike + gap_between(rect_around(*at, pill.width, pill.height), view.dots) / unit_px;
    if (best && cost >= least) continue;
    least = cost;
    best = Written{std::move(block), pill, *at};
  }
  return best;
}

}  // namespace

text::BlockPtr Scene::Inside::lay_name(const model::Phrase& name, float em, float width_ems, int lines) {
  const float width = std::min(em * width_ems, std::max(em, screen.width() - em * 2));
  return engine.layout(name.words, {.face = text::Face::prompt_italic,
                                    .size_px = em,
                                    .width_px = width,
                                    .align = text::Align::centre,
                                    .balanced = true,
                                    .max_lines = lines,
                                    .language = language_of(name),
                                    .detail = stage.detail});
}

// The screen; while a region is near, that region: elsewhere it would be taken for a word about those that wait.
PixelRect Scene::Inside::ground_of_names() const {
  const auto own = std::ranges::find(nearness.to, nearness.region, &RegionView::id);
  return !nearness.region.empty() && own != nearness.to.end() ? clipped(own->bounds(), screen) : screen;
}

// Beside its loop on the ground of its cards, whole; beside it elsewhere; there in narrower lines, or smaller; further away,
// with a line that leads to the loop; its beginning there; and where nowhere is free, not at all.
bool Scene::Inside::name_gatherings(const model::Convening& convening, std::vector<GatheringView>& made) {
  std::vector<PixelRect> lying;
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
    if (lies_there(slot)) lying.push_back(rest_rect(slot));
  std::vector<PixelRect> words = worded_rects(backdrop);
  words.insert(words.end(), over.begin(), over.end());  // nothing is half under a seat
  const PixelRect all = ground_of_names();
  const float unit = backdrop.unit_px;
  const auto size = [&](float units) { return std::max(unit * units, stage.legible_px); };
  // Where there is room, not smaller than the words of cards, whose face has larger letters.
  const float as_cards =
      shown_type().leaves ? 0 : type_px() * capital_of_em(text::Face::words) / capital_of_em(text::Face::prompt_italic);
  const float large = size(name_units), small = std::min(large, std::max(size(smaller_name_units), as_cards)),
              least = size(least_name_units);
  const Manner manners[] = {{large, 16, 2, 0},    {large, 9, 3, 0.04F}, {small, 16, 2, 0.06F},
                            {small, 8, 3, 0.08F}, {least, 16, 2, 0.1F}, {least, 8, 3, 0.12F}};
  const Manner beginnings[] = {{least, 16, 2, 0}, {least, 8, 2, 0.1F}, {least, 8, 1, 0.2F}};
  bool all_named = true;
  for (GatheringView& view : made) {
    const model::Phrase& name = convening.gatherings.at(view.id).name.value;
    if (name.words.empty() || view.dots.empty()) continue;
    const NameGround ground(view, all, longest_leader_units * unit, words, lying, made);
    const auto lay = [&](const Manner& manner) { return lay_name(name, manner.size, manner.width_ems, manner.lines); };
    const std::uint32_t first = slot_of(convening.gatherings.at(view.id).cards.value.cards.front());
    const PixelPoint card = first == no_slot ? box_of(view.dots).centre() : stand_of(first);
    const auto on_one_ground = [&](const PixelRect& rect) { return is_on_one_ground(backdrop.regions, rect, card); };
    const auto beside = [&](bool anywhere) {
      return [&, anywhere](HalfSize pill) {
        return place_beside(view.dots, pill, view.dot_radius * 3, ground.at_hand(), [&](const PixelRect& rect) {
          return ground.is_free_beside(rect) && (anywhere || on_one_ground(rect));
        });
      };
    };
    const auto further_away = [&](HalfSize pill) {
      return nearest_free(box_of(view.dots).centre(), pill, ground.at_hand(),
                          [&](const PixelRect& rect) { return ground.is_free_further_away(rect); });
    };
    std::optional<Written> written;
    for (const bool anywhere : {false, true})
      if (!written) written = best_written(manners, true, view, unit, lay, beside(anywhere));
    if (!written) written = best_written(manners, true, view, unit, lay, further_away);
    if (!written) written = best_written(beginnings, false, view, unit, lay, further_away);
    all_named = all_named && written && !written->block->cut;
    if (!written) continue;
    write_name(view, std::move(written->block), written->at, written->pill);
    const auto dot = needs_line(view.pill, view.dots) ? ground.led_to(view.pill) : std::nullopt;
    if (dot) lead(view, *dot);
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
  if (!spoken.cards.empty()) {
    if (!spoken.name.words.empty()) name_spoken();
    return;
  }
  for (const GatheringView* view : wanted) raise_name(convening.gatherings.at(view->id).name.value, *view);
}

// Over its cards, in the middle.
void Scene::Inside::name_spoken() {
  const float em = 0.92F * reading_em();
  const PixelRect ground = spoken_ground(true);
  text::BlockPtr block = lay_name(spoken.name, em, 0.9F * ground.width() / em, 1);
  const HalfSize pill = pill_of(block, em);
  GatheringView view;
  write_name(view, std::move(block), {ground.centre().x, ground.y0 - name_of_spoken_ems * reading_em() + pill.height}, pill);
  raised_names.push_back(std::move(view));
}

// As near to the finger as nothing lies; else over what matters least. Never under a seat or under the finger itself.
void Scene::Inside::raise_name(const model::Phrase& name, const GatheringView& rests) {
  const PixelPoint finger = *raised.finger();
  const float em = std::max(backdrop.unit_px * name_units, stage.legible_px) / camera.zoom;
  text::BlockPtr block = lay_name(name, em, 16, 0);
  const HalfSize pill = pill_of(block, em);
  const PixelRect seen = clipped(screen, camera.inverse(backdrop.glass()));
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
  if (needs_line(view.pill, rests.dots)) lead(view, nearest_dot(rests.dots, view.pill.centre()));
  raised_names.push_back(std::move(view));
}

}  // namespace greenline::scene
