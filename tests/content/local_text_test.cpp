#include "content/local_text.h"

#include <gtest/gtest.h>

#include "files.h"

namespace greenline::content {
namespace {

const LocalText& greeting() {
  static const LocalText text{{"en", "Welcome"}, {"fr", "Bienvenue"}, {"zh-Hant", "歡迎"}};
  return text;
}

TEST(LocalText, SpeaksTheLanguageAskedFor) { EXPECT_EQ(in_language(greeting(), "fr"), "Bienvenue"); }
TEST(LocalText, FallsBackToTheBaseLanguage) { EXPECT_EQ(in_language(greeting(), "zh-Hant-HK"), "歡迎"); }
TEST(LocalText, FallsBackToEnglish) { EXPECT_EQ(in_language(greeting(), "pa"), "Welcome"); }
TEST(LocalText, FallsBackToWhateverThereIs) { EXPECT_EQ(in_language({{"hur", "ʔiʔ"}}, "en"), "ʔiʔ"); }
TEST(LocalText, IsSilentWhenThereIsNoText) { EXPECT_EQ(in_language({}, "en"), ""); }

TEST(OnlyInLanguage, SpeaksALanguageOrItsBase) {
  EXPECT_EQ(only_in_language(greeting(), "fr-CA"), "Bienvenue");
  EXPECT_EQ(only_in_language(greeting(), "zh-Hant"), "歡迎");
}
TEST(OnlyInLanguage, IsSilentRatherThanSpeakAnother) { EXPECT_EQ(only_in_language(greeting(), "pa"), ""); }

class GoodTag : public testing::TestWithParam<const char*> {};
TEST_P(GoodTag, IsALanguageTag) { EXPECT_TRUE(is_language_tag(GetParam())); }
INSTANTIATE_TEST_SUITE_P(LocalText, GoodTag,
                         testing::Values("en", "fr-CA", "pa", "zh-Hant", "zh-Hant-HK", "hur", "kwk", "es-419", "sl-rozaj-biske",
                                         "de-CH-1996", "zh-yue", "en-u-ca-gregory", "fr-x-local", "x-hur-local"));

class BadTag : public testing::TestWithParam<const char*> {};
TEST_P(BadTag, IsNoLanguageTag) { EXPECT_FALSE(is_language_tag(GetParam())); }
INSTANTIATE_TEST_SUITE_P(LocalText, BadTag,
                         testing::Values("", "e", "fr_CA", "en-", "-en", "en--CA", "français", "123", "en-CA-Latn", "en-u", "x",
                                         "en-abcdefghi", "en-CA-US", "en us"));

std::string canvas_saying(const std::string& title) {
  return with(text_of(content_folder() / "canvases/nested-communities.json"), "\"Nested communities\"", "\"" + title + "\"");
}

TEST(LocalText, IsStoredInNormalizationFormC) {
  const auto canvas = parse_canvas(canvas_saying("E\u0301le\u0300ve"), "x");
  ASSERT_TRUE(canvas);
  EXPECT_EQ(in_language(canvas->title, "en"), "Élève");
}

TEST(LocalText, KeepsLettersThatHaveNoComposedForm) {
  const std::string words = "hən\u0313q\u0313əmin\u0313əm\u0313 Sḵwx\u0331wú7mesh ʔəy\u0313";
  const auto canvas = parse_canvas(canvas_saying(words), "x");
  ASSERT_TRUE(canvas);
  EXPECT_EQ(in_language(canvas->title, "en"), words);
}

TEST(LocalText, IsNotTrimmedOrRecased) {
  const auto canvas = parse_canvas(canvas_saying("  tHe wIld\\nGarden\u202f! "), "x");
  ASSERT_TRUE(canvas);
  EXPECT_EQ(in_language(canvas->title, "en"), "  tHe wIld\nGarden\u202f! ");
}

}  // namespace
}  // namespace greenline::content
