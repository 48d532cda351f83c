// Laying words out once, in any language, with nothing missing.
#include <gtest/gtest.h>

#include "text/text.h"

namespace greenline::text {
namespace {

TEST(Layout, FindsTheSameWordsAgainWithoutLayingThemOutAgain) {
  Engine engine;
  Style style;
  style.width_px = 200;
  const BlockPtr first = engine.layout("We listen first", style);
  const auto layouts = engine.figures().layouts;
  EXPECT_EQ(engine.layout("We listen first", style), first);
  EXPECT_EQ(engine.figures().layouts, layouts);
  EXPECT_GT(first->glyphs.size(), 10U);
}

}  // namespace
}  // namespace greenline::text
