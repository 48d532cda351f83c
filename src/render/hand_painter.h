// Draws whole frames without OpenGL, into memory of whoever shows them. See renderer.h.
//
// Kept are the backdrop and what lies under all that moves: the backdrop, all that rests, and the dusk. A frame repairs of both
// what is no longer right, and draws what moves, seats and notices over it where it is shown.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "render/backdrop_shown.h"
#include "render/by_hand.h"
#include "render/drawn.h"
#include "render/hand_backdrop.h"
#include "render/over.h"
#include "render/overlays.h"
#include "render/own_picture.h"
#include "render/renderer.h"

namespace greenline::render {

class HandPainter {
 public:
  void set_palette(const content::Palette&);
  // As those of Renderer. While no memory of the frame's size is lent it is drawn into some of our own.
  void draw_into(const PixelMemory& memory) { wanted_ = memory; }
  [[nodiscard]] bool drew_into(const PixelMemory& memory) const { return frame_.pixels != nullptr && frame_ == memory; }
  [[nodiscard]] const PixelMemory& frame() const { return frame_; }
  void read_pixels(std::vector<std::uint8_t>& rgba) const;
  std::span<const PixelRect> draw(const Drawn&, std::span<const Overlay>, const Atmosphere&);

  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  [[nodiscard]] Renderer::Times times() const { return times_; }

 private:
  [[nodiscard]] bool resize(const scene::Backdrop&);
  [[nodiscard]] bool follow_memory();
  void paint_backdrop(const Drawn&, const Manner&, const Atmosphere&);
  [[nodiscard]] Manner manner(const Drawn&) const;
  void paint_below(const Drawn&, const Manner&);
  void paint_frame(const Drawn&, const Manner&, const Atmosphere&, std::span<const Overlay>);

  ByHand by_hand_;
  content::Palette palette_;
  HandBackdrop backdrop_;
  OwnPicture below_, own_;
  PixelMemory wanted_, frame_;
  Over over_;
  Overlays overlays_;
  DrawList list_;
  Rects below_rects_, frame_rects_;
  std::vector<PixelRect> below_now_, frame_now_;
  std::vector<std::uint32_t> slots_, row_;
  Dusk dusk_;
  BackdropShown shown_;
  int width_ = 0, height_ = 0;
  bool everything_ = true;  // nothing of what is kept is right
  std::string trouble_;
  Renderer::Times times_;
};

}  // namespace greenline::render
