// A seat at any side of a table: whatever hands do and eyes see there is as it is upright.
#include <gmock/gmock.h>
#include <imgui.h>

#include <cmath>

#include "round_a_table.h"

namespace greenline::ui {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using enum input::ContactState;

// A table so large that seats are as high as on a wall.
class Turned : public RoundATable, public ::testing::WithParamInterface<Side> {
 protected:
  Turned() { lay_down({3840, 2160, 2.68F}); }
  int open_here() { return open_at(at_side(GetParam())); }
  int read_here(ReadCard card) {
    card.beside = at_side(GetParam());
    return open(card);
  }
  // As the person sees it: their own pixels, the panel's top left at (0, 0) give or take half a pixel.
  [[nodiscard]] Pose pose(int seat) const { return pose_of_panel(*seats->rect_of(seat), GetParam(), 0); }
  [[nodiscard]] PixelRect own_panel(int seat) const { return pose(seat).to_own(*seats->rect_of(seat)); }
  [[nodiscard]] float key_pitch(int seat) const { return own_panel(seat).width() / 10.68F; }
  // So many key pitches to the right and down of a point of the screen, for the person there.
  [[nodiscard]] PixelPoint off(int seat, PixelPoint from, PixelPoint pitches) const {
    return pose(seat).to_screen(pose(seat).to_own(from) + pitches * key_pitch(seat));
  }
  void tap_control(int seat, std::string_view name) {
    const auto rect = seats->control(seat, name);
    ASSERT_TRUE(rect) << name;
    ASSERT_TRUE(seats->rect_of(seat)->grown(1).contains(rect->centre())) << name;
    tap(seat, rect->centre());
  }
  void write(int seat, std::string_view words) {
    for (const char c : words) tap_control(seat, c == ' ' ? "space" : std::string(1, c));
  }
  std::optional<Wants> place(int seat) {
    tap_control(seat, "place");
    for (const Outcome& outcome : pass()) {
      if (const auto* wants = std::get_if<Wants>(&outcome)) return *wants;
    }
    return std::nullopt;
  }
  static const model::Saying& said(const Wants& wants) { return std::get<model::MakeCard>(wants.request).saying; }
  std::string words(int seat) {
    const auto wants = place(seat);
    return wants ? said(*wants).words : "(nothing)";
  }
  // The middle of all that is drawn, seen by the person there.
  [[nodiscard]] PixelPoint middle_of_drawing(int seat) const {
    PixelPoint sum;
    float count = 0;
    for (const ImDrawList* list : seats->drawings()[0].data->CmdLists) {
      for (const ImDrawVert& v : list->VtxBuffer) {
        sum = sum + pose(seat).to_own(PixelPoint{v.pos.x, v.pos.y});
        ++count;
      }
    }
    return sum * (1 / count);
  }
  void expect_drawn_inside() const {
    const Drawing& drawing = seats->drawings()[0];
    ASSERT_TRUE(drawing.data != nullptr && drawing.data->Valid);
    EXPECT_GT(drawing.data->TotalIdxCount, 1000);
    for (const ImDrawList* list : drawing.data->CmdLists) {
      for (const ImDrawVert& v : list->VtxBuffer) ASSERT_TRUE(drawing.rect.grown(1).contains({v.pos.x, v.pos.y}));
    }
  }
};
INSTANTIATE_TEST_SUITE_P(AtEachSide, Turned, ::testing::ValuesIn(all_sides),
                         [](const auto& side) { return ::testing::PrintToString(side.param); });

TEST_P(Turned, DocksAtItsSideWithItsLowerSideTowardIt) {
  const int seat = open_here();
  const Pose screen = pose_of_screen(GetParam(), setting.width, setting.height);
  const float depth = is_level(GetParam()) ? setting.height : setting.width;
  const PixelRect panel = screen.to_own(*seats->rect_of(seat));
  EXPECT_NEAR(panel.y1, depth - margin_px(setting), 1);
  EXPECT_NEAR(panel.centre().x, screen.to_own(at_side(GetParam())).x, 1);
  EXPECT_LT(screen.to_own(*seats->control(seat, "leave")).y1, screen.to_own(*seats->control(seat, "place")).y0);
  EXPECT_LT(screen.to_own(*seats->control(seat, "q")).x1, screen.to_own(*seats->control(seat, "p")).x0);
}

TEST_P(Turned, WritesTheLettersThatAreTouched) {
  const int seat = open_here();
  write(seat, "quiet pebbles");
  EXPECT_EQ(words(seat), "quiet pebbles");
}

TEST_P(Turned, ACardFliesFromItsPaper) {
  const int seat = open_here();
  write(seat, "a");
  const auto wants = place(seat);
  ASSERT_TRUE(wants);
  const PixelPoint from = pose(seat).to_own(wants->from);
  EXPECT_NEAR(from.x, own_panel(seat).centre().x, 1);
  EXPECT_LT(from.y, own_panel(seat).centre().y);
  EXPECT_GT(from.y, own_panel(seat).y0);
}

TEST_P(Turned, AHeldKeyOffersItsAlternatesAboveIt) {
  const int seat = open_here();
  const PixelPoint e = seats->control(seat, "e")->centre();
  touch(seat, 1, began, e);
  pass(0.4F);
  touch(seat, 1, moved, off(seat, e, {0, -1}));
  touch(seat, 1, ended, off(seat, e, {0, -1}));
  const std::string written = words(seat);
  EXPECT_FALSE(written.empty());
  EXPECT_NE(written, "e");
  EXPECT_NE(written, "(nothing)");
}

TEST_P(Turned, TheCaretGoesWhereItIsTouched) {
  const int seat = open_here();
  write(seat, "ids");
  const auto wants = place(seat);  // it waits for an answer, and tells where its paper is
  ASSERT_TRUE(wants);
  tap(seat, off(seat, wants->from, {-4.8F, -0.5F}));
  write(seat, "k");
  EXPECT_EQ(words(seat), "kids");
}

TEST_P(Turned, InkLiesOnThePadAsItWasDrawn) {
  const int seat = open_here();
  tap_control(seat, "draw");
  const PixelPoint about_middle = seats->rect_of(seat)->centre();
  tap(seat, about_middle);
  const auto dot = place(seat);
  ASSERT_TRUE(dot);
  tap_control(seat, "clear");
  touch(seat, 5, began, off(seat, dot->from, {-2, -1}));
  touch(seat, 5, moved, off(seat, dot->from, {2, 1}));
  touch(seat, 5, ended, off(seat, dot->from, {2, 1}));
  const auto wants = place(seat);
  ASSERT_TRUE(wants);
  ASSERT_THAT(said(*wants).ink, SizeIs(1));
  const model::Stroke& stroke = said(*wants).ink[0];
  const float pitch_down = 1.9F / 10;  // of the pad's height
  EXPECT_NEAR(stroke.front().x, 0.3, 0.01);
  EXPECT_NEAR(stroke.front().y, 0.5 - pitch_down, 0.01);
  EXPECT_NEAR(stroke.back().x, 0.7, 0.01);
  EXPECT_NEAR(stroke.back().y, 0.5 + pitch_down, 0.01);
}

TEST_P(Turned, SlipsAreScrolledTowardAndAwayFromThePerson) {
  ReadCard card;
  for (int i = 0; i < 30; ++i) {
    card.nourishments.push_back({model::NourishKind::story, {"We turned them off for a week in May.", "en", {}}});
  }
  const int seat = read_here(card);
  pass();
  const PixelRect panel = own_panel(seat);
  const PixelPoint slips = pose(seat).to_screen(PixelPoint{panel.centre().x, panel.y1 - key_pitch(seat)});
  touch(seat, 1, began, slips);
  touch(seat, 1, moved, off(seat, slips, {2, 0}));
  pass();
  EXPECT_FALSE(seats->drawings()[0].changed);  // sideways there is nothing
  touch(seat, 1, moved, off(seat, slips, {2, -1}));
  pass();
  EXPECT_TRUE(seats->drawings()[0].changed);
}

TEST_P(Turned, AThreadIsPulledOutOfItsHandle) {
  ReadCard card;
  card.card.bytes[5] = 3;
  card.offered = {"thread"};
  const int seat = read_here(card);
  const PixelPoint handle = seats->control(seat, "thread")->centre();
  touch(seat, 42, began, handle);
  touch(seat, 42, moved, handle + PixelPoint{0, 2.5F * setting.pixels_per_mm});
  EXPECT_THAT(pass(), IsEmpty());
  touch(seat, 42, moved, handle + PixelPoint{0, 3.5F * setting.pixels_per_mm});
  const auto out = pass();
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_EQ(std::get<WantsThread>(out[0]).contact, 42);
}

TEST_P(Turned, IsDrawnInsideItsRectangleAndNothingOfItIsCutOff) {
  const int seat = open_here();
  write(seat, "words");
  pass();
  expect_drawn_inside();
  // The clips that ImGui made for the whole seat hold all of it.
  const ImDrawCmd& first = seats->drawings()[0].data->CmdLists[0]->CmdBuffer[0];
  const PixelRect clip{first.ClipRect.x, first.ClipRect.y, first.ClipRect.z, first.ClipRect.w};
  const PixelRect& rect = seats->drawings()[0].rect;
  EXPECT_EQ(model::clipped(rect, clip), rect);
}

TEST_P(Turned, ItsGlyphsLieOnWholePixels) {
  const int seat = open_here();
  write(seat, "sharp");
  pass();
  std::size_t corners = 0;
  for (const ImDrawList* list : seats->drawings()[0].data->CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.TexRef._TexData != nullptr || command.GetTexID() != 7) continue;
      for (unsigned i = 0; i < command.ElemCount; ++i, ++corners) {
        const unsigned at = command.VtxOffset + list->IdxBuffer[static_cast<int>(command.IdxOffset + i)];
        const ImVec2 p = list->VtxBuffer[static_cast<int>(at)].pos;
        ASSERT_EQ(p.x, std::round(p.x));
        ASSERT_EQ(p.y, std::round(p.y));
      }
    }
  }
  EXPECT_GT(corners, 300U);
}

TEST_P(Turned, RisesFromBelowAsItsPersonSeesIt) {
  setting.still = false;
  seats->set_setting(setting);
  const int seat = open_here();
  pass(0.01F);
  const PixelPoint early = middle_of_drawing(seat);
  for (int i = 0; i < 30; ++i) pass(0.02F);
  const PixelPoint at_rest = middle_of_drawing(seat);
  EXPECT_GT(early.y, at_rest.y + 1);
  EXPECT_NEAR(early.x, at_rest.x, 0.5);
}

TEST_P(Turned, ExplainsInsideItself) {
  const int seat = open_here();
  pass();
  const PixelPoint before = middle_of_drawing(seat);
  seats->explain(seat, "That has its time in another part of our work.");
  pass(0.1F);
  EXPECT_TRUE(seats->drawings()[0].changed);
  expect_drawn_inside();
  EXPECT_GT(middle_of_drawing(seat).y, before.y);  // the sentence stands low, above the large keys
}

TEST_P(Turned, TucksItselfToItsSideAndComesBack) {
  const int seat = open_here();
  write(seat, "kept");
  const PixelRect home = *seats->rect_of(seat);
  seats->skip_time(121);
  pass();
  const Pose screen = pose_of_screen(GetParam(), setting.width, setting.height);
  const float depth = is_level(GetParam()) ? setting.height : setting.width;
  const PixelRect tucked = screen.to_own(*seats->rect_of(seat));
  EXPECT_LT(tucked.y0, depth);
  EXPECT_GT(tucked.y0, depth - 0.2F * tucked.height());
  EXPECT_GT(tucked.y1, depth);
  const PixelPoint head = screen.to_screen(PixelPoint{tucked.centre().x, (tucked.y0 + depth) / 2});
  ASSERT_EQ(seats->seat_at(head), seat);
  tap(seat, head);
  EXPECT_EQ(*seats->rect_of(seat), home);
  EXPECT_EQ(words(seat), "kept");
}

TEST_P(Turned, FindsItsSideAgainOnAnotherScreen) {
  const int seat = open_here();
  write(seat, "kept");
  setting.width = 1920;
  setting.height = 1080;
  setting.pixels_per_mm = 1.585F;
  seats->set_setting(setting);
  const Pose screen = pose_of_screen(GetParam(), setting.width, setting.height);
  const float depth = is_level(GetParam()) ? setting.height : setting.width;
  EXPECT_NEAR(screen.to_own(*seats->rect_of(seat)).y1, depth - margin_px(setting), 1);
  EXPECT_LT(screen.to_own(*seats->control(seat, "leave")).y1, screen.to_own(*seats->control(seat, "place")).y0);
  EXPECT_EQ(words(seat), "kept");
}

}  // namespace
}  // namespace greenline::ui
