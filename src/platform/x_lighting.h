// Lighting a screen on an X server where nobody else arranges screens (RandR 1.3).
#pragma once
#include <optional>
#include <string>

#include "platform/monitors.h"

struct _XDisplay;

namespace greenline::platform {

// Whether a window manager runs: a desktop that has one arranges screens by itself, or its people do.
[[nodiscard]] bool somebody_arranges_screens(_XDisplay*);

// Shows something on this connector's screen, in the mode that it likes best: beside all that is lit, which stays where it is;
// one that is lit already in a mode that it does not have, where it is. What drives a connector that nothing is plugged into is
// taken for it where nothing else is left. The picture is turned as it is now where it is lit, else as `before`, else as the
// server has it. False where the server refused, and all is as it was.
bool light(_XDisplay*, const std::string& connector, const std::optional<Turned>& before);

// As RandR's bits say it, and back.
[[nodiscard]] Turned turned_from(unsigned short rotation);
[[nodiscard]] unsigned short rotation_of(const Turned&);

}  // namespace greenline::platform
