#include "content/strings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.h"
#include "journal/journal.h"
#include "model/decide.h"

namespace greenline::content {
namespace {

using testing::HasSubstr;

Strings shipped() {
  auto strings = Strings::load(assets_folder() / "strings");
  EXPECT_TRUE(strings) << told(strings ? Diagnostics{} : strings.error());
  return strings ? *std::move(strings) : Strings();
}

void expect_in_every_language(const Strings& strings, const std::string& key) {
  const auto found = strings.all().find(key);
  ASSERT_NE(found, strings.all().end()) << key;
  for (const char* language : {"en", "fr"}) EXPECT_TRUE(found->second.contains(language)) << key << " " << language;
}

TEST(ShippedStrings, SayEveryKeyInEveryLanguage) {
  const Strings strings = shipped();
  for (const auto& [key, sentence] : strings.all()) expect_in_every_language(strings, key);
}

TEST(ShippedStrings, HaveASentenceForEveryRefusal) {
  const Strings strings = shipped();
  for (int refusal = 0; refusal <= static_cast<int>(model::Refusal::already_so); ++refusal)
    expect_in_every_language(strings, "refusal." + std::string(model::to_text(static_cast<model::Refusal>(refusal))));
}

TEST(ShippedStrings, NameTheFileInEveryTroubleOfTheJournal) {
  const Strings strings = shipped();
  for (int fault = 0; fault <= static_cast<int>(journal::Fault::io); ++fault) {
    const std::string key = "journal." + std::string(journal::to_text(static_cast<journal::Fault>(fault)));
    expect_in_every_language(strings, key);
    for (const char* language : {"en", "fr"}) EXPECT_THAT(std::string(strings(key, language)), HasSubstr("{0}"));
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

TEST(Strings, SayTheKeyWhenThereIsNoSentence) { EXPECT_EQ(shipped()("no.such_key", "en"), "no.such_key"); }

TEST(Strings, LetATranslationLeaveSentencesOut) {
  const Folder folder;
  folder.write("en.json", R"({"language.name": "English", "a.b": "Yes"})");
  folder.write("hur.json", R"({"language.name": "Hul’q’umi’num’"})");
  const auto strings = Strings::load(folder.path());
  ASSERT_TRUE(strings) << told(strings.error());
  EXPECT_EQ((*strings)("a.b", "hur"), "Yes");
}

TEST(Strings, RefuseAKeyThatEnglishDoesNotHave) {
  const Folder folder;
  folder.write("en.json", R"({"language.name": "English", "composer.place": "place it"})");
  folder.write("fr.json", "{\n\"language.name\": \"français\",\n \"composer.plaec\": \"déposer\"\n}");
  const auto strings = Strings::load(folder.path());
  ASSERT_FALSE(strings);
  EXPECT_THAT(told(strings.error()), HasSubstr("fr.json:3:2: /composer.plaec"));
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
