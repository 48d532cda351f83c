// Choosing among keyboards: one touch each, in one's own script.
#include <gmock/gmock.h>

#include "ui/composer.h"
#include "ui/round_a_table.h"

namespace greenline::ui {
namespace {

const std::vector<std::string> all_six = {"en", "fr", "es", "pa", "ar", "sal"};

class Choosing : public RoundATable {
 protected:
  Choosing() { stand({1920, 1080, 3.78F}); }
  void stand(const Glass& glass) {
    setting.languages = all_six;
    lay_down(glass);
    setting.table = false;
    seats->set_setting(setting);
  }
  void offer(const std::vector<std::string>& languages) {
    setting.languages = languages;
    seats->set_setting(setting);
  }
  void choose(int seat, const std::string& language) { tap(seat, seats->control(seat, "keyboard:" + language)->centre()); }
  // Every key that writes something, on the page that is up.
  [[nodiscard]] std::vector<PixelRect> keys(int seat, const std::string& language) const {
    std::vector<PixelRect> rects;
    for (const auto& row : keyboards->find(language)->letters) {
      for (const std::string& text : row) rects.push_back(*seats->control(seat, text));
    }
    for (const char* name : {"space", "erase", "enter", "page"}) rects.push_back(*seats->control(seat, name));
    return rects;
  }
  void expect_room_for_fingers(int seat) {
    for (const std::string& language : all_six) {
      choose(seat, language);
      const auto rects = keys(seat, language);
      for (std::size_t i = 0; i < rects.size(); ++i) {
        EXPECT_GE(std::min(rects[i].width(), rects[i].height()), 10.85F * setting.pixels_per_mm) << language;
        EXPECT_TRUE(seats->rect_of(seat)->contains(rects[i].centre()));
        for (std::size_t k = 0; k < i; ++k) ASSERT_FALSE(rects[i].grown(-0.1F).touches(rects[k])) << language;
      }
    }
  }
};

TEST_F(Choosing, EachOfSixKeyboardsHasATabForAFinger) {
  const int seat = open(a_card());
  std::vector<PixelRect> tabs;
  for (const std::string& language : all_six) {
    const auto tab = seats->control(seat, "keyboard:" + language);
    ASSERT_TRUE(tab) << language;
    EXPECT_GE(tab->height(), 11 * setting.pixels_per_mm);
    EXPECT_GE(tab->width(), 15 * setting.pixels_per_mm);
    for (const PixelRect& other : tabs) EXPECT_FALSE(tab->grown(-0.1F).touches(other));
    tabs.push_back(*tab);
  }
  EXPECT_FALSE(seats->control(seat, "language"));
}

TEST_F(Choosing, OneTouchBringsAKeyboardAndItsLanguage) {
  for (const std::string& language : all_six) {
    const int seat = open(a_card());
    choose(seat, language);
    const std::string letter = keyboards->find(language)->letters[1][4];
    tap(seat, seats->control(seat, letter)->centre());
    const auto saying = placed(seat);
    ASSERT_TRUE(saying);
    EXPECT_EQ(saying->words, letter);
    EXPECT_EQ(saying->language, language);
    seats->close(seat);
  }
}

TEST_F(Choosing, NothingElseMovesAndInkStaysOneTouchAway) {
  const int seat = open(a_card());
  const PixelRect panel = *seats->rect_of(seat);
  const auto draw = seats->control(seat, "draw"), place = seats->control(seat, "place"), words = seats->control(seat, "words"),
             tab = seats->control(seat, "keyboard:ar");
  for (const std::string& language : all_six) {
    choose(seat, language);
    EXPECT_EQ(*seats->rect_of(seat), panel);
    EXPECT_EQ(seats->control(seat, "draw"), draw);
    EXPECT_EQ(seats->control(seat, "place"), place);
    EXPECT_EQ(seats->control(seat, "words"), words);
    EXPECT_EQ(seats->control(seat, "keyboard:ar"), tab);
  }
}

TEST_F(Choosing, TwoKeyboardsTakeTurnsOnOneKey) {
  offer({"en", "pa"});
  const int seat = open(a_card());
  EXPECT_FALSE(seats->control(seat, "keyboard:pa"));
  tap(seat, seats->control(seat, "language")->centre());
  EXPECT_TRUE(seats->control(seat, "ਪ"));
  tap(seat, seats->control(seat, "language")->centre());
  EXPECT_TRUE(seats->control(seat, "p"));
}

TEST_F(Choosing, OneKeyboardHasNothingToChoose) {
  offer({"en"});
  const int seat = open(a_card());
  EXPECT_FALSE(seats->control(seat, "language"));
  EXPECT_FALSE(seats->control(seat, "keyboard:en"));
}

TEST_F(Choosing, WhereTheWallsLanguageIsNotOfferedTheFirstOneIs) {
  offer({"pa", "ar", "sal"});
  const int seat = open(a_card());
  EXPECT_TRUE(seats->control(seat, "ਪ"));
}

TEST_F(Choosing, KeysHaveRoomForFingersWhereverSomebodySits) {
  for (const Glass glass : {Glass{1920, 1080, 3.78F}, {3840, 2160, 5.6F}, {1080, 1920, 3.78F}, {1920, 1080, 1.585F}}) {
    stand(glass);
    for (const float x : {0.1F, 0.5F, 0.9F, 0.3F}) {
      ComposeCard card = a_card();
      card.beside = {x * setting.width, 0.7F * setting.height};
      const int seat = open(card);
      if (seat != 0 && !seats->waiting(seat)) expect_room_for_fingers(seat);
    }
  }
}

TEST_F(Choosing, ThreeSitBesideEachOtherAtAKiosk) {
  std::vector<int> ids;
  for (const float x : {0.15F, 0.5F, 0.85F}) {
    ComposeCard card = a_card();
    card.beside = {x * setting.width, 0.7F * setting.height};
    ids.push_back(open(card));
    ASSERT_NE(ids.back(), 0);
    ASSERT_FALSE(seats->waiting(ids.back()));
  }
  for (const int seat : ids) expect_room_for_fingers(seat);
}

TEST_F(Choosing, SixSitRoundATable) {
  lay_down({3840, 2160, 3.17F});
  for (const PixelPoint at : {at_side(Side::below, 0.27F), at_side(Side::below, 0.74F), at_side(Side::above, 0.3F),
                              at_side(Side::above, 0.7F), at_side(Side::left), at_side(Side::right)}) {
    const int seat = open_at(at);
    ASSERT_NE(seat, 0);
    ASSERT_FALSE(seats->waiting(seat));
  }
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(seats->rects()[i].touches(seats->rects()[k]));
  }
}

TEST_F(Choosing, SentencesAreInThePersonsLanguageElseInTheWalls) {
  setting.language = "fr";
  const Surroundings s{engine, *strings, *keyboards, *palette, setting};
  Composer composer(1, a_card(), s);
  Draft draft;
  draft.language = "pa";  // has no sentences of its own
  composer.resume(draft, s);
  EXPECT_EQ(composer.say("composer.place", s), (*strings)("composer.place", "fr"));
  draft.language = "en";
  composer.resume(draft, s);
  EXPECT_EQ(composer.say("composer.place", s), (*strings)("composer.place", "en"));
}

TEST_F(Choosing, AQuestionIsInThePersonsLanguageElseInTheWalls) {
  setting.language = "fr";
  const Surroundings s{engine, *strings, *keyboards, *palette, setting};
  const content::LocalText question = {{"en", "Who knew?"}, {"fr", "Qui savait ?"}, {"pa", "ਕੌਣ ਜਾਣਦਾ ਸੀ?"}};
  EXPECT_EQ(words_in(question, "pa", s), "ਕੌਣ ਜਾਣਦਾ ਸੀ?");
  EXPECT_EQ(words_in(question, "pa-Guru", s), "ਕੌਣ ਜਾਣਦਾ ਸੀ?");
  EXPECT_EQ(words_in(question, "ar", s), "Qui savait ?");
  setting.language = "zh";
  const Surroundings elsewhere{engine, *strings, *keyboards, *palette, setting};
  EXPECT_EQ(words_in(question, "ar", elsewhere), "Who knew?");
}

TEST_F(Choosing, ADraftComesBackOnItsOwnKeyboard) {
  const int seat = open(a_card());
  choose(seat, "ar");
  tap(seat, seats->control(seat, "س")->centre());
  const Draft draft = seats->drafts().at(0);
  lay_down({1920, 1080, 3.78F});
  const int back = seats->bring_back(a_card(), draft);
  tap(back, seats->rect_of(back)->centre());
  pass();
  EXPECT_TRUE(seats->control(back, "س"));
  EXPECT_EQ(seats->drafts().at(0).words, "س");
}

TEST_F(Choosing, GurmukhiCarriersTakeTheirSignsAsTheyAreWrittenByHand) {
  const int seat = open(a_card());
  choose(seat, "pa");
  for (const char* key : {"ੳ", "ੁ", "ਸ", "ਅ", "ਾ", "ੲ", "ੇ"}) tap(seat, seats->control(seat, key)->centre());
  EXPECT_EQ(seats->drafts().at(0).words, "ਉਸਆਏ");
}

TEST_F(Choosing, AMarkGoesOnTheLetterBeforeIt) {
  const int seat = open(a_card());
  choose(seat, "sal");
  for (const char* key : {"h", "ə", "n", "\u0313", "q", "\u0313", "ə"}) tap(seat, seats->control(seat, key)->centre());
  EXPECT_EQ(placed(seat)->words, "hən̓q̓ə");
}

TEST_F(Choosing, ShiftTouchedTwiceStaysUntilItIsTouchedAgain) {
  const int seat = open(a_card());
  choose(seat, "sal");
  const PixelPoint shift = seats->control(seat, "shift")->centre();
  tap(seat, shift);
  tap(seat, shift);
  for (const char* key : {"S", "E", "N", "Ć", "O", "Ŧ", "E", "N"}) tap(seat, seats->control(seat, key)->centre());
  pass(1);
  tap(seat, shift);
  tap(seat, seats->control(seat, "s")->centre());
  EXPECT_EQ(seats->drafts().at(0).words, "SENĆOŦENs");
}

TEST_F(Choosing, ShiftTouchedAgainAfterAWhileIsOff) {
  const int seat = open(a_card());
  const PixelPoint shift = seats->control(seat, "shift")->centre();
  tap(seat, shift);
  pass(1);
  tap(seat, shift);
  EXPECT_TRUE(seats->control(seat, "a"));
}

}  // namespace
}  // namespace greenline::ui
