// Seats are laid over the wall where they say they are, upright, and only where something changed.
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <array>
#include <memory>
#include <span>

#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

// A glyph that takes no room: ImGui wants a font, these seats have no words.
bool load_blank(ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph* glyph, float* advance) {
  if (advance != nullptr) *advance = 0;
  if (glyph != nullptr) glyph->Visible = false;
  return true;
}

// Drawn by OpenGL, and without it.
class SeatsOverTheWall : public WithPainter, public testing::WithParamInterface<bool> {
 protected:
  SeatsOverTheWall() {
    if (GetParam())
      hand_ = a_hand();
    else
      driver_ = a_painter();
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    blank_.Name = "blank";
    blank_.FontBakedLoadGlyph = load_blank;
    ImFontConfig config;
    config.FontLoader = &blank_;
    config.SizePixels = 16;
    io.Fonts->AddFont(&config);
  }
  ~SeatsOverTheWall() override {
    if (ImGui::GetIO().BackendRendererUserData != nullptr) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(context_);
  }
  // A red square in the seat's upper left corner, and a green one that a clip rectangle cuts to its upper half.
  static ImDrawData* seat_at(float x, float y) {
    ImGui::NewFrame();
    ImDrawList* list = ImGui::GetForegroundDrawList();
    list->AddRectFilled({x, y}, {x + 20, y + 20}, IM_COL32(255, 0, 0, 255));
    list->PushClipRect({x + 40, y}, {x + 60, y + 10});
    list->AddRectFilled({x + 40, y}, {x + 60, y + 20}, IM_COL32(0, 255, 0, 255));
    list->PopClipRect();
    ImGui::Render();
    return ImGui::GetDrawData();
  }
  ImGuiContext* context_ = ImGui::CreateContext();
  ImFontLoader blank_;

  std::span<const PixelRect> draw(SampleWall& wall, std::span<const Overlay> overlays) {
    return hand_ ? hand_->draw(wall.drawn(), overlays, quiet_air()) : driver_->draw(wall.drawn(), overlays, quiet_air());
  }
  [[nodiscard]] Picture picture() const { return hand_ ? picture_of(*hand_) : picture_of(*driver_); }

 private:
  std::unique_ptr<Painter> driver_;
  std::unique_ptr<HandPainter> hand_;
};
INSTANTIATE_TEST_SUITE_P(Frames, SeatsOverTheWall, testing::Bool(),
                         [](const auto& with) { return with.param ? "ByHand" : "OfOpenGl"; });

TEST_P(SeatsOverTheWall, StandUprightAndClippedWhereTheySay) {
  SampleWall wall = small_wall();
  const std::array<Overlay, 1> overlays = {{{seat_at(100, 50), {100, 50, 180, 90}, true}}};
  draw(wall, overlays);
  const Picture shown = picture();
  EXPECT_EQ(pixel(shown, 110, 60), (content::Colour{1, 0, 0, 1}));
  EXPECT_EQ(pixel(shown, 150, 55), (content::Colour{0, 1, 0, 1}));
  EXPECT_LT(pixel(shown, 150, 65).g, 0.5F);           // clipped
  EXPECT_LT(pixel(shown, 110, height - 60).r, 0.5F);  // not mirrored
}

TEST_P(SeatsOverTheWall, ThatDidNotChangeAreNotDrawnAgain) {
  SampleWall wall = small_wall();
  std::array<Overlay, 1> overlays = {{{seat_at(100, 50), {100, 50, 180, 90}, true}}};
  draw(wall, overlays);
  overlays[0].changed = false;
  EXPECT_TRUE(draw(wall, overlays).empty());
}

TEST_P(SeatsOverTheWall, LeaveNoGapWhereARepairEndsWithinThem) {
  SampleWall wall = small_wall();
  ImGui::NewFrame();
  ImDrawList* list = ImGui::GetForegroundDrawList();
  list->PushClipRect({100.6F, 50.6F}, {180.6F, 90.6F});
  list->AddRectFilled({90, 40}, {200, 100}, IM_COL32(0, 255, 0, 255));
  list->PopClipRect();
  ImGui::Render();
  std::array<Overlay, 1> overlays = {{{ImGui::GetDrawData(), {100.6F, 50.6F, 180.6F, 90.6F}, true}}};
  draw(wall, overlays);
  const Picture whole = picture();
  overlays[0].changed = false;
  // So many, so far apart, that the frame is repaired tile by tile, and tiles end within the seat.
  for (int i = 0; i < 40; ++i) {
    const int column = i % 8, row = i / 8;
    const PixelPoint at{64 * static_cast<float>(column) + 10, 64 * static_cast<float>(row) + 10};
    if ((column + row) % 2 == 0) wall.damaged.push_back({at.x, at.y, at.x + 3, at.y + 3});
  }
  draw(wall, overlays);
  EXPECT_EQ(differing_pixels(whole, picture(), 0), 0);
}

TEST_P(SeatsOverTheWall, StayOverACardThatMovesBeneath) {
  SampleWall wall = small_wall();
  const std::uint32_t card = wall.add_card({300, 200}, "below");
  std::array<Overlay, 1> overlays = {{{seat_at(100, 50), {100, 50, 180, 90}, true}}};
  draw(wall, overlays);
  overlays[0].changed = false;
  wall.move_card(card, {115, 62});
  draw(wall, overlays);
  const Picture shown = picture();
  EXPECT_EQ(pixel(shown, 110, 60), (content::Colour{1, 0, 0, 1}));
  EXPECT_GT(pixel(shown, 95, 62).r, 0.8F);  // the card beside it
}

TEST_P(SeatsOverTheWall, LeaveNoTraceWhenTheyGo) {
  SampleWall wall = small_wall();
  draw(wall, {});
  const Picture before = picture();
  const std::array<Overlay, 1> overlays = {{{seat_at(100, 50), {100, 50, 180, 90}, true}}};
  draw(wall, overlays);
  EXPECT_GT(differing_pixels(before, picture(), 0), 500);
  draw(wall, {});
  EXPECT_EQ(picture().rgba, before.rgba);
}

// Round corners, edges that fade, lines, colours that go over into each other: what seats are made of. As far as two ways of
// counting a triangle's pixels are alike.
TEST_P(SeatsOverTheWall, LookAlikeWhoeverDrawsThem) {
  const auto seat = [] {
    ImGui::NewFrame();
    ImDrawList* list = ImGui::GetForegroundDrawList();
    list->AddRectFilled({100, 50}, {300, 250}, IM_COL32(30, 60, 70, 230), 24);
    list->AddCircleFilled({180.5F, 120.25F}, 33, IM_COL32(240, 200, 120, 255));
    list->AddRect({120, 150}, {280, 200}, IM_COL32(255, 255, 255, 180), 12, 0, 2.5F);
    list->AddLine({110, 60}, {290, 241}, IM_COL32(200, 255, 200, 255), 1.5F);
    list->AddRectFilledMultiColor({210, 60}, {290, 140}, IM_COL32(255, 0, 0, 255), IM_COL32(0, 255, 0, 255),
                                  IM_COL32(0, 0, 255, 60), IM_COL32(0, 0, 0, 0));
    ImGui::Render();
    return ImGui::GetDrawData();
  };
  SampleWall wall = small_wall(), same = small_wall();
  const std::array<Overlay, 1> overlays = {{{seat(), {100, 50, 300, 250}, true}}};
  const auto other = a_painter("dusk", Detail::cheap);
  other->draw(same.drawn(), overlays, quiet_air());
  draw(wall, overlays);
  EXPECT_LT(differing_pixels(picture(), picture_of(*other), 24), 90);
  EXPECT_LT(differing_pixels(picture(), picture_of(*other), 90), 12);
}

}  // namespace
}  // namespace greenline::render::tests
