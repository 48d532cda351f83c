// Where a seat finds room on the screen.
#pragma once
#include <array>
#include <optional>
#include <span>

#include "model/space.h"
#include "ui/pose.h"

namespace greenline::ui {

struct Ground {
  float width = 0, height = 0;  // the screen, pixels
  float margin = 0;             // kept to its edges and to what is taken
  std::span<const model::PixelRect> shores;
  std::span<const model::PixelRect> taken;       // other seats, and what must stay in sight
  float reach = 0;                               // how far from the touch a seat may stand, pixels; 0: anywhere
  std::span<const model::PixelRect> words = {};  // of the wall's own (names): covered only where nothing near is free
  // Names that stand twice: of each, one is covered rather than both.
  std::span<const std::array<model::PixelRect, 2>> twice = {};
  bool in_a_row = false;  // with others along the lower edge, whatever its size
};

// Whether a seat there is at hand for whoever touched `beside`: beside the touch no farther than the reach, above it half of
// that, below it twice as far. Hands come down easily and tire above.
[[nodiscard]] bool is_within_reach(const model::PixelRect& seat, model::PixelPoint beside, float reach);

// The rectangle of this size nearest to `beside`: on a shore where it fits, low rather than high, clear of what is taken,
// within reach. Where many of its size stand beside one another, or it belongs in a row, it leaves no gap that is too narrow
// for the next. Nothing when there is no such room at all. O(taken^2 * taken).
[[nodiscard]] std::optional<model::PixelRect> place_seat(float width, float height, model::PixelPoint beside, const Ground&);

// The rectangle of this size at the left or right end of the screen, where hands are comfortable: for somebody who sits alone
// at a small screen, so that all the rest is whole. At the left for a hand in the left third, else at the right; at the other
// end where that one is taken or out of reach. Shores and words do not matter.
[[nodiscard]] std::optional<model::PixelRect> place_at_end(float width, float height, model::PixelPoint beside, const Ground&);

// What stands along one side of the screen, as somebody there sees it: its sizes, and how far in it may stand where something
// lies at the very edge. Pixels.
struct Docked {
  float along = 0, deep = 0, reach = 0;
};
// Where it stands along that side, as near to `beside` as there is room, and rather beside words; on the screen. Shores do not
// matter.
[[nodiscard]] std::optional<model::PixelRect> place_at_side(const Docked&, model::PixelPoint beside, Side, const Ground&);
// The same with no heed of what is taken.
[[nodiscard]] model::PixelRect place_at_side_over_all(const Docked&, model::PixelPoint beside, Side, const Ground&);

// Of names that stand twice, how many a seat there would leave nobody to read: it covers what other things have left of them.
// Pixels of the screen.
[[nodiscard]] int names_lost(const model::PixelRect& seat, const Ground&);

// The sides of a screen, the nearest to a point first.
[[nodiscard]] std::array<Side, 4> sides_by_nearness(model::PixelPoint, float width, float height);

}  // namespace greenline::ui
