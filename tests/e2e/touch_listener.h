// A plain window over the whole screen that hears every touch: what X delivers, without the program.
#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "input/touch_frame.h"

namespace greenline::desk {

class TouchListener {
 public:
  explicit TouchListener(const std::string& display);  // throws std::runtime_error; hears what comes after it returned
  ~TouchListener();
  TouchListener(const TouchListener&) = delete;
  TouchListener& operator=(const TouchListener&) = delete;

  // What came since the last call, until nothing came for `quiet`.
  [[nodiscard]] std::vector<input::Contact> heard(std::chrono::milliseconds quiet = std::chrono::milliseconds(500));
  // Devices that X said were switched off, since the window stands.
  [[nodiscard]] int devices_lost() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::desk
