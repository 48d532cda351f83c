// A wall in use for hours holds what its people made, and nothing else grows.
#include <gtest/gtest.h>
#include <malloc.h>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class Growth : public WallTest {
 protected:
  // Somebody sits down in each phase, writes a word or two, reads, and leaves; the host goes through all phases and back.
  void round_of_phases() {
    const auto& phases = resources->pack.activity.phases;
    for (const content::Phase& phase : phases) {
      ASSERT_TRUE(offscreen->wall().request(model::EnterPhase{phase.id}, {}));
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

TEST_F(Growth, ManySeatsAndPhasesLeaveNothingBehind) {
  open("both-sides-of-the-line", "name");
  constexpr int rounds_each = 8;
  for (int i = 0; i < rounds_each; ++i) round_of_phases();
  const std::size_t before = held();
  if (before == 0) GTEST_SKIP() << "this allocator does not tell";
  const std::size_t events_before = session->convening().applied.size();
  for (int i = 0; i < rounds_each; ++i) round_of_phases();
  const std::size_t events = session->convening().applied.size() - events_before;
  constexpr std::size_t an_events_own = 256,
                        new_words = 200'000;  // words that are written for the first time are known a while
  EXPECT_LT(held(), before + events * an_events_own + new_words) << "after " << events << " events";
}

}  // namespace
}  // namespace greenline::interact
