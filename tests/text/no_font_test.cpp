// On a machine without any font nothing is written, and nothing ends the program.
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "text/families.h"
#include "text/text.h"

namespace greenline::text {
namespace {

class WithoutFonts : public testing::Test {
 protected:
  WithoutFonts() : folder_(std::filesystem::temp_directory_path() / ("greenline-no-fonts-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_ / "fonts");
    std::ofstream(folder_ / "fonts.conf") << R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>)"
                                          << (folder_ / "fonts").string() << "</dir><cachedir>" << (folder_ / "cache").string()
                                          << "</cachedir></fontconfig>";
    if (const char* before = std::getenv("FONTCONFIG_FILE")) before_ = before;
    ::setenv("FONTCONFIG_FILE", (folder_ / "fonts.conf").c_str(), 1);
  }
  ~WithoutFonts() override {
    before_.empty() ? ::unsetenv("FONTCONFIG_FILE") : ::setenv("FONTCONFIG_FILE", before_.c_str(), 1);
    std::filesystem::remove_all(folder_);
  }
  std::filesystem::path folder_;
  std::string before_;
};

TEST_F(WithoutFonts, ThatIsKnownBeforeAnythingIsWritten) { EXPECT_FALSE(any_font()); }

TEST_F(WithoutFonts, WhateverIsAskedHasAnEmptyAnswer) {
  Engine engine;
  Style style;
  style.width_px = 200;
  const BlockPtr block = engine.layout("words", style);
  ASSERT_TRUE(block);
  EXPECT_TRUE(block->glyphs.empty());
  constexpr std::array sizes = {30.0F, 20.0F};
  EXPECT_TRUE(engine.fit("words", style, 100, sizes).block->glyphs.empty());
  EXPECT_EQ(engine.caret("words", style, 2).x, 0);
  EXPECT_EQ(engine.offset_at("words", style, {10, 10}), 0U);
  EXPECT_EQ(engine.move_caret("words", style, 2, 1), 2U);
  EXPECT_TRUE(engine.rects_of("words", style, {0, 3}).empty());
  EXPECT_EQ(engine.line_around("words", style, 2).to, 5U);
  (void)engine.in_detail(block, 2);
}

TEST_F(WithoutFonts, AFontThatIsNoneDoesNotCount) {
  std::ofstream(folder_ / "fonts/broken.ttf") << "this is no font";
  EXPECT_FALSE(any_font());
  EXPECT_TRUE(Engine().layout("words", {})->glyphs.empty());
}

TEST(WithFonts, ThereIsOne) { EXPECT_TRUE(any_font()); }

}  // namespace
}  // namespace greenline::text
