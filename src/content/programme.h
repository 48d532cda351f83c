// A programme: the days of a convening, session by session, as data; and what becomes of a day when a session runs over.
//
// Times are minutes since midnight. A session with a fixed start (lunch, a bus) never moves; what lies before it makes room.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "content/load.h"
#include "content/local_text.h"

namespace greenline::content {

struct Session {
  std::string activity;                 // its id; empty: a break, a meal, a walk
  std::string from_phase, until_phase;  // of the activity; empty: from its first, to its last
  LocalText title;                      // of what is no activity, and where the activity's own will not do
  int starts_min = 0;
  int minutes = 0;
  bool fixed = false;     // its start never moves
  bool optional = false;  // may be dropped when time is short
};

struct Day {
  LocalText title;
  std::vector<Session> sessions;  // in order; none begins before the one before it has ended
};

struct Programme {
  std::string id;
  LocalText title;
  std::vector<Day> days;
};

// The minutes of an activity's phases from one to the other; nothing where it has no such phases in that order.
[[nodiscard]] std::optional<int> minutes_of(const Activity&, std::string_view from_phase, std::string_view until_phase);

// A session without "minutes" lasts as long as its activity's phases; one without "starts" begins when the one before it ends.
// Activities are looked up in `content_folder`. Never throws, whatever the bytes.
[[nodiscard]] tl::expected<Programme, Diagnostics> parse_programme(std::string_view text, const std::string& file,
                                                                   const std::filesystem::path& content_folder);
// By its id among the built-in ones, or by its path.
[[nodiscard]] tl::expected<Programme, Diagnostics> load_programme(const std::string& name,
                                                                  const std::filesystem::path& content_folder);

// How the rest of a day gives way.
enum class GivingWay {
  shift,   // all that is not fixed begins later
  shrink,  // what lies before the next fixed time becomes shorter, each by the same share
  drop,    // optional sessions before it are left out, the last first; then as shift
};
inline constexpr int shortest_session_min = 5;  // nothing is shrunk further

struct Replanned {
  std::vector<Session> sessions;  // those that are left, with their new times
  int over_min = 0;               // by which the last before a fixed time runs into it all the same; 0: it fits
};
// The day as it will be when its session number `running` (from 0) ends at `ends_min`.
[[nodiscard]] Replanned replanned(const Day&, std::size_t running, int ends_min, GivingWay);

// "9:05".
[[nodiscard]] std::string clock_text(int minutes_since_midnight);

}  // namespace greenline::content
