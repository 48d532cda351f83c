// The loop's sleep ends for each of its reasons.
#include "platform/wait.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "platform/cpu_clock.h"

namespace greenline::platform {
namespace {

constexpr double long_s = 20;

struct Pipe {
  std::array<int, 2> ends{};
  Pipe() { EXPECT_EQ(pipe(ends.data()), 0); }
  ~Pipe() {
    close(ends[0]);
    close(ends[1]);
  }
};

double slept_s(std::span<const int> sources, double seconds) {
  const double from_s = monotonic_s();
  wait_for_any(sources, seconds);
  return monotonic_s() - from_s;
}

TEST(Wait, LastsAsLongAsItWasTold) {
  const double slept = slept_s({}, 0.05);
  EXPECT_GE(slept, 0.049);
  EXPECT_LT(slept, long_s / 2);
}

TEST(Wait, EndsWhenASourceHasSomething) {
  const Pipe silent, full;
  ASSERT_EQ(write(full.ends[1], "x", 1), 1);
  EXPECT_LT(slept_s(std::array{silent.ends[0], full.ends[0]}, long_s), long_s / 2);
}

TEST(Wait, EndsWhenAnotherThreadCallsAndOnlyOnce) {
  std::thread caller([] { end_wait(); });
  EXPECT_LT(slept_s({}, long_s), long_s / 2);
  caller.join();
  EXPECT_GE(slept_s({}, 0.05), 0.049);
}

TEST(Wait, EndsAtOnceForACallFromBefore) {
  end_wait();
  end_wait();
  EXPECT_LT(slept_s({}, long_s), long_s / 2);
  EXPECT_GE(slept_s({}, 0.02), 0.019);
}

}  // namespace
}  // namespace greenline::platform
