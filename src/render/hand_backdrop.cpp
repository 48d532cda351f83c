// The backdrop without OpenGL.
#include "render/hand_backdrop.h"

#include <array>

#include "render/hand_ground.h"
#include "render/rects.h"

namespace greenline::render {
namespace {

PixelRect all_of(const PixelMemory& picture) {
  return {0, 0, static_cast<float>(picture.width), static_cast<float>(picture.height)};
}

}  // namespace

void HandBackdrop::ground(const PixelMemory& onto, const Ink& ink, const BackdropSeen& seen) {
  draw_ground(Sheet(onto, 0, 0, onto.width, onto.height), ink.palette, horizon_px(seen), static_cast<float>(onto.width),
              static_cast<float>(onto.height));
  if (backing_.follow(seen.backdrop, ink.palette)) backing_.lay(onto, seen.camera(seen.backdrop.picture_rect));
}

bool HandBackdrop::resize(int width, int height) {
  whole_.drop();
  forget();
  return picture_.resize(width, height) && still_.resize(width, height);
}

void HandBackdrop::paint(ByHand& hand, DrawList& list, const Ink& ink, const BackdropSeen& seen, bool softly) {
  // Where there is no memory for one picture more, zooming is slower and looks the same.
  if (softly && whole_.resize(still_.width(), still_.height()))
    scale_still(hand, list, ink, seen);
  else
    paint_still(hand, list, ink, seen, still_.memory());
  const std::array<PixelRect, 1> all = {all_of(picture())};
  paint_in(hand, list, ink, seen, all);
}

void HandBackdrop::paint_still(ByHand& hand, DrawList& list, const Ink& ink, const BackdropSeen& seen,
                               const PixelMemory& onto) {
  list.clear();
  add_what_stands(list, ink, membranes_, seen);
  ground(onto, ink, seen);
  hand.draw(list, 0, list.commands().size(), onto, onto, all_of(onto));
}

void HandBackdrop::scale_still(ByHand& hand, DrawList& list, const Ink& ink, const BackdropSeen& seen) {
  if (whole_of_ != seen.backdrop.generation) {
    paint_still(hand, list, ink, {seen.backdrop, {}, seen.breath_s}, whole_.memory());
    whole_of_ = seen.backdrop.generation;
  }
  const PixelRect screen = all_of(still_.memory()), wall = seen.camera(screen);
  if (clipped(wall, screen) != screen) ground(still_.memory(), ink, seen);  // there is ground beyond the wall
  copy_scaled(whole_.memory(), still_.memory(), wall);
}

std::span<const PixelRect> HandBackdrop::breathe(ByHand& hand, DrawList& list, const Ink& ink, const BackdropSeen& seen) {
  Rects few;
  few.begin(picture_.width(), picture_.height());
  few.add(drifting_rects(membranes_, seen));
  const auto resolved = few.resolve();
  rects_.assign(resolved.begin(), resolved.end());
  paint_in(hand, list, ink, seen, rects_);
  return rects_;
}

void HandBackdrop::paint_in(ByHand& hand, DrawList& list, const Ink& ink, const BackdropSeen& seen,
                            std::span<const PixelRect> rects) {
  for (const PixelRect& rect : rects) {
    list.clear();
    add_edges_and_labels(list, ink, membranes_, seen, rect);
    hand.draw(list, 0, list.commands().size(), still_.memory(), picture(), rect);
  }
}

}  // namespace greenline::render
