// The real program, used for a long time in a real window: what memory it holds must stand still. A cycle opens seats, writes
// and wipes out a few letters, leaves, and goes on to the next phase and back, so that nothing is kept of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "e2e/mirror.h"
#include "e2e/room.h"
#include "journal/journal.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr double most_growth = 0.02;  // in the second half; a part of all memory that is the program's alone

// Anonymous memory of a process: what it asked for itself, without files that are mapped (proc(5), smaps_rollup).
double anonymous_mb(pid_t process) {
  std::ifstream rollup("/proc/" + std::to_string(process) + "/smaps_rollup");
  std::string word;
  for (double kilobytes = 0; rollup >> word;)
    if (word == "Anonymous:" && rollup >> kilobytes) return kilobytes / 1024;
  return 0;
}

class Soak : public desk::Room {
 protected:
  [[nodiscard]] model::PixelPoint ground() { return mirror.in("structure", 0, -0.2F); }
  void open_write_and_leave() {
    hand.tap(ground());
    std::this_thread::sleep_for(400ms);
    for (const std::string& control : letters) hand.tap(mirror.control(control));
    for (std::size_t i = 0; i < letters.size(); ++i) hand.tap(mirror.control("erase"));
    hand.tap(mirror.control("leave"));
    std::this_thread::sleep_for(300ms);
  }
  void go_on_and_back() {
    hand.key("Page_Down");
    std::this_thread::sleep_for(750ms);  // sooner it would be the same press
    hand.key("Page_Up");
    std::this_thread::sleep_for(750ms);
  }

  const std::vector<std::string> letters{"w", "a", "t", "e", "r"};
  desk::XServer server{1920, 1080};
  desk::Hand hand{server.display()};
  desk::Mirror mirror{std::string("name")};
};

TEST_F(Soak, HoldsNoMoreMemoryInTheSecondHalfThanInTheFirst) {
  const char* minutes = std::getenv("GREENLINE_SOAK_MINUTES");
  if (minutes == nullptr) GTEST_SKIP() << "GREENLINE_SOAK_MINUTES says how long; scripts/test --nightly sets it";
  const auto half = std::chrono::duration<double>(std::atof(minutes) * 60 / 2);
  start(hand, server.display());
  hand.key("Page_Down");
  (void)desk::photograph_at_rest(hand, 30s);
  (void)mirror.tap_seat(ground());

  const auto began = Clock::now();
  int seats = 0;
  std::vector<double> held_mb;  // at the end of each tenth of the time
  while (held_mb.size() < 10) {
    for (int i = 0; i < 3; ++i, ++seats) open_write_and_leave();
    go_on_and_back();
    if (Clock::now() - began < half * (static_cast<double>(held_mb.size() + 1) / 5)) continue;
    held_mb.push_back(anonymous_mb(program->pid()));
    std::cout << held_mb.size() << "0 %: " << seats << " seats, " << held_mb.back() << " MB" << std::endl;
  }
  EXPECT_LE(held_mb.back(), held_mb[4] * (1 + most_growth));

  // All of it was done: a wall at which nothing is written down proves nothing.
  hand.key("q", {"Control_L", "Shift_L"});
  ASSERT_EQ(program->finish(20s), 0);
  const auto saved = journal::read_saved(convening);
  ASSERT_TRUE(saved);
  const auto phases = std::ranges::count_if(
      saved->events, [](const model::Event& event) { return std::holds_alternative<model::PhaseEntered>(event.body); });
  EXPECT_GE(phases, 2 * seats / 3);
}

}  // namespace
}  // namespace greenline
