// What two fingers mean together: a pinch on the ground, or two hands on one card.
#include <algorithm>

#include "input/gestures.h"

namespace greenline::input {
namespace {

constexpr float least_span_mm = 15;  // of a pinch

}  // namespace

// Another finger that means the same thing as this one, which has just come.
void Gestures::meet(LiveContact& entry, std::vector<Gesture>& out) {
  auto& [id, live] = entry;
  for (auto& [other_id, other] : live_) {
    if (other_id == id) continue;
    const auto* card = std::get_if<OnCard>(&live.on);
    const auto* others_card = std::get_if<OnCard>(&other.on);
    if (card != nullptr && others_card != nullptr && card->card == others_card->card && other.way == Way::carries) {
      out.push_back(Together{other_id, id, card->card, live.at});
      return;
    }
    const bool both_on_ground = std::holds_alternative<OnGround>(live.on) && std::holds_alternative<OnGround>(other.on);
    if (!both_on_ground || other.way != Way::draws || other.stage != Stage::resting) continue;
    const bool near = length(other.at - live.at) <= sizes_.pinch_mm * sizes_.pixels_per_mm;
    if (!near || now_s_ - other.began_s > sizes_.pinch_s) continue;
    live.way = other.way = Way::pinches;
    pinches_.emplace_back(Pinch::Finger{other_id, other.at}, Pinch::Finger{id, live.at}, least_span_mm * sizes_.pixels_per_mm);
    return;
  }
}

void Gestures::move_pinch(ContactId contact, model::PixelPoint to) {
  const auto pinch = std::ranges::find_if(pinches_, [contact](const Pinch& p) { return p.has(contact); });
  pinch->move(contact, to, now_s_);
  pinch->begin_beyond(sizes_.loop_threshold_mm * sizes_.pixels_per_mm);
}

void Gestures::tell(Pinch& pinch, std::vector<Gesture>& out) {
  if (const auto moved = pinch.take())
    out.push_back(Pinched{pinch.first(), pinch.second(), moved->from, moved->to, moved->factor});
}

Gestures::Alone Gestures::leave_pinch(ContactId contact, std::vector<Gesture>& out) {
  const auto pinch = std::ranges::find_if(pinches_, [contact](const Pinch& p) { return p.has(contact); });
  const ContactId other_id = pinch->other(contact);
  Live& other = live_.at(other_id);
  const bool one_hand = pinch->span() <= sizes_.one_hand_mm * sizes_.pixels_per_mm;
  const bool under_way = pinch->under_way();
  if (under_way) {
    tell(*pinch, out);
    out.push_back(PinchEnded{contact, other_id, pinch->velocity(now_s_)});
  }
  pinches_.erase(pinch);
  other.way = under_way || one_hand ? Way::pinched : Way::draws;
  return under_way ? Alone::nothing : Alone::a_tap;
}

}  // namespace greenline::input
