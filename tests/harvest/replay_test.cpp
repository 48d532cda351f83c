// How a wall grew, told again: at any moment as it was, and never what stays in the room.
#include "harvest/replay.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "harvest/room.h"
#include "simulate/simulation.h"

namespace greenline::harvest {
namespace {

class Story : public test::Room {
 protected:
  Replay replay() { return {events(), pack.activity}; }
  // Everything that anybody says in any of the events that are told.
  static std::string all_words(const Replay& story) {
    std::string words;
    for (const model::Event& event : story.events())
      std::visit(
          [&](const auto& body) {
            model::for_each_field(body, [&](model::Key, const auto& value) {
              using Value = std::remove_cvref_t<decltype(value)>;
              if constexpr (std::same_as<Value, std::string>) words += value + "\n";
              if constexpr (std::same_as<Value, model::Saying>) words += value.words + "\n";
            });
          },
          event.body);
    return words;
  }
  static bool is_there(const model::Convening& convening, const model::CardId& id) {
    const model::Card* card = find_card(convening, id);
    return card != nullptr && present(*card);
  }
  // The moment at which a card's making has happened.
  static std::size_t making_of(const Replay& story, const model::CardId& id) {
    for (std::size_t i = 0; i < story.events().size(); ++i)
      if (const auto* made = std::get_if<model::CardMade>(&story.events()[i].body); made != nullptr && made->card == id)
        return i + 1;
    return 0;
  }
};

TEST_F(Story, TellsNothingOfWhatStaysInTheRoom) {
  const auto open = card("open");
  const auto marked = card("canary one"), veiled = card("canary two"), gone = card("canary three");
  does(model::MarkCard{marked});
  veil(veiled);
  does(model::TakeBackCard{gone});
  const auto kept = thread(open, model::RegionEnd{"structure"}, "canary four");
  does(model::WordThread{kept, "leads to", "en"});
  thread(open, marked, "canary five");
  does(model::LightCard{open, "canary six", "en"});
  does(model::TakeBackLight{open});
  does(model::LetGoCard{open, "canary seven", "en"});
  does(model::TakeBackLetGo{open});
  does(model::Nourish{veiled, model::NourishKind::offer, {"canary eight", "en", {}}});
  const auto both = gathering({open, marked}, "canary nine");
  does(model::NameGathering{both, "together", "en"});
  const Replay story = replay();
  EXPECT_THAT(all_words(story), testing::Not(testing::HasSubstr("canary")));
  EXPECT_THAT(all_words(story), testing::HasSubstr("leads to"));
  for (std::size_t i = 0; i <= story.events().size(); ++i)
    for (const auto& id : {marked, veiled, gone}) EXPECT_FALSE(is_there(story.after(i), id));
}

TEST_F(Story, ACardThatWasHeldIsUnreadableUntilItIsRevealed) {
  ASSERT_TRUE(session.submit(model::HoldCards{true}, model::the_host));
  const auto held = card("held for a while");
  card("another");
  ASSERT_TRUE(session.submit(model::RevealCards{}, model::the_host));
  const Replay story = replay();
  const std::size_t made = making_of(story, held);
  ASSERT_GT(made, 0U);
  EXPECT_TRUE(find_card(story.after(made), held)->veiled.value);
  EXPECT_FALSE(find_card(story.after(story.events().size()), held)->veiled.value);
}

TEST_F(Story, IsAtEachMomentWhatHadHappenedByThen) {
  const auto tongues = simulate::load_phrases(source_folder() / "content/simulation/phrases.json", "en");
  ASSERT_TRUE(tongues);
  station::Session played(content::load_pack("both-sides-of-the-line", source_folder() / "content").value(),
                          station::seeded_sources(3));
  const auto joined = played.join();
  ASSERT_TRUE(simulate::play(played, *tongues, {3, 1500, {}}));
  const Replay story(played.news(joined).happened, played.pack().activity);
  ASSERT_GT(story.events().size(), Replay::keyframe_every);
  model::Convening now;
  std::minstd_rand random(1);
  for (std::size_t i = 0; i < story.events().size(); ++i) {
    if (random() % 97 == 0) {
      EXPECT_EQ(state_hash(story.after(i)), state_hash(now)) << i;
    }
    apply(now, story.events()[i]);
  }
  EXPECT_EQ(story.after(story.events().size()), now);
  EXPECT_EQ(story.after(story.events().size() + 5), now);
}

TEST_F(Story, ShortensLongQuiet) {
  std::vector<model::Event> slow;
  const auto add = [&](std::int64_t at_s, const std::string& words) {
    const std::uint64_t number = slow.size() + 1;
    slow.push_back({numbered<model::EventId>(number),
                    {at_s * 1000, 0, {}},
                    model::CardMade{numbered<model::CardId>(number), {words, "en", {}}, {"identity", {}}, {}, false}});
  };
  add(0, "one");
  add(3, "two");
  add(3 + 3600, "after lunch");
  add(3 + 3600 + 3, "last");
  const Replay story(slow, pack.activity);
  ASSERT_EQ(story.moments().size(), 4U);
  EXPECT_DOUBLE_EQ(story.moments()[1], 3.0 / 12);
  EXPECT_DOUBLE_EQ(story.moments()[2], 9.0 / 12);
  EXPECT_DOUBLE_EQ(story.moments()[3], 1);
  EXPECT_EQ(story.happened_by(0.5), 2U);
  EXPECT_EQ(story.happened_by(1), 4U);
}

TEST_F(Story, OfNothingIsEmpty) {
  const Replay story(std::vector<model::Event>{}, pack.activity);
  EXPECT_EQ(story.happened_by(1), 0U);
  EXPECT_EQ(story.after(0), model::Convening());
}

TEST_F(Story, TellsWhatCameAllAtOnceOneAfterAnother) {
  std::vector<model::Event> at_once;
  for (std::uint64_t number = 1; number <= 4; ++number)
    at_once.push_back({numbered<model::EventId>(number),
                       {5, 0, {}},
                       model::CardMade{numbered<model::CardId>(number), {"words", "en", {}}, {"identity", {}}, {}, false}});
  const Replay story(at_once, pack.activity);
  EXPECT_EQ(story.happened_by(0.3), 2U);
}

}  // namespace
}  // namespace greenline::harvest
