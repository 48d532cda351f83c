// Moments in which everything that is ever written stands on a wall, each the same in every palette.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "interact/hand_on_wall.h"

namespace greenline::legible {

struct Situation {
  std::string name;
  std::string activity, phase;
  int cards = 0;
  float width = 1920, height = 1080;  // pixels
  std::string layout;                 // empty: the activity's own
  bool two_languages = false;
  std::function<void(app::OffscreenWall&, interact::HandOnWall&, station::Session&)> happens;
};
[[nodiscard]] const std::vector<Situation>& situations();

// A wall on which it has happened, at rest.
class Room {
 public:
  Room(const Situation&, const std::string& palette);
  [[nodiscard]] app::OffscreenWall& offscreen() { return *offscreen_; }
  [[nodiscard]] const content::Palette& palette() const { return resources_->palette; }

 private:
  std::unique_ptr<app::Resources> resources_;
  std::unique_ptr<station::Session> session_;
  std::unique_ptr<app::OffscreenWall> offscreen_;
};

}  // namespace greenline::legible
