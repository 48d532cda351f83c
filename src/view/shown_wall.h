// A wall that only shows, made to be read from the back of the room: no hands, no seats, no controls. It keeps clear of its
// glass's edges, which projectors cut; what the host holds is not there; what the host speaks of stands large, and in a phase
// for looking it goes through all of it by itself. While it is frozen it shows what it showed.
#pragma once
#include "view/spoken.h"
#include "view/view.h"

namespace greenline::view {

class ShownWall {
 public:
  static constexpr float safe_edge = 0.05F;  // of the glass's width and height, on each side (SMPTE ST 2046-1: 5 % for titles)

  // All must outlive it. `resize` comes before all else.
  ShownWall(station::Session&, text::Engine&, const content::Strings&);

  // The setting's size is the glass's. While it is frozen it is dark from then on: what it showed is no more.
  void resize(const WallSetting&);
  // Takes in what happened; true when a frame is wanted.
  bool follow();
  // Eases everything on. True while another frame is wanted.
  bool advance(float seconds);
  // The longest to sleep before it is another though nothing happens.
  [[nodiscard]] double idle_s() const;
  void breathe(double breath_s) { view_.breathe(breath_s); }
  [[nodiscard]] View::Light light() const;

  [[nodiscard]] scene::Scene& scene() { return view_.scene(); }
  [[nodiscard]] const WallSetting& setting() const { return view_.setting(); }

 private:
  [[nodiscard]] bool is_frozen() const { return session_.convening().frozen.value; }

  const station::Session& session_;
  View view_;
  bool frozen_ = false;  // as it was when it last looked
  bool rested_ = false;  // meanwhile, by the host's wish
  bool lost_ = false;    // what it froze is no more: it is dark
  View::Light frozen_light_;
  Speaking speaking_;
};

}  // namespace greenline::view
