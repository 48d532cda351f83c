// Font maps are lent: one at a time to each, and none ends.
#include "text/font_map.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace greenline::text {
namespace {

TEST(FontMaps, ComeBackAndAreLentAgain) {
  const PangoFontMap* const first = lend_font_map()->map.get();
  EXPECT_EQ(lend_font_map()->map.get(), first);
}

TEST(FontMaps, BelongToOneAtATime) {
  const LentFontMap mine = lend_font_map();
  const LentFontMap yours = lend_font_map();
  EXPECT_NE(mine->map.get(), yours->map.get());
}

TEST(FontMaps, AreOfTheFontsThatAreChosenNow) {
  const auto file =
      std::filesystem::temp_directory_path() / ("greenline-no-fonts-at-all-" + std::to_string(::getpid()) + ".conf");
  std::ofstream(file) << R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>)";
  EXPECT_TRUE(lend_font_map()->any);
  ASSERT_EQ(::setenv("FONTCONFIG_FILE", file.c_str(), 1), 0);
  EXPECT_FALSE(lend_font_map()->any);
  ::unsetenv("FONTCONFIG_FILE");
  EXPECT_TRUE(lend_font_map()->any);
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace greenline::text
