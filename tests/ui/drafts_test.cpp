// What people had begun, out of their seats and back into them.
#include <gmock/gmock.h>

#include <limits>

#include "at_a_seat.h"
#include "ui/measures.h"

namespace greenline::ui {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using enum input::ContactState;

class Drafts : public AtASeat {
 protected:
  static ComposeNourishment beside_a_card() {
    ComposeNourishment beside;
    model::CardId card;
    card.bytes[3] = 9;
    beside.beside_what = card;
    beside.beside = {300, 500};
    return beside;
  }
  static ComposeName a_name() {
    ComposeName name;
    name.gathering.bytes[1] = 4;
    name.beside = {900, 500};
    name.name = "Bells";
    return name;
  }
  static Draft a_draft(std::string words) {
    Draft draft;
    draft.becomes = DraftCard{a_card().place};
    draft.words = std::move(words);
    draft.language = "en";
    draft.across = 0.3F;
    draft.down = 0.7F;
    return draft;
  }
  [[nodiscard]] PixelPoint head_of(int seat) const {
    const PixelRect rect = *seats->rect_of(seat);
    return {rect.centre().x, (rect.y0 + setting.height) / 2};
  }
  [[nodiscard]] bool goes_up(const std::function<void()>& act) {
    const std::uint64_t before = seats->drafts_version();
    act();
    return seats->drafts_version() > before;
  }
};

TEST_F(Drafts, HoldWordsInkAndWhatTheyWouldBecome) {
  const int seat = open(a_card());
  type(U" half a thought ");
  tap(seat, seats->control(seat, "draw")->centre());
  tap(seat, inner(seat).centre());
  const auto drafts = seats->drafts();
  ASSERT_THAT(drafts, SizeIs(1));
  EXPECT_EQ(std::get<DraftCard>(drafts[0].becomes).place, a_card().place);
  EXPECT_EQ(drafts[0].words, " half a thought ");
  EXPECT_EQ(drafts[0].language, "en");
  EXPECT_THAT(drafts[0].ink, SizeIs(1));
  const PixelPoint middle = seats->rect_of(seat)->centre();
  EXPECT_NEAR(drafts[0].across, middle.x / setting.width, 1e-4);
  EXPECT_NEAR(drafts[0].down, middle.y / setting.height, 1e-4);
}

TEST_F(Drafts, AreOfThoseWhoWouldLoseSomething) {
  open(a_card());
  type(U"  ");
  open(a_name());
  ReadCard read;
  read.beside = {1700, 500};
  open(read);
  EXPECT_THAT(seats->drafts(), IsEmpty());
}

TEST_F(Drafts, OfANameAreWhatDiffersFromIt) {
  open(a_name());
  type(U"!");
  ASSERT_THAT(seats->drafts(), SizeIs(1));
  EXPECT_EQ(seats->drafts()[0].words, "Bells!");
  EXPECT_EQ(std::get<DraftName>(seats->drafts()[0].becomes).gathering, a_name().gathering);
  seats->press(Seats::Key::backspace);
  EXPECT_THAT(seats->drafts(), IsEmpty());
}

TEST_F(Drafts, ComeInTheOrderOfSeatsAlsoFromThoseTuckedAway) {
  open(beside_a_card());
  type(U"first");
  open(a_card());
  type(U"second");
  const auto before = seats->drafts();
  seats->skip_time(121);
  pass();
  ASSERT_THAT(seats->drafts(), SizeIs(2));
  EXPECT_EQ(seats->drafts()[0].words, "first");
  EXPECT_EQ(seats->drafts()[1].words, "second");
  EXPECT_EQ(seats->drafts(), before);  // also where they were
}

TEST_F(Drafts, VersionGoesUpWithWhatPeopleDo) {
  int seat = 0;
  EXPECT_TRUE(goes_up([&] { seat = open(a_card()); }));
  EXPECT_TRUE(goes_up([&] { type(U"a"); }));
  EXPECT_TRUE(goes_up([&] { seats->press(Seats::Key::backspace); }));
  EXPECT_TRUE(goes_up([&] { tap(seat, letter(seat, 'k')); }));
  EXPECT_TRUE(goes_up([&] { seats->close(seat); }));
  EXPECT_TRUE(goes_up([&] { seats->bring_back(a_card(), a_draft("kept")); }));
}

TEST_F(Drafts, VersionStaysWhileNothingCanHaveChanged) {
  const int seat = open(a_card());
  type(U"half");
  EXPECT_FALSE(goes_up([&] {
    for (int i = 0; i < 100; ++i) pass(0.1F);
    seats->skip_time(50);
    pass();
    seats->set_palette(*palette);
    seats->set_setting(setting);
    seats->explain(seat, "A sentence.");
    seats->close(4711);
    pass();
    std::ignore = seats->drafts();
  }));
  seats->close(seat);
  EXPECT_FALSE(goes_up([&] { type(U"nobody"); }));
}

TEST_F(Drafts, VersionGoesUpWhileAHeldDeleteKeyRepeats) {
  const int seat = open(a_card());
  type(U"many letters");
  touch(seat, 1, began, seats->control(seat, "erase")->centre());
  const std::size_t before = seats->drafts()[0].words.size();
  EXPECT_TRUE(goes_up([&] {
    pass(0.5F);
    pass(0.1F);
  }));
  EXPECT_LT(seats->drafts()[0].words.size(), before);
}

TEST_F(Drafts, ComeBackTuckedAwayWithAllThatWasThere) {
  open(beside_a_card());
  type(U"is it so?");
  Draft draft = seats->drafts().at(0);
  draft.language = "fr";
  draft.ink = {{{0.1F, 0.2F, 0.01F}, {0.5F, 0.6F, 0.012F}}};
  std::get<DraftNourishment>(draft.becomes).kind = model::NourishKind::story;
  seats.emplace(engine, *strings, *keyboards);
  seats->set_palette(*palette);
  seats->set_setting(setting);

  const int seat = seats->bring_back(beside_a_card(), draft);
  ASSERT_NE(seat, 0);
  const PixelRect tucked = *seats->rect_of(seat);
  EXPECT_LT(tucked.y0, setting.height);
  EXPECT_GT(tucked.y1, setting.height);
  EXPECT_NEAR(tucked.centre().x / setting.width, draft.across, 0.02);
  ASSERT_THAT(seats->drafts(), SizeIs(1));
  EXPECT_EQ(seats->drafts()[0], draft);

  tap(seat, head_of(seat));
  EXPECT_LE(seats->rect_of(seat)->y1, setting.height);
  type(U" yes");
  tap(seat, seats->control(seat, "place")->centre());
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  const auto& nourish = std::get<model::Nourish>(std::get<Wants>(out[0]).request);
  EXPECT_EQ(nourish.saying.words, "is it so? yes");
  EXPECT_EQ(nourish.saying.language, "fr");
  EXPECT_EQ(nourish.saying.ink, draft.ink);
  EXPECT_EQ(nourish.kind, model::NourishKind::story);
}

TEST_F(Drafts, ComeBackToTheirOwnSideOfATable) {
  setting.table = true;
  seats->set_setting(setting);
  ComposeCard card = a_card();
  card.beside = {30, 940};  // the left side, near its corner
  int seat = open(card);
  type(U"kept");
  const PixelRect home = *seats->rect_of(seat);
  const Draft draft = seats->drafts().at(0);
  seats->close(seat);
  seat = seats->bring_back(a_card(), draft);
  const PixelRect tucked = *seats->rect_of(seat);
  EXPECT_LT(tucked.x0, 0);
  EXPECT_GT(tucked.x1, 0);
  tap(seat, {tucked.x1 / 2, tucked.centre().y});
  EXPECT_NEAR(seats->rect_of(seat)->x0, home.x0, 1);
  EXPECT_NEAR(seats->rect_of(seat)->y0, home.y0, 1);
}

TEST_F(Drafts, AreNeverLostHoweverMany) {
  std::vector<int> ids;
  for (int i = 0; i < 30; ++i) {
    ids.push_back(seats->bring_back(a_card(), a_draft("draft " + std::to_string(i))));
    ASSERT_NE(ids.back(), 0);
  }
  EXPECT_THAT(seats->drafts(), SizeIs(30));
  // Each can be reached: the one on top is touched, taken up and closed, and so on down.
  std::size_t reached = 0;
  for (; reached < ids.size(); ++reached) {
    std::optional<int> top;
    for (float x = 5; x < setting.width && !top; x += 10) top = seats->seat_at({x, setting.height - 5});
    ASSERT_TRUE(top) << reached;
    seats->close(*top);
  }
  EXPECT_TRUE(seats->empty());
}

TEST_F(Drafts, ThatComeBackDoNotCoverEachOtherWhileThereIsRoom) {
  std::vector<PixelRect> rects;
  for (const float across : {0.1F, 0.5F, 0.9F}) {
    Draft draft = a_draft("kept");
    draft.across = across;
    rects.push_back(*seats->rect_of(seats->bring_back(a_card(), draft)));
  }
  for (std::size_t i = 0; i < rects.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(rects[i].touches(rects[k]));
}

TEST_F(Drafts, StayTuckedWhenTheScreenChanges) {
  const int seat = seats->bring_back(a_card(), a_draft("kept"));
  setting.width = 1280;
  setting.height = 800;
  seats->set_setting(setting);
  EXPECT_LT(seats->rect_of(seat)->y0, 800);
  EXPECT_GT(seats->rect_of(seat)->y1, 800);
}

TEST_F(Drafts, WordsBeyondTheLimitAreCutAtAGrapheme) {
  // Of two, three and four bytes and with a mark above: one byte before the limit, none of them fits whole.
  for (const std::string last : {"é", "語", "🌿", "e\xCC\x81"}) {
    std::string words(model::max_words_bytes - 1, 'a');
    seats->close(seats->bring_back(a_card(), a_draft(words + last)));
    seats->bring_back(a_card(), a_draft(words + last + "tail"));
    EXPECT_EQ(seats->drafts().at(0).words, words) << last;
    seats->close(*seats->seat_at({0.3F * setting.width, setting.height - 5}));
  }
  const std::string whole(model::max_words_bytes, 'a');
  seats->bring_back(a_card(), a_draft(whole + "b"));
  EXPECT_EQ(seats->drafts().at(0).words, whole);
}

TEST_F(Drafts, InkBeyondTheLimitsIsCut) {
  Draft draft = a_draft("");
  const float no_number = std::numeric_limits<float>::quiet_NaN();
  draft.ink.assign(model::max_strokes + 5, {{0.5F, 0.5F, 0.01F}});
  draft.ink[0].assign(model::max_stroke_points + 7, {0.25F, 0.5F, 0.01F});
  draft.ink[1] = {{no_number, 0.5F, 0.01F}};
  draft.ink[2] = {{7, -3, 0.01F}};
  seats->bring_back(a_card(), draft);
  const auto kept = seats->drafts().at(0).ink;
  EXPECT_THAT(kept, SizeIs(model::max_strokes));
  EXPECT_THAT(kept[0], SizeIs(model::max_stroke_points));
  EXPECT_EQ(kept[1][0].x, 1);  // the stroke that was nowhere is gone
  EXPECT_EQ(kept[1][0].y, 0);
}

TEST_F(Drafts, ThatHoldNothingAreNotBroughtBack) {
  EXPECT_EQ(seats->bring_back(a_card(), a_draft("  ")), 0);
  Draft name = a_draft("Bells");
  EXPECT_EQ(seats->bring_back(a_name(), name), 0);  // somebody gave it that name since
  EXPECT_EQ(seats->bring_back(ReadCard{}, a_draft("words")), 0);
  EXPECT_TRUE(seats->empty());
}

}  // namespace
}  // namespace greenline::ui
