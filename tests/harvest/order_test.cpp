// The order in which a harvest is read.
#include <gmock/gmock.h>

#include "harvest/room.h"

namespace greenline::harvest {
namespace {

using test::Room;
using testing::ElementsAre;

class Order : public Room {
 protected:
  // The cards of a circle as they are read.
  std::vector<std::string> read(const std::string& region) {
    out = leaving();
    const Reading reading = reading_of(out, pack);
    std::vector<std::string> words;
    for (const Circle& circle : reading.circles) {
      if ((circle.region != nullptr ? circle.region->id : std::string()) != region) continue;
      for (const Group& group : circle.groups) {
        if (group.gathering != nullptr) words.push_back("[" + group.gathering->name.value.words + "]");
        for (const model::Card* card : group.cards) words.push_back(card->saying.value.words);
      }
      for (const model::Card* card : circle.at_rest) words.push_back("(" + card->saying.value.words + ")");
    }
    return words;
  }
  Leaving out;
};

TEST_F(Order, GoesFromTheTopAndFromTheLeft) {
  card("below", "identity", {-0.5F, -0.5F});
  card("right", "identity", {0.5F, 0.5F});
  card("left", "identity", {-0.5F, 0.52F});
  EXPECT_THAT(read("identity"), ElementsAre("left", "right", "below"));
}

TEST_F(Order, WhatCameToTheLightIsFirst) {
  card("above", "identity", {0, 0.8F});
  does(model::LightCard{card("lit", "identity", {0, -0.8F}), "it is ready", "en"});
  EXPECT_THAT(read("identity"), ElementsAre("lit", "above"));
}

TEST_F(Order, GatheringsComeBeforeWhatStandsAloneAndWhatRestsIsLast) {
  card("alone", "identity", {0, 0.9F});
  const auto one = card("one", "identity", {0, 0.1F}), two = card("two", "identity", {0, -0.3F});
  does(model::LetGoCard{card("rests", "identity", {0, 0.5F}), "thank you", "en"});
  gathering({one, two}, "together");
  EXPECT_THAT(read("identity"), ElementsAre("[together]", "one", "two", "alone", "(rests)"));
}

TEST_F(Order, EveryCardIsReadOnce) {
  const auto one = card("one"), two = card("two"), three = card("three", "structure");
  gathering({one, two}, "a");
  gathering({two, three}, "b");
  card("out there", "");
  std::size_t cards = 0;
  out = leaving();
  for (const Circle& circle : reading_of(out, pack).circles) {
    for (const Group& group : circle.groups) cards += group.cards.size();
    cards += circle.at_rest.size();
  }
  EXPECT_EQ(cards, 4U);
  EXPECT_THAT(read(""), ElementsAre("out there"));
}

TEST_F(Order, ACircleThatTheActivityDoesNotShowIsNotRead) {
  out = leaving();
  for (const Circle& circle : reading_of(out, pack).circles) EXPECT_FALSE(circle.region != nullptr && circle.region->optional);
}

}  // namespace
}  // namespace greenline::harvest
