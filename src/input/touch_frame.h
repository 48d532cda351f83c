// What touches the glass at one instant, whatever reported it.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "model/space.h"

namespace greenline::input {

using ContactId = std::int64_t;  // unique while the program runs; the mouse is 0

enum class ContactState : std::uint8_t { began, moved, ended, cancelled };

struct Contact {
  ContactId id = 0;
  ContactState state = ContactState::moved;
  model::PixelPoint at;
  float width_mm = 0;  // of the touching patch; 0 when the device does not say
};

// Contacts in the order they were reported; one contact may be there several times (began, then moved).
struct TouchFrame {
  double time_s = 0;  // monotonic
  std::vector<Contact> contacts;
};

// Hands over what waits in `waiting`, and leaves it empty at the same time.
[[nodiscard]] inline TouchFrame taken(TouchFrame& waiting) {
  return std::exchange(waiting, TouchFrame{.time_s = waiting.time_s, .contacts = {}});
}

}  // namespace greenline::input
