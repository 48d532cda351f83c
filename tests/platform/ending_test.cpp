// Whoever asks the program to end, however often, it ends in good order.
#include "platform/ending.h"

#include <gtest/gtest.h>
#include <signal.h>

#include "journal/folder.h"
#include "platform/wait.h"

namespace greenline::platform {
namespace {

class EndSignal : public testing::TestWithParam<int> {};

TEST_P(EndSignal, WakesTheLoopAndEndsNothingElseHoweverOftenItComes) {
  const int signal = GetParam();
  EXPECT_EQ(journal::in_another_process([signal]() -> std::string {
              ::signal(signal, SIG_DFL);  // the tests may have been started by nohup
              {
                const EndSignals signals;
                wait_for_any({}, 0);
                if (EndSignals::came()) return "it came before it was sent";
                raise(signal);
                raise(signal);
                wait_for_any({}, 3600);  // comes back at once, or the test never ends
                if (!EndSignals::came()) return "nobody heard it";
              }
              raise(signal);  // while everything is being closed
              return "";
            }),
            "");
}
INSTANTIATE_TEST_SUITE_P(Each, EndSignal, testing::Values(SIGTERM, SIGINT, SIGHUP));

TEST(EndSignals, HearAnInterruptThoughTheShellHadItIgnored) {
  EXPECT_EQ(journal::in_another_process([]() -> std::string {
              signal(SIGINT, SIG_IGN);  // as a shell does for what it starts in the background
              const EndSignals signals;
              raise(SIGINT);
              return EndSignals::came() ? "" : "it stayed ignored";
            }),
            "");
}

TEST(EndSignals, LeaveAHangUpIgnoredThatWasIgnoredBefore) {
  EXPECT_EQ(journal::in_another_process([]() -> std::string {
              signal(SIGHUP, SIG_IGN);  // as nohup does
              const EndSignals signals;
              raise(SIGHUP);
              return EndSignals::came() ? "a nohup was undone" : "";
            }),
            "");
}

}  // namespace
}  // namespace greenline::platform
