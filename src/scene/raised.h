// Leaves near a finger rise to reading size, clear of it, of each other and of a seat, and sink back when it has gone.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "scene/on_screen.h"
#include "scene/spring.h"
#include "scene/views.h"

namespace greenline::scene {

// The nearest such centre to `own`; nothing when there is none.
[[nodiscard]] std::optional<PixelPoint> raised_place(PixelPoint own, HalfSize, PixelPoint finger, float finger_radius,
                                                     std::span<const PixelRect> taken, const PixelRect& screen);

// All places are pixels of the wall, seen at no zoom.
class Raised {
 public:
  struct Leaf {  // one that can rise
    const CardView* view = nullptr;
    HalfSize reading;  // half its size when it has risen
  };

  void clear();  // as if there had been none; whoever is near rises anew
  void look_again() { stale_ = true; }
  [[nodiscard]] bool is_stale() const { return stale_; }
  [[nodiscard]] const std::optional<PixelPoint>& finger() const { return finger_; }
  // False when that changes nothing.
  bool point_at(std::optional<PixelPoint> finger);
  bool keep_clear_of(std::vector<PixelRect>);  // likewise
  [[nodiscard]] std::span<const PixelRect> kept_clear() const { return avoid_; }

  // Those near the finger rise, the first ones first, as far as there is room within `seen`; the others sink. `write` puts a
  // leaf's words on the card that rises.
  void choose(std::span<const Leaf>, const PixelRect& seen, float finger_radius,
              const std::function<void(CardView&, HalfSize reading)>& write);

  struct Below {  // the leaf of one that has risen
    PixelPoint centre;
    float half_width = 0;
  };
  // These, and no others, rise to these places and sizes; the others sink. `write` puts a card's words on it.
  struct Standing {
    const CardView* view = nullptr;
    PixelRect at;
  };
  void stand(std::span<const Standing>, const std::function<void(CardView&)>& write);

  // One step in time; true while some are on their way. `below` answers nothing when the leaf is gone or in a hand.
  bool ease(float seconds, const std::function<std::optional<Below>(const model::CardId&)>& below);

  [[nodiscard]] std::span<const RaisedCard> views() const { return views_; }
  [[nodiscard]] std::span<RaisedCard> to_redraw() { return views_; }  // the same, for words in another detail

 private:
  struct Ease {
    model::CardId id;
    PixelPoint at, velocity, rest;
    float size = 0, size_speed = 0, size_to = 1;
  };
  std::optional<PixelPoint> finger_;
  bool stale_ = false;
  std::vector<PixelRect> avoid_;
  std::vector<RaisedCard> views_;
  std::vector<Ease> eases_;  // beside them
};

}  // namespace greenline::scene
