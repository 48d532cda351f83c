// Keys that act on the whole room: one press is one step, whoever of the hosts pressed it where.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/actor.h"

namespace greenline::interact {

// What a host does with one press, whether a clicker's, a pedal's or a thumb's on a console.
enum class HostKey : std::uint8_t {
  next_phase,
  previous_phase,
  blank,
  hold,
  reveal,
  more_time,
  pause,       // touch, or let hands touch again
  freeze,      // what walls show, or let them go on
  show_whole,  // on the walls
  read_next,
  read_before,
  undo
};
inline constexpr std::array all_host_keys{HostKey::next_phase, HostKey::previous_phase, HostKey::blank,       HostKey::hold,
                                          HostKey::reveal,     HostKey::more_time,      HostKey::pause,       HostKey::freeze,
                                          HostKey::show_whole, HostKey::read_next,      HostKey::read_before, HostKey::undo};

// What it is called on a console and in the file of keys.
constexpr std::string_view name_of(HostKey key) {
  switch (key) {
    case HostKey::next_phase: return "next";
    case HostKey::previous_phase: return "back";
    case HostKey::blank: return "rest";
    case HostKey::hold: return "hold";
    case HostKey::reveal: return "reveal";
    case HostKey::more_time: return "time";
    case HostKey::pause: return "pause";
    case HostKey::freeze: return "freeze";
    case HostKey::show_whole: return "whole";
    case HostKey::read_next: return "read_next";
    case HostKey::read_before: return "read_before";
    case HostKey::undo: return "undo";
  }
  return {};
}
[[nodiscard]] constexpr std::optional<HostKey> host_key_called(std::string_view name) {
  for (const HostKey key : all_host_keys)
    if (name_of(key) == name) return key;
  return std::nullopt;
}

// On a keyboard, a clicker or a console.
struct HostPress {
  HostKey key = HostKey::next_phase;
  double time_s = 0;      // when it went down, by the one monotonic clock of all windows
  bool repeated = false;  // the window system says that the key has been down all the time
  model::Actor by = model::the_host;
  model::EventId visit = {};  // to the phase that it was pressed in; empty: whichever it is
};

// A clicker that is held, whose button bounces, or that a nervous thumb presses twice, means one step, and so do a clicker and
// a thumb on the console that mean the same at the same moment. Pure.
class OneStepAPress {
 public:
  static constexpr double quiet_s = 0.7;  // what lies nearer to another is the same press

  // Whether this is a new press. Those of several windows need not come in the order of their times.
  [[nodiscard]] bool counts(const HostPress& press) {
    const bool fresh = counts(name_of(press.key), press.time_s);
    return fresh && !press.repeated;
  }
  // The same for what has a key on a console alone, by the name that it has there.
  [[nodiscard]] bool counts(std::string_view name, double time_s) {
    const auto [last, first] = last_s_.try_emplace(std::string(name), time_s);
    const bool fresh = first || std::abs(time_s - last->second) >= quiet_s;
    last->second = std::max(last->second, time_s);
    return fresh;
  }

 private:
  std::map<std::string, double> last_s_;  // by the key's name
};

}  // namespace greenline::interact
