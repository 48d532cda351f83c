// What this machine has for a room, beside its screens: where work is kept and how fast, the clock, the packs. Looking blocks
// for some tens of milliseconds (a disk, all packs), so it is done beside the loop.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/paths.h"

namespace greenline::app {

struct DiskFacts {
  std::filesystem::path folder;  // of convenings; empty: there is no home
  std::string trouble = {};      // why nothing can be kept there, in a few words; empty: it can
  std::uintmax_t free_bytes = 0;
  double write_ms = 0;  // until a few kilobytes are safe: the middle one of several times
};

struct ClockFacts {
  std::string now;          // "2026-11-30 22:14"
  bool kept_right = false;  // the kernel's clock is in step with others (NTP)
  bool is_behind = false;   // something was kept here at a later time
};

struct RoomFacts {
  DiskFacts disk;
  ClockFacts clock;
  std::vector<std::pair<std::string, std::string>> wrong_packs;  // which, and what is wrong first
};

inline constexpr std::uintmax_t little_disk_bytes = 500ULL << 20;
inline constexpr double slow_disk_ms = 100;  // a placed card is drawn as settling for as long

[[nodiscard]] DiskFacts look_at_disk(const std::optional<std::filesystem::path>& folder);
[[nodiscard]] ClockFacts look_at_clock(const std::filesystem::path& convenings);
[[nodiscard]] RoomFacts look_at_room(const Paths&, const std::vector<std::string>& keyboards);

}  // namespace greenline::app
