// What a process costs, asked of the kernel.
#include "bench/processes.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "platform/cpu_clock.h"

namespace greenline::bench {
namespace {

void work_for(double seconds) {
  const double until_s = platform::thread_cpu_s() + seconds;
  while (platform::thread_cpu_s() < until_s) continue;
}

TEST(Processes, CountTheWorkOfAllThreadsThatLive) {
  const auto before = threads_cpu_s(getpid());
  ASSERT_TRUE(before.has_value());
  std::thread beside([] { work_for(0.05); });
  work_for(0.05);
  const auto with_both = threads_cpu_s(getpid());
  beside.join();
  EXPECT_GE(with_both.value_or(0) - *before, 0.05);
}

TEST(Processes, OneThatIsNotThereCostsNothingKnown) { EXPECT_FALSE(threads_cpu_s(-1).has_value()); }

TEST(Processes, HoldMemoryInProportion) {
  const auto megabytes = proportional_mb();
  ASSERT_TRUE(megabytes.has_value());
  EXPECT_GT(*megabytes, 0.5);
}

TEST(Processes, AreFoundBehindASocketOfThisMachine) {
  std::array<int, 2> ends{};
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
  EXPECT_EQ(process_behind(ends[0]), getpid());
  for (const int end : ends) close(end);
  EXPECT_FALSE(process_behind(-1).has_value());
}

}  // namespace
}  // namespace greenline::bench
