// What lies under a point, topmost first.
#include <algorithm>

#include "scene/inside.h"

namespace greenline::scene {
namespace {

constexpr float thread_slop_mm = 4, pill_slop_mm = 1.5F;

bool on_card(const CardView& view, PixelPoint p, float slop) {
  return rect_around(view.centre, view.half_width * view.scale + slop, view.half_height * view.scale + slop).contains(p);
}

}  // namespace

bool Scene::Inside::allows(model::Verb verb) const {
  const content::Phase* phase = content::find_phase(stage.activity, stage.phase);
  return phase && phase->rules.touch && phase->rules.verbs.contains(verb);
}

// What moves is drawn over what rests; of two that rest, the one that is drawn later.
std::uint32_t Scene::Inside::card_at(PixelPoint p, float slop) const {
  const auto& moving = list_moving_cards();
  for (auto slot = moving.rbegin(); slot != moving.rend(); ++slot)
    if (cards[*slot].alive && !eases[*slot].leaving && on_card(cards[*slot], p, slop)) return *slot;
  std::vector<std::uint32_t> under;
  resting_cards.visit(as_box(rect_around(p, largest_half.width + slop, largest_half.height + slop)), [&](std::uint32_t slot) {
    if (on_card(cards[slot], p, slop)) under.push_back(slot);
    return true;
  });
  sort_as_drawn(under);
  return under.empty() ? no_slot : under.back();
}

const RegionView* Scene::Inside::region_at(PixelPoint p) const {
  for (auto region = backdrop.regions.rbegin(); region != backdrop.regions.rend(); ++region)
    if (region->contains(p)) return &*region;
  return nullptr;
}

input::Target Scene::Inside::hit(PixelPoint p) const {
  for (const GatheringView& view : raised_names)
    if (view.pill.contains(p)) return input::OnGathering{view.id};
  for (auto one = raised.views().rbegin(); one != raised.views().rend(); ++one)
    if (on_card(one->view, p, 0)) return input::OnCard{one->view.id};
  if (const std::uint32_t slot = card_at(p, 0); slot != no_slot) return input::OnCard{cards[slot].id};

  const float slop = px_of(thread_slop_mm);
  std::vector<std::uint32_t> near;
  resting_threads.gather(rect_around(p, slop, slop), near);
  near.insert(near.end(), moving_threads.begin(), moving_threads.end());
  for (const std::uint32_t slot : near)
    if (threads[slot].alive && threads[slot].word && threads[slot].pill.grown(px_of(pill_slop_mm)).contains(p))
      return input::OnThread{threads[slot].id};
  for (const GatheringView& view : gatherings)
    if (view.name.block && view.pill.contains(p)) return input::OnGathering{view.id};
  if (named_at(p)) return input::OnGround{};
  float nearest = slop;
  const ThreadView* best = nullptr;
  for (const std::uint32_t slot : near) {
    if (!threads[slot].alive || threads[slot].opacity == 0) continue;
    const float distance = distance_to(threads[slot].curve, p);
    if (distance < nearest || (best && distance == nearest && threads[slot].id < best->id)) {
      nearest = distance;
      best = &threads[slot];
    }
  }
  if (best) return input::OnThread{best->id};

  // Where nobody gathers any more, only a loop whose name does not rest beside it is to be touched: to read it.
  for (const GatheringView& view : gatherings)
    if ((allows(model::Verb::gather) || !name_rests(view)) &&
        std::any_of(view.dots.begin(), view.dots.end(), [&](PixelPoint dot) { return length(dot - p) < slop; }))
      return input::OnGathering{view.id};

  if (allows(model::Verb::move) || allows(model::Verb::place)) {
    if (const auto marker = haze.at(p, std::max(backdrop.unit_px * 0.03F, px_of(7)))) return input::OnMarker{*marker};
  }
  return input::OnGround{};
}

}  // namespace greenline::scene
