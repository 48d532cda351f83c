// Shaders compile, and one that does not is refused by name.
#include <unistd.h>

#include <fstream>

#include "render/with_painter.h"

namespace greenline::render::tests {
namespace {

class Shaders : public WithPainter {
 protected:
  // A copy of the shaders in which one file says something else.
  std::filesystem::path with(const std::string& file, const std::string& text) {
    folder_ = std::filesystem::temp_directory_path() / ("greenline_shaders_" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::copy(shaders_folder(), folder_);
    std::ofstream(folder_ / file) << text;
    return folder_;
  }
  ~Shaders() override {
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }
  std::filesystem::path folder_;
};

TEST_F(Shaders, AllCompileOnThisDriver) {
  const auto made = Painter::make(shaders_folder(), Detail::rich);
  EXPECT_TRUE(made.has_value()) << made.error();
}

TEST_F(Shaders, OneThatDoesNotCompileIsRefusedWithItsNameAndTheDriversWords) {
  const auto made = Painter::make(with("card.frag", "#version 330 core\nvoid main() { o = wrong; }\n"), Detail::rich);
  ASSERT_FALSE(made.has_value());
  EXPECT_NE(made.error().find("card.frag"), std::string::npos) << made.error();
  EXPECT_NE(made.error().find("wrong"), std::string::npos) << made.error();
}

TEST_F(Shaders, OneWithoutAVersionLineIsRefused) {
  const auto made = Painter::make(with("leaf.vert", "void main() {}\n"), Detail::rich);
  ASSERT_FALSE(made.has_value());
  EXPECT_NE(made.error().find("leaf.vert does not begin with a #version line"), std::string::npos) << made.error();
}

TEST_F(Shaders, AMissingFolderIsRefusedInASentence) {
  const auto made = Painter::make("/nowhere/at/all", Detail::rich);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error(), "The shader /nowhere/at/all/common.glsl cannot be read.");
}

TEST_F(Shaders, TheDriverTellsItsName) {
  const Driver here = driver();
  EXPECT_FALSE(here.renderer.empty());
  EXPECT_EQ(here.software,
            here.renderer.find("llvmpipe") != std::string::npos || here.renderer.find("softpipe") != std::string::npos);
}

}  // namespace
}  // namespace greenline::render::tests
