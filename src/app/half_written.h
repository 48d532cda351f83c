// What people have begun and not placed, when their convening goes on with another activity: it goes where the cards of its
// region go.
#pragma once
#include <span>
#include <vector>

#include "station/move.h"
#include "ui/draft.h"

namespace greenline::app {

[[nodiscard]] station::Begun begun_in(std::span<const ui::Draft>);

// Gives each the region that its cards have after the move, in the place that it had in its own.
void go_along(std::vector<ui::Draft>&, const station::Move&);

}  // namespace greenline::app
