// Places at the sides of a canvas for what was made in regions that it does not have.
//
// A convening that goes on with another canvas, or with a newer one of the same name, may hold cards whose region is gone.
// They are laid beside nobody else's: their region stands on, as it was called, on ground that is added at the sides of every
// layout, until people carry them to where they belong. The canvas's own regions stay where they are, to the last figure.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/load.h"

namespace greenline::content {

// What the waiting place of something that is called `id` and `name` is: of no place in any layout yet.
[[nodiscard]] Region waiting_place(std::string id, LocalText name, RegionStyle style, LocalText help);

// The pack with these in its canvas's text, two columns at the sides of a wide layout, two rows at the ends of a tall one. A
// region of the canvas's own of that id gives its place up: for one that is optional and not shown. None: the pack as it is.
// The error: a canvas cannot have so many regions.
[[nodiscard]] tl::expected<Pack, Diagnostics> with_waiting_places(const Pack&, std::span<const Region> waiting);

// Whether `carried` is `pack`, with waiting places or without. Nothing where it is not; else the places.
[[nodiscard]] std::optional<std::vector<Region>> waiting_places_in(const Pack& carried, const Pack& pack);

// A region that people see: not one that is optional in an activity that does not show those.
[[nodiscard]] bool is_shown(const Region&, const Activity&);

}  // namespace greenline::content
