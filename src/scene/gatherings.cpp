// Gatherings as dotted loops behind their cards, each name beside its loop.
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
  bool nameless = false;  // the name of one found no place for all its words
  std::vector<GatheringView> made;
  const float unit = backdrop.unit_px;
  const std::vector<PixelRect> words = worded_rects(backdrop);
  const auto lies_there = [&](std::uint32_t slot) { return cards[slot].alive && !eases[slot].leaving && !eases[slot].held; };
  const auto rest_of = [&](std::uint32_t slot) {
    return rect_around(stand_of(slot), cards[slot].half_width, cards[slot].half_height);
  };
  const auto in_the_way = [&](const PixelRect& rect) {
    int cost = clipped(rect, screen) == rect ? 0 : 6;
    for (const PixelRect& word : words) cost += word.touches(rect) ? 16 : 0;
    for (const PixelRect& seat : over) cost += seat.touches(rect) ? 16 : 0;
    for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
      if (lies_there(slot) && rest_of(slot).touches(rect)) cost += 10;
    for (const GatheringView& other : made) cost += other.pill.touches(rect) ? 10 : 0;
    return cost;
  };
  std::vector<const model::Gathering*> shown;
  for (const auto& [id, gathering] : convening.gatherings)
    if (present(convening, gathering)) shown.push_back(&gathering);
  std::sort(shown.begin(), shown.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  for (const model::Gathering* gathering : shown) {
    const std::vector<model::CardId>& its = gathering->cards.value.cards;
    std::vector<PixelRect> own, others;
    for (const model::CardId& id : its)
      if (const std::uint32_t slot = slot_of(id); slot != no_slot && !waits(slot)) own.push_back(rest_of(slot));
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
      if (lies_there(slot) && rest_of(slot).touches(reach) && !std::ranges::binary_search(its, cards[slot].id))
        others.push_back(rest_of(slot));
    view.dots = loop_of(gathering->id, {margin, std::move(own), std::move(others)}, view.dot_radius * 5.5F);
    view.reach = box_of(view.dots).grown(view.dot_radius + 2);
    const auto beside_one_like_it = [&] {
      return std::ranges::any_of(made, [&](const GatheringView& other) {
        return other.tint == view.tint && other.reach.grown(2 * margin).touches(view.reach);
      });
    };
    while (view.tint + 1 < gathering_tints.size() && beside_one_like_it()) ++view.tint;
    if (const model::Phrase& name = gathering->name.value; !name.words.empty()) {
      name_gathering(view, name, in_the_way);
      nameless = nameless || !view.name.block || view.name.block->cut;
    }
    // The loop goes behind names, not through them.
    std::erase_if(view.dots, [&](PixelPoint dot) {
      return std::any_of(words.begin(), words.end(), [&](const PixelRect& word) { return word.contains(dot); });
    });
    made.push_back(std::move(view));
  }
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
  if (!nearness.region.empty() && nameless) widen_shelf();
  std::erase_if(loops, [&](const auto& known) {
    return std::ranges::none_of(gatherings, [&](const GatheringView& view) { return view.id == known.first; });
  });
}

// Beside its loop, whole; there in narrower lines, or smaller; further away, with a line that leads to the loop; its beginning
// there; and where nowhere is free, not at all.
void Scene::Inside::name_gathering(GatheringView& view, const model::Phrase& name,
                                   const std::function<int(const PixelRect&)>& in_the_way) {
  if (view.dots.empty()) return;
  const float size = std::max(backdrop.unit_px * 0.021F, stage.legible_px),
              smaller = std::max(backdrop.unit_px * 0.0165F, stage.legible_px);
  struct Manner {
    float size, width_ems;
    int lines;
  };
  const Manner whole[] = {{size, 16, 2}, {size, 9, 3}, {smaller, 16, 2}, {smaller, 8, 3}};
  const Manner beginning{smaller, 8, 1};
  const auto laid = [&](const Manner& manner) {
    return engine.layout(name.words, {.face = text::Face::prompt_italic,
                                      .size_px = manner.size,
                                      .width_px = std::min(manner.size * manner.width_ems,
                                                           std::max(manner.size, screen.width() - manner.size * 2)),
                                      .align = text::Align::centre,
                                      .max_lines = manner.lines,
                                      .language = language_of(name),
                                      .detail = stage.detail});
  };
  const auto pill_of = [](const text::BlockPtr& block, float em) {
    return HalfSize{block->width / 2 + em * 0.7F, block->height / 2 + em * 0.2F};
  };
  const auto leader_to = [&](PixelPoint at) {
    return *std::ranges::min_element(view.dots, {}, [&](PixelPoint dot) { return length(dot - at); });
  };
  const auto stand = [&](text::BlockPtr block, PixelPoint at, HalfSize pill) {
    view.pill = rect_around(at, pill.width, pill.height);
    // Only what touches its loop needs no line to say whose name it is.
    if (const PixelPoint dot = leader_to(at); !view.pill.grown(2 * pill.height).contains(dot)) {
      view.leader = {at, dot};
      view.reach = joined(view.reach, box_of(view.leader).grown(3));
    }
    view.name = {std::move(block), {}, "text"};
    view.name.at = {at.x - view.name.block->width / 2, at.y - view.name.block->height / 2};
    view.reach = joined(view.reach, view.pill.grown(3));
  };
  for (const Manner& manner : whole) {
    text::BlockPtr block = laid(manner);
    const HalfSize pill = pill_of(block, manner.size);
    const PixelPoint at = on_screen(name_place(view.dots, pill, view.dot_radius * 3, screen, in_the_way), pill, screen);
    if (in_the_way(rect_around(at, pill.width, pill.height)) == 0) return stand(std::move(block), at, pill);
  }
  const std::vector<PixelRect> words = worded_rects(backdrop);
  const auto further = [&](const PixelRect& rect) {
    if (const int cost = in_the_way(rect); cost > 0) return cost;
    const PixelPoint from = rect.centre(), to = leader_to(from);
    return std::ranges::any_of(words, [&](const PixelRect& word) { return passes_through(from, to, word); }) ? 1 : 0;
  };
  for (const Manner& manner : {whole[0], whole[3], beginning}) {
    text::BlockPtr block = laid(manner);
    const HalfSize pill = pill_of(block, manner.size);
    const auto at = nearest_free(box_of(view.dots).centre(), pill, screen, further);
    if (at) return stand(std::move(block), *at, pill);
  }
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
