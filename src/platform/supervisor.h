// Whoever started the program and looks after it: systemd, where a unit of Type=notify did (sd_notify(3),
// sd_watchdog_enabled(3)). The protocol is one datagram of lines to the socket that the environment names; it is spoken here
// without libsystemd.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace greenline::platform {

// Whatever is told reaches it or is lost, and the program goes on either way: what is told once waits a second at most for a
// supervisor that is busy, what is told again and again does not wait.
class Supervisor {
 public:
  using Variable = std::function<const char*(const char* name)>;
  // Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID. Without them nobody is told, and nobody wants to be fed.
  explicit Supervisor(const Variable&);
  Supervisor();  // of this process's environment

  [[nodiscard]] bool there() const { return !socket_.empty(); }
  // How often its watchdog wants to be fed, twice as often as it bites; 0: it has none.
  [[nodiscard]] double feed_every_s() const { return feed_every_s_; }

  void ready() const { tell("READY=1", true); }
  void stopping() const { tell("STOPPING=1", true); }
  void feed() const { tell("WATCHDOG=1", false); }
  void status(std::string_view sentence) const;  // `systemctl status` shows it; what would end the line becomes a space

 private:
  void tell(std::string_view line, bool waits) const;

  std::string socket_;  // empty: nobody; a leading '@' stands for the abstract namespace
  double feed_every_s_ = 0;
};

}  // namespace greenline::platform
