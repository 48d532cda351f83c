// What is shipped in French and Spanish is set as printers of those languages set it.
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>

#include "files.h"

namespace greenline::content {
namespace {

using Json = nlohmann::json;
using Words = std::function<void(const std::string& words, const std::string& where)>;

// All words of a language in a file: under its tag, or all of a file that is in it.
void each_in(const Json& value, std::string_view language, bool is_in_it, const std::string& where, const Words& each) {
  if (value.is_string()) {
    if (is_in_it) each(value.get<std::string>(), where);
  } else if (value.is_object()) {
    for (const auto& [key, inner] : value.items())
      each_in(inner, language, is_in_it || key == language, where + "/" + key, each);
  } else if (value.is_array()) {
    for (const Json& inner : value) each_in(inner, language, is_in_it, where, each);
  }
}

void each_shipped(std::string_view language, const Words& each) {
  const std::filesystem::path strings = content_folder().parent_path() / "assets/strings" / (std::string(language) + ".json");
  each_in(Json::parse(text_of(strings)), language, true, "strings", each);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(content_folder())) {
    const std::string path = entry.path().string();
    if (entry.path().extension() != ".json" || path.find("/schema/") != path.npos) continue;
    each_in(Json::parse(text_of(entry.path())), language, false, path, each);
    ++files;
  }
  EXPECT_GT(files, 30U);
}

// The sign before `at`, as UTF-8.
std::string_view sign_before(std::string_view words, std::size_t at) {
  std::size_t from = at;
  while (from > 0 && (static_cast<unsigned char>(words[--from]) & 0xC0) == 0x80) {}
  return words.substr(from, at - from);
}

TEST(French, KeepsItsPunctuationWithItsWordsByANarrowSpaceThatDoesNotBreak) {
  constexpr std::string_view narrow = "\u202f";
  std::size_t met = 0;
  each_shipped("fr", [&](const std::string& words, const std::string& where) {
    for (const std::string_view sign : {":", ";", "!", "?", "»"})
      for (std::size_t at = words.find(sign); at != words.npos; at = words.find(sign, at + 1), ++met)
        EXPECT_EQ(sign_before(words, at), narrow) << where << ": " << words;
    for (std::size_t at = words.find("«"); at != words.npos; at = words.find("«", at + 1))
      EXPECT_TRUE(std::string_view(words).substr(at + 2).starts_with(narrow)) << where << ": " << words;
    EXPECT_EQ(words.find('\''), words.npos) << where << ": " << words;
    EXPECT_EQ(words.find("..."), words.npos) << where << ": " << words;
  });
  EXPECT_GT(met, 300U);
}

TEST(Spanish, OpensWhatItCloses) {
  std::size_t met = 0;
  const auto count = [](const std::string& words, std::string_view sign) {
    std::size_t all = 0;
    for (std::size_t at = words.find(sign); at != words.npos; at = words.find(sign, at + 1)) ++all;
    return all;
  };
  each_shipped("es", [&](const std::string& words, const std::string& where) {
    met += count(words, "?");
    EXPECT_EQ(count(words, "¿"), count(words, "?")) << where << ": " << words;
    EXPECT_EQ(count(words, "¡"), count(words, "!")) << where << ": " << words;
    EXPECT_EQ(count(words, "«"), count(words, "»")) << where << ": " << words;
    for (const char* apart : {" :", " ;", " ?", " !", "¿ ", "¡ ", "« ", " »"})
      EXPECT_EQ(words.find(apart), words.npos) << where << ": " << words;
  });
  EXPECT_GT(met, 50U);
}

}  // namespace
}  // namespace greenline::content
