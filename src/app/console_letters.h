// Each key of the console has a letter on a keyboard: who hosts from a laptop needs no pointer.
#pragma once
#include <optional>
#include <string>

#include "platform/strokes.h"
#include "ui/console_page.h"

namespace greenline::app {

// The same key has the same letter on every page and in every language; what is listed (cards, screens) has digits, in order.
void give_letters(ui::ConsolePage&);

// The key of the page that a stroke pushes, if it is possible now. Escape leaves a page for what runs.
[[nodiscard]] std::optional<std::string> key_of_stroke(const ui::ConsolePage&, const platform::Stroke&);

}  // namespace greenline::app
