// Everybody's language: nothing missing, in the fonts that were chosen for it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

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

int pictures_in(const Block& block) { return static_cast<int>(std::ranges::count(block.glyphs, true, &Glyph::picture)); }

// A family, tones of skin, flags of places and of parts of them, keycaps, all that is written as several characters.
TEST(Pictures, AreDrawnInColoursEachAsOneAndNeverAsABox) {
  for (const char* picture : {"👍",
                              "🙂",
                              "❤️",
                              "🌱",
                              "🔥",
                              "👩‍🏫",
                              "👨‍👩‍👧",
                              "👋🏽",
                              "🇨🇦",
                              "1️⃣",
                              "#️⃣",
                              "✨",
                              "⭐",
                              "✅",
                              "🎉",
                              "🙏🏿",
                              "🏳️‍🌈",
                              "🪶",
                              "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                              "🫱🏿‍🫲🏻",
                              "🫨",
                              "🪿"}) {
    Engine engine;
    const BlockPtr block = engine.layout(picture, {});
    EXPECT_EQ(block->missing, 0) << picture;
    EXPECT_EQ(block->glyphs.size(), 1U) << picture;
    EXPECT_EQ(pictures_in(*block), 1) << picture;
    EXPECT_GT(drawn_glyphs(picture), 0) << picture;
  }
}

TEST(Pictures, HaveTheirOwnColoursAndNoEdgeOfAnother) {
  Engine engine;
  const BlockPtr flag = engine.layout("🇨🇦", {.size_px = 40, .language = "en"});
  ASSERT_EQ(pictures_in(*flag), 1);
  const AtlasImage image = engine.pictures();
  int red = 0, white = 0;
  for (std::size_t i = 0; i < image.texels.size(); i += 4) {
    const auto texel = image.texels.subspan(i, 4);
    if (texel[3] < 200) continue;
    red += texel[0] > 180 && texel[1] < 80 && texel[2] < 80 ? 1 : 0;
    white += texel[0] > 200 && texel[1] > 200 && texel[2] > 200 ? 1 : 0;
  }
  EXPECT_GT(red, 100);
  EXPECT_GT(white, 100);
}

TEST(Pictures, ThatNoFontHasAsOneAreShownByTheirParts) {
  Engine engine;
  EXPECT_EQ(pictures_in(*engine.layout("👩‍🐘", {})), 2) << "a woman and an elephant, joined by nobody yet";
  const BlockPtr texas = engine.layout("\U0001F3F4\U000E0075\U000E0073\U000E0074\U000E0078\U000E007F", {});
  EXPECT_EQ(pictures_in(*texas), 1) << "a flag";
  EXPECT_EQ(texas->missing, 0);
}

TEST(Pictures, ThatNoFontHasAreToldInWordsInTheirPlace) {
  constexpr char32_t newest = 0x1FAE9;
  const std::string words = "our \U0001FAE9 here";
  Engine engine;
  EXPECT_EQ(engine.layout(words, {})->glyphs.size(), engine.layout("our … here", {})->glyphs.size()) << "before anybody says";
  std::string asked_in;
  Engine told;
  told.tell_pictures_by([&](char32_t picture, std::string_view language) -> std::string {
    asked_in = language;
    return picture == newest ? "(tired eyes)" : "";
  });
  const Style style{.language = "fr"};
  const BlockPtr block = told.layout(words, style), spelt = told.layout("our (tired eyes) here", style);
  EXPECT_EQ(asked_in, "fr");
  EXPECT_EQ(block->missing, 0);
  EXPECT_EQ(block->glyphs.size(), spelt->glyphs.size());
  EXPECT_NEAR(block->width, spelt->width, 2);
  const float before = told.caret(words, style, 4).x, after = told.caret(words, style, 8).x;
  EXPECT_NEAR(after - before, told.layout("(tired eyes)", style)->width, 2) << "a caret goes over it as over one letter";
  EXPECT_EQ(told.layout("our tree", style)->glyphs.size(), 7U) << "the next words are themselves again";
}

TEST(Pictures, ThatAreFlagsOfPlacesNoFontKnowsAreToldByTheirLetters) {
  Engine engine;
  const BlockPtr sark = engine.layout("🇨🇶", {}), letters = engine.layout("CQ", {});
  EXPECT_EQ(sark->glyphs.size(), letters->glyphs.size());
  EXPECT_EQ(pictures_in(*sark), 0);
  EXPECT_EQ(pictures_in(*engine.layout("🇨🇦🇨🇶🇮🇳", {})), 2);
}

TEST(Pictures, StandAmongWordsWithoutPushingLinesApart) {
  Engine engine;
  const BlockPtr plain = engine.layout("we grow here\nand there", {}),
                 pictured = engine.layout("we grow 🌱 here\nand 👋🏽 there", {});
  EXPECT_EQ(pictures_in(*pictured), 2);
  EXPECT_LE(pictured->height, 1.15F * plain->height);
  for (const Glyph& glyph : pictured->glyphs) EXPECT_GE(glyph.y, -0.2F * 20);
}

TEST(Pictures, AreInkWhereTheyAreWrittenAsSigns) {
  Engine engine;
  for (const char* sign : {"❤", "☀", "★", "→", "♪", "12#*"}) EXPECT_EQ(pictures_in(*engine.layout(sign, {})), 0) << sign;
}

TEST(Pictures, AreDrawnAnewLargerAndSmaller) {
  Engine engine;
  const BlockPtr small = engine.layout("🌱", {.size_px = 16, .language = "en"}),
                 large = engine.layout("🌱", {.size_px = 160, .language = "en"});
  ASSERT_EQ(small->glyphs.size(), 1U);
  EXPECT_NEAR(large->glyphs[0].w, 10 * small->glyphs[0].w, 8);
  const BlockPtr near = engine.in_detail(small, 4);
  EXPECT_NEAR(near->glyphs[0].w, 4 * small->glyphs[0].w, 4);
}

TEST(Pictures, OfWhichThereAreManyMakeRoomForEachOther) {
  Engine engine;
  const BlockPtr held = engine.layout("🌱 we grow", {});
  const std::size_t letters = held->glyphs.size();
  for (int size = 20; size < 400; size += 12)
    (void)engine.layout("🔥🎉👋🌍🌲🐻", {.size_px = static_cast<float>(size), .language = "en"});
  EXPECT_EQ(held->atlas_generation, engine.pictures().generation) << "what somebody holds was moved along";
  EXPECT_EQ(held->glyphs.size(), letters);
  EXPECT_EQ(engine.atlas().era, 1U);
  EXPECT_GT(engine.figures().packings, 0U) << "there were too few to need room";
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
