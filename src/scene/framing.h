// When the wall draws back from seats, and where to: on a small screen they take so much of its height that what was opened for
// lies under them. Then it stands in the ground that they leave (Scene::stand_in), and comes back when they have gone.
#pragma once
#include <span>

#include "model/space.h"

namespace greenline::scene {

using model::Camera;
using model::PixelPoint;
using model::PixelRect;

// The largest rectangle of the screen that touches none of these, rather one that goes all along the screen's longer side than
// a slightly larger one beside things; of several the highest, of those the one furthest left. Empty where they leave none.
// Pixels. O(things^5), of which there are few.
[[nodiscard]] PixelRect ground_left(float width, float height, std::span<const PixelRect> things);

class Framing {
 public:
  // What stands on the screen now; where the wall is to stand, pixels, empty for all of the screen. It gives way where seats
  // lie over words that must be seen. On a small screen, of which each seat takes more than a third of the height: to
  // every seat (not to one that is tucked away or a few words that wait), until the last has gone. On others where they take
  // more than a seventh of the screen and work lies hidden, or more than half of it, until they take less than a tenth. Where
  // they leave next to nothing, it stays.
  struct Asked {
    float width = 0, height = 0;
    std::span<const PixelRect> seats;
    std::span<const PixelRect> must_be_seen = {};
    bool hides_work = false;  // something people made lies under seats
    bool small_screen = false;
    bool stands_beside = false;  // something is among them that the wall is never under
  };
  [[nodiscard]] PixelRect make_room(const Asked&);

 private:
  bool framed_ = false;
};

}  // namespace greenline::scene
