// A hand on a small wall: regions of the glass that are a card, a thread and so on, and what its touches were taken for.
#pragma once
#include <gtest/gtest.h>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "input/gestures.h"

namespace greenline::test {

using namespace greenline::input;
using model::PixelPoint;

// One millimetre is four pixels here.
inline constexpr HandSizes sizes{.pixels_per_mm = 4, .drag_threshold_mm = 6, .loop_threshold_mm = 3};
inline constexpr float drag_px = 24, loop_px = 12;

inline model::CardId a_card() { return {model::uuid_v7(1, 1, 1)}; }

// Bands of 100 pixels from the left: ground, card, marker, thread, gathering, seat 3, and ground again.
inline constexpr PixelPoint ground{50, 500}, card{150, 500}, marker{250, 500}, thread{350, 500}, gathering{450, 500},
    seat{550, 500};
inline Target what_lies_at(PixelPoint p) {
  if (p.x >= 100 && p.x < 200) return OnCard{a_card()};
  if (p.x >= 200 && p.x < 300) return OnMarker{};
  if (p.x >= 300 && p.x < 400) return OnThread{};
  if (p.x >= 400 && p.x < 500) return OnGathering{};
  if (p.x >= 500 && p.x < 600) return OnSeat{3};
  return OnGround{};
}

struct Hand {
  Gestures gestures{sizes};
  int hits = 0;  // how often the wall was asked what lies there
  double time_s = 0;

  std::vector<Gesture> frame(std::vector<Contact> contacts) {
    std::vector<Gesture> seen;
    time_s += 1.0 / 120;
    gestures.recognise(
        {time_s, std::move(contacts)},
        [this](PixelPoint p) {
          ++hits;
          return what_lies_at(p);
        },
        seen);
    return seen;
  }
  // Time goes by with nothing reported.
  std::vector<Gesture> rest(float seconds) {
    std::vector<Gesture> seen;
    time_s += static_cast<double>(seconds);
    gestures.pass(seconds, seen);
    return seen;
  }
  std::vector<Gesture> began(PixelPoint at, ContactId id = 1) { return frame({{id, ContactState::began, at, 9}}); }
  std::vector<Gesture> moved(PixelPoint at, ContactId id = 1) { return frame({{id, ContactState::moved, at, 9}}); }
  std::vector<Gesture> ended(PixelPoint at, ContactId id = 1) { return frame({{id, ContactState::ended, at, 9}}); }
  std::vector<Gesture> cancelled(PixelPoint at, ContactId id = 1) { return frame({{id, ContactState::cancelled, at, 9}}); }
};

inline std::string name_of(const Gesture& gesture) {
  static constexpr const char* names[] = {"touched",  "tapped", "carried",  "dropped",  "looping", "looped",
                                          "released", "seat",   "loosened", "together", "pinched", "pinch ended"};
  return names[gesture.index()];
}
// Whose story it belongs to; none of what two fingers do together.
inline std::optional<ContactId> contact_of(const Gesture& gesture) {
  return std::visit(
      [](const auto& g) -> std::optional<ContactId> {
        if constexpr (requires { g.second; }) {
          return std::nullopt;
        } else if constexpr (requires { g.seat; }) {
          return g.contact.id;
        } else {
          return g.contact;
        }
      },
      gesture);
}
// "touched carried dropped": what was seen, in order.
inline std::string story_of(std::span<const Gesture> gestures) {
  std::string story;
  for (const Gesture& gesture : gestures) story += (story.empty() ? "" : " ") + name_of(gesture);
  return story;
}
template <class Kind>
const Kind& last_of(const std::vector<Gesture>& gestures) {
  return std::get<Kind>(gestures.back());
}

}  // namespace greenline::test
