// A wall in use for hours holds what its people made, and nothing else grows.
#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <cstdint>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class Growth : public WallTest {
 protected:
  // Somebody sits down in each phase, writes a word or two, reads, and leaves; the host goes through all phases and back.
  void round_of_phases() {
    const auto& phases = resources->pack.activity.phases;
    for (const content::Phase& phase : phases) {
      ASSERT_TRUE(offscreen->wall().request(model::EnterPhase{phase.id}, {}, model::the_host));
      hand->frames(2);
      hand->tap(in("structure", 0, -0.2F));
      if (hand->seat() == 0) continue;
      hand->write(std::string(static_cast<std::size_t>(1 + rounds % 5), static_cast<char>('a' + rounds % 26)));
      hand->tap_control("leave");
    }
    ++rounds;
  }
  [[nodiscard]] static std::size_t held() { return mallinfo2().uordblks; }
  int rounds = 0;
};

// What is known for a while (words that were set, glyphs) comes and goes, so the least of several rounds is compared.
TEST_F(Growth, ManySeatsAndPhasesLeaveNothingBehind) {
  if (held() == 0) GTEST_SKIP() << "this allocator does not tell";
  open("both-sides-of-the-line", "name");
  const auto least_held = [&] {
    std::size_t least = SIZE_MAX;
    for (int i = 0; i < 8; ++i) {
      round_of_phases();
      least = std::min(least, held());
    }
    return least;
  };
  (void)least_held();
  const std::size_t before = least_held();
  const std::size_t events_before = session->convening().applied.size();
  const std::size_t after = least_held();
  const std::size_t events = session->convening().applied.size() - events_before;
  constexpr std::size_t an_events_own = 256, of_the_heap_itself = 50'000;
  EXPECT_LT(after, before + events * an_events_own + of_the_heap_itself) << "after " << events << " events";
}

}  // namespace
}  // namespace greenline::interact
