// What `greenline run` was asked for.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"
#include "platform/window.h"

namespace greenline::cli {

struct RunOptions {
  WallOptions wall;
  std::string convening;  // file
  bool in_memory = false;
  bool plainly = false;               // without a graphics card and a tracker
  std::string monitor;                // for hands; empty: the one that it had
  std::vector<std::string> walls;     // monitors of those that only show; empty ones as above
  std::vector<std::string> consoles;  // monitors of the host's
  std::string programme;              // whose day is followed; empty: none
  int day = 1;                        // of it, from 1
  std::string present = "automatic";
  std::string other_activity;   // empty: say it and go on with its own
  bool activity_named = false;  // --activity was given
  bool palette_named = false;   // --palette was given: it holds whatever was read in the room check
  std::string carry;            // an earlier harvest whose sentences lie there when it begins
  std::uint64_t seed = 0;       // that they are shuffled by
  std::string tuio, record_touches, play_touches, frame_log;
  std::vector<std::string> packs_from;  // folders that are watched for packs
  std::vector<std::string> sticks;      // folders in which sticks are mounted; empty: where the system does it
};

// Of windows of a kind ("wall"), counted from 0: "wall", "wall 2". The same at each start.
[[nodiscard]] std::string role_name(const std::string& kind, std::size_t number);
[[nodiscard]] platform::Present present_from_text(const std::string&);

}  // namespace greenline::cli
