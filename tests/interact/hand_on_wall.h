// A hand on a wall without a window: touches it as a person would, frame by frame, and finds what it wants to touch by name.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/offscreen_wall.h"
#include "app/resources.h"

namespace greenline::interact {

class HandOnWall {
 public:
  explicit HandOnWall(app::OffscreenWall& offscreen) : offscreen_(offscreen) {}

  // What stands at their end is drawn; what passes between, and each step of a finger, is not. Whoever looks at the pixels of
  // seats, which tell what changed since the last frame, has each one drawn.
  void frames(int count) {
    pass(count - 1);
    offscreen_.frame(1.0F / 60);
  }
  void drawn_frames(int count) {
    for (int i = 0; i < count; ++i) offscreen_.frame(1.0F / 60);
  }
  void touch(input::ContactState state, model::PixelPoint at) {
    now_s_ += 1.0 / 60;
    offscreen_.wall().touch({now_s_, {{contact_, state, at, 0}}});
    pass(1);
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
    now_s_ += 0.1;  // put down, not thrown
    touch(input::ContactState::ended, to);
    ++contact_;
    frames(60);
  }
  // A finger that stays down there; `let_go` lifts it. Others may touch meanwhile.
  input::ContactId carry(model::PixelPoint from, model::PixelPoint to) {
    const input::ContactId finger = contact_;
    constexpr int steps = 40;
    touch(input::ContactState::began, from);
    for (int i = 1; i <= steps; ++i) touch(input::ContactState::moved, from + (to - from) * (static_cast<float>(i) / steps));
    contact_ = finger + 1;
    return finger;
  }
  void let_go(input::ContactId finger, model::PixelPoint at) {
    const input::ContactId next = std::exchange(contact_, finger);
    now_s_ += 0.1;
    touch(input::ContactState::ended, at);
    contact_ = next;
    frames(60);
  }
  // Let go of while it moves at this speed (pixels a second).
  void flick(model::PixelPoint from, model::PixelPoint velocity) {
    touch(input::ContactState::began, from);
    model::PixelPoint at = from;
    for (int i = 0; i < 6; ++i) touch(input::ContactState::moved, at = at + velocity * (1.0F / 60));
    touch(input::ContactState::ended, at);
    ++contact_;
    frames(60);
  }
  // Two fingers, told of for one frame.
  void touch_two(input::ContactState state, model::PixelPoint a, model::PixelPoint b) {
    now_s_ += 1.0 / 60;
    offscreen_.wall().touch({now_s_, {{contact_, state, a, 0}, {contact_ + 1, state, b, 0}}});
    pass(1);
    if (state == input::ContactState::ended) contact_ += 2;
  }
  // Several fingers at once, each from its first place to its second; down and up together.
  void together(const std::vector<std::pair<model::PixelPoint, model::PixelPoint>>& ways, bool lift = true) {
    const auto report = [&](input::ContactState state, float part) {
      now_s_ += 1.0 / 60;
      input::TouchFrame frame{now_s_, {}};
      for (std::size_t i = 0; i < ways.size(); ++i) {
        const auto& [from, to] = ways[i];
        frame.contacts.push_back({contact_ + static_cast<input::ContactId>(i), state, from + (to - from) * part, 0});
      }
      offscreen_.wall().touch(frame);
      pass(1);
    };
    report(input::ContactState::began, 0);
    for (int i = 1; i <= 10; ++i) report(input::ContactState::moved, static_cast<float>(i) / 10);
    now_s_ += 0.1;
    if (lift) report(input::ContactState::ended, 1);
    contact_ += static_cast<input::ContactId>(ways.size());
    frames(60);
  }
  // The seat that stands now; 0 when there is none.
  [[nodiscard]] int seat() {
    for (int id = 1; id < 100; ++id) {
      if (offscreen_.wall().seats().rect_of(id)) return id;
    }
    return 0;
  }
  // Touches a seat's control by its name. False when it has none such.
  bool tap_control(const std::string& name) {
    const auto rect = offscreen_.wall().seats().control(seat(), name);
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
  void pass(int count) {
    for (int i = 0; i < count; ++i) (void)offscreen_.wall().advance(1.0F / 60);
  }

  app::OffscreenWall& offscreen_;
  input::ContactId contact_ = 1;
  double now_s_ = 0;
};

}  // namespace greenline::interact
