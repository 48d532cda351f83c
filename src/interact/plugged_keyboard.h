// A keyboard that is plugged in: what its strokes mean on a wall.
#pragma once
#include <optional>
#include <span>

#include "interact/key_map.h"
#include "platform/strokes.h"
#include "ui/seats.h"

namespace greenline::interact {

class Wall;

// Whether it acts on the whole room whoever writes: the host's keys, and the one that leaves the program.
[[nodiscard]] bool is_of_room(const platform::Stroke&, const KeyMap&);
// Whether the host's own file says what it does: at a console that is more than the letters that are shown there.
[[nodiscard]] bool is_given(const platform::KeyPress&, const KeyMap&);
// Whether it leaves the program.
[[nodiscard]] bool leaves(const platform::KeyPress&);
// What a key means in a seat; nothing: nothing there.
[[nodiscard]] std::optional<ui::Seats::Key> seat_key(const platform::KeyPress&);

// Brings strokes to where they belong: the room's own keys to the host, all others to the seat that is written in.
//
// The room's: those of its key map (key_map.h); one that writes something, or means something where one writes, only while
// nobody does. They act once a press (Wall::host). While the host tries keys, they go there instead. A seat's: what writes, and
// the keys that one expects in a text; Control+Enter places, Escape leaves, Tab goes to the next thing. Control+Shift+Q leaves
// the program.
class PluggedKeyboard {
 public:
  // False when somebody leaves the program; what was struck after that is not taken.
  [[nodiscard]] bool take(std::span<const platform::Stroke>, Wall&);

 private:
  [[nodiscard]] bool take(const platform::KeyPress&, Wall&);
};

}  // namespace greenline::interact
