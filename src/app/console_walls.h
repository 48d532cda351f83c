// The console's page of what the room's walls show: one card after another to be read aloud, a circle, all of it; or still what
// they showed while the host prepares something.
#pragma once
#include <optional>
#include <string>

#include "app/console_page.h"
#include "app/console_speaker.h"

namespace greenline::app {

// The beginning of what a card says, whole characters, in one line.
[[nodiscard]] std::string beginning_of(const model::Card&, const ConsoleSpeaker&);

// Opens that page; says when the walls do not show what happens.
[[nodiscard]] ui::ConsoleKey key_to_walls(const station::Session&, const ConsoleSpeaker&);
void add_walls(const station::Session&, const ConsoleMode&, const ConsoleSpeaker&, ui::ConsolePage&);

// What a key of that page, or the one that shows a card, asks of the convening.
[[nodiscard]] std::optional<model::Request> request_of_walls_key(const station::Session&, const ConsoleMode&,
                                                                 const std::string& key);

}  // namespace greenline::app
