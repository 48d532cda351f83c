// Six people round one table.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "round_a_table.h"

namespace greenline::ui {
namespace {

class Table : public RoundATable {
 protected:
  [[nodiscard]] std::vector<PixelPoint> six_people() const {
    return {at_side(Side::below, 0.27F), at_side(Side::below, 0.74F), at_side(Side::above, 0.3F),
            at_side(Side::above, 0.7F),  at_side(Side::left),         at_side(Side::right)};
  }
  void expect_apart(const std::vector<int>& ids) const {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      EXPECT_TRUE(on_screen(*seats->rect_of(ids[i])));
      for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(seats->rect_of(ids[i])->touches(*seats->rect_of(ids[k])));
    }
  }
  // The distance between two neighbouring keys of a seat, millimetres.
  [[nodiscard]] float pitch_mm(int seat) const {
    return model::length(seats->control(seat, "q")->centre() - seats->control(seat, "w")->centre()) / setting.pixels_per_mm;
  }
};

TEST_F(Table, SixPeopleWriteAtOnceWithKeysForFingers) {
  std::vector<int> ids;
  for (const PixelPoint at : six_people()) {
    const PixelRect card = model::rect_around(at, 90, 48);
    ComposeCard compose = a_card();
    compose.beside = at;
    ids.push_back(seats->open(compose, {}, std::span(&card, 1)));
    ASSERT_NE(ids.back(), 0);
    ASSERT_FALSE(seats->waiting(ids.back()));
    EXPECT_FALSE(seats->rect_of(ids.back())->touches(card));
    EXPECT_GE(pitch_mm(ids.back()), 15);
  }
  expect_apart(ids);
}

TEST_F(Table, TwoOnEachLongSideAndOneOnEachShortFaceTheirOwnSides) {
  const std::array faces = {Side::below, Side::below, Side::above, Side::above, Side::left, Side::right};
  std::size_t i = 0;
  for (const PixelPoint at : six_people()) {
    const int seat = open_at(at);
    const PixelPoint down = seats->control(seat, "place")->centre() - seats->control(seat, "leave")->centre();
    const PixelPoint foot = pose_of_screen(faces.at(i++), setting.width, setting.height).to_own(down);
    const PixelPoint zero = pose_of_screen(faces.at(i - 1), setting.width, setting.height).to_own(PixelPoint{});
    EXPECT_GT(foot.y - zero.y, 60);
  }
}

TEST_F(Table, TouchesThatCrowdOneCornerStillFindRoom) {
  std::vector<int> ids;
  for (const PixelPoint at : {PixelPoint{60, 2000}, {200, 2120}, {500, 2100}, {40, 1700}, {100, 100}, {300, 40}}) {
    ids.push_back(open_at(at));
    ASSERT_NE(ids.back(), 0);
    EXPECT_FALSE(seats->waiting(ids.back()));
    EXPECT_GE(pitch_mm(ids.back()), 15);
  }
  expect_apart(ids);
}

TEST_F(Table, SeatsAreNoWiderThanAPersonNeeds) {
  const int seat = open_at(at_side(Side::below));
  EXPECT_LE(seats->rect_of(seat)->width() / setting.pixels_per_mm, 180);
}

TEST_F(Table, ASeatStandsBehindTheHeadOfOneThatIsTuckedAway) {
  const int first = open_at(at_side(Side::above, 0.5F));
  type(U"kept");
  seats->skip_time(121);
  pass();
  const int second = open_at(at_side(Side::above, 0.5F));
  ASSERT_FALSE(seats->waiting(second));
  EXPECT_FALSE(seats->rect_of(second)->touches(*seats->rect_of(first)));
  EXPECT_LT(seats->rect_of(second)->y0, 60 * setting.pixels_per_mm);
}

// As long as the table: it is read from both long sides.
TEST_F(Table, SeatsStandBehindThePromptNotOverIt) {
  const PixelRect prompt{0, 0, setting.width, 170};
  seats->leave_free({.prompts = {prompt}});
  std::vector<int> ids;
  for (const PixelPoint at : six_people()) {
    ids.push_back(open_at(at));
    ASSERT_FALSE(seats->waiting(ids.back()));
    EXPECT_FALSE(seats->rect_of(ids.back())->touches(prompt));
    EXPECT_GE(pitch_mm(ids.back()), 15);
  }
  expect_apart(ids);
}

TEST_F(Table, AWallBecomesATable) {
  setting.table = false;
  seats->set_setting(setting);
  const int seat = open_at(at_side(Side::left));
  EXPECT_LT(seats->control(seat, "leave")->y1, seats->control(seat, "place")->y0);
  setting.table = true;
  seats->set_setting(setting);
  EXPECT_GT(seats->control(seat, "leave")->x0, seats->control(seat, "place")->x1);
}

RC_GTEST_FIXTURE_PROP(Table, SeatsStayOnTheScreenApartAndOffWhatMustStayClear, ()) {
  const Glass glasses[] = {{3840, 2160, 3.17F}, {1920, 1080, 3.78F}, {1080, 1920, 1.9F},
                           {1280, 800, 3.78F},  {3840, 2160, 7.56F}, {1920, 1080, 1.01F}};
  lay_down(glasses[*rc::gen::inRange(0, static_cast<int>(std::size(glasses)))]);
  setting.table = *rc::gen::arbitrary<bool>();
  seats->set_setting(setting);
  const auto anywhere = [&] {
    return PixelPoint{static_cast<float>(*rc::gen::inRange(0, static_cast<int>(setting.width))),
                      static_cast<float>(*rc::gen::inRange(0, static_cast<int>(setting.height)))};
  };
  std::vector<int> there;
  const int people = *rc::gen::inRange(1, 9);
  for (int i = 0; i < people; ++i) {
    ComposeCard card = a_card();
    card.beside = anywhere();
    std::vector<PixelRect> clear = {model::rect_around(card.beside, 60, 32)};
    for (int held = *rc::gen::inRange(0, 3); held > 0; --held) clear.push_back(model::rect_around(anywhere(), 60, 32));
    const int seat = seats->open(card, {}, clear);
    if (seat == 0) continue;
    there.push_back(seat);
    for (const PixelRect& rect : clear) RC_ASSERT(!seats->rect_of(seat)->touches(rect));
    if (!*rc::gen::weightedElement<bool>({{1, true}, {3, false}})) continue;
    // Somebody leaves: those who wait sit down where there is room now.
    const auto leaves = there.begin() + *rc::gen::inRange(0, static_cast<int>(there.size()));
    seats->close(*leaves);
    there.erase(leaves);
    pass();
  }
  // Those that wait made way for those that came later.
  for (std::size_t i = 0; i < there.size(); ++i) {
    RC_ASSERT(on_screen(*seats->rect_of(there[i])));
    for (std::size_t k = 0; k < i; ++k) RC_ASSERT(!seats->rect_of(there[i])->touches(*seats->rect_of(there[k])));
  }
}

}  // namespace
}  // namespace greenline::ui
