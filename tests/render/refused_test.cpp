// What a driver cannot do is said in words; the picture from before stays.
#include <gmock/gmock.h>

#include <fstream>

#include "render/gl.h"
#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

using testing::HasSubstr;

class Refused : public WithPainter {
 protected:
  [[nodiscard]] static int too_wide() { return gl::largest_surface() + 1; }
};

TEST_F(Refused, ASurfaceLargerThanTheDriverTakesIsAnErrorThatNamesBothSizes) {
  const auto surface = gl::make_surface(too_wide(), 8);
  ASSERT_FALSE(surface);
  EXPECT_THAT(surface.error(), HasSubstr(std::to_string(too_wide()) + "x8 pixels"));
  EXPECT_THAT(surface.error(), HasSubstr("at most"));
  EXPECT_THAT(surface.error(), HasSubstr("smaller"));
}

TEST_F(Refused, ASurfaceOfNoSizeIsAnError) {
  EXPECT_FALSE(gl::make_surface(0, 8));
  EXPECT_FALSE(gl::make_surface(8, -1));
}

TEST_F(Refused, ASurfaceThatIsGivenCanBeDrawnInto) {
  const auto surface = gl::make_surface(64, 8);
  ASSERT_TRUE(surface);
  glBindFramebuffer(GL_FRAMEBUFFER, *surface->framebuffer);
  EXPECT_EQ(glCheckFramebufferStatus(GL_FRAMEBUFFER), GLenum{GL_FRAMEBUFFER_COMPLETE});
}

TEST_F(Refused, WhatTheDriverRefusesIsToldOnceInWords) {
  (void)gl::refusal();
  glBindTexture(GL_TEXTURE_2D, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, -1, 1, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  EXPECT_THAT(gl::refusal(), HasSubstr("size"));
  EXPECT_EQ(gl::refusal(), "");
}

TEST_F(Refused, AWallTooLargeToDrawIsSaidAndTheLastPictureStays) {
  const auto painter = a_painter();
  SampleWall wall = small_wall();
  painter->draw(wall.drawn(), {}, quiet_air());
  EXPECT_EQ(painter->trouble(), "");
  const Picture before = picture_of(*painter);

  SampleWall vast = small_wall();
  vast.backdrop.width = static_cast<float>(too_wide());
  EXPECT_TRUE(painter->draw(vast.drawn(), {}, quiet_air()).empty());
  EXPECT_THAT(painter->trouble(), HasSubstr("cannot draw a picture of " + std::to_string(too_wide())));
  EXPECT_EQ(picture_of(*painter).rgba, before.rgba);
}

TEST_F(Refused, AfterAWallThatWasTooLargeTheNextIsDrawnWhole) {
  const auto painter = a_painter();
  SampleWall vast = small_wall();
  vast.backdrop.width = static_cast<float>(too_wide());
  painter->draw(vast.drawn(), {}, quiet_air());
  ASSERT_NE(painter->trouble(), "");

  SampleWall wall = small_wall();
  EXPECT_FALSE(painter->draw(wall.drawn(), {}, quiet_air()).empty());
  EXPECT_EQ(painter->trouble(), "");
  EXPECT_EQ(differing_pixels(picture_of(*painter), painted_afresh(wall, quiet_air()), 0), 0);
}

TEST_F(Refused, AShaderThatDoesNotCompileIsSaidWithWhatToDo) {
  const auto folder = std::filesystem::temp_directory_path() / ("greenline-shaders-" + std::to_string(::getpid()));
  std::filesystem::copy(shaders_folder(), folder, std::filesystem::copy_options::recursive);
  std::ofstream(folder / "ground.frag") << "#version 330 core\nnonsense\n";
  const auto painter = Painter::make(folder, Detail::rich);
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(painter);
  EXPECT_THAT(painter.error(), HasSubstr("ground.frag"));
  EXPECT_THAT(painter.error(), HasSubstr("Update the graphics driver"));
}

}  // namespace
}  // namespace greenline::render::tests
