// greenline doctor --room: the room check without a convening, in a window on every screen that has a role, before people come.
#pragma once
#include <string>

namespace greenline::cli {

struct RoomOptions {
  bool asked_for = false;
  std::string language;          // of host and room; empty: the one that the machine speaks, where Greenline does
  std::string palette = "dusk";  // of the check itself
};

// 0 when nothing needs doing, 1 when something does. Without a display it tells what can be told.
[[nodiscard]] int doctor_room(const RoomOptions&);

}  // namespace greenline::cli
