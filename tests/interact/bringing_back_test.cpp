// What people had begun finds its seat again, whatever has become of what it was for.
#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class BringingBack : public WallTest {
 protected:
  [[nodiscard]] static ui::Draft draft_for(decltype(ui::Draft::becomes) becomes, std::string words = "half a thought") {
    return {
        .becomes = std::move(becomes), .words = std::move(words), .language = "en", .ink = {}, .across = 0.2F, .down = 0.7F};
  }
  // Touches the seat at the edge, and places what is in it.
  void place_it() {
    const auto rect = offscreen->wall().seats().rect_of(hand->seat());
    ASSERT_TRUE(rect);
    hand->tap({rect->centre().x, std::min(rect->y0 + 10, 1076.0F)});
    ASSERT_TRUE(hand->tap_control("place"));
  }
  [[nodiscard]] const model::Card* card_saying(const std::string& words) const {
    for (const auto& [id, card] : session->convening().cards)
      if (card.saying.value.words == words) return &card;
    return nullptr;
  }
};

TEST_F(BringingBack, ACardIsPlacedWhereItsMakerMeantIt) {
  open("both-sides-of-the-line", "name");
  offscreen->wall().bring_back({draft_for(ui::DraftCard{{"pattern", {0.3F, 0.1F}}})});
  hand->frames(5);
  place_it();
  ASSERT_NE(card_saying("half a thought"), nullptr);
  EXPECT_EQ(card_saying("half a thought")->place.value, (model::Place{"pattern", {0.3F, 0.1F}}));
}

TEST_F(BringingBack, WhatWasMeantForACardThatIsGoneBecomesACardOfItsOwn) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  ASSERT_TRUE(offscreen->wall().request(model::TakeBackCard{card}, {}));
  offscreen->wall().bring_back({draft_for(ui::DraftNourishment{card, model::NourishKind::story})});
  hand->frames(5);
  place_it();
  ASSERT_NE(card_saying("half a thought"), nullptr);
  EXPECT_TRUE(card_saying("half a thought")->place.value.region.empty());
}

TEST_F(BringingBack, WhatWasLeftBesideACardThatIsThereIsLeftBesideIt) {
  open("both-sides-of-the-line", "name");
  const model::CardId card = a_card("structure", "bells");
  enter("one-small-thing");
  offscreen->wall().bring_back({draft_for(ui::DraftNourishment{card, model::NourishKind::story})});
  hand->frames(5);
  place_it();
  ASSERT_EQ(session->convening().nourishments.size(), 1U);
  const model::Nourishment& left = session->convening().nourishments.begin()->second;
  EXPECT_EQ(left.body.value.beside, model::NourishTarget{card});
  EXPECT_EQ(left.body.value.kind, model::NourishKind::story);
  EXPECT_EQ(left.body.value.saying.words, "half a thought");
}

TEST_F(BringingBack, WordsOfThreadsAndNamesOfGatheringsGoOnWithWhatWasTyped) {
  open("both-sides-of-the-line", "name");
  const model::CardId one = a_card("structure", "bells"), other = a_card("identity", "a harbour");
  enter("across");
  const auto drawn = offscreen->wall().request(model::DrawThread{one, other}, {});
  ASSERT_TRUE(drawn);
  const model::ThreadId thread = std::get<model::ThreadDrawn>(drawn->body).thread;
  offscreen->wall().bring_back({draft_for(ui::DraftWord{thread}, "leans on")});
  hand->frames(5);
  place_it();
  EXPECT_EQ(session->convening().threads.at(thread).word.value.words, "leans on");

  offscreen->wall().bring_back({draft_for(ui::DraftName{model::GatheringId{}}, "those who stay")});
  hand->frames(5);
  EXPECT_NE(hand->seat(), 0) << "no such gathering is here, and the words are";
}

}  // namespace
}  // namespace greenline::interact
