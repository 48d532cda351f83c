// Each consumer of a feed hears everything once, in order, however seldom it asks.
#include "station/feed.h"

#include <gtest/gtest.h>

#include <map>

#include "journal/builders.h"
#include "model/property.h"

namespace greenline::station {
namespace {

model::Event event_number(std::uint64_t number) {
  return journal::an_event(number, model::CardMarked{journal::id_number<model::CardId>(number)});
}

TEST(Feed, TellsEachConsumerEverythingThatHappenedSinceItJoined) {
  test::holds_always([](const std::vector<std::uint8_t>& steps) {
    Feed feed;
    std::vector<model::EventId> all;
    std::map<Feed::Cursor, std::size_t> knew;  // how much there was when it joined
    std::map<Feed::Cursor, std::vector<model::EventId>> heard;
    const auto ask = [&](Feed::Cursor cursor) {
      const News news = feed.news(cursor);
      RC_ASSERT(!news.anew);
      for (const model::Event& event : news.happened) heard[cursor].push_back(event.id);
    };
    for (const std::uint8_t step : steps) {
      if (step % 4 == 0) {
        knew[feed.join()] = all.size();
      } else if (step % 4 == 1 && !knew.empty()) {
        ask(std::next(knew.begin(), static_cast<std::ptrdiff_t>(step / 4U % knew.size()))->first);
      } else {
        const model::Event event = event_number(all.size() + 1);
        all.push_back(event.id);
        feed.add(event);
      }
    }
    for (const auto& [cursor, before] : knew) {
      ask(cursor);
      RC_ASSERT(heard[cursor] == std::vector(all.begin() + static_cast<std::ptrdiff_t>(before), all.end()));
      RC_ASSERT(feed.news(cursor).happened.empty());
    }
  });
}

TEST(Feed, TellsWhatIsKeptToEachConsumer) {
  Feed feed;
  const Feed::Cursor one = feed.join(), other = feed.join();
  const std::vector kept{event_number(1).id, event_number(2).id};
  feed.add_kept(kept);
  EXPECT_EQ(feed.news(one).kept, kept);
  EXPECT_TRUE(feed.news(one).kept.empty());
  EXPECT_EQ(feed.news(other).kept, kept) << "also to whoever asks later";
}

TEST(Feed, TellsAConsumerThatDoesNotAskToBeginAnewRatherThanHoldingEverything) {
  Feed feed;
  const Feed::Cursor sleeper = feed.join();
  const model::Event event = event_number(1);
  for (std::size_t i = 0; i <= Feed::most; ++i) feed.add(event);
  feed.add(event_number(2));
  const News news = feed.news(sleeper);
  EXPECT_TRUE(news.anew);
  ASSERT_EQ(news.happened.size(), 1U) << "what came after it was given up";
  EXPECT_EQ(news.happened[0], event_number(2));
  EXPECT_FALSE(feed.news(sleeper).anew) << "once";
}

TEST(Feed, WhoHasLeftHearsNothing) {
  Feed feed;
  const Feed::Cursor cursor = feed.join();
  feed.leave(cursor);
  feed.add(event_number(1));
  EXPECT_TRUE(feed.news(cursor).happened.empty());
}

}  // namespace
}  // namespace greenline::station
