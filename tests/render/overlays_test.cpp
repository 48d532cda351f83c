// Seats are laid over the wall where they say they are, upright, and only where something changed.
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <array>

#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

// A glyph that takes no room: ImGui wants a font, these seats have no words.
bool load_blank(ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph* glyph, float* advance) {
  if (advance != nullptr) *advance = 0;
  if (glyph != nullptr) glyph->Visible = false;
  return true;
}

// With frames that OpenGL keeps, and with frames in memory.
class SeatsOverTheWall : public WithPainter, public testing::WithParamInterface<bool> {
 protected:
  SeatsOverTheWall() : painter_(a_painter("dusk", GetParam() ? Detail::cheap : Detail::rich)) {
    if (GetParam()) painter_->draw_into(lent_.memory());
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
  std::unique_ptr<Painter> painter_;
  LentMemory lent_{width, height};
};
INSTANTIATE_TEST_SUITE_P(Frames, SeatsOverTheWall, testing::Bool(),
                         [](const auto& with) { return with.param ? "InMemory" : "OfOpenGl"; });

TEST_P(SeatsOverTheWall, StandUprightAndClippedWhereTheySay) {
  SampleWall wall = small_wall();
  const std::array<Overlay, 1> overlays = {{{seat_at(100, 50), {100, 50, 180, 90}, true}}};
  painter_->draw(wall.drawn(), overlays, quiet_air());
  const Picture picture = picture_of(*painter_);
  EXPECT_EQ(pixel(picture, 110, 60), (content::Colour{1, 0, 0, 1}));
  EXPECT_EQ(pixel(picture, 150, 55), (content::Colour{0, 1, 0, 1}));
  EXPECT_LT(pixel(picture, 150, 65).g, 0.5F);           // clipped
  EXPECT_LT(pixel(picture, 110, height - 60).r, 0.5F);  // not mirrored
}

TEST_P(SeatsOverTheWall, ThatDidNotChangeAreNotDrawnAgain) {
  SampleWall wall = small_wall();
  std::array<Overlay, 1> overlays = {{{seat_at(100, 50), {100, 50, 180, 90}, true}}};
  painter_->draw(wall.drawn(), overlays, quiet_air());
  overlays[0].changed = false;
  EXPECT_TRUE(painter_->draw(wall.drawn(), overlays, quiet_air()).empty());
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
  painter_->draw(wall.drawn(), overlays, quiet_air());
  const Picture whole = picture_of(*painter_);
  overlays[0].changed = false;
  // So many, so far apart, that the frame is repaired tile by tile, and tiles end within the seat.
  for (int i = 0; i < 40; ++i) {
    const int column = i % 8, row = i / 8;
    const PixelPoint at{64 * static_cast<float>(column) + 10, 64 * static_cast<float>(row) + 10};
    if ((column + row) % 2 == 0) wall.damaged.push_back({at.x, at.y, at.x + 3, at.y + 3});
  }
  painter_->draw(wall.drawn(), overlays, quiet_air());
  EXPECT_EQ(differing_pixels(whole, picture_of(*painter_), 0), 0);
}

TEST_P(SeatsOverTheWall, StayOverACardThatMovesBeneath) {
  SampleWall wall = small_wall();
  const std::uint32_t card = wall.add_card({300, 200}, "below");
  std::array<Overlay, 1> overlays = {{{seat_at(100, 50), {100, 50, 180, 90}, true}}};
  painter_->draw(wall.drawn(), overlays, quiet_air());
  overlays[0].changed = false;
  wall.move_card(card, {115, 62});
  painter_->draw(wall.drawn(), overlays, quiet_air());
  const Picture picture = picture_of(*painter_);
  EXPECT_EQ(pixel(picture, 110, 60), (content::Colour{1, 0, 0, 1}));
  EXPECT_GT(pixel(picture, 95, 62).r, 0.8F);  // the card beside it
}

TEST_P(SeatsOverTheWall, LeaveNoTraceWhenTheyGo) {
  SampleWall wall = small_wall();
  painter_->draw(wall.drawn(), {}, quiet_air());
  const Picture before = picture_of(*painter_);
  const std::array<Overlay, 1> overlays = {{{seat_at(100, 50), {100, 50, 180, 90}, true}}};
  painter_->draw(wall.drawn(), overlays, quiet_air());
  EXPECT_GT(differing_pixels(before, picture_of(*painter_), 0), 500);
  painter_->draw(wall.drawn(), {}, quiet_air());
  EXPECT_EQ(picture_of(*painter_).rgba, before.rgba);
}

}  // namespace
}  // namespace greenline::render::tests
