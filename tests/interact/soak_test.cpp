// A wall that stands all evening: seats come and go and phases change, and nothing is held for those that have gone.
#include <gtest/gtest.h>
#include <malloc.h>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class Soak : public WallTest {
 protected:
  // One seat that is opened, written in and left, and two changes of phase.
  void one_round() {
    enter("name");
    hand->tap(in("structure", 0, -0.2F));
    hand->frames(3);
    for (const char32_t letter : U"a thought") offscreen->wall().type(letter);
    hand->frames(2);
    offscreen->wall().press(ui::Seats::Key::escape);
    hand->frames(3);
    enter("across");
  }
  static std::size_t bytes_in_use() {
    const struct mallinfo2 now = mallinfo2();
    return now.uordblks + now.hblkhd;
  }
};

TEST_F(Soak, HoldsNothingOfSeatsThatHaveGoneAndOfPhasesThatArePast) {
  open("both-sides-of-the-line", "name");
  for (int i = 0; i < 10; ++i) one_round();  // glyphs, buffers and tables find their size
  const std::size_t before = bytes_in_use();
  constexpr std::size_t rounds = 20;
  for (std::size_t i = 0; i < rounds; ++i) one_round();
  // An event that happened is remembered by its identity, some 60 bytes; a seat that stayed would be hundreds of kilobytes.
  EXPECT_LT(bytes_in_use(), before + rounds * 1024);
}

}  // namespace
}  // namespace greenline::interact
