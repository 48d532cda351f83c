// Engines that end: whoever comes after them sets words as before, and no thread of the font library is left behind to trip.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <iterator>
#include <thread>
#include <vector>

#include "text/text.h"

namespace greenline::text {
namespace {

void set_words_and_end(int turns) {
  for (int turn = 0; turn < turns; ++turn) {
    Engine engine;
    Style style;
    for (const char* const language : {"en", "ar", "pa", "zh-Hans", "am", "km"}) {
      style.language = language;
      EXPECT_GT(engine.layout("Listening", style)->width, 0);
    }
  }
}

// Pango's thread looked into a map that had ended: in some of a thousand ends, on processors with other things to do.
TEST(Ending, RightAfterWordsWereSetDisturbsNobody) {
  std::atomic<bool> done = false;
  std::vector<std::jthread> others;
  for (int i = 0; i < 4; ++i) {
    others.emplace_back([&] {
      while (!done) std::atomic_signal_fence(std::memory_order_relaxed);
    });
  }
  set_words_and_end(100);
  done = true;
}

TEST(Ending, LeavesNoThreadForEachEngineThatWas) {
  const auto threads = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"), std::filesystem::directory_iterator{});
  };
  set_words_and_end(1);
  const auto before = threads();
  set_words_and_end(20);
  EXPECT_LE(threads(), before + 1);
}

}  // namespace
}  // namespace greenline::text
