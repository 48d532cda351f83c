// What each finger means, from where it began and how far it has gone.
#include "input/gestures.h"

#include <algorithm>
#include <cmath>

namespace greenline::input {
namespace {

bool is_number(model::PixelPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

bool on_seat(const Target& on) { return std::holds_alternative<OnSeat>(on); }

float threshold_mm(const Target& on, const HandSizes& sizes) {
  return std::holds_alternative<OnGround>(on) ? sizes.loop_threshold_mm : sizes.drag_threshold_mm;
}

// Every second point, the first among them; the newest is about to be added.
void thin(std::vector<model::PixelPoint>& path) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < path.size(); i += 2) path[kept++] = path[i];
  path.resize(kept);
}

void extend(std::vector<model::PixelPoint>& path, model::PixelPoint at) {
  if (!path.empty() && path.back() == at) return;
  if (path.size() >= Gestures::max_path_points) thin(path);
  path.push_back(at);
}

}  // namespace

void Gestures::recognise(const TouchFrame& frame, const HitTest& hit, std::vector<Gesture>& out) {
  for (const Contact& contact : frame.contacts) {
    ++reports_;
    if (contact.state == ContactState::began) {
      begin(contact, hit, out);
      continue;
    }
    const auto found = live_.find(contact.id);
    if (found == live_.end()) continue;
    found->second.heard = reports_;
    switch (contact.state) {
      case ContactState::moved: move(*found, contact, out); break;
      case ContactState::ended:
        end(*found, contact, out);
        live_.erase(found);
        break;
      default: cancel(*found, out); live_.erase(found);
    }
  }
  for (LiveContact& live : live_) tell(live, out);
}

void Gestures::recapture(ContactId contact, Target on) {
  const auto found = live_.find(contact);
  if (found == live_.end()) return;
  Live& live = found->second;
  live.on = on;
  live.from = live.at;
  live.path.clear();
  live.stage = Stage::under_way;
  live.carried = !on_seat(on);
  live.told = live.moved = false;
}

void Gestures::begin(const Contact& contact, const HitTest& hit, std::vector<Gesture>& out) {
  if (const auto ghost = live_.find(contact.id); ghost != live_.end()) {
    cancel(*ghost, out);
    live_.erase(ghost);
  }
  if (!is_number(contact.at)) return;
  make_room(out);
  Live live;
  live.on = hit ? hit(contact.at) : Target{OnGround{}};
  live.from = live.at = contact.at;
  live.carried = std::holds_alternative<OnCard>(live.on) || std::holds_alternative<OnMarker>(live.on);
  live.heard = reports_;
  if (on_seat(live.on)) {
    out.push_back(SeatTouch{contact, std::get<OnSeat>(live.on).seat});
  } else {
    if (!live.carried) live.path.push_back(contact.at);
    out.push_back(Touched{contact.id, live.on, contact.at});
  }
  live_.emplace(contact.id, std::move(live));
}

void Gestures::move(LiveContact& entry, const Contact& contact, std::vector<Gesture>& out) {
  auto& [id, live] = entry;
  if (!is_number(contact.at)) return;
  live.at = contact.at;
  if (on_seat(live.on)) {
    out.push_back(SeatTouch{contact, std::get<OnSeat>(live.on).seat});
    return;
  }
  if (!live.carried) extend(live.path, live.at);
  if (length(live.at - live.from) > threshold_mm(live.on, sizes_) * sizes_.pixels_per_mm) live.stage = Stage::under_way;
  live.moved = live.stage == Stage::under_way;
}

void Gestures::tell(LiveContact& entry, std::vector<Gesture>& out) {
  auto& [id, live] = entry;
  if (!live.moved) return;
  live.moved = false;
  if (live.carried) {
    out.push_back(Carried{id, live.on, live.from, live.at, !live.told});
  } else {
    out.push_back(Looping{id, live.path});
  }
  live.told = true;
}

void Gestures::end(LiveContact& entry, const Contact& contact, std::vector<Gesture>& out) {
  auto& [id, live] = entry;
  if (on_seat(live.on)) {
    Contact last = contact;
    if (!is_number(last.at)) last.at = live.at;
    out.push_back(SeatTouch{last, std::get<OnSeat>(live.on).seat});
    return;
  }
  // A finger may lift elsewhere than where it was last seen, and all of its way may lie in one frame.
  if (contact.at != live.at) move(entry, contact, out);
  if (live.stage == Stage::resting) {
    out.push_back(Tapped{id, live.on, live.at});
    return;
  }
  live.moved = live.moved || !live.told;
  tell(entry, out);
  if (live.carried) {
    out.push_back(Dropped{id, live.on, live.from, live.at});
  } else {
    out.push_back(Looped{id, std::move(live.path)});
  }
}

void Gestures::cancel(const LiveContact& entry, std::vector<Gesture>& out) {
  const auto& [id, live] = entry;
  if (on_seat(live.on)) {
    out.push_back(SeatTouch{{id, ContactState::cancelled, live.at, 0}, std::get<OnSeat>(live.on).seat});
  } else {
    out.push_back(Released{id, live.on});
  }
}

void Gestures::make_room(std::vector<Gesture>& out) {
  if (live_.size() < max_live) return;
  const auto silent = std::min_element(
      live_.begin(), live_.end(), [](const LiveContact& a, const LiveContact& b) { return a.second.heard < b.second.heard; });
  cancel(*silent, out);
  live_.erase(silent);
}

}  // namespace greenline::input
