// Being asked to end from outside: SIGTERM (systemctl stop, a desktop that logs out), SIGINT (Ctrl+C), SIGHUP (the terminal has
// gone).
#pragma once

namespace greenline::platform {

// While one of these lives, such a signal does not end the program: it wakes the loop, which ends in good order and keeps every
// word. However often they come. One at a time, on the main thread. A SIGHUP that was ignored when the program began (nohup)
// stays so; a SIGINT does not, since a shell has whatever it starts in the background ignore that.
class EndSignals {
 public:
  EndSignals();
  ~EndSignals();  // from here on they are ignored: what is left to do is closing
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;
  [[nodiscard]] static bool came();  // any of them, since the program began
};

}  // namespace greenline::platform
