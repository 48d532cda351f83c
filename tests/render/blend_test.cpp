// A line without light is blended without looking its colours up: as if they had been.
#include "render/blend.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>
#include <vector>

#include "render/by_hand.h"

namespace greenline::render {
namespace {

constexpr int row_px = 40, rows_a_line = 24, stride = row_px + PixelMemory::slack;
using Pixels = std::vector<std::uint32_t>;

RibbonInstance line_of(float half_core, std::uint8_t alpha) {
  RibbonInstance line{};
  line.half_core = half_core;
  line.colour = {200, 90, 31, alpha};
  return line;
}

int furthest_apart(const Pixels& a, const Pixels& b) {
  int apart = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (const unsigned shift : {0U, 8U, 16U, 24U})
      apart = std::max(apart, std::abs(static_cast<int>(a[i] >> shift & 255U) - static_cast<int>(b[i] >> shift & 255U)));
  return apart;
}

class PlainLines : public testing::Test {
 protected:
  void SetUp() override {
    if (!can_blend_plain()) GTEST_SKIP() << "this processor has no AVX2";
  }
  Pixels anything() {
    Pixels pixels(static_cast<std::size_t>(stride) * rows_a_line);
    for (std::uint32_t& pixel : pixels) pixel = static_cast<std::uint32_t>(random_()) | 0xFF000000U;
    return pixels;
  }
  // Rows from a few pixels to many, as steep and as level lines have them.
  std::vector<Across> across(Pixels& on, int longest, int step) {
    std::vector<Across> rows;
    for (std::size_t i = 0; i < rows_a_line; ++i) {
      const int count = 1 + static_cast<int>(random_() % static_cast<unsigned>(longest));
      rows.push_back({on.data() + i * stride, count, -step * (count / 2) - static_cast<int>(random_() % 16384U)});
    }
    return rows;
  }
  std::mt19937 random_{11};
};

TEST_F(PlainLines, AreBlendedAsTheirColoursLookedUp) {
  for (const float half_core : {0.2F, 0.5F, 1.3F, 4.0F}) {
    for (const std::uint8_t alpha : {std::uint8_t{60}, std::uint8_t{255}}) {
      const Profile profile(line_of(half_core, alpha), {255, 255, 255, 255});
      ASSERT_TRUE(profile.plain());
      for (const int longest : {4, row_px}) {
        const int step = 300 + static_cast<int>(random_() % 16000U);
        Pixels plain = anything(), looked_up = plain;
        std::vector<Across> rows = across(plain, longest, step);
        blend_plain(rows, *profile.plain(), step);
        for (Across& row : rows) row.row = looked_up.data() + (row.row - plain.data());
        blend_across(rows, profile.colours(), step);
        EXPECT_LE(furthest_apart(plain, looked_up), 4) << half_core << " " << int{alpha} << " " << longest;
      }
    }
  }
}

TEST_F(PlainLines, LeaveAlonePixelsBeyondTheirRows) {
  const Profile profile(line_of(3, 255), {255, 255, 255, 255});
  Pixels pixels = anything();
  const Pixels before = pixels;
  const std::vector<Across> rows = across(pixels, 7, 256);
  blend_plain(rows, *profile.plain(), 256);
  int changed = 0;
  for (const Across& row : rows) {
    const std::size_t first = static_cast<std::size_t>(row.row - pixels.data());
    for (std::size_t i = 0; i < stride; ++i) {
      const bool in_row = i < static_cast<std::size_t>(row.count);
      changed += in_row && pixels[first + i] != before[first + i] ? 1 : 0;
      EXPECT_TRUE(in_row || pixels[first + i] == before[first + i]);
    }
  }
  EXPECT_GT(changed, 20);
}

TEST_F(PlainLines, AreNoneThatShine) {
  RibbonInstance lit = line_of(1, 255);
  lit.glow = 4;
  lit.glow_strength = 0.5F;
  EXPECT_FALSE(Profile(lit, {255, 255, 255, 255}).plain());
}

}  // namespace
}  // namespace greenline::render
