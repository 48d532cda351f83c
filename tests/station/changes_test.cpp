// Several follow one convening, each at its own pace.
#include "station/changes.h"

#include <gtest/gtest.h>

#include <vector>

namespace greenline::station {
namespace {

model::EventId numbered(std::uint8_t number) {
  model::EventId id;
  id.bytes[0] = number;
  return id;
}

// What a follower is told, as the first byte of what became durable; nothing when it has to look at everything.
class Follower {
 public:
  explicit Follower(const Changes& changes) : place_(changes.now()) {}
  bool follow(const Changes& changes) {
    heard.clear();
    return changes.follow(place_, [this](const Change& change) { heard.push_back(std::get<Kept>(change).event.bytes[0]); });
  }
  std::vector<int> heard;

 private:
  std::uint64_t place_;
};

TEST(Changes, AreToldToEachFollowerOnceAndInOrder) {
  Changes changes;
  Follower often(changes), seldom(changes);
  changes.add(Kept{numbered(1)});
  EXPECT_TRUE(often.follow(changes));
  EXPECT_EQ(often.heard, std::vector<int>{1});
  changes.add(Kept{numbered(2)});
  EXPECT_TRUE(often.follow(changes));
  EXPECT_EQ(often.heard, std::vector<int>{2});
  EXPECT_TRUE(often.follow(changes));
  EXPECT_TRUE(often.heard.empty());
  EXPECT_TRUE(seldom.follow(changes));
  EXPECT_EQ(seldom.heard, (std::vector<int>{1, 2}));
}

TEST(Changes, FromBeforeAFollowerBeganAreNotTold) {
  Changes changes;
  changes.add(Kept{numbered(1)});
  Follower late(changes);
  EXPECT_TRUE(late.follow(changes));
  EXPECT_TRUE(late.heard.empty());
}

TEST(Changes, ThatAreNoLongerRememberedMeanLookingAtEverything) {
  Changes changes;
  Follower away(changes), there(changes);
  for (std::size_t i = 0; i < Changes::most; ++i) changes.add(Kept{numbered(1)});
  EXPECT_TRUE(there.follow(changes));
  changes.add(Kept{numbered(2)});
  EXPECT_FALSE(away.follow(changes));
  EXPECT_TRUE(away.heard.empty());
  EXPECT_TRUE(away.follow(changes)) << "once is enough";
  EXPECT_TRUE(there.follow(changes));
  EXPECT_EQ(there.heard, std::vector<int>{2});
}

TEST(Changes, RenewedMeanLookingAtEverythingAndTellNothingOfBefore) {
  Changes changes;
  Follower follower(changes);
  changes.add(Kept{numbered(1)});
  changes.renew();
  changes.add(Kept{numbered(2)});
  EXPECT_FALSE(follower.follow(changes));
  EXPECT_TRUE(follower.heard.empty());
}

}  // namespace
}  // namespace greenline::station
