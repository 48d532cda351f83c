// Which contacts are no fingers.
#include "input/palms.h"

#include <algorithm>

namespace greenline::input {

TouchFrame Palms::without_palms(const TouchFrame& frame) {
  TouchFrame out{frame.time_s, {}};
  out.contacts.reserve(frame.contacts.size());
  for (const Contact& contact : frame.contacts) {
    if (contact.state == ContactState::began) {
      begin(contact, frame.time_s, out);
      continue;
    }
    const auto found = live_.find(contact.id);
    if (found == live_.end()) continue;
    Live& live = found->second;
    live.at = contact.at;
    const bool lifts = contact.state != ContactState::moved;
    // A patch grows as a hand comes down, and for a moment as it leaves: only what stays down is judged again.
    if (!live.palm && !lifts && contact.width_mm >= sizes_.palm_mm) refuse(contact.id, live, out);
    if (!live.palm) out.contacts.push_back(contact);
    if (lifts) live_.erase(found);
  }
  return out;
}

void Palms::begin(const Contact& contact, double now_s, TouchFrame& out) {
  if (live_.size() >= max_live) {
    const auto oldest = std::min_element(live_.begin(), live_.end(),
                                         [](const auto& a, const auto& b) { return a.second.order < b.second.order; });
    if (!oldest->second.palm) out.contacts.push_back({oldest->first, ContactState::cancelled, oldest->second.at, 0});
    live_.erase(oldest);
  }
  const Live fresh{contact.at, contact.at, now_s, contact.width_mm >= sizes_.palm_mm, begun_++};
  live_.insert_or_assign(contact.id, fresh);
  if (fresh.palm) return;
  out.contacts.push_back(contact);
  look_for_a_flat_hand(fresh, out);
}

bool Palms::still(const Live& live) const { return length(live.at - live.from) <= sizes_.still_mm * sizes_.pixels_per_mm; }

void Palms::look_for_a_flat_hand(const Live& newest, TouchFrame& out) {
  const float reach = sizes_.hand_mm * sizes_.pixels_per_mm;
  const auto of_the_hand = [&](const Live& one) {
    return newest.began_s - one.began_s <= sizes_.together_s && length(one.at - newest.at) <= reach && still(one);
  };
  const auto patches = std::count_if(live_.begin(), live_.end(), [&](const auto& one) { return of_the_hand(one.second); });
  if (static_cast<std::size_t>(patches) < sizes_.flat_hand) return;
  for (auto& [id, one] : live_)
    if (of_the_hand(one) && !one.palm) refuse(id, one, out);
}

void Palms::refuse(ContactId id, Live& live, TouchFrame& out) {
  live.palm = true;
  out.contacts.push_back({id, ContactState::cancelled, live.at, 0});
}

}  // namespace greenline::input
