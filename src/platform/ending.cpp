#include "platform/ending.h"

#include <signal.h>

#include <array>
#include <atomic>

#include "platform/wait.h"

namespace greenline::platform {
namespace {

constexpr std::array<int, 3> asking_to_end{SIGTERM, SIGINT, SIGHUP};

// A signal is the process's, and so is what remembers it.
std::atomic<bool> end_asked_for{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set in a signal handler");

void remember_and_wake(int) {
  end_asked_for.store(true);
  end_wait();  // a write into an event counter: allowed here (signal-safety(7))
}

void answer_with(void (*handler)(int)) {
  for (const int one : asking_to_end) {
    struct sigaction now {};
    if (sigaction(one, nullptr, &now) != 0 || (one == SIGHUP && now.sa_handler == SIG_IGN)) continue;
    struct sigaction then {};
    then.sa_handler = handler;
    then.sa_flags = SA_RESTART;
    sigemptyset(&then.sa_mask);
    sigaction(one, &then, nullptr);
  }
}

}  // namespace

EndSignals::EndSignals() {
  end_wait();  // the counter is made before a handler may need it
  answer_with(&remember_and_wake);
}
EndSignals::~EndSignals() { answer_with(SIG_IGN); }

bool EndSignals::came() { return end_asked_for.load(); }

}  // namespace greenline::platform
