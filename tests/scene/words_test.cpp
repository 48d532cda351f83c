// Words fit their cards with eight hundredths of padding, at a legible size, and are laid out only when they change.
#include <algorithm>

#include "arrange/sheet.h"
#include "scene/wall.h"

namespace greenline::test {
namespace {

constexpr const char* sentences[] = {
    "Bells every 42 minutes, so nothing deep gets finished",
    "Internationalisation-Verantwortlichkeiten",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "We were the school that kept every door open, and then the door was painted shut, and nobody remembers who did it or why",
    "é",
    "ਅਸੀਂ ਇੱਕ ਬੰਦਰਗਾਹ ਹਾਂ",
};

TEST(Words, StandWithinTheirCardByEightHundredths) {
  for (const int count : {1, 5, 9}) {
    Wall wall(six_circles);
    for (int i = 0; i < count; ++i)
      for (const char* sentence : sentences) wall.card({i % 2 ? "structure" : "identity", {0, -0.3F}}, sentence);
    wall.settle();
    if (wall.scene.leaves()) continue;
    for (const auto* view : wall.shown()) {
      ASSERT_TRUE(view->words);
      const float edge = wall.scene.arrangement()->type.tight ? arrange::tight_edge_ems : arrange::edge_ems;
      const float across = view->half_width * (1 - 2 * 0.08F), down = view->half_height - edge * wall.scene.type_px();
      EXPECT_GE(view->words_at.x, -across - 0.6F);
      EXPECT_LE(view->words_at.x + view->words->width, across + 0.6F);
      EXPECT_GE(view->words_at.y, -down - 0.6F);
      EXPECT_LE(view->words_at.y + view->words->height, down + 2) << "lines stand on whole pixels";
    }
  }
}

TEST(Words, AreCutAfterAWholeWordWhereTheyAreMoreThanFiveLines) {
  text::Engine engine;
  const text::Style style{.size_px = 20, .width_px = 160, .max_lines = 2, .language = "en"};
  const std::string words = "We were the school that kept every door open";
  const auto cut = engine.layout(words, style);
  ASSERT_TRUE(cut->cut);
  const std::string_view shown[] = {"We were the school…", "We were the…", "We were the school that…",
                                    "We were the school that kept…"};
  EXPECT_TRUE(std::any_of(std::begin(shown), std::end(shown), [&](std::string_view some) {
    text::Style all = style;
    all.max_lines = 0;
    return engine.layout(some, all)->glyphs.size() == cut->glyphs.size();
  }));
}

TEST(Words, AreLaidOutOnceAndNotAFrame) {
  Wall wall(six_circles);
  wall.crowd(12, 3);
  const auto id = wall.shown()[0]->id;
  wall.settle();
  const auto before = wall.engine.figures().layouts;
  wall.scene.hold(id, wall.scene.card(id)->centre);
  for (int i = 0; i < 60; ++i) {
    wall.scene.hold(id, {600.0F + static_cast<float>(i), 400});
    wall.advance(0.016F);
  }
  wall.scene.let_fall(id);
  while (wall.advance(0.016F)) continue;
  EXPECT_EQ(wall.engine.figures().layouts, before);
}

TEST(Words, OfAVeiledCardAreNotThere) {
  Wall wall(six_circles);
  const auto id = wall.card({"identity", {0, 0}}, "not yet");
  wall.settle();
  ASSERT_TRUE(wall.scene.card(id)->words);
  wall.happens(model::CardVeiled{id, true});
  while (wall.advance(0.016F)) continue;
  EXPECT_TRUE(wall.scene.card(id)->veiled);
  EXPECT_FALSE(wall.scene.card(id)->words);
}

TEST(Words, StandAboveTheInkOfACardThatHasBoth) {
  Wall wall(six_circles);
  const auto id = numbered<model::CardId>(800);
  const model::Stroke stroke = {{0.1F, 0.2F, 0.01F}, {0.8F, 0.7F, 0.01F}};
  wall.happens(model::CardMade{id, {"a harbour", "en", {stroke}}, {"identity", {0, 0}}, {}, false});
  wall.settle();
  const auto* view = wall.scene.card(id);
  ASSERT_TRUE(view->words && view->ink);
  EXPECT_LE(view->words_at.y + view->words->height, view->ink_box.y0 + 0.5F);
  EXPECT_LE(view->ink_box.y1, view->half_height);
  EXPECT_NEAR(view->ink_box.width() / view->ink_box.height(), arrange::card_aspect, 0.01F);
}

TEST(Words, LeaveSlipsAtTheEdgeOfANourishedCardAndNoMoreThanThree) {
  Wall wall(six_circles);
  const auto id = wall.card({"identity", {0, 0}});
  for (std::uint64_t i = 1; i <= 5; ++i)
    wall.happens(
        model::NourishmentLeft{numbered<model::NourishmentId>(i), id, model::NourishKind::offer, {"a key", "en", {}}, {}});
  EXPECT_EQ(wall.scene.card(id)->nourished, 3);
  for (std::uint64_t i = 1; i <= 4; ++i) wall.happens(model::NourishmentTakenBack{numbered<model::NourishmentId>(i)});
  EXPECT_EQ(wall.scene.card(id)->nourished, 1);
}

// From the top of the highest letter to the bottom of the lowest, pixels.
float ink_down(const text::Block& block) {
  float top = block.height, bottom = 0;
  for (const text::Glyph& glyph : block.glyphs) {
    top = std::min(top, glyph.y);
    bottom = std::max(bottom, glyph.y + static_cast<float>(glyph.h));
  }
  return bottom - top;
}

// On the wall of a room that speaks English.
struct LinesInOtherLanguages : testing::Test {
  LinesInOtherLanguages() : wall(six_circles) {
    for (int i = 0; i < 4; ++i)
      cards.push_back(wall.card({i < 2 ? "structure" : "identity", {-0.5F + 0.4F * float(i % 2), -0.3F}}));
  }
  [[nodiscard]] text::BlockPtr word_of(const model::ThreadId& id) const { return wall.scene.thread(id)->word; }
  Wall wall;
  std::vector<model::CardId> cards;
};

TEST_F(LinesInOtherLanguages, AnUrduWordOnAThreadIsLaidInItsOwnLetters) {
  const std::string word = "سہارا دیتا ہے";
  const auto urdu = wall.thread(cards[0], cards[2], word, "ur"), english = wall.thread(cards[1], cards[3], word, "en"),
             unknown = wall.thread(cards[0], cards[3], word);
  wall.settle();
  ASSERT_TRUE(word_of(urdu) && word_of(english) && word_of(unknown));
  EXPECT_GT(ink_down(*word_of(urdu)), 1.2F * ink_down(*word_of(english))) << "Nastaliq hangs in steps, Naskh stands on a line";
  EXPECT_EQ(word_of(unknown), word_of(english)) << "where nobody knows, as the wall's own";
}

TEST_F(LinesInOtherLanguages, RunFromTheRightWhereTheLanguageDoes) {
  const std::string word = "2026 …";  // no letter tells
  const auto arabic = wall.thread(cards[0], cards[2], word, "ar"), english = wall.thread(cards[1], cards[3], word, "en");
  wall.settle();
  ASSERT_TRUE(word_of(arabic) && word_of(english));
  EXPECT_TRUE(word_of(arabic)->right_to_left);
  EXPECT_FALSE(word_of(english)->right_to_left);
}

TEST_F(LinesInOtherLanguages, AGatheringsNameIsLaidInItsLanguage) {
  wall.gathering({cards[0], cards[1]}, "ہم یہاں", "ur");
  wall.gathering({cards[2], cards[3]}, "ہم یہاں");
  wall.settle();
  ASSERT_EQ(wall.scene.gatherings().size(), 2U);
  const text::BlockPtr urdu = wall.scene.gatherings()[0].name.block, unknown = wall.scene.gatherings()[1].name.block;
  ASSERT_TRUE(urdu && unknown);
  EXPECT_GT(ink_down(*urdu), 1.2F * ink_down(*unknown)) << "Nastaliq hangs in steps";
}

}  // namespace
}  // namespace greenline::test
