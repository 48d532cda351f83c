// The backdrop without OpenGL: backdrop.h says what it is, and what is painted when.
#pragma once
#include <span>
#include <vector>

#include "render/backdrop_list.h"
#include "render/backing.h"
#include "render/by_hand.h"
#include "render/own_picture.h"

namespace greenline::render {

class HandBackdrop {
 public:
  // False when there is no memory for pictures of this size.
  [[nodiscard]] bool resize(int width, int height);
  void follow(const scene::Backdrop& backdrop) { membranes_.follow(backdrop); }  // first, whatever is drawn then
  // As BackdropPainter's. `ByHand` has the fields.
  void paint(ByHand&, DrawList&, const Ink&, const BackdropSeen&, bool softly);
  void forget() { whole_of_ = 0; }
  std::span<const PixelRect> breathe(ByHand&, DrawList&, const Ink&, const BackdropSeen&);

  [[nodiscard]] const PixelMemory& picture() const { return picture_.memory(); }
  [[nodiscard]] std::span<const Membranes::Field> fields() const { return membranes_.fields(); }

 private:
  void paint_still(ByHand&, DrawList&, const Ink&, const BackdropSeen&, const PixelMemory& onto);
  void scale_still(ByHand&, DrawList&, const Ink&, const BackdropSeen&);
  void paint_in(ByHand&, DrawList&, const Ink&, const BackdropSeen&, std::span<const PixelRect>);

  void ground(const PixelMemory& onto, const Ink&, const BackdropSeen&);

  Membranes membranes_;
  Backing backing_;
  OwnPicture picture_;
  OwnPicture still_;            // all but the edges and labels
  OwnPicture whole_;            // the same of the whole wall; made when somebody first zooms softly
  std::uint64_t whole_of_ = 0;  // the backdrop's generation; 0: of none
  std::vector<PixelRect> rects_;
};

}  // namespace greenline::render
