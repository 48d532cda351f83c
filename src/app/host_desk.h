// What all consoles of the program share beside the convening: what a kiosk asks of the host, the glass that is cleaned, and
// how consoles are called. None of it is kept, on a wall, or in a harvest.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "station/session.h"

namespace greenline::app {

// What people at a kiosk ask for, without a word of their own.
enum class CallFor : std::uint8_t { broken, question, more_time, somebody };
inline constexpr std::array all_calls{CallFor::question, CallFor::more_time, CallFor::broken, CallFor::somebody};
[[nodiscard]] std::string_view name_of(CallFor);
[[nodiscard]] std::optional<CallFor> call_named(std::string_view);

// One message of a kiosk, however often somebody asks: what else is asked while it is open is added to it. Times are monotonic,
// seconds. Pure.
class Call {
 public:
  static constexpr double quiet_s = 30;  // after one that is done nothing is heard for so long

  enum class State : std::uint8_t { none, asked, coming };
  // True when it is news for the host.
  bool ask(CallFor, double now_s);
  bool come();              // false: nobody asks, or somebody comes already
  bool done(double now_s);  // false: nobody asks
  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] const std::set<CallFor>& what() const { return what_; }
  [[nodiscard]] bool may_ask(double now_s) const { return state_ != State::none || now_s >= quiet_until_s_; }

 private:
  State state_ = State::none;
  std::set<CallFor> what_;
  double quiet_until_s_ = 0;
};

// For a minute nothing that touches the glass is a touch.
class Cleaning {
 public:
  static constexpr double lasts_s = 60;
  void begin(double now_s) { until_s_ = now_s + lasts_s; }
  void end() { until_s_ = 0; }
  // Whole seconds, the last as 1; nothing: nobody cleans.
  [[nodiscard]] std::optional<int> left_s(double now_s) const;

 private:
  double until_s_ = 0;
};

struct HostDesk {
  std::uint32_t consoles = 0;                        // windows of their own; the one on the touched wall comes after them
  std::function<void(const std::string&)> log = {};  // may be empty
  std::function<std::string()> time_of_day = {};     // "14:05"; may be empty
  Call call = {};
  std::string called_at = {};  // "14:05"; empty: nobody knows
  Cleaning cleaning = {};
  std::uint64_t changes = 0;  // so often there was something new to say

  // People at the touched wall ask.
  void ask(CallFor, double now_s);
  // A key of a console's; false where it is none of these.
  bool press(const std::string& key, double now_s);
  [[nodiscard]] std::uint32_t number_on_wall() const { return consoles + 1; }
  // Which console of this station has the chair; nothing: none of these.
  [[nodiscard]] std::optional<std::uint32_t> console_in(const station::Session&) const;
  // When there are several consoles the first has the chair until another takes it; so it is after a restart with one that was
  // taken then. Nothing happens where there is one.
  void seat_the_host(station::Session&, bool on_wall_too) const;
};

}  // namespace greenline::app
