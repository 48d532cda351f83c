// A hand on a wall without a window: touches it as a person would, frame by frame, and finds what it wants to touch by name.
#pragma once
#include <memory>
#include <string>

#include "app/kit.h"
#include "app/studio.h"

namespace greenline::app {

class HandOnWall {
 public:
  explicit HandOnWall(Studio& studio) : studio_(studio) {}

  void frames(int count) {
    for (int i = 0; i < count; ++i) studio_.frame(1.0F / 60);
  }
  void touch(input::ContactState state, model::PixelPoint at) {
    now_s_ += 1.0 / 60;
    studio_.wall().touch({now_s_, {{contact_, state, at, 0}}});
    frames(1);
  }
  void tap(model::PixelPoint at) {
    touch(input::ContactState::began, at);
    touch(input::ContactState::ended, at);
    ++contact_;
    frames(20);
  }
  void drag(model::PixelPoint from, model::PixelPoint to) {
    touch(input::ContactState::began, from);
    for (int i = 1; i <= 10; ++i) touch(input::ContactState::moved, from + (to - from) * (static_cast<float>(i) / 10));
    touch(input::ContactState::ended, to);
    ++contact_;
    frames(60);
  }
  // The seat that stands now; 0 when there is none.
  [[nodiscard]] int seat() {
    for (int id = 1; id < 100; ++id) {
      if (studio_.wall().seats().rect_of(id)) return id;
    }
    return 0;
  }
  // Touches a seat's control by its name. False when it has none such.
  bool tap_control(const std::string& name) {
    const auto rect = studio_.wall().seats().control(seat(), name);
    if (!rect) return false;
    tap(rect->centre());
    return true;
  }
  bool write(const std::string& letters) {
    for (const char letter : letters) {
      if (!tap_control(letter == ' ' ? std::string("space") : std::string(1, letter))) return false;
    }
    return true;
  }

 private:
  Studio& studio_;
  input::ContactId contact_ = 1;
  double now_s_ = 0;
};

}  // namespace greenline::app
