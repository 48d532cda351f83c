// A screen as somebody before it has it: a hand on the pointer, and eyes on the pixels. Through a connection of its own to the
// X server, so that it knows nothing of the program that draws there.
#pragma once
#include <sys/types.h>

#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "model/space.h"

namespace greenline::bench {

class Glass {
 public:
  // The display that DISPLAY names. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<Glass>, std::string> open();
  ~Glass();
  Glass(const Glass&) = delete;
  Glass& operator=(const Glass&) = delete;

  [[nodiscard]] std::optional<pid_t> server() const;  // empty: it runs on another machine

  // Puts the pointer down at `from`, where something lies that can be dragged, and drags it along a line to `to`: first to
  // lift it, then in so many steps, each once nothing moves around the pointer any more; then lets it go. Wall seconds from
  // before each step was sent to the server until pixels around the new place were seen to have changed, as much as something
  // that moves changes them: the server's part, the program's and the wait for the next frame, not the monitor's. A step that
  // nothing answered within two seconds, or before which nothing came to rest, is left out. Returns when all is done: call
  // it on a thread of its own.
  [[nodiscard]] std::vector<double> drag(model::PixelPoint from, model::PixelPoint to, int steps);

 private:
  struct Inside;
  explicit Glass(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::bench
