// Lighting a screen on an X server where nobody else arranges screens (RandR 1.3).
#pragma once
#include <string>

struct _XDisplay;

namespace greenline::platform {

// Whether a window manager runs: a desktop that has one arranges screens by itself, or its people do.
[[nodiscard]] bool somebody_arranges_screens(_XDisplay*);

// Shows something on this connector's screen, in the mode that it likes best: beside all that is lit, which stays where it is;
// one that is lit already in a mode that it does not have, where it is. What drives a connector that nothing is plugged into is
// taken for it where nothing else is left. False where the server refused, and all is as it was.
bool light(_XDisplay*, const std::string& connector);

}  // namespace greenline::platform
