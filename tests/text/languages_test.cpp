// Everybody's language: nothing missing, in the fonts that were chosen for it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/shaped.h"
#include "text/text.h"

namespace greenline::text {
namespace {

using testing::Contains;
using testing::Each;

struct SpokenBy {
  const char* name;
  const char* language;
  const char* words;
  const char* font;  // the one that words of the script come from
};
void PrintTo(const SpokenBy& spoken, std::ostream* out) { *out << spoken.name; }
std::string name_of(const testing::TestParamInfo<SpokenBy>& info) { return info.param.name; }

class LocalLanguage : public testing::TestWithParam<SpokenBy> {};

TEST_P(LocalLanguage, IsWrittenInTheChosenFontsAlone) {
  const SpokenBy& spoken = GetParam();
  Engine engine;
  for (const Face face : {Face::words, Face::words_bold, Face::names, Face::prompt, Face::prompt_italic}) {
    Style style;
    style.face = face;
    style.language = spoken.language;
    const BlockPtr block = engine.layout(spoken.words, style);
    EXPECT_EQ(block->missing, 0);
    EXPECT_FALSE(block->glyphs.empty());
    const bool sans = face == Face::words || face == Face::words_bold;
    EXPECT_THAT(families_in(spoken.words, face, spoken.language), Each(std::string(sans ? "Andika" : "Gentium Book Plus")));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Languages, LocalLanguage,
    testing::Values(SpokenBy{"English", "en", "We listen first — and let the young people name what matters.", ""},
                    SpokenBy{"French", "fr", "« Nous écoutons d’abord » : l’œuvre, ça et là, où Noël…", ""},
                    SpokenBy{"Spanish", "es", "¿Qué nos enseña la niñez? ¡Escuchemos, pingüino!", ""},
                    SpokenBy{"Vietnamese", "vi", "Chúng tôi lắng nghe trước và để người trẻ nói điều quan trọng", ""},
                    SpokenBy{"Hunqeminem", "hur", "hən̓q̓əmin̓əm̓ q̓ʷəl̓q̓ʷəl stəm̓ ct c̓ewət xʷməθkʷəy̓əm ʔiʔ nə́c̓aʔmat", ""},
                    SpokenBy{"Sencoten", "str", "SENĆOŦEN ÍY, SȻÁȽ SIÁM NESȻÁLEĆE ȻENTOL ĆȺNES E TŦE", ""},
                    SpokenBy{"Kwakwala", "kwk", "Kwak̓wala gilakas’la yaxwa̱lase nugwa’a̱m ’nu’a̱kwa̱la ḵ̓waḵ̓wala ǥa̱lǥa̱poła", ""}),
    name_of);

class WorldLanguage : public testing::TestWithParam<SpokenBy> {};

TEST_P(WorldLanguage, HasEveryCharacterInTheFontForIt) {
  const SpokenBy& spoken = GetParam();
  const auto families = families_in(spoken.words, Face::words, spoken.language);
  EXPECT_THAT(families, Contains(std::string(spoken.font)));
  Engine engine;
  Style style;
  style.language = spoken.language;
  EXPECT_EQ(engine.layout(spoken.words, style)->missing, 0);
  style.face = Face::names;
  EXPECT_EQ(engine.layout(spoken.words, style)->missing, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, WorldLanguage,
    testing::Values(SpokenBy{"Punjabi", "pa", "ਅਸੀਂ ਪਹਿਲਾਂ ਸੁਣਦੇ ਹਾਂ ਅਤੇ ਬੱਚਿਆਂ ਨੂੰ ਗੱਲ ਕਰਨ ਦਿੰਦੇ ਹਾਂ", "Noto Sans Gurmukhi"},
                    SpokenBy{"Hindi", "hi", "हम पहले सुनते हैं और युवाओं को बोलने देते हैं", "Noto Sans Devanagari"},
                    SpokenBy{"Arabic", "ar", "نستمع أولاً 2026 وندع الشباب يسمّون ما يهمّهم هنا", "Noto Naskh Arabic"},
                    SpokenBy{"Urdu", "ur", "ہم پہلے سنتے ہیں اور نوجوانوں کو بولنے دیتے ہیں", "Noto Nastaliq Urdu"},
                    SpokenBy{"Khmer", "km", "យើងស្ដាប់មុន ហើយឱ្យយុវជននិយាយអំពីអ្វីដែលសំខាន់", "Noto Sans Khmer"},
                    SpokenBy{"Amharic", "am", "መጀመሪያ እናዳምጣለን ወጣቶችም አስፈላጊውን ይናገራሉ", "Noto Sans Ethiopic"},
                    SpokenBy{"ChineseSimplified", "zh-Hans", "我们先倾听，让年轻人说出这里真正重要的事情", "Noto Sans CJK SC"},
                    SpokenBy{"ChineseTraditional", "zh-Hant", "我們先傾聽，讓年輕人說出這裡真正重要的事情", "Noto Sans CJK TC"},
                    SpokenBy{"ArabicOnAnEnglishCard", "en", "نستمع أولاً", "Noto Naskh Arabic"},
                    SpokenBy{"ChineseOnACardWithNoLanguage", "", "我们先倾听", "Noto Sans CJK SC"}),
    name_of);

TEST(Missing, CountsACharacterThatNoFontHasAndStandsADottedCircleInItsPlace) {
  Engine engine;
  const BlockPtr block = engine.layout("\U0010FFF0", {}), circle = engine.layout("\u25CC", {});
  EXPECT_EQ(block->missing, 1);
  ASSERT_EQ(block->glyphs.size(), 1U);
  EXPECT_EQ(block->glyphs[0].w, circle->glyphs[0].w);
  EXPECT_EQ(block->glyphs[0].h, circle->glyphs[0].h);
  const BlockPtr within = engine.layout("so \U0010FFF0 and", {});
  EXPECT_EQ(within->glyphs.size(), 6U);
  for (std::size_t i = 1; i < within->glyphs.size(); ++i) {
    EXPECT_GE(within->glyphs[i].x, within->glyphs[i - 1].x + static_cast<float>(within->glyphs[i - 1].w) - 1);
  }
}

// Glyphs of these words that are drawn; -1 where one is a box.
int drawn_glyphs(std::string_view words) {
  const Fonts fonts;
  Typesetter typesetter(fonts);
  int drawn = 0;
  for (const PangoGlyphItem* run : runs_of(typesetter.compose(words, {}))) {
    for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
      const PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
      if (glyph == PANGO_GLYPH_EMPTY) continue;
      if (glyph == 0 || (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) return -1;
      ++drawn;
    }
  }
  return drawn;
}

TEST(Pictures, AreDrawnInOutlinesAndNeverAsBoxes) {
  for (const char* picture : {"👍", "🙂", "❤️", "🌱", "🔥", "👩‍🏫", "👨‍👩‍👧", "👋🏽", "🇨🇦", "1️⃣",
                              "#️⃣", "✨", "⭐", "✅", "🎉", "🙏🏿", "🏳️‍🌈", "🪶"}) {
    EXPECT_GT(drawn_glyphs(picture), 0) << picture;
    Engine engine;
    const BlockPtr block = engine.layout(picture, {});
    EXPECT_EQ(block->missing, 0) << picture;
    EXPECT_FALSE(block->glyphs.empty()) << picture;
    EXPECT_THAT(families_in(picture, Face::words, "en"), Each(testing::Not(testing::HasSubstr("Color")))) << picture;
  }
}

TEST(Pictures, ComeFromOneFontSoThatTheyLookAlike) {
  EXPECT_THAT(families_in("👍🙂🌱🔥🎉👋", Face::words, "en"), testing::ElementsAre("Symbola"));
}

TEST(Pictures, ShowAToneOfSkinOnlyWhereItStandsAlone) {
  Engine engine;
  const BlockPtr plain = engine.layout("👋 so", {}), toned = engine.layout("👋🏽 so", {});
  EXPECT_EQ(toned->glyphs.size(), plain->glyphs.size());
  EXPECT_EQ(toned->width, plain->width);
  EXPECT_EQ(engine.layout("🏽", {})->glyphs.size(), 1U);
}

TEST(Pictures, HaveJoinersAndSelectorsThatShowNothing) {
  Engine engine;
  const BlockPtr plain = engine.layout("ab", {});
  for (const char* between :
       {"\u200D", "\u200C", "\u00AD", "\uFE0E", "\uFE0F", "\u2060", "\u200B", "\uFEFF", "\u200E", "\u061C", "\U000E0101"}) {
    const BlockPtr block = engine.layout(std::string("a") + between + "b", {});
    EXPECT_EQ(block->missing, 0);
    EXPECT_EQ(block->glyphs.size(), 2U);
    EXPECT_NEAR(block->width, plain->width, 0.6) << "but for what kerning there is";
  }
  EXPECT_EQ(engine.layout("🏴󠁧󠁢󠁥󠁮󠁧󠁿", {})->glyphs.size(), engine.layout("🏴", {})->glyphs.size());
}

TEST(KhmerWords, AreBrokenAtTheirEndsThoughNoSpaceSaysSo) {
  const std::string words = "យុវជននិយាយអំពីអ្វីដែលសំខាន់";
  const std::vector<int> breaks = dictionary_breaks(words);
  EXPECT_THAT(breaks, Contains(static_cast<int>(std::string("យុវជន").size())));
  const std::string opened = with_breaks(words, breaks);
  for (std::size_t at = 0; at <= words.size(); ++at) {
    const int offset = static_cast<int>(at);
    EXPECT_EQ(without_breaks(with_breaks(offset, breaks), breaks), offset);
  }
  EXPECT_EQ(without_breaks(static_cast<int>(opened.size()), breaks), static_cast<int>(words.size()));
  EXPECT_TRUE(dictionary_breaks("We listen first, ਪਹਿਲਾਂ").empty());
}

TEST(KhmerWords, FillLinesWithoutOneBeingBrokenInside) {
  const Fonts fonts;
  Typesetter typesetter(fonts);
  Style style;
  style.width_px = 120;
  style.language = "km";
  const Composed& composed = typesetter.compose("យុវជននិយាយអំពីអ្វីដែលសំខាន់", setting_of(style));
  EXPECT_GT(composed.lines.size(), 1U);
  for (const Line& line : composed.lines) EXPECT_FALSE(line.breaks_word);
}

}  // namespace
}  // namespace greenline::text
