// What seats give to be drawn, and when they are silent.
#include <gmock/gmock.h>
#include <imgui.h>

#include <cmath>

#include "ui/at_a_seat.h"

namespace greenline::ui {
namespace {

class Drawn : public AtASeat {
 protected:
  void come_to_rest() {
    for (int i = 0; i < 20; ++i) pass(0.02F);
  }
};

TEST_F(Drawn, ASeatGivesTrianglesInsideItsRectangle) {
  open(a_card());
  come_to_rest();
  const Drawing& drawing = seats->drawings()[0];
  ASSERT_TRUE(drawing.data != nullptr && drawing.data->Valid);
  EXPECT_GT(drawing.data->TotalIdxCount, 1000);
  for (const ImDrawList* list : drawing.data->CmdLists) {
    for (const ImDrawVert& v : list->VtxBuffer) ASSERT_TRUE(drawing.rect.grown(1).contains({v.pos.x, v.pos.y}));
  }
}

TEST_F(Drawn, GlyphsComeFromTheAtlasGiven) {
  open(a_card());
  come_to_rest();
  bool glyphs = false;
  for (const ImDrawList* list : seats->drawings()[0].data->CmdLists)
    for (const ImDrawCmd& command : list->CmdBuffer) glyphs |= command.TexRef._TexData == nullptr && command.GetTexID() == 7;
  EXPECT_TRUE(glyphs);
}

TEST_F(Drawn, OpeningTakesAMomentAndThenRests) {
  open(a_card());
  pass(0.02F);
  EXPECT_FLOAT_EQ(seats->next_frame_in_s(), 0);
  EXPECT_TRUE(seats->drawings()[0].changed);
  come_to_rest();
  EXPECT_GT(seats->next_frame_in_s(), 0);
}

TEST_F(Drawn, AnIdleSeatChangesAtMostTwiceASecond) {
  open(a_card());
  come_to_rest();
  int changes = 0;
  for (int i = 0; i < 600; ++i) {
    pass(1.0F / 60);
    changes += seats->drawings()[0].changed ? 1 : 0;
  }
  EXPECT_GT(changes, 4);  // the caret breathes
  EXPECT_LE(changes, 20);
}

TEST_F(Drawn, AStillSeatDoesNotChangeAtAll) {
  setting.still = true;
  seats->set_setting(setting);
  open(a_card());
  pass();
  pass();
  for (int i = 0; i < 300; ++i) {
    pass(1.0F / 60);
    ASSERT_FALSE(seats->drawings()[0].changed);
  }
  EXPECT_GT(seats->next_frame_in_s(), 50);  // until it dims
}

TEST_F(Drawn, ASeatLeftAloneComesToRestAltogether) {
  open(a_card());
  for (int i = 0; i < 125; ++i) pass(1);
  EXPECT_TRUE(std::isinf(seats->next_frame_in_s()));
}

TEST_F(Drawn, AnExplanationShowsAndGoes) {
  setting.still = true;
  seats->set_setting(setting);
  const int seat = open(a_card());
  pass();
  seats->explain(seat, "That has its time in another part of our work.");
  pass(0.1F);
  EXPECT_TRUE(seats->drawings()[0].changed);
  EXPECT_NEAR(seats->next_frame_in_s(), 2.9F, 0.01F);
  pass(3);
  EXPECT_TRUE(seats->drawings()[0].changed);
  EXPECT_GT(seats->next_frame_in_s(), 50);
}

TEST_F(Drawn, ATypedLetterIsInTheVeryNextPicture) {
  open(a_card());
  come_to_rest();
  type(U"a");
  pass();
  EXPECT_TRUE(seats->drawings()[0].changed);
}

TEST_F(Drawn, ANewPaletteIsDrawnAtOnce) {
  open(a_card());
  come_to_rest();
  const auto daylight = content::load_palette("daylight", source("assets"));
  ASSERT_TRUE(daylight.has_value());
  seats->set_palette(*daylight);
  pass(0);
  EXPECT_TRUE(seats->drawings()[0].changed);
}

TEST_F(Drawn, ClosedSeatsAreNotDrawnAndOthersStay) {
  const int first = open(a_card());
  const int second = open(a_card());
  come_to_rest();
  seats->close(first);
  EXPECT_EQ(seats->drawings().size(), 1U);
  EXPECT_EQ(seats->seat_at(seats->rect_of(second)->centre()), second);
  EXPECT_FALSE(seats->rect_of(first).has_value());
  seats->close(second);
  seats->close(second);
  EXPECT_TRUE(seats->empty());
  EXPECT_TRUE(pass().empty());
}

TEST_F(Drawn, ManyComeAndGo) {
  for (int i = 0; i < 50; ++i) {
    const int seat = open(a_card());
    ASSERT_NE(seat, 0);
    type(U"for a moment");
    pass();
    seats->close(seat);
  }
  pass();
  EXPECT_TRUE(seats->empty());
}

TEST_F(Drawn, ACardFullOfInkIsDrawnWhole) {
  ReadCard card;
  card.beside = {900, 500};
  for (std::size_t s = 0; s < 60; ++s) {
    model::Stroke stroke;
    for (std::size_t i = 0; i < model::max_stroke_points; ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(model::max_stroke_points);
      stroke.push_back({t, 0.5F + 0.4F * std::sin(t * 40 + static_cast<float>(s)), 0.01F});
    }
    card.saying.ink.push_back(stroke);
  }
  open(card);
  pass();
  const Drawing& drawing = seats->drawings()[0];
  EXPECT_GT(drawing.data->TotalVtxCount, 100000);  // beyond what 16-bit indices reach in one piece
  for (const ImDrawList* list : drawing.data->CmdLists)
    for (const ImDrawCmd& command : list->CmdBuffer)
      for (unsigned i = 0; i < command.ElemCount; ++i) {
        const unsigned vertex = command.VtxOffset + list->IdxBuffer[static_cast<int>(command.IdxOffset + i)];
        ASSERT_LT(vertex, static_cast<unsigned>(list->VtxBuffer.Size));
      }
}

}  // namespace
}  // namespace greenline::ui
