// Whether a machine may have a graphics card, told from what lies under /dev and what its variables say.
#include "render/graphics_devices.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace greenline::render {
namespace {

class AMachine : public testing::Test {
 protected:
  ~AMachine() override { std::filesystem::remove_all(dev_); }
  void has(const std::string& device) {
    std::filesystem::create_directories((dev_ / device).parent_path());
    std::ofstream(dev_ / device) << "";
  }
  [[nodiscard]] bool may_have_a_card() const {
    return render::may_have_a_card(find_graphics(dev_, [this](const char* name) -> const char* {
      const auto known = variables.find(name);
      return known == variables.end() ? nullptr : known->second.c_str();
    }));
  }
  std::map<std::string, std::string> variables;

 private:
  std::filesystem::path dev_ = std::filesystem::temp_directory_path() / ("greenline-dev-" + std::to_string(::getpid()));
};

TEST_F(AMachine, WithoutDevicesHasNone) { EXPECT_FALSE(may_have_a_card()); }

TEST_F(AMachine, WhoseCardOnlyShowsPicturesHasNone) {
  has("dri/card0");
  has("fb0");
  EXPECT_FALSE(may_have_a_card());
}

TEST_F(AMachine, WithARenderNodeMayHaveOne) {
  has("dri/card0");
  has("dri/renderD128");
  EXPECT_TRUE(may_have_a_card());
}

TEST_F(AMachine, WithAMakersOwnDriverMayHaveOne) {
  has("nvidiactl");
  EXPECT_TRUE(may_have_a_card());
}

TEST_F(AMachine, UnderWindowsMayHaveOne) {
  has("dxg");
  EXPECT_TRUE(may_have_a_card());
}

TEST_F(AMachine, WhereTheProcessorIsToDrawIsTakenAtItsWord) {
  has("dri/renderD128");
  for (const auto& [name, words] : {std::pair("LIBGL_ALWAYS_SOFTWARE", "1"),
                                    {"LIBGL_ALWAYS_SOFTWARE", "True"},
                                    {"GALLIUM_DRIVER", "llvmpipe"},
                                    {"MESA_LOADER_DRIVER_OVERRIDE", "swrast"}}) {
    variables = {{name, words}};
    EXPECT_FALSE(may_have_a_card()) << name << '=' << words;
  }
  for (const auto& [name, words] : {std::pair("LIBGL_ALWAYS_SOFTWARE", "0"), {"GALLIUM_DRIVER", "iris"}}) {
    variables = {{name, words}};
    EXPECT_TRUE(may_have_a_card()) << name << '=' << words;
  }
}

}  // namespace
}  // namespace greenline::render
