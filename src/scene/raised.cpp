#include "scene/raised.h"

#include <algorithm>
#include <cmath>

namespace greenline::scene {

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

void Raised::clear() {
  views_.clear();
  eases_.clear();
}

bool Raised::point_at(std::optional<PixelPoint> finger) {
  const bool near = finger && finger_ && length(*finger - *finger_) < 2;
  if (near || (!finger && !finger_)) return false;
  finger_ = finger;
  stale_ = true;
  return true;
}

bool Raised::keep_clear_of(std::vector<PixelRect> avoid) {
  if (avoid_ == avoid) return false;
  avoid_ = std::move(avoid);
  stale_ = true;
  return true;
}

void Raised::choose(std::span<const Leaf> leaves, const PixelRect& seen, float finger_radius,
                    const std::function<void(CardView&, HalfSize reading)>& write) {
  stale_ = false;
  for (Ease& ease : eases_) ease.size_to = 0;
  if (!finger_) return;
  std::vector<PixelRect> taken = avoid_;
  for (const Leaf& leaf : leaves) {
    const auto place = raised_place(leaf.view->centre, leaf.reading, *finger_, finger_radius, taken, seen);
    if (!place) continue;
    taken.push_back(rect_around(*place, leaf.reading.width, leaf.reading.height));
    const auto known = std::find_if(eases_.begin(), eases_.end(), [&](const Ease& one) { return one.id == leaf.view->id; });
    if (known != eases_.end()) {
      known->rest = *place;
      known->size_to = 1;
      continue;
    }
    eases_.push_back({leaf.view->id, leaf.view->centre, {}, *place, leaf.view->half_width / leaf.reading.width, 0, 1});
    RaisedCard card{*leaf.view};
    card.view.motion = Motion::moving;
    card.view.half_width = leaf.reading.width;
    card.view.half_height = leaf.reading.height;
    card.view.leaf = false;
    write(card.view, leaf.reading);
    views_.push_back(std::move(card));
  }
}

void Raised::stand(std::span<const Standing> standing, const std::function<void(CardView&)>& write) {
  stale_ = false;
  for (Ease& ease : eases_) ease.size_to = 0;
  for (const auto& [from, at] : standing) {
    const float half_width = at.width() / 2;
    auto known = std::ranges::find(eases_, from->id, &Ease::id);
    if (known == eases_.end()) {
      known = eases_.insert(eases_.end(), Ease{from->id, from->centre, {}, at.centre(), from->half_width / half_width, 0, 1});
      views_.push_back({*from});
    }
    CardView& view = views_[static_cast<std::size_t>(known - eases_.begin())].view;
    if (view.half_width != from->half_width) known->size *= view.half_width / half_width;  // it is as large as it was, for now
    known->rest = at.centre();
    known->size_to = 1;
    const PixelPoint centre = view.centre;
    view = *from;
    view.centre = centre;
    view.motion = Motion::moving;
    view.half_width = half_width;
    view.half_height = at.height() / 2;
    view.leaf = false;
    view.turn *= 0.4F;  // so large, it would seem to fall
    write(view);
  }
}

bool Raised::ease(float seconds, const std::function<std::optional<Below>(const model::CardId&)>& below) {
  const SpringStep step = SpringStep::of(landing_s, seconds);
  bool any = false;
  for (std::size_t i = 0; i < views_.size();) {
    Ease& ease = eases_[i];
    CardView& view = views_[i].view;
    const std::optional<Below> leaf = below(ease.id);
    const bool sinks = ease.size_to == 0;
    if (sinks && leaf) ease.rest = leaf->centre;
    const float size_to = sinks && leaf ? leaf->half_width / view.half_width : 1;
    step(ease.at.x, ease.velocity.x, ease.rest.x);
    step(ease.at.y, ease.velocity.y, ease.rest.y);
    step(ease.size, ease.size_speed, size_to);
    const bool there = length(ease.rest - ease.at) < 0.4F && std::abs(ease.size - size_to) < 0.01F;
    if (!leaf || (sinks && there)) {
      views_.erase(views_.begin() + static_cast<std::ptrdiff_t>(i));
      eases_.erase(eases_.begin() + static_cast<std::ptrdiff_t>(i));
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
