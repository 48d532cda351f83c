// What a wall tells whoever looks after it (platform/supervisor.h): that it is there, how it is, and again and again that it is
// well; and the rest of the machine, that a convening is open.
#pragma once
#include <functional>
#include <string>

#include "app/loop.h"
#include "app/open_mark.h"
#include "app/watchdog.h"
#include "platform/supervisor.h"
#include "station/session.h"

namespace greenline::app {

// While one convening is on the wall. On the loop's thread.
class LookedAfter {
 public:
  // All must outlive it. `hear_from_server` comes back when the window server has answered.
  LookedAfter(const platform::Supervisor&, const station::Session&, bool plainly, std::function<void()> hear_from_server);

  void first_frame();                        // it is on the screen
  [[nodiscard]] double round(const Round&);  // as LoopHooks::after_round

 private:
  void tell_status();

  const platform::Supervisor& supervisor_;
  const station::Session& session_;
  bool plainly_;
  std::function<void()> hear_from_server_;
  Watchdog watchdog_;
  OpenMark mark_;
  std::string status_;
};

}  // namespace greenline::app
