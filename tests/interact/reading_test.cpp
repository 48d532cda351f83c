// A card that is read large: what it is joined to stays in sight, and is told in words.
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class ReadingOnTheWall : public WallTest {
 protected:
  void open_on_glass(view::WallSetting setting = {.pixels_per_mm = 1.58F, .language = "en", .still = true}) {
    open("both-sides-of-the-line", "name", setting);
  }
  model::ThreadId join(const model::CardId& from, model::ThreadEnd to, const std::string& word, const std::string& language) {
    const auto drawn = offscreen->wall().request(model::DrawThread{from, std::move(to)}, {});
    EXPECT_TRUE(drawn);
    const model::ThreadId thread = std::get<model::ThreadDrawn>(drawn->body).thread;
    if (!word.empty()) {
      EXPECT_TRUE(offscreen->wall().request(model::WordThread{thread, word, language}, {}));
    }
    hand->frames(60);
    return thread;
  }
  [[nodiscard]] ui::ReadCard read_now() {
    const auto all = offscreen->wall().seats().all_reading();
    return all.empty() ? ui::ReadCard{} : all.front().card;
  }
};

TEST_F(ReadingOnTheWall, NeverCoversTheCardsThatItIsThreadedTo) {
  open_on_glass();
  const model::CardId card = a_card("identity", "We are the late ones"), below = a_card("identity", "Bells", 0.5F, -0.6F),
                      beside = a_card("information", "Nobody was told"), above = a_card("structure", "Two buildings");
  enter("across");
  for (const model::CardId& other : {below, beside, above}) join(card, other, "because of", "en");
  hand->tap(centre(card));
  ASSERT_NE(hand->seat(), 0);
  const model::PixelRect large = *offscreen->wall().seats().rect_of(hand->seat());
  for (const model::CardId& one : {card, below, beside, above})
    EXPECT_FALSE(large.touches(*offscreen->wall().scene().rect_of(one)));
}

TEST_F(ReadingOnTheWall, SaysItsThreadsOtherEndsInTheirOwnLanguage) {
  open_on_glass();
  const model::CardId card = a_card("identity", "We are the late ones"), other = a_card("structure", "Deux b\u00e2timents"),
                      third = a_card("process", "Nine pages");
  enter("across");
  join(card, other, "needs", "en");
  join(third, card, "parce que", "fr");
  join(card, model::RegionEnd{"pattern"}, "", "");
  hand->tap(centre(card));
  const ui::ReadCard read = read_now();
  ASSERT_EQ(read.threads.size(), 3U);
  EXPECT_EQ(read.threads[0].word.words, "needs");
  EXPECT_TRUE(read.threads[0].outward);
  EXPECT_EQ(read.threads[0].says.words, "Deux b\u00e2timents");
  EXPECT_EQ(read.threads[0].card, other);
  EXPECT_FALSE(read.threads[1].outward);
  EXPECT_EQ(read.threads[1].word.language, "fr");
  EXPECT_EQ(read.threads[2].says.words, "Pattern");
  EXPECT_FALSE(read.threads[2].card);
}

TEST_F(ReadingOnTheWall, ATouchOnTheOtherEndReadsThatCardInTheSameSeat) {
  open_on_glass();
  const model::CardId card = a_card("identity", "We are the late ones"), other = a_card("structure", "Two buildings");
  enter("across");
  join(card, other, "needs", "en");
  hand->tap(centre(card));
  const int seat = hand->seat();
  ASSERT_TRUE(hand->tap_control("other_end"));
  EXPECT_EQ(hand->seat(), seat);
  EXPECT_EQ(offscreen->wall().seats().reading(seat), other);
  const model::PixelRect large = *offscreen->wall().seats().rect_of(seat);
  EXPECT_FALSE(large.touches(*offscreen->wall().scene().rect_of(other)));
  EXPECT_FALSE(large.touches(*offscreen->wall().scene().rect_of(card)));
  ASSERT_TRUE(hand->tap_control("other_end"));
  EXPECT_EQ(offscreen->wall().seats().reading(seat), card) << "and back";
}

TEST_F(ReadingOnTheWall, WordsUnderAVeilAreNotTold) {
  open_on_glass();
  const model::CardId card = a_card("identity", "We are the late ones"), other = a_card("structure", "Two buildings");
  enter("across");
  join(card, other, "needs", "en");
  ASSERT_TRUE(offscreen->wall().request(model::VeilCard{other}, {}, model::the_host));
  hand->tap(centre(card));
  const ui::ReadCard read = read_now();
  ASSERT_EQ(read.threads.size(), 1U);
  EXPECT_EQ(read.threads[0].says.words, "");
}

TEST_F(ReadingOnTheWall, ACardOfARegionThatWaitsIsReadToo) {
  open_on_glass();
  const model::CardId card = a_card("identity", "We are the late ones");
  offscreen->wall().scene().bring_near(session->convening(), "structure");
  hand->frames(5);
  hand->tap(centre(card));
  ASSERT_NE(hand->seat(), 0);
  EXPECT_EQ(offscreen->wall().seats().reading(hand->seat()), card);
  EXPECT_EQ(offscreen->wall().scene().near(), "structure");
}

struct Glass {
  const char* name;
  float width, height, pixels_per_mm;
};
constexpr Glass glasses[] = {
    {"55_inches", 1920, 1080, 1.58F}, {"upright", 1080, 1920, 1.58F}, {"86_inches", 3840, 2160, 2.02F}};
// The six circles, rings within rings, and a field in which threads draw cards together.
constexpr const char* canvases[] = {"both-sides-of-the-line", "finding-our-place", "offers-and-asks"};

class ReadLarge : public ReadingOnTheWall, public testing::WithParamInterface<std::tuple<const char*, Glass>> {
 protected:
  void open_with_all_verbs(const std::string& activity, const Glass& glass) {
    auto loaded = resources_of(activity);
    ASSERT_TRUE(loaded) << loaded.error();
    resources = std::make_unique<app::Resources>(std::move(*loaded));
    for (content::Phase& phase : resources->pack.activity.phases) {
      using enum model::Verb;
      phase.rules.touch = true;
      phase.rules.sets_markers = false;
      phase.rules.verbs = {name, place, move, connect};
    }
    begin(
        resources->pack.activity.phases.front().id,
        {.width = glass.width, .height = glass.height, .pixels_per_mm = glass.pixels_per_mm, .language = "en", .still = true});
  }
  // In turn in every region, and at different places of it.
  model::CardId a_card_somewhere(int number, const model::Saying& saying) {
    const auto& regions = offscreen->wall().scene().backdrop().regions;
    const auto& region = regions[static_cast<std::size_t>(number) % regions.size()];
    const float x[] = {0, -0.6F, 0.6F, -0.5F, 0.5F, 0}, y[] = {0, 0.5F, 0.4F, -0.6F, -0.5F, 0.7F};
    const auto event = offscreen->wall().request(model::MakeCard{saying, {region.id, {x[number], y[number]}}}, {});
    EXPECT_TRUE(event);
    hand->frames(5);
    return event ? std::get<model::CardMade>(event->body).card : model::CardId{};
  }
};

TEST_P(ReadLarge, NeverCoversWhatItIsThreadedTo) {
  const auto& [activity, glass] = GetParam();
  const model::Saying said[] = {{"L’intergénérationnel, anticonstitutionnellement parlant, ne s’improvise pas", "fr", {}},
                                {"ਸਾਨੂੰ ਦਸੋ ਕਿ ਕੀ ਨਹੀਂ ਚੱਲਿਆ", "pa", {}},
                                {"نحتاج إلى صفحة واحدة", "ar", {}},
                                {"👨‍👩‍👧‍👦 🇨🇦 we", "en", {}},
                                {"Bells", "en", {}},
                                {"Nobody was told", "en", {}}};
  for (std::size_t hub = 0; hub < std::size(said); hub += 2) {
    open_with_all_verbs(activity, glass);
    std::vector<model::CardId> cards;
    for (int i = 0; i < 6; ++i) cards.push_back(a_card_somewhere(i, said[i]));
    for (const model::CardId& other : cards)
      if (other != cards[hub]) join(cards[hub], other, "because of", "en");
    hand->tap(offscreen->wall().scene().rect_of(cards[hub])->centre());
    ASSERT_NE(hand->seat(), 0);
    hand->frames(40);
    const model::PixelRect large = *offscreen->wall().seats().rect_of(hand->seat());
    for (const model::CardId& one : cards) EXPECT_FALSE(large.touches(*offscreen->wall().scene().rect_of(one)));
    EXPECT_EQ(model::clipped(large, {0, 0, glass.width, glass.height}), large);
    const ui::ReadCard read = read_now();
    ASSERT_EQ(read.threads.size(), 5U);
    for (const ui::ThreadAt& thread : read.threads)
      EXPECT_EQ(thread.says.words.empty(), offscreen->wall().scene().card(*thread.card)->veiled);
  }
}

INSTANTIATE_TEST_SUITE_P(OnEveryCanvas, ReadLarge, testing::Combine(testing::ValuesIn(canvases), testing::ValuesIn(glasses)),
                         [](const auto& one) {
                           std::string name = std::string(std::get<0>(one.param)) + "_" + std::get<1>(one.param).name;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace greenline::interact
