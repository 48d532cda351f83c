#include "scene/haze.h"

#include <algorithm>

#include "scene/spring.h"

namespace greenline::scene {
namespace {

constexpr float appear_s = 0.6F;
constexpr float faint_strength = 0.5F;  // eased at both ends: half of the light

}  // namespace

void Haze::clear() {
  markers_.clear();
  views_.clear();
}

std::vector<Haze::Marker>::iterator Haze::find(const model::MarkerId& id) {
  return std::find_if(markers_.begin(), markers_.end(), [&](const Marker& one) { return one.id == id; });
}

void Haze::put(const model::MarkerId& id, const model::Place& place, const Stand& stand, bool still) {
  const auto marker = find(id);
  if (marker == markers_.end()) {
    const float strength = stand.faint ? faint_strength : 1.0F;
    markers_.push_back({id, place, stand.at, {}, stand.at, still ? strength : 0.0F, strength, stand.faint});
    views_.push_back({stand.at, stand.radius, 0});
    return;
  }
  marker->place = place;
  marker->rest = stand.at;
  marker->strength_to = stand.faint ? faint_strength : 1.0F;
  marker->faint = stand.faint;
}

void Haze::let_fade(const model::MarkerId& id) {
  if (const auto marker = find(id); marker != markers_.end()) marker->strength_to = 0;
}

std::vector<model::MarkerId> Haze::ids() const {
  std::vector<model::MarkerId> ids;
  for (const Marker& one : markers_) ids.push_back(one.id);
  return ids;
}

PixelRect Haze::box(std::size_t index) const {
  return rect_around(views_[index].centre, views_[index].radius, views_[index].radius);
}

void Haze::show(std::size_t index, DamageList& damage) {
  const Marker& marker = markers_[index];
  HazeView& view = views_[index];
  // It thickens softly at both ends.
  const float strength = marker.strength * marker.strength * (3 - 2 * marker.strength);
  if (view.centre == marker.at && view.strength == strength) return;
  damage.add(box(index));
  view.centre = marker.at;
  view.strength = strength;
  damage.add(box(index));
}

bool Haze::ease(float seconds, DamageList& damage) {
  const SpringStep step = SpringStep::of(neighbours_s, seconds);
  bool any = false;
  for (std::size_t i = 0; i < markers_.size();) {
    Marker& marker = markers_[i];
    if (marker.at != marker.rest) {
      step(marker.at.x, marker.velocity.x, marker.rest.x);
      step(marker.at.y, marker.velocity.y, marker.rest.y);
      if (length(marker.rest - marker.at) < near_enough_px) {
        marker.at = marker.rest;
        marker.velocity = {};
      }
    }
    any |= go(marker.strength, marker.strength_to, appear_s, seconds) || marker.at != marker.rest;
    show(i, damage);
    if (marker.strength == 0 && marker.strength_to == 0) {
      markers_.erase(markers_.begin() + static_cast<std::ptrdiff_t>(i));
      views_.erase(views_.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    ++i;
  }
  return any;
}

void Haze::arrive(DamageList& damage) {
  for (Marker& marker : markers_) {
    marker.at = marker.rest;
    marker.velocity = {};
    marker.strength = marker.strength_to;
  }
  ease(0, damage);
}

std::optional<model::MarkerId> Haze::at(PixelPoint p, float within) const {
  std::optional<model::MarkerId> nearest;
  for (const Marker& one : markers_)
    if (one.strength_to > 0 && !one.faint && length(one.at - p) < within) {
      within = length(one.at - p);
      nearest = one.id;
    }
  return nearest;
}

}  // namespace greenline::scene
