// The atlas is finite: glyphs that nobody shows make room, those that somebody shows stay right where they are held.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "text/text.h"

namespace greenline::text {
namespace {

constexpr const char* kNoteToEvict = "We listen first and let the young people name what matters here";

Style style_of_atlas_test(float size_px) {
  Style style;
  style.size_px = size_px;
  style.width_px = 10 * size_px;
  return style;
}

// What each of its glyphs looks like in the atlas.
std::vector<std::vector<std::uint8_t>> looks(const Engine& engine, const Block& block) {
  const AtlasImage atlas = engine.atlas();
  std::vector<std::vector<std::uint8_t>> looks;
  for (const Glyph& glyph : block.glyphs) {
    std::vector<std::uint8_t>& look = looks.emplace_back();
    for (std::size_t y = 0; y < glyph.h; ++y) {
      const auto row = atlas.texels.subspan((glyph.v + y) * static_cast<std::size_t>(atlas.width) + glyph.u, glyph.w);
      look.insert(look.end(), row.begin(), row.end());
    }
  }
  return looks;
}

TEST(Eviction, LetsGlyphsGoThatNobodyShowsBeforeTheAtlasGrowsForThem) {
  Engine engine;
  for (float size = 41; size < 400; size += 1) (void)engine.layout(kNoteToEvict, style_of_atlas_test(size));
  EXPECT_GT(engine.figures().packings, 3U);
  EXPECT_EQ(engine.atlas().era, 1U) << "it never had to start over";
  EXPECT_LE(engine.atlas().texels.size(), std::size_t{2048} * 1024);
}

TEST(Eviction, CorrectsTheBlocksThatSomebodyHoldsWithoutLayingThemOutAgain) {
  Engine engine;
  std::vector<BlockPtr> held;
  std::vector<std::vector<std::vector<std::uint8_t>>> looked;
  for (const float size : {14.0F, 20.0F, 48.0F}) {
    held.push_back(engine.layout(kNoteToEvict, style_of_atlas_test(size)));
    held.push_back(engine.in_detail(held.back(), 2));
  }
  for (const BlockPtr& block : held) looked.push_back(looks(engine, *block));
  const std::uint32_t generation = engine.atlas().generation;
  for (float size = 100; engine.figures().packings < 3; size += 1) (void)engine.layout(kNoteToEvict, style_of_atlas_test(size));

  EXPECT_GT(engine.atlas().generation, generation);
  const std::uint64_t layouts = engine.figures().layouts, drawn = engine.figures().drawn;
  for (std::size_t i = 0; i < held.size(); ++i) {
    EXPECT_EQ(held[i]->atlas_generation, engine.atlas().generation);
    EXPECT_EQ(looks(engine, *held[i]), looked[i]);
  }
  EXPECT_EQ(engine.layout(kNoteToEvict, style_of_atlas_test(20)), held[2]);
  EXPECT_EQ(engine.figures().layouts, layouts);
  EXPECT_EQ(engine.figures().drawn, drawn);
}

TEST(Eviction, KeepsTheWordsOfWhatItDroppedSoThatTheyAreOnlyDrawnAgain) {
  Engine engine;
  (void)engine.layout(kNoteToEvict, style_of_atlas_test(20));
  for (float size = 100; engine.figures().packings < 1; size += 1) (void)engine.layout(kNoteToEvict, style_of_atlas_test(size));
  const std::uint64_t layouts = engine.figures().layouts;
  const BlockPtr again = engine.layout(kNoteToEvict, style_of_atlas_test(20));
  EXPECT_EQ(engine.figures().layouts, layouts);
  EXPECT_EQ(again->atlas_generation, engine.atlas().generation);
  for (const auto& look : looks(engine, *again)) {
    EXPECT_GT(*std::max_element(look.begin(), look.end()), 200) << "there is ink";
  }
}

TEST(Eviction, StartsOverWhereWhatIsShownHasNoRoomAndWordsAreDrawnAgainWhenAskedFor) {
  Engine engine;
  const BlockPtr before = engine.layout(kNoteToEvict, style_of_atlas_test(20));
  std::vector<BlockPtr> held;
  for (float size = 300; engine.atlas().era == 1 && size < 500; size += 4)
    held.push_back(engine.layout(kNoteToEvict, style_of_atlas_test(size)));
  ASSERT_EQ(engine.atlas().era, 2U);
  EXPECT_EQ(engine.atlas().width, 4096);
  EXPECT_NE(before->atlas_generation, engine.atlas().generation) << "not to be drawn";
  const BlockPtr again = engine.layout(kNoteToEvict, style_of_atlas_test(20));
  EXPECT_EQ(again->atlas_generation, engine.atlas().generation);
  ASSERT_EQ(again->glyphs.size(), before->glyphs.size());
  for (const auto& look : looks(engine, *again)) EXPECT_GT(*std::max_element(look.begin(), look.end()), 200);
}

}  // namespace
}  // namespace greenline::text
