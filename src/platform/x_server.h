// The X server itself: whether it answers, and what it can do.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace greenline::platform {

// Whether a display can be opened now: DISPLAY names one, and it answers.
[[nodiscard]] bool display_available();

// A connection that is kept open. A server whose last client goes begins anew, and refuses whoever comes meanwhile: hold one
// until the window is there.
using HeldDisplay = std::shared_ptr<void>;

// Waits until the display answers, at most so long: a kiosk may start before its server. `say` gets a sentence when there is
// something to wait for. The error is a sentence: what is wrong and what to do.
[[nodiscard]] tl::expected<HeldDisplay, std::string> wait_for_display(double seconds,
                                                                      const std::function<void(const std::string&)>& say);

// What the wall uses where it is there, and does without where it is not.
struct XServerFacts {
  bool randr = false;          // says which monitors there are, and that they change
  bool shared_memory = false;  // takes frames through shared memory
  bool touch = false;          // XInput 2.2
  bool glx = false;            // OpenGL in a window
};
// Nothing when the display does not answer.
[[nodiscard]] std::optional<XServerFacts> x_server_facts();

}  // namespace greenline::platform
