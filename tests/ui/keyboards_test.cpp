// Keyboards as data: what is read, and what is refused with a sentence.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "text/text.h"
#include "ui/at_a_seat.h"

namespace greenline::ui {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

constexpr std::string_view small = R"({"language": "xx", "name": "Xx", "letters": [["a", "b"]], "symbols": [["1", "2"]],
  "beside_space": [",", ".", "?"]})";

TEST(Keyboards, HoldEveryKeyThatEnglishAndFrenchNeed) {
  const auto keyboards = Keyboards::load(source("assets/keyboards"));
  ASSERT_TRUE(keyboards.has_value()) << keyboards.error();
  const auto everywhere = [](const KeyboardLayout& layout) {
    std::string all;
    for (const KeyRows* page : {&layout.letters, &layout.shifted, &layout.symbols})
      for (const auto& row : *page)
        for (const std::string& text : row) all += text;
    for (const std::string& text : layout.beside_space) all += text;
    return all;
  };
  for (const char* language : {"en", "fr"}) {
    const KeyboardLayout* layout = keyboards->find(language);
    ASSERT_NE(layout, nullptr);
    for (char c = 'a'; c <= 'z'; ++c) EXPECT_THAT(everywhere(*layout), HasSubstr(std::string(1, c)));
    for (char c = '0'; c <= '9'; ++c) EXPECT_THAT(everywhere(*layout), HasSubstr(std::string(1, c)));
    for (const char* mark : {".", "?", "!", ",", "'", "’", "-"}) EXPECT_THAT(everywhere(*layout), HasSubstr(mark));
  }
  for (const char* accent : {"é", "è", "à", "ç", "ê"}) EXPECT_THAT(everywhere(*keyboards->find("fr")), HasSubstr(accent));
}

TEST(Keyboards, OfferAlternatesOnlyForKeysThatAreThere) {
  const auto keyboards = Keyboards::load(source("assets/keyboards"));
  ASSERT_TRUE(keyboards.has_value());
  for (const auto& [language, layout] : keyboards->by_language) {
    std::vector<std::string> keys(layout.beside_space.begin(), layout.beside_space.end());
    for (const KeyRows* page : {&layout.letters, &layout.shifted, &layout.symbols})
      for (const auto& row : *page) keys.insert(keys.end(), row.begin(), row.end());
    for (const auto& [key, alternates] : layout.holds) EXPECT_THAT(keys, Contains(key)) << language;
  }
}

TEST(Keyboards, AreFoundByTheBaseOfARegionalLanguage) {
  Keyboards keyboards;
  keyboards.by_language["fr"].language = "fr";
  EXPECT_EQ(keyboards.find("fr-CA"), &keyboards.by_language["fr"]);
  EXPECT_EQ(keyboards.find("es"), nullptr);
}

TEST(Keyboards, AcceptTheSmallestOne) { EXPECT_TRUE(parse_keyboard(small, "small.json").has_value()); }

struct Bad {
  const char* name;
  std::string text;
  const char* says;
};

class BadKeyboard : public ::testing::TestWithParam<Bad> {};

TEST_P(BadKeyboard, IsRefusedWithTheFileAndThePlace) {
  const auto layout = parse_keyboard(GetParam().text, "bad.json");
  ASSERT_FALSE(layout.has_value());
  EXPECT_THAT(layout.error(), HasSubstr("bad.json"));
  EXPECT_THAT(layout.error(), HasSubstr(GetParam().says));
}

std::string with(std::string_view from, std::string_view to) {
  std::string text(small);
  return text.replace(text.find(from), from.size(), to);
}

INSTANTIATE_TEST_SUITE_P(
    Keyboards, BadKeyboard,
    ::testing::Values(Bad{"NotJson", "{", "not a JSON object"}, Bad{"AList", "[]", "not a JSON object"},
                      Bad{"NoLanguage", with("\"language\": \"xx\", ", ""), "/language"},
                      Bad{"NoName", with("\"name\": \"Xx\", ", ""), "/name"},
                      Bad{"AnUnknownKey", with("\"symbols\"", "\"Shifted\": [[\"A\", \"B\"]], \"symbols\""), "/Shifted"},
                      Bad{"OneLabel", with("\"symbols\"", "\"labels\": {\"letters\": \"a\"}, \"symbols\""), "/labels"},
                      Bad{"LettersTooLarge", with("\"symbols\"", "\"letter_size\": 9, \"symbols\""), "/letter_size"},
                      Bad{"JoinsAList", with("\"symbols\"", "\"joins\": [], \"symbols\""), "/joins"},
                      Bad{"NoRows", with("[[\"a\", \"b\"]]", "[]"), "/letters"},
                      Bad{"ANumberForAKey", with("\"b\"", "5"), "/letters/0"},
                      Bad{"AnEmptyKey", with("\"b\"", "\"\""), "/letters/0"},
                      Bad{"AControlCharacter", with("\"b\"", "\"\\u0007\""), "/letters/0"},
                      Bad{"TwoBesideTheSpace", with(", \"?\"]", "]"), "/beside_space"},
                      Bad{"AnotherShape", with("\"symbols\"", "\"shifted\": [[\"A\"]], \"symbols\""), "/shifted"},
                      Bad{"HoldsAList", with("\"symbols\"", "\"holds\": [], \"symbols\""), "/holds"},
                      Bad{"TooLarge", std::string(max_keyboard_file_bytes + 1, ' '), "larger"}),
    [](const auto& param) { return param.param.name; });

TEST(Keyboards, SayWhichFolderHoldsNone) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / "no-keyboards";
  std::filesystem::create_directories(folder);
  const auto keyboards = Keyboards::load(folder);
  ASSERT_FALSE(keyboards.has_value());
  EXPECT_THAT(keyboards.error(), HasSubstr("no-keyboards"));
  EXPECT_FALSE(Keyboards::load(folder / "missing").has_value());
}

}  // namespace
}  // namespace greenline::ui
