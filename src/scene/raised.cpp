// Leaves near a finger rise to reading size, and sink back when it has gone.
#include "scene/raised.h"

#include <algorithm>
#include <cmath>

#include "scene/inside.h"

namespace greenline::scene {
namespace {

constexpr std::size_t most_raised = 5;
constexpr float near_mm = 16, finger_mm = 7;

}  // namespace

std::optional<PixelPoint> raised_place(PixelPoint own, HalfSize half, PixelPoint finger, float finger_radius,
                                       std::span<const PixelRect> taken, const PixelRect& screen) {
  constexpr int across = 16, down = 28;
  const float step_x = half.width * 0.25F, step_y = half.height * 0.25F;
  const PixelRect under_finger = rect_around(finger, finger_radius, finger_radius);
  std::optional<PixelPoint> best;
  float best_distance = 0;
  for (int v = -down; v <= down; ++v)
    for (int u = -across; u <= across; ++u) {
      const PixelPoint at = finger + PixelPoint{static_cast<float>(u) * step_x, static_cast<float>(v) * step_y};
      const PixelRect rect = rect_around(at, half.width, half.height).grown(3);
      if (rect.touches(under_finger) || clipped(rect, screen) != rect) continue;
      // A hand comes from below: what stands above the finger is seen.
      const float distance = length(at - own) + (at.y > finger.y ? half.height * 1.5F : 0.0F);
      if (best && distance >= best_distance) continue;
      if (std::any_of(taken.begin(), taken.end(), [&](const PixelRect& one) { return one.touches(rect); })) continue;
      best = at;
      best_distance = distance;
    }
  return best;
}

HalfSize Scene::Inside::reading_size(arrange::Sheet sheet) const {
  const float wanted = std::max(backdrop.unit_px * 0.08F, stage.legible_px * 7.2F) / std::max(1.0F, camera.zoom);
  const float half_width = std::max(largest_half.width, std::min({wanted, stage.width / 5, stage.height / 4}));
  const arrange::Half half = half_of(sheet, half_width * 2 / arrange::card_ems);
  return {half.width, half.height};
}

void Scene::Inside::choose_raised(const model::Convening& convening) {
  raised_stale = false;
  std::vector<std::pair<float, std::uint32_t>> near;
  if (shown_type().leaves && finger) {
    const float reach = std::max(px_of(near_mm), largest_half.width * 3);
    for (std::uint32_t slot = 0; slot < cards.size(); ++slot) {
      if (!cards[slot].alive || eases[slot].leaving || eases[slot].held || waits(slot)) continue;
      const float distance = length(cards[slot].centre - *finger);
      if (distance < reach) near.emplace_back(distance, slot);
    }
    std::sort(near.begin(), near.end(), [&](const auto& a, const auto& b) {
      return a.first < b.first || (a.first == b.first && cards[a.second].id < cards[b.second].id);
    });
    if (near.size() > most_raised) near.resize(most_raised);
  }
  for (RaisedEase& ease : raised_eases) ease.size_to = 0;
  const PixelRect seen = clipped(screen, camera.inverse(PixelRect{0, 0, stage.width, stage.height}));
  std::vector<PixelRect> taken = avoid;
  for (const auto& [distance, slot] : near) {
    const model::CardId id = cards[slot].id;
    const model::Card* record = model::find_card(convening, id);
    if (!record) continue;
    const HalfSize half = reading_size(measured(record->saying.value));
    const auto place = raised_place(cards[slot].centre, half, *finger, px_of(finger_mm), taken, seen);
    if (!place) continue;
    taken.push_back(rect_around(*place, half.width, half.height));
    auto known = std::find_if(raised_eases.begin(), raised_eases.end(), [&](const RaisedEase& one) { return one.id == id; });
    if (known == raised_eases.end()) {
      const float small = cards[slot].half_width / half.width;
      raised_eases.push_back({id, slot, cards[slot].centre, {}, *place, small, 0, 1});
      RaisedCard card{cards[slot]};
      card.view.motion = Motion::moving;
      card.view.half_width = half.width;
      card.view.half_height = half.height;
      card.view.leaf = false;
      fit_saying(card.view, record->saying.value, 2 * half.height);
      raised.push_back(std::move(card));
      continue;
    }
    known->rest = *place;
    known->size_to = 1;
  }
}

bool Scene::Inside::ease_raised(const model::Convening& convening, float seconds) {
  if (raised_stale) choose_raised(convening);
  const SpringStep step = SpringStep::of(landing_s, stage.still ? 1e3F : seconds);
  bool any = false;
  for (std::size_t i = 0; i < raised.size();) {
    RaisedEase& ease = raised_eases[i];
    CardView& view = raised[i].view;
    const std::uint32_t slot = slot_of(ease.id);
    const bool gone = slot == no_slot || eases[slot].held;
    const float small = largest_half.width / view.half_width;
    const bool sinks = ease.size_to == 0;
    if (sinks && !gone) ease.rest = cards[slot].centre;
    const float size_to = sinks ? small : 1;
    step(ease.at.x, ease.velocity.x, ease.rest.x);
    step(ease.at.y, ease.velocity.y, ease.rest.y);
    step(ease.size, ease.size_speed, size_to);
    const bool there = length(ease.rest - ease.at) < 0.4F && std::abs(ease.size - size_to) < 0.01F;
    if (gone || (sinks && there)) {
      raised.erase(raised.begin() + static_cast<std::ptrdiff_t>(i));
      raised_eases.erase(raised_eases.begin() + static_cast<std::ptrdiff_t>(i));
      any = true;
      continue;
    }
    if (there) {
      ease.at = ease.rest;
      ease.velocity = {};
      ease.size = size_to;
      ease.size_speed = 0;
    }
    any |= !there;
    view.centre = ease.at;
    view.scale = ease.size;
    ++i;
  }
  return any;
}

}  // namespace greenline::scene
