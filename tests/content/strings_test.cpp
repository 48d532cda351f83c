#include "content/strings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <regex>
#include <set>

#include "content/palette.h"
#include "content/problem.h"
#include "files.h"
#include "journal/journal.h"
#include "model/decide.h"

namespace greenline::content {
namespace {

using testing::HasSubstr;

constexpr std::array interface_languages = {"en", "fr", "es"};

Strings shipped() {
  auto strings = Strings::load(assets_folder() / "strings", Gaps::quiet);
  EXPECT_TRUE(strings) << told(strings ? Diagnostics{} : strings.error());
  return strings ? *std::move(strings) : Strings();
}

void expect_in_every_language(const Strings& strings, const std::string& key) {
  const auto found = strings.all().find(key);
  ASSERT_NE(found, strings.all().end()) << key;
  for (const char* language : interface_languages) EXPECT_TRUE(found->second.contains(language)) << key << " " << language;
}

// What the program's sources say of keys: whole ones ("composer.place"), and rooms whose words are put on as it runs
// ("refusal.").
struct KeysInSources {
  std::set<std::string> whole, rooms;
};

KeysInSources read_from_sources(const Strings& strings) {
  std::set<std::string> rooms;
  for (const auto& [key, sentence] : strings.all()) rooms.insert(key.substr(0, key.find('.') + 1));
  const auto palette = load_palette("dusk", assets_folder());
  EXPECT_TRUE(palette);
  const std::regex quoted(R"re("([a-z_]+\.)([a-z_]*)")re");
  const std::set<std::string> of_files = {"json", "png", "greenline"};
  KeysInSources found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_folder() / "src")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    const std::string source = text_of(entry.path());
    for (std::sregex_iterator one(source.begin(), source.end(), quoted), end; one != end; ++one) {
      const std::string room = (*one)[1], word = (*one)[2];
      if (word.empty()) {
        found.rooms.insert(room);
      } else if (rooms.contains(room) && !of_files.contains(word) && !palette->roles.contains(room + word)) {
        found.whole.insert(room + word);
      }
    }
  }
  return found;
}

const KeysInSources& keys_in_sources(const Strings& strings) {
  static const KeysInSources read = read_from_sources(strings);
  return read;
}

TEST(ShippedStrings, HaveEveryKeyThatTheProgramSays) {
  const Strings strings = shipped();
  const KeysInSources& said = keys_in_sources(strings);
  EXPECT_TRUE(said.whole.contains("composer.place")) << "the sources were not read";
  for (const std::string& key : said.whole) expect_in_every_language(strings, key);
}

TEST(ShippedStrings, HaveNoKeyThatTheProgramNeverSays) {
  const Strings strings = shipped();
  const KeysInSources& said = keys_in_sources(strings);
  for (const auto& [key, sentence] : strings.all())
    EXPECT_TRUE(said.whole.contains(key) || said.rooms.contains(key.substr(0, key.find('.') + 1))) << key;
}

// U+202F before them, so that no line begins with a lone question mark.
TEST(ShippedStrings, KeepFrenchPunctuationWithItsWord) {
  const Strings strings = shipped();
  for (const auto& [key, sentence] : strings.all())
    for (const char* mark : {":", ";", "?", "!"}) {
      const std::string& french = sentence.at("fr");
      for (auto at = french.find(mark); at != std::string::npos; at = french.find(mark, at + 1))
        EXPECT_TRUE(at >= 3 && french.substr(at - 3, 3) == "\u202F") << key << ": " << french;
    }
}

TEST(ShippedStrings, OpenEverySpanishQuestionAndExclamation) {
  const auto count = [](const std::string& text, const std::string& mark) {
    std::size_t found = 0;
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) ++found;
    return found;
  };
  const Strings strings = shipped();
  for (const auto& [key, sentence] : strings.all()) {
    EXPECT_EQ(count(sentence.at("es"), "?"), count(sentence.at("es"), "\u00BF")) << key;
    EXPECT_EQ(count(sentence.at("es"), "!"), count(sentence.at("es"), "\u00A1")) << key;
  }
}

TEST(ShippedStrings, SayEveryKeyInEveryLanguage) {
  const Strings strings = shipped();
  for (const auto& [key, sentence] : strings.all()) expect_in_every_language(strings, key);
}

TEST(ShippedStrings, HaveASentenceForEveryRefusal) {
  const Strings strings = shipped();
  for (int refusal = 0; refusal <= static_cast<int>(model::Refusal::cannot_keep); ++refusal)
    expect_in_every_language(strings, "refusal." + std::string(model::to_text(static_cast<model::Refusal>(refusal))));
}

TEST(ShippedStrings, NameTheFileInEveryTroubleOfTheJournal) {
  const Strings strings = shipped();
  for (int fault = 0; fault <= static_cast<int>(journal::Fault::io); ++fault) {
    const std::string key = "journal." + std::string(journal::to_text(static_cast<journal::Fault>(fault)));
    expect_in_every_language(strings, key);
    for (const char* language : interface_languages) EXPECT_THAT(std::string(strings(key, language)), HasSubstr("{0}"));
  }
}

TEST(ShippedStrings, NameTheFileInEveryTroubleOfDrafts) {
  const Strings strings = shipped();
  for (const char* fault : {"not_written", "left_out", "damaged", "newer_version"})
    for (const char* language : interface_languages)
      EXPECT_THAT(std::string(strings(std::string("drafts.") + fault, language)), HasSubstr("{0}"));
}

TEST(ShippedStrings, NameEveryProblemThatCanStopAPackAsTheTableDoes) {
  const Strings strings = shipped();
  for (const ProblemKind& kind : problem_kinds()) {
    if (kind.severity != Severity::stops) continue;
    const std::string number = std::to_string(static_cast<int>(kind.problem));
    const std::string key = "problem.gl_p" + std::string(3 - number.size(), '0') + number;
    expect_in_every_language(strings, key);
    EXPECT_EQ(strings(key, "en"), kind.title) << key;
  }
}

TEST(ShippedStrings, HaveWordsForEveryMode) {
  const Strings strings = shipped();
  for (const char* mode : {"quiet", "pair", "four", "table", "wall", "look", "circle"})
    expect_in_every_language(strings, std::string("mode.") + mode);
}

TEST(Strings, NameALanguageInThatLanguage) {
  EXPECT_EQ(shipped().language_name("fr-CA"), "français");
  EXPECT_EQ(shipped().language_name("en"), "English");
}

TEST(Strings, FillTheirBlanksInTheOrderOfTheSentence) {
  EXPECT_EQ(filled("{0}, then {1}", {"in pairs", "in fours"}), "in pairs, then in fours");
  EXPECT_EQ(filled("{1} ← {0}", {"a", "b"}), "b ← a");
}

TEST(Strings, FillABlankWithWhateverIsGiven) { EXPECT_EQ(filled("{0} {1}", {"{1}", "b"}), "{1} b"); }

TEST(Strings, KnowWhichLanguagesTheySpeak) {
  EXPECT_TRUE(shipped().speaks("es-419"));
  EXPECT_FALSE(shipped().speaks("pa"));
}

TEST(Strings, SayTheKeyWhenThereIsNoSentence) { EXPECT_EQ(shipped()("no.such_key", "en"), "no.such_key"); }

class HalfTranslated : public testing::Test {
 protected:
  HalfTranslated() {
    folder_.write("en.json", R"({"language.name": "English", "a.b": "Yes"})");
    folder_.write("hur.json", R"({"language.name": "Hul’q’umi’num’"})");
  }
  std::string said(Gaps gaps, const char* language) {
    const auto strings = Strings::load(folder_.path(), gaps);
    EXPECT_TRUE(strings) << told(strings ? Diagnostics{} : strings.error());
    return strings ? std::string((*strings)("a.b", language)) : std::string();
  }
  Folder folder_;
};

TEST_F(HalfTranslated, SpeaksEnglishToARoom) { EXPECT_EQ(said(Gaps::quiet, "hur"), "Yes"); }

TEST_F(HalfTranslated, ShowsTheGapToWhoeverWorksOnIt) {
  EXPECT_EQ(said(Gaps::marked, "hur"), "⟦Yes⟧");
  EXPECT_EQ(said(Gaps::marked, "en"), "Yes");
}

TEST_F(HalfTranslated, LeavesALanguageWithoutAFileUnmarked) { EXPECT_EQ(said(Gaps::marked, "pa"), "Yes"); }

TEST_F(HalfTranslated, IsMarkedInDebugBuildsAlone) {
#ifdef NDEBUG
  EXPECT_EQ(gaps_in_this_build, Gaps::quiet);
#else
  EXPECT_EQ(gaps_in_this_build, Gaps::marked);
#endif
}

TEST(Strings, RefuseAKeyThatEnglishDoesNotHave) {
  const Folder folder;
  folder.write("en.json", R"({"language.name": "English", "composer.place": "place it"})");
  folder.write("fr.json", "{\n\"language.name\": \"français\",\n \"composer.plaec\": \"déposer\"\n}");
  const auto strings = Strings::load(folder.path());
  ASSERT_FALSE(strings);
  EXPECT_THAT(told(strings.error()), HasSubstr("fr.json:3:2: GL-P058: /composer.plaec"));
  EXPECT_THAT(told(strings.error()), HasSubstr("Did you mean \"composer.place\"?"));
}

TEST(Strings, RefuseATranslationThatLosesABlank) {
  const Folder folder;
  folder.write("en.json", R"({"language.name": "English", "mode.then": "{0}, then {1}"})");
  folder.write("fr.json", R"({"language.name": "français", "mode.then": "{0}, puis"})");
  const auto strings = Strings::load(folder.path());
  ASSERT_FALSE(strings);
  EXPECT_THAT(told(strings.error()), HasSubstr("expected the same blanks as in English: \"{0}{1}\""));
}

TEST(Strings, RefuseAFolderWithoutEnglish) {
  const Folder folder;
  folder.write("fr.json", R"({"language.name": "français"})");
  const auto strings = Strings::load(folder.path());
  ASSERT_FALSE(strings);
  EXPECT_THAT(told(strings.error()), HasSubstr("found no English"));
}

TEST(Strings, RefuseAFileThatIsNotCalledAsALanguage) {
  const Folder folder;
  folder.write("en.json", R"({"language.name": "English"})");
  folder.write("my french.json", R"({"language.name": "français"})");
  const auto strings = Strings::load(folder.path());
  ASSERT_FALSE(strings);
  EXPECT_THAT(told(strings.error()), HasSubstr("a file called as its language is"));
}

}  // namespace
}  // namespace greenline::content
