// A card that is read large: what it is joined to stays in sight, and is told in words.
#include <algorithm>
#include <string>

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

}  // namespace
}  // namespace greenline::interact
