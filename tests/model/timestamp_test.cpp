// The clock that never runs backwards.
#include "model/timestamp.h"

#include <limits>

#include "model/builders.h"
#include "model/property.h"

namespace greenline::model {
namespace {

using test::at_ms;
const StationId here = test::id_of<StationId>(1);

TEST(Timestamp, FollowsTheWallClockWhenThatIsAhead) { EXPECT_EQ(next_timestamp(at_ms(100, 7), 250, here), at_ms(250)); }

TEST(Timestamp, CountsOnWithinOneMillisecond) { EXPECT_EQ(next_timestamp(at_ms(100, 7), 100, here), at_ms(100, 8)); }

TEST(Timestamp, CountsOnWhileTheClockIsSetBack) { EXPECT_EQ(next_timestamp(at_ms(100, 7), -5000, here), at_ms(100, 8)); }

TEST(Timestamp, RunsOverIntoTheNextMillisecondWhenTheCounterIsFull) {
  EXPECT_EQ(next_timestamp(at_ms(100, std::numeric_limits<std::uint32_t>::max()), 100, here), at_ms(101));
}

TEST(Timestamp, HoldsTheLaterOfItsOwnAndWhatItSees) {
  EXPECT_EQ(after_seeing(at_ms(100), at_ms(90, 9)), at_ms(100));
  EXPECT_EQ(after_seeing(at_ms(100), at_ms(100, 1)), at_ms(100, 1));
}

TEST(Timestamp, GrowsWithEveryEventWhateverTheClockDoesAndOthersSay) {
  test::holds_always([](const std::vector<std::pair<std::int16_t, std::int16_t>>& walk) {
    Timestamp last;
    for (const auto& [clock_ms, seen_ms] : walk) {
      if (seen_ms % 3 == 0) {
        const Timestamp seen{seen_ms, 5, test::id_of<StationId>(9)};
        last = after_seeing(last, seen);
        RC_ASSERT(last >= seen);
      }
      const Timestamp next = next_timestamp(last, clock_ms, here);
      RC_ASSERT(next > last);
      RC_ASSERT(next.station == here);
      last = next;
    }
  });
}

}  // namespace
}  // namespace greenline::model
