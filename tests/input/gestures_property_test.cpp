// Whatever a device reports, every contact's story is whole.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "input/hand.h"
#include "model/property.h"

namespace greenline::test {
namespace {

using State = ContactState;

rc::Gen<float> any_coordinate() {
  return rc::gen::weightedOneOf<float>(
      {{12, rc::gen::map(rc::gen::inRange(0, 700), [](int x) { return static_cast<float>(x); })},
       {1, rc::gen::element(std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
                            -std::numeric_limits<float>::infinity(), std::numeric_limits<float>::max(),
                            std::numeric_limits<float>::lowest(), -0.0F)}});
}

// Four contacts that begin, move, end and are cancelled with no regard for order.
rc::Gen<Contact> any_contact() {
  return rc::gen::apply(
      [](ContactId id, State state, float x, float y) {
        return Contact{id, state, {x, y}, 9};
      },
      rc::gen::inRange<ContactId>(0, 4),
      rc::gen::weightedElement<State>({{3, State::began}, {6, State::moved}, {2, State::ended}, {1, State::cancelled}}),
      any_coordinate(), any_coordinate());
}
rc::Gen<std::vector<std::vector<Contact>>> any_storm() {
  using Frame = std::vector<Contact>;
  return rc::gen::scale(0.3, rc::gen::container<std::vector<Frame>>(rc::gen::container<Frame>(any_contact())));
}

// What may follow what, of one contact. The state is the name of its last gesture; "" between two touches.
bool may_follow(const std::string& before, const Gesture& now) {
  const std::string name = name_of(now);
  if (const auto* seat_touch = std::get_if<SeatTouch>(&now)) {
    return (before.empty()) == (seat_touch->contact.state == State::began) && (before.empty() || before == "seat");
  }
  if (name == "touched") return before.empty();
  if (name == "tapped") return before == "touched";
  if (const auto* carried = std::get_if<Carried>(&now)) return before == (carried->first ? "touched" : "carried");
  if (name == "dropped") return before == "carried";
  if (name == "looping") return before == "touched" || before == "looping";
  if (name == "looped") return before == "looping";
  return name == "released" && (before == "touched" || before == "carried" || before == "looping");
}

bool is_last(const Gesture& gesture) {
  if (const auto* seat_touch = std::get_if<SeatTouch>(&gesture)) {
    return seat_touch->contact.state == State::ended || seat_touch->contact.state == State::cancelled;
  }
  const std::string name = name_of(gesture);
  return name == "tapped" || name == "dropped" || name == "looped" || name == "released";
}

bool is_sound(PixelPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }
struct Sound {
  bool operator()(const Touched& g) const { return is_sound(g.at); }
  bool operator()(const Tapped& g) const { return is_sound(g.at); }
  bool operator()(const Carried& g) const { return is_sound(g.from) && is_sound(g.at); }
  bool operator()(const Dropped& g) const { return is_sound(g.from) && is_sound(g.at); }
  bool operator()(const Looping& g) const { return !g.path.empty() && std::all_of(g.path.begin(), g.path.end(), is_sound); }
  bool operator()(const Looped& g) const { return !g.path.empty() && std::all_of(g.path.begin(), g.path.end(), is_sound); }
  bool operator()(const Released&) const { return true; }
  bool operator()(const SeatTouch& g) const { return is_sound(g.contact.at); }
  bool operator()(const Loosened& g) const { return is_sound(g.at); }
  bool operator()(const Together& g) const { return is_sound(g.at); }
  bool operator()(const Pinched& g) const {
    return is_sound(g.from) && is_sound(g.to) && std::isfinite(g.factor) && g.factor > 0;
  }
  bool operator()(const PinchEnded& g) const { return is_sound(g.velocity); }
};

// Two fingers do something together only while both are down.
bool are_down(const auto& gesture, const std::map<ContactId, std::string>& before) {
  if constexpr (requires { gesture.second; }) {
    const auto down = [&](ContactId contact) { return before.contains(contact) && !before.at(contact).empty(); };
    return gesture.first != gesture.second && down(gesture.first) && down(gesture.second);
  }
  return true;
}

TEST(Gestures, TellAWholeStoryOfEachContactWhateverADeviceReports) {
  holds_always([] {
    Hand hand;
    std::map<ContactId, std::string> before;
    for (const auto& contacts : *any_storm()) {
      for (const Gesture& gesture : hand.frame(contacts)) {
        RC_ASSERT(std::visit(Sound{}, gesture));
        const auto contact = contact_of(gesture);
        if (!contact) {
          RC_ASSERT(std::visit([&](const auto& g) { return are_down(g, before); }, gesture));
          continue;
        }
        std::string& last = before[*contact];
        RC_ASSERT(may_follow(last, gesture));
        last = is_last(gesture) ? "" : name_of(gesture);
      }
      const auto under_way = std::count_if(before.begin(), before.end(), [](const auto& b) { return !b.second.empty(); });
      RC_ASSERT(hand.gestures.live() == static_cast<std::size_t>(under_way));
    }
  });
}

TEST(Gestures, LeaveNoGhostOnceEveryContactHasLifted) {
  holds_always([] {
    Hand hand;
    for (const auto& contacts : *any_storm()) hand.frame(contacts);
    for (ContactId id = 0; id < 4; ++id) hand.ended(card, id);
    RC_ASSERT(hand.gestures.live() == 0U);
  });
}

TEST(Gestures, NeverCarryWhatStayedWithinTheThreshold) {
  holds_always([](const std::vector<std::pair<float, float>>& wander) {
    Hand hand;
    hand.began(card);
    for (const auto& [angle, reach] : wander) {
      const float within = std::fmod(std::abs(reach), 1.0F) * drag_px * 0.999F;
      RC_ASSERT(hand.moved(card + PixelPoint{std::cos(angle), std::sin(angle)} * within).empty());
    }
    RC_ASSERT(story_of(hand.ended(card)) == "tapped");
  });
}

TEST(Gestures, MeanTheSameHoweverReportsFallIntoFrames) {
  holds_always([] {
    const auto contacts = *rc::gen::container<std::vector<Contact>>(any_contact());
    const auto ends_of = [](const std::vector<Gesture>& gestures) {
      std::vector<std::pair<ContactId, std::string>> ends;
      for (const Gesture& gesture : gestures) {
        if (is_last(gesture)) ends.emplace_back(contact_of(gesture).value_or(-1), name_of(gesture));
      }
      return ends;
    };
    Hand at_once, one_by_one;
    const auto together = at_once.frame(contacts);
    std::vector<Gesture> apart;
    for (const Contact& contact : contacts) {
      for (Gesture& gesture : one_by_one.frame({contact})) apart.push_back(std::move(gesture));
    }
    RC_ASSERT(ends_of(together) == ends_of(apart));
  });
}

TEST(Gestures, BoundWhatADeviceThatNeverLiftsCanCost) {
  Hand hand;
  for (ContactId id = 0; id < 10'000; ++id) hand.began(ground, id);
  EXPECT_EQ(hand.gestures.live(), Gestures::max_live);
}

}  // namespace
}  // namespace greenline::test
