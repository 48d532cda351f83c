// What each finger means, from where it began and how far it has gone.
#include "input/gestures.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace greenline::input {
namespace {

// No glass is larger; what is beyond it would not stay finite when it is reckoned with.
constexpr float largest_px = 1e6F;
bool is_number(model::PixelPoint p) { return std::abs(p.x) <= largest_px && std::abs(p.y) <= largest_px; }

bool on_seat(const Target& on) { return std::holds_alternative<OnSeat>(on); }

float threshold_mm(const Target& on, const HandSizes& sizes) {
  return std::holds_alternative<OnGround>(on) ? sizes.loop_threshold_mm : sizes.drag_threshold_mm;
}

}  // namespace

void Gestures::recognise(const TouchFrame& frame, const HitTest& hit, std::vector<Gesture>& out) {
  now_s_ = frame.time_s;
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
  for (Pinch& pinch : pinches_) tell(pinch, out);
}

void Gestures::pass(float seconds, std::vector<Gesture>& out) {
  for (auto& [id, live] : live_) {
    if (live.stage != Stage::resting || (live.way != Way::carries && live.way != Way::draws)) continue;
    live.rested_s += seconds;
    if (live.rested_s < sizes_.hold_s) continue;
    if (live.way == Way::carries) {
      live.stage = Stage::loose;
      live.from = live.at;
      out.push_back(Loosened{id, live.on, live.at});
    } else {
      live.way = Way::spent;
      out.push_back(Tapped{id, live.on, live.at});
    }
  }
}

float Gestures::next_in_s() const {
  float next = std::numeric_limits<float>::infinity();
  for (const auto& [id, live] : live_) {
    if (live.stage == Stage::resting && (live.way == Way::carries || live.way == Way::draws))
      next = std::min(next, std::max(0.0F, sizes_.hold_s - live.rested_s));
  }
  return next;
}

void Gestures::recapture(ContactId contact, Target on) {
  const auto found = live_.find(contact);
  if (found == live_.end()) return;
  Live& live = found->second;
  live.on = on;
  live.from = live.at;
  live.path = {};
  live.stage = Stage::under_way;
  live.way = on_seat(on) ? Way::seat : Way::carries;
  live.told = live.moved = false;
}

void Gestures::spend(ContactId contact) {
  if (const auto found = live_.find(contact); found != live_.end()) found->second.way = Way::spent;
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
  live.began_s = now_s_;
  live.heard = reports_;
  const auto entry = live_.emplace(contact.id, std::move(live)).first;
  Live& now = entry->second;
  if (on_seat(now.on)) {
    now.way = Way::seat;
    out.push_back(SeatTouch{contact, std::get<OnSeat>(now.on).seat});
    return;
  }
  if (std::holds_alternative<OnCard>(now.on) || std::holds_alternative<OnMarker>(now.on)) now.way = Way::carries;
  if (now.way == Way::draws) now.path.add(contact.at);
  out.push_back(Touched{contact.id, now.on, contact.at});
  meet(*entry, out);
}

void Gestures::move(LiveContact& entry, const Contact& contact, std::vector<Gesture>& out) {
  auto& [id, live] = entry;
  if (!is_number(contact.at)) return;
  live.at = contact.at;
  switch (live.way) {
    case Way::spent:
    case Way::pinched: return;
    case Way::seat: out.push_back(SeatTouch{contact, std::get<OnSeat>(live.on).seat}); return;
    case Way::pinches: move_pinch(id, live.at); return;
    case Way::carries: live.pace.add(live.at, now_s_); break;
    case Way::draws: live.path.add(live.at); break;
  }
  const float threshold = live.stage == Stage::loose ? 0 : threshold_mm(live.on, sizes_) * sizes_.pixels_per_mm;
  if (length(live.at - live.from) > threshold) live.stage = Stage::under_way;
  live.moved = live.stage == Stage::under_way;
}

void Gestures::tell(LiveContact& entry, std::vector<Gesture>& out) {
  auto& [id, live] = entry;
  if (!live.moved || live.way == Way::spent) return;
  live.moved = false;
  if (live.way == Way::carries) {
    out.push_back(Carried{id, live.on, live.from, live.at, !live.told});
  } else {
    out.push_back(Looping{id, live.path.points()});
  }
  live.told = true;
}

void Gestures::end(LiveContact& entry, const Contact& contact, std::vector<Gesture>& out) {
  auto& [id, live] = entry;
  // A finger may lift elsewhere than where it was last seen, and all of its way may lie in one frame.
  if (live.way != Way::seat && contact.at != live.at) move(entry, contact, out);
  switch (live.way) {
    case Way::spent: return;
    case Way::seat: {
      Contact last = contact;
      if (!is_number(last.at)) last.at = live.at;
      out.push_back(SeatTouch{last, std::get<OnSeat>(live.on).seat});
      return;
    }
    case Way::pinched: out.push_back(Released{id, live.on}); return;
    case Way::pinches:
      if (leave_pinch(id, out) == Alone::a_tap) {
        out.push_back(Tapped{id, live.on, live.at});
      } else {
        out.push_back(Released{id, live.on});
      }
      return;
    case Way::carries:
    case Way::draws: end_drag(entry, out);
  }
}

void Gestures::end_drag(LiveContact& entry, std::vector<Gesture>& out) {
  auto& [id, live] = entry;
  if (live.stage != Stage::under_way) {
    out.push_back(Tapped{id, live.on, live.at});
    return;
  }
  live.moved = live.moved || !live.told;
  tell(entry, out);
  if (live.way == Way::carries) {
    out.push_back(Dropped{id, live.on, live.from, live.at, live.pace.velocity(now_s_)});
  } else {
    out.push_back(Looped{id, std::move(live.path).points()});
  }
}

void Gestures::cancel(const LiveContact& entry, std::vector<Gesture>& out) {
  const auto& [id, live] = entry;
  switch (live.way) {
    case Way::spent: return;
    case Way::seat: out.push_back(SeatTouch{{id, ContactState::cancelled, live.at, 0}, std::get<OnSeat>(live.on).seat}); return;
    case Way::pinches: (void)leave_pinch(id, out); break;
    default: break;
  }
  out.push_back(Released{id, live.on});
}

void Gestures::make_room(std::vector<Gesture>& out) {
  if (live_.size() < max_live) return;
  const auto silent = std::min_element(
      live_.begin(), live_.end(), [](const LiveContact& a, const LiveContact& b) { return a.second.heard < b.second.heard; });
  cancel(*silent, out);
  live_.erase(silent);
}

}  // namespace greenline::input
