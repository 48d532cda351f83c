// Every keyboard that is shipped, key by key: what it writes stays what it is.
#include <gmock/gmock.h>
#include <unicode/normalizer2.h>

#include <set>

#include "model/blank.h"
#include "ui/at_a_seat.h"
#include "ui/text_field.h"

namespace greenline::ui {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;

using Texts = std::set<std::string>;

Texts texts_on(const KeyRows& page) {
  Texts texts;
  for (const auto& row : page) texts.insert(row.begin(), row.end());
  return texts;
}

Texts keys_of(const KeyboardLayout& layout) {
  Texts keys(layout.beside_space.begin(), layout.beside_space.end());
  for (const KeyRows* page : {&layout.letters, &layout.shifted, &layout.symbols}) keys.merge(texts_on(*page));
  return keys;
}

Texts everything_of(const KeyboardLayout& layout) {
  Texts texts = keys_of(layout);
  for (const auto& [key, alternates] : layout.holds) texts.insert(alternates.begin(), alternates.end());
  return texts;
}

// The same letters, taken apart: what two texts have in common that are written alike.
std::string taken_apart(const std::string& words) {
  UErrorCode status = U_ZERO_ERROR;
  std::string apart;
  icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(words), status).toUTF8String(apart);
  EXPECT_TRUE(U_SUCCESS(status));
  return apart;
}

bool is_nfc(const std::string& words) {
  UErrorCode status = U_ZERO_ERROR;
  const bool is = icu::Normalizer2::getNFCInstance(status)->isNormalized(icu::UnicodeString::fromUTF8(words), status) != 0;
  return U_SUCCESS(status) && is;
}

class Script : public AtASeat, public ::testing::WithParamInterface<const char*> {
 protected:
  Script() {
    setting.languages = {"en", "fr", "es", "pa", "ar", "sal"};
    setting.still = true;
    seats->set_setting(setting);
  }
  [[nodiscard]] const KeyboardLayout& layout() const { return *keyboards->find(GetParam()); }
};
INSTANTIATE_TEST_SUITE_P(Shipped, Script, ::testing::Values("en", "fr", "es", "pa", "ar", "sal"),
                         [](const auto& language) { return std::string(language.param); });

TEST_P(Script, WritesInCanonicalForm) {
  for (const std::string& text : everything_of(layout())) EXPECT_TRUE(is_nfc(text)) << text;
}

TEST_P(Script, EveryKeyAfterEveryLetterIsKeptInCanonicalForm) {
  Texts letters = texts_on(layout().letters);
  letters.merge(texts_on(layout().shifted));
  const Texts keys = everything_of(layout());
  for (const std::string& letter : letters) {
    for (const std::string& key : keys) {
      TextField field;
      field.insert(letter);
      field.insert(key);
      const std::string said = field.said();
      ASSERT_TRUE(is_nfc(said)) << letter << key;
      // A mark with no letter to stand on says nothing yet.
      const bool shows = model::shows_something(letter + key);
      ASSERT_EQ(taken_apart(said), shows ? taken_apart(letter + key) : "") << letter << key;
    }
  }
}

TEST_P(Script, HasAnAlternateOnlyForAKeyThatIsThere) {
  const Texts keys = keys_of(layout());
  for (const auto& [key, alternates] : layout().holds) {
    EXPECT_THAT(keys, Contains(key));
    EXPECT_THAT(alternates, Not(Contains(key)));
  }
}

TEST_P(Script, JoinsOnlyWhatItsKeysWrite) {
  const Texts keys = keys_of(layout());
  for (const auto& [pair, letter] : layout().joins) {
    const std::size_t first = text::next_grapheme(pair.substr(0, 3), 0);
    EXPECT_THAT(keys, Contains(pair.substr(0, first)));
    EXPECT_THAT(keys, Contains(pair.substr(first)));
    EXPECT_THAT(everything_of(layout()), Contains(letter));
    EXPECT_TRUE(is_nfc(letter));
  }
}

// A word, a name, thanks and the line why say which keyboard wrote them, as cards do.
TEST_P(Script, EveryLineSaysWhoseKeyboardWroteIt) {
  const auto request_of = [&](const Purpose& purpose) {
    const int seat = open(purpose);
    tap(seat, seats->control(seat, std::string("keyboard:") + GetParam())->centre());
    for (const std::string& text : layout().letters.back()) tap(seat, seats->control(seat, text)->centre());
    tap(seat, seats->control(seat, "place")->centre());
    const auto request = std::get<Wants>(pass().at(0)).request;
    seats->close(seat);
    return request;
  };
  ComposeWord word;
  word.beside = {900, 500};
  EXPECT_EQ(std::get<model::WordThread>(request_of(word)).language, GetParam());
  ComposeName name;
  name.beside = {900, 500};
  EXPECT_EQ(std::get<model::NameGathering>(request_of(name)).language, GetParam());
  EXPECT_EQ(std::get<model::LetGoCard>(request_of(ComposeLine{{}, {900, 500}, "let_go"})).language, GetParam());
  EXPECT_EQ(std::get<model::LightCard>(request_of(ComposeLine{{}, {900, 500}, "light"})).language, GetParam());
}

TEST_P(Script, EachKeyOfEachPageWritesWhatItShows) {
  const int seat = open(a_card());
  tap(seat, seats->control(seat, std::string("keyboard:") + GetParam())->centre());
  std::string expected;
  const auto write_all = [&](const KeyRows& page) {
    for (const auto& row : page) {
      for (const std::string& text : row) {
        const auto key = seats->control(seat, text);
        ASSERT_TRUE(key) << text;
        tap(seat, key->centre());
        expected += text;
      }
    }
    EXPECT_EQ(seats->drafts()[0].words, expected);
  };
  write_all(layout().letters);
  if (!layout().shifted.empty()) {
    touch(seat, 5, input::ContactState::began, seats->control(seat, "shift")->centre());
    write_all(layout().shifted);
    touch(seat, 5, input::ContactState::ended, seats->control(seat, "shift")->centre());
  }
  tap(seat, seats->control(seat, "page")->centre());
  write_all(layout().symbols);
  for (const std::string& text : layout().beside_space) {
    tap(seat, seats->control(seat, text)->centre());
    expected += text;
  }
  EXPECT_EQ(seats->drafts()[0].words, expected);
  EXPECT_EQ(seats->drafts()[0].language, GetParam());
}

TEST_P(Script, HasDigitsAndPunctuation) {
  const Texts keys = everything_of(layout());
  for (char digit = '0'; digit <= '9'; ++digit) EXPECT_THAT(keys, Contains(std::string(1, digit)));
  for (const char* mark : {".", "!", "(", ")", ":", "-", "…"}) EXPECT_THAT(keys, Contains(mark));
}

TEST(Scripts, SpanishHasItsLettersOneTouchAway) {
  const auto keyboards = Keyboards::load(source("assets/keyboards"));
  EXPECT_THAT(texts_on(keyboards->find("es")->letters), IsSupersetOf({"ñ", "á", "é", "í", "ó", "ú", "ü", "¿", "¡"}));
}

TEST(Scripts, PunjabiHasTheWholeAlphabet) {
  const auto keyboards = Keyboards::load(source("assets/keyboards"));
  const KeyboardLayout& punjabi = *keyboards->find("pa");
  // The thirty-five, the vowel signs, tippi, bindi, addak and halant on the first page.
  EXPECT_THAT(texts_on(punjabi.letters),
              IsSupersetOf({"ੳ", "ਅ", "ੲ", "ਸ", "ਹ", "ਕ", "ਖ", "ਗ", "ਘ", "ਙ", "ਚ", "ਛ", "ਜ", "ਝ", "ਞ", "ਟ",
                            "ਠ", "ਡ", "ਢ", "ਣ", "ਤ", "ਥ", "ਦ", "ਧ", "ਨ", "ਪ", "ਫ", "ਬ", "ਭ", "ਮ", "ਯ", "ਰ",
                            "ਲ", "ਵ", "ੜ", "ਾ", "ਿ", "ੀ", "ੁ",  "ੂ",  "ੇ",  "ੈ",  "ੋ",  "ੌ",  "ੰ",  "ਂ",  "ੱ",  "੍"}));
  EXPECT_THAT(texts_on(punjabi.shifted), IsSupersetOf({"ਸ\u0A3C", "ਖ\u0A3C", "ਗ\u0A3C", "ਜ\u0A3C", "ਫ\u0A3C", "ਲ\u0A3C", "ਆ",
                                                       "ਇ", "ਈ", "ਉ", "ਊ", "ਏ", "ਐ", "ਓ", "ਔ", "\u0A3C"}));
  EXPECT_THAT(keys_of(punjabi), IsSupersetOf({"।", "੧", "੦"}));
}

TEST(Scripts, ArabicHasHamzaFormsHarakatItsPunctuationAndBothSetsOfDigits) {
  const auto keyboards = Keyboards::load(source("assets/keyboards"));
  EXPECT_THAT(everything_of(*keyboards->find("ar")),
              IsSupersetOf({"ا",      "أ",      "إ",      "آ",      "ٱ",      "ء",      "ؤ",      "ئ",      "ة",
                            "ى",      "\u064B", "\u064C", "\u064D", "\u064E", "\u064F", "\u0650", "\u0651", "\u0652",
                            "\u0670", "،",      "؛",      "؟",      "١",      "٠",      "1",      "0"}));
}

TEST(Scripts, SalishHasItsLettersAndItsMarksAsKeys) {
  const auto keyboards = Keyboards::load(source("assets/keyboards"));
  const KeyboardLayout& salish = *keyboards->find("sal");
  EXPECT_THAT(texts_on(salish.letters),
              IsSupersetOf({"\u0313", "\u0331", "\u0301",  "\u0300", "\u0304", "\u030C", "\u0323", "’", "ə",       "ʔ", "ʕ",
                            "ɬ",      "ƛ",      "ƛ\u0313", "θ",      "χ",      "ʷ",      "7",      "ḵ", "x\u0331", "č", "š"}));
  EXPECT_THAT(texts_on(salish.shifted),
              IsSupersetOf({"Á", "Ć", "Ȼ", "Í", "Ḵ", "Ƚ", "Ⱡ", "Ṉ", "Ś", "Ŧ", "Ⱦ", "Ṯ", "W\u0331", "X\u0331"}));
  EXPECT_THAT(everything_of(salish), IsSupersetOf({"Ⱥ", "Ḱ", "Ꝁ", "c\u0313", "č\u0313", "x\u030C", "x\u0323", "ᶿ"}));
}

}  // namespace
}  // namespace greenline::ui
