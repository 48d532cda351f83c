// Gatherings as dotted loops behind their cards.
#include <algorithm>
#include <cmath>

#include "scene/inside.h"
#include "scene/loop.h"
#include "scene/outline.h"
#include "scene/stage.h"

namespace greenline::scene {

// From where cards rest, not from where they are on their way: a loop changes once a change, and belongs to the resting
// picture.
void Scene::Inside::refresh_gatherings(const model::Convening& convening) {
  gatherings_stale = false;
  raised_names_stale = true;
  std::vector<GatheringView> made = outlined_gatherings(convening);
  const bool all_named = name_gatherings(convening, made);
  // A loop goes behind names, not through them.
  const std::vector<PixelRect> words = worded_rects(backdrop);
  for (GatheringView& view : made)
    std::erase_if(view.dots, [&](PixelPoint dot) {
      return std::any_of(words.begin(), words.end(), [&](const PixelRect& word) { return word.contains(dot); });
    });
  const auto same = [](const GatheringView& a, const GatheringView& b) {
    return a.id == b.id && a.tint == b.tint && a.dots == b.dots && a.pill == b.pill && a.leader == b.leader &&
           a.name.block == b.name.block;
  };
  for (const auto* list : {&gatherings, &made}) {
    const auto& others = list == &gatherings ? made : gatherings;
    for (const GatheringView& view : *list)
      if (std::none_of(others.begin(), others.end(), [&](const GatheringView& other) { return same(view, other); })) {
        damage.add(view.reach);
        routes_stale = true;
      }
  }
  gatherings = std::move(made);
  if (!nearness.region.empty() && !all_named) widen_shelf();
  std::erase_if(loops, [&](const auto& known) {
    return std::ranges::none_of(gatherings, [&](const GatheringView& view) { return view.id == known.first; });
  });
}

// Their loops and tints; not their names.
std::vector<GatheringView> Scene::Inside::outlined_gatherings(const model::Convening& convening) {
  std::vector<GatheringView> made;
  const float unit = backdrop.unit_px;
  std::vector<const model::Gathering*> shown;
  for (const auto& [id, gathering] : convening.gatherings)
    if (present(convening, gathering)) shown.push_back(&gathering);
  std::sort(shown.begin(), shown.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  for (const model::Gathering* gathering : shown) {
    const std::vector<model::CardId>& its = gathering->cards.value.cards;
    std::vector<PixelRect> own, others;
    for (const model::CardId& id : its)
      if (const std::uint32_t slot = slot_of(id); slot != no_slot && !waits(slot)) own.push_back(rest_rect(slot));
    if (own.empty()) continue;
    GatheringView view;
    view.id = gathering->id;
    view.dot_radius = std::max(1.2F, unit * 0.0017F);
    // One that shares a card with another runs outside that one's loop, not along it.
    const auto shares = [&](const model::Gathering* other) {
      return other->id < gathering->id && std::ranges::any_of(other->cards.value.cards, [&](const model::CardId& id) {
               return std::ranges::binary_search(its, id);
             });
    };
    const float margin = std::max(6.0F, unit * 0.014F) * (1 + 0.6F * static_cast<float>(std::ranges::count_if(shown, shares)));
    const PixelRect reach = outline_reach(own, margin);
    for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
      if (lies_there(slot) && rest_rect(slot).touches(reach) && !std::ranges::binary_search(its, cards[slot].id))
        others.push_back(rest_rect(slot));
    view.dots = loop_of(gathering->id, {margin, std::move(own), std::move(others)}, view.dot_radius * 5.5F);
    view.reach = box_of(view.dots).grown(view.dot_radius + 2);
    const auto beside_one_like_it = [&] {
      return std::ranges::any_of(made, [&](const GatheringView& other) {
        return other.tint == view.tint && other.reach.grown(2 * margin).touches(view.reach);
      });
    };
    while (view.tint + 1 < gathering_tints.size() && beside_one_like_it()) ++view.tint;
    made.push_back(std::move(view));
  }
  return made;
}

const std::vector<PixelPoint>& Scene::Inside::loop_of(const model::GatheringId& id, LoopOf of, float spacing) {
  KnownLoop& known = loops[id];
  if (known.of != of) {
    known.dots = dots_around(of.own, of.others, of.margin, spacing);
    known.of = std::move(of);
  }
  return known.dots;
}

}  // namespace greenline::scene
