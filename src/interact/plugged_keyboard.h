// A keyboard that is plugged in: what its strokes mean on a wall.
#pragma once
#include <optional>
#include <span>

#include "interact/room_keys.h"
#include "platform/strokes.h"
#include "ui/seats.h"

namespace greenline::interact {

class Wall;

// Whether it acts on the whole room whoever writes: the host's keys, and the one that leaves the program.
[[nodiscard]] bool is_of_room(const platform::Stroke&);
// Whether it leaves the program.
[[nodiscard]] bool leaves(const platform::KeyPress&);
// What a key means in a seat; nothing: nothing there.
[[nodiscard]] std::optional<ui::Seats::Key> seat_key(const platform::KeyPress&);

// Brings strokes to where they belong: the room's own keys to the host, all others to the seat that is written in.
//
// The room's: Page Down and Page Up (a presenter's clicker), F7 (hold), F8 or, while nobody writes, B (rest), F9 (reveal). They
// act once a press (Wall::host). A seat's: what writes, and the keys that one expects in a text; Control+Enter places, Escape
// leaves, Tab goes to the next thing. Control+Shift+Q leaves the program.
class PluggedKeyboard {
 public:
  // False when somebody leaves the program; what was struck after that is not taken.
  [[nodiscard]] bool take(std::span<const platform::Stroke>, Wall&);

 private:
  [[nodiscard]] bool take(const platform::KeyPress&, Wall&);
};

}  // namespace greenline::interact
