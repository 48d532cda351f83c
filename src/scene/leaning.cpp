// Brings it to the cards that something stands over them: they lean aside, and come back.
#include <algorithm>
#include <cmath>
#include <utility>

#include "scene/inside.h"
#include "scene/lean_aside.h"

namespace greenline::scene {
namespace {

constexpr float clear_units = 0.006F;                                // between a seat and a card that leans aside from it
constexpr float side_share = arrange::side_ems / arrange::card_ems;  // of a card's width, beside its words

}  // namespace

Leaning Scene::Inside::leaning(const CardView& view, arrange::Sheet sheet, std::uint16_t zone, PixelPoint rest,
                               PixelPoint aside) const {
  const float unit = pixel_from_canvas.pixels_per_unit;
  const arrange::Half half{view.half_width / unit, view.half_height / unit};
  const float first = std::min(sheet.first_ems() * 2 * half.width / arrange::card_ems, 2 * half.height);
  return {zone, canvas_at(pixel_from_canvas, rest), half, first, {aside.x / unit, -aside.y / unit}};
}

std::vector<geometry::Box> Scene::Inside::on_canvas(std::span<const PixelRect> rects) const {
  std::vector<geometry::Box> boxes;
  for (const PixelRect& rect : rects) boxes.push_back(canvas_box(pixel_from_canvas, rect));
  return boxes;
}

std::vector<PixelPoint> Scene::Inside::leans_of(std::span<const Leaning> standing) {
  const float unit = pixel_from_canvas.pixels_per_unit;
  // A wall that has drawn back from seats has given way already.
  const WithoutGround crowded = stands_otherwise() ? WithoutGround::stay_hidden : WithoutGround::are_piled;
  const std::vector<geometry::Point> found =
      lean_aside(shown_zones(), standing, on_canvas(things_over_cards()), clear_units, crowded);
  std::vector<PixelPoint> leans;
  leans.reserve(found.size());
  for (const geometry::Point by : found) leans.push_back({by.x * unit, -by.y * unit});
  return leans;
}

int Scene::Inside::begin_hidden_at(std::vector<Leaning> standing, std::span<const PixelPoint> leans) const {
  const float unit = pixel_from_canvas.pixels_per_unit;
  for (std::size_t i = 0; i < standing.size(); ++i)
    standing[i].rest = standing[i].rest + geometry::Point{leans[i].x / unit, -leans[i].y / unit};
  return begin_hidden(standing, on_canvas(over));
}

PixelPoint Scene::Inside::leans_from(std::span<const PixelRect> things, std::vector<Leaning> beside, const Leaning& own) const {
  const float unit = pixel_from_canvas.pixels_per_unit;
  beside.push_back(own);
  const geometry::Point by = lean_last_aside(shown_zones(), beside, on_canvas(things), clear_units);
  return {by.x * unit, -by.y * unit};
}

void Scene::Inside::lean_cards() {
  lean_stale = false;
  faint_stale = true;
  hidden_cards = 0;
  lean_names();
  // Cards that have no words at rest have nothing that a seat could hide.
  const bool are_leaves_at_rest = shown_type().leaves && !stands_otherwise();
  if ((over.empty() || are_leaves_at_rest) && !some_lean) return;
  std::vector<std::uint32_t> slots;
  std::vector<Leaning> standing;
  for (std::uint32_t slot = 0; slot < cards.size(); ++slot) {
    CardEase& ease = eases[slot];
    if (!cards[slot].alive || ease.leaving || ease.held) continue;
    if (waits(slot)) {  // too small to lean, and unread where nobody asked for that
      hidden_cards += nearness.region.empty() ? 1 : 0;
      if (std::exchange(ease.aside, {}) != PixelPoint{}) wake(slot);
      continue;
    }
    slots.push_back(slot);
    standing.push_back(leaning(cards[slot], shown_type().of(infos[slot].sheet), infos[slot].zone, ease.rest, ease.aside));
  }
  const std::vector<PixelPoint> leans = shown_type().leaves ? std::vector<PixelPoint>(standing.size()) : leans_of(standing);
  if (!are_leaves_at_rest)
    hidden_cards += shown_type().leaves ? static_cast<int>(standing.size()) : begin_hidden_at(standing, leans);
  some_lean = false;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    some_lean |= leans[i] != PixelPoint{};
    if (std::exchange(eases[slots[i]].aside, leans[i]) == leans[i]) continue;
    wake(slots[i]);
    routes_stale = gatherings_stale = true;
  }
  leave_out_covered_lines(slots);
}

// No line of words stands half under another card.
void Scene::Inside::leave_out_covered_lines(std::span<const std::uint32_t> slots) {
  for (const std::uint32_t slot : slots) {
    const CardView& card = cards[slot];
    const PixelPoint at = stand_of(slot);
    float seen = 0;
    for (const std::uint32_t other : slots) {
      const bool neither_leans = eases[slot].aside == PixelPoint{} && eases[other].aside == PixelPoint{};
      if (other == slot || neither_leans) continue;
      const PixelPoint there = stand_of(other);
      const float down = there.y - cards[other].half_height - (at.y - card.half_height);
      const float side_by = card.half_width + cards[other].half_width - std::abs(there.x - at.x);
      if (down <= 0 || down >= 2 * card.half_height || side_by <= side_share * 2 * card.half_width) continue;
      seen = seen > 0 ? std::min(seen, down) : down;
    }
    seen /= pixel_from_canvas.pixels_per_unit;
    if (std::exchange(infos[slot].leaned_over, seen) != seen) want_words(slot);
  }
}

}  // namespace greenline::scene
