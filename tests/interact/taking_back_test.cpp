// What a person can do on the wall, a person can take back on the wall until the phase closes.
#include <gtest/gtest.h>

#include "interact/on_a_wall.h"

namespace greenline::interact {
namespace {

class TakingBack : public WallTest {
 protected:
  void open_with_all_verbs() {
    open("both-sides-of-the-line", "name");
    for (content::Phase& phase : resources->pack.activity.phases) {
      using enum model::Verb;
      if (phase.rules.touch) phase.rules.verbs = {name, place, move, connect, nourish, illuminate, veil, let_go, gather, mark};
    }
    begin("name", {.pixels_per_mm = 2.9F, .still = true});  // high enough for seats that show all beneath a card
  }
  template <class Made>
  Made granted(const model::Request& request) {
    const auto event = offscreen->wall().request(request, {});
    EXPECT_TRUE(event);
    hand->frames(60);
    return event ? std::get<Made>(event->body) : Made{};
  }
  void tap_thread(const model::ThreadId& id) {
    ASSERT_TRUE(offscreen->wall().request(model::WordThread{id, "needs"}, {}));
    hand->frames(60);
    const scene::ThreadView* view = offscreen->wall().scene().thread(id);
    ASSERT_NE(view, nullptr);
    hand->tap(view->pill.centre());
    ASSERT_TRUE(offscreen->wall().seats().control(hand->seat(), "place"));
    ASSERT_FALSE(offscreen->wall().seats().control(hand->seat(), "draw")) << "a word is asked for, no card";
  }
  const model::Convening& now() { return session->convening(); }
};

TEST_F(TakingBack, AThreadIsOfferedWhereItsWordIs) {
  open_with_all_verbs();
  const model::CardId one = a_card("structure", "bells"), other = a_card("identity", "a harbour");
  const auto thread = granted<model::ThreadDrawn>(model::DrawThread{one, other}).thread;
  tap_thread(thread);
  ASSERT_NE(hand->seat(), 0);
  ASSERT_TRUE(hand->tap_control("take_back"));
  EXPECT_TRUE(now().threads.at(thread).taken_back);
  EXPECT_EQ(hand->seat(), 0);
}

TEST_F(TakingBack, AThreadOfAnEarlierPhaseStays) {
  open_with_all_verbs();
  const model::CardId one = a_card("structure", "bells"), other = a_card("identity", "a harbour");
  const auto thread = granted<model::ThreadDrawn>(model::DrawThread{one, other}).thread;
  enter("across");
  tap_thread(thread);
  ASSERT_NE(hand->seat(), 0);
  EXPECT_FALSE(hand->tap_control("take_back"));
}

TEST_F(TakingBack, AGatheringIsOfferedWhereItsNameIs) {
  open_with_all_verbs();
  const model::CardId one = a_card("identity", "one", -0.4F, -0.2F), two = a_card("identity", "two", 0.4F, -0.2F);
  const auto gathering = granted<model::GatheringMade>(model::Gather{{one, two}}).gathering;
  ASSERT_TRUE(offscreen->wall().request(model::NameGathering{gathering, "kin"}, {}));
  hand->frames(60);
  ASSERT_EQ(offscreen->wall().scene().gatherings().size(), 1U);
  hand->tap(offscreen->wall().scene().gatherings()[0].pill.centre());
  ASSERT_NE(hand->seat(), 0);
  ASSERT_TRUE(hand->tap_control("take_back"));
  EXPECT_TRUE(now().gatherings.at(gathering).taken_back);
}

TEST_F(TakingBack, AGatheringWithoutANameIsFoundByItsLoop) {
  open_with_all_verbs();
  const model::CardId one = a_card("identity", "one", -0.4F, -0.2F), two = a_card("identity", "two", 0.4F, -0.2F);
  const auto gathering = granted<model::GatheringMade>(model::Gather{{one, two}}).gathering;
  const auto& dots = offscreen->wall().scene().gatherings()[0].dots;
  ASSERT_FALSE(dots.empty());
  hand->tap(dots[dots.size() / 3]);
  ASSERT_TRUE(hand->tap_control("take_back"));
  EXPECT_TRUE(now().gatherings.at(gathering).taken_back);
}

TEST_F(TakingBack, WhatWasLeftBesideACardIsOfferedWhereItIsRead) {
  open_with_all_verbs();
  const model::CardId card = a_card("structure", "bells");
  const auto left = granted<model::NourishmentLeft>(model::Nourish{card, model::NourishKind::story, {"once", "en", {}}});
  const auto more = granted<model::NourishmentLeft>(model::Nourish{card, model::NourishKind::story, {"twice", "en", {}}});
  hand->tap(centre(card));
  ASSERT_TRUE(hand->tap_control("take_back_beside"));
  EXPECT_TRUE(now().nourishments.at(more.nourishment).taken_back) << "the newest";
  EXPECT_FALSE(now().nourishments.at(left.nourishment).taken_back);
  EXPECT_NE(hand->seat(), 0) << "the other one is still to be read";
  ASSERT_TRUE(hand->tap_control("take_back_beside"));
  EXPECT_TRUE(now().nourishments.at(left.nourishment).taken_back);
  EXPECT_FALSE(hand->tap_control("take_back_beside"));
}

TEST_F(TakingBack, WhatWasLeftBesideAThreadIsOfferedAtItsCards) {
  open_with_all_verbs();
  const model::CardId one = a_card("structure", "bells"), other = a_card("identity", "a harbour");
  const auto thread = granted<model::ThreadDrawn>(model::DrawThread{one, other}).thread;
  const auto left = granted<model::NourishmentLeft>(model::Nourish{thread, model::NourishKind::offer, {"a hand", "en", {}}});
  hand->tap(centre(other));
  ASSERT_TRUE(hand->tap_control("take_back_beside"));
  EXPECT_TRUE(now().nourishments.at(left.nourishment).taken_back);
}

TEST_F(TakingBack, LightAMarkAndLettingGoAreOfferedAtTheCard) {
  open_with_all_verbs();
  const model::CardId card = a_card("structure", "bells");
  for (const auto& [act, undo] : std::initializer_list<std::pair<const char*, const char*>>{
           {"light", "take_back_light"}, {"mark", "take_back_mark"}, {"let_go", "take_back_let_go"}}) {
    hand->tap(centre(card));
    ASSERT_TRUE(hand->tap_control(act)) << act;
    if (std::string_view(act) != "mark") {
      ASSERT_TRUE(hand->tap_control("place")) << act;
    }
    hand->tap(centre(card));
    ASSERT_TRUE(hand->tap_control(undo)) << undo;
  }
  const model::Card& then = now().cards.at(card);
  EXPECT_FALSE(then.lit_up.value || then.marked.value || then.let_go.value);
}

TEST_F(TakingBack, ACardIsLetGoWithTheThanksThatPeopleGiveIt) {
  open_with_all_verbs();
  const model::CardId card = a_card("structure", "bells");
  hand->tap(centre(card));
  ASSERT_TRUE(hand->tap_control("let_go"));
  for (const char c : std::string_view("It held us")) offscreen->wall().type(static_cast<char32_t>(c));
  EXPECT_FALSE(now().cards.at(card).let_go.value) << "not before they say so";
  ASSERT_TRUE(hand->tap_control("place"));
  EXPECT_TRUE(now().cards.at(card).let_go.value);
  EXPECT_EQ(now().cards.at(card).thanks.value.words, "It held us");
  hand->tap(centre(card));
  const auto reading = offscreen->wall().seats().all_reading();
  ASSERT_EQ(reading.size(), 1U);
  EXPECT_EQ(reading[0].card.thanks.words, "It held us") << "whoever reads the card reads its thanks";
}

TEST_F(TakingBack, AReadCardThatSomebodyTakesBackIsSaidToBeGone) {
  open_with_all_verbs();
  const model::CardId card = a_card("structure", "bells");
  hand->tap(centre(card));
  ASSERT_NE(hand->seat(), 0);
  ASSERT_TRUE(offscreen->wall().request(model::TakeBackCard{card}, {}));
  hand->frames(2);
  EXPECT_EQ(hand->seat(), 0);
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
}

class TakingBackAMarker : public TakingBack {
 protected:
  void set_one() {
    open("finding-our-place", "where-am-i");
    at = in("interest", 0.8F, 0);
    hand->tap(at);
    ASSERT_EQ(now().markers.size(), 1U);
    marker = now().markers.begin()->first;
  }
  [[nodiscard]] std::vector<render::Chip> chips() { return offscreen->wall().atmosphere().chips; }
  PixelPoint at;
  model::MarkerId marker;
};

TEST_F(TakingBackAMarker, IsOfferedWhenItIsTouched) {
  set_one();
  hand->tap(at);
  ASSERT_EQ(chips().size(), 2U) << "take it back, or stand here too";
  EXPECT_EQ(now().markers.size(), 1U) << "a touch on a sign sets no second one by itself";
  hand->tap(chips()[0].rect.centre());
  EXPECT_TRUE(now().markers.at(marker).taken_back);
  EXPECT_TRUE(chips().empty());
}

TEST_F(TakingBackAMarker, LetsSomebodyElseStandThereToo) {
  set_one();
  hand->tap(at);
  ASSERT_EQ(chips().size(), 2U);
  hand->tap(chips()[1].rect.centre());
  EXPECT_EQ(now().markers.size(), 2U);
  EXPECT_FALSE(now().markers.at(marker).taken_back);
}

TEST_F(TakingBackAMarker, IsPutAwayByASecondTouchOrByItself) {
  set_one();
  hand->tap(at);
  hand->tap(at);
  EXPECT_TRUE(chips().empty());
  hand->tap(at);
  ASSERT_FALSE(chips().empty());
  offscreen->wall().skip_time(30);
  hand->frames(2);
  EXPECT_TRUE(chips().empty());
  EXPECT_FALSE(now().markers.at(marker).taken_back);
}

TEST_F(TakingBackAMarker, IsRefusedInWordsOnceItsPhaseHasClosed) {
  set_one();
  enter("both-ways");
  hand->tap(at);
  EXPECT_TRUE(chips().empty());
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
}

TEST_F(TakingBackAMarker, NobodyElsesSignIsDraggedAboutWherePeoplePlaceThemselves) {
  set_one();
  const model::Place before = now().markers.at(marker).place.value;
  hand->drag(at, at + PixelPoint{200, 0});
  EXPECT_EQ(now().markers.at(marker).place.value, before);
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
}

class Closing : public TakingBackAMarker {
 protected:
  void close() {
    enter("both-ways");
    host(HostKey::next_phase);
    offscreen->wall().skip_time(4);
    host(HostKey::next_phase);
    hand->frames(5);
  }
};

TEST_F(Closing, TheActivityAsksOnceMoreBeforeItCloses) {
  set_one();
  enter("both-ways");
  host(HostKey::next_phase);
  EXPECT_FALSE(session->closed());
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
  for (int i = 0; i < 5; ++i) {
    offscreen->wall().skip_time(1);
    host(HostKey::next_phase);
  }
  EXPECT_FALSE(session->closed()) << "who presses on has not read the question";
  offscreen->wall().skip_time(25);
  host(HostKey::next_phase);
  EXPECT_FALSE(session->closed()) << "a press long after is a first one again";
  offscreen->wall().skip_time(4);
  host(HostKey::next_phase);
  EXPECT_TRUE(session->closed());
}

TEST_F(Closing, SignsThatAreNotKeptAreErased) {
  set_one();
  close();
  EXPECT_TRUE(session->closed());
  EXPECT_TRUE(now().markers.empty());
  EXPECT_TRUE(offscreen->wall().scene().haze().empty());
}

TEST_F(Closing, SignsThatAreKeptStay) {
  open("finding-our-place", "where-am-i");
  resources->pack.activity.harvest.keep_markers = true;
  begin("where-am-i", {.still = true});
  hand->tap(in("interest", 0.8F, 0));
  close();
  EXPECT_TRUE(session->closed());
  EXPECT_EQ(now().markers.size(), 1U);
}

TEST_F(Closing, NothingIsDoneOnAClosedWallAndTheHostOpensItAgain) {
  set_one();
  close();
  hand->tap(in("interest", 0.8F, 0));
  EXPECT_TRUE(now().markers.empty());
  EXPECT_FALSE(offscreen->wall().atmosphere().notices.empty());
  host(HostKey::previous_phase);
  EXPECT_FALSE(session->closed());
  EXPECT_EQ(session->phase().id, "both-ways");
}

}  // namespace
}  // namespace greenline::interact
