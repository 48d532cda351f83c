// The one table of fonts: what each language needs, and what this machine lacks of it.
#include "text/families.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "text/shaped.h"

namespace greenline::text {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const std::vector<std::string> everybodys = {
    "en", "fr",      "es",      "vi",    "hur",   "squ", "str", "kut", "pa",  "pa-Arab", "hi",  "mr", "ne",  "bn", "gu", "kn",
    "ml", "or",      "si",      "ta",    "te",    "ar",  "fa",  "ps",  "ckb", "ur",      "pnb", "he", "yi",  "am", "ti", "hy",
    "ka", "zh-Hans", "zh-Hant", "zh-HK", "zh-TW", "ja",  "ko",  "km",  "lo",  "my",      "th",  "cr", "crx", "iu", "oj"};

// fontconfig as it is here, but without these families and files, for as long as this lives.
class Without {
 public:
  explicit Without(const std::vector<std::string>& families, const std::vector<std::string>& files = {}) {
    file_ = std::filesystem::temp_directory_path() / ("greenline-fonts-" + std::to_string(getpid()) + ".conf");
    std::ofstream out(file_);
    out << R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>)"
        << "<include>/etc/fonts/fonts.conf</include><selectfont>";
    for (const std::string& family : families) {
      out << R"(<rejectfont><pattern><patelt name="family"><string>)" << family << "</string></patelt></pattern></rejectfont>";
    }
    for (const std::string& file : files) out << "<rejectfont><glob>*/" << file << "</glob></rejectfont>";
    out << "</selectfont></fontconfig>";
    setenv("FONTCONFIG_FILE", file_.c_str(), 1);
  }
  ~Without() {
    unsetenv("FONTCONFIG_FILE");
    std::filesystem::remove(file_);
  }
  Without(const Without&) = delete;
  Without& operator=(const Without&) = delete;

 private:
  std::filesystem::path file_;
};

TEST(Families, OfEveryLanguageAreInstalledBySetUp) {
  for (const MissingFamily& missing : missing_families(everybodys)) {
    ADD_FAILURE() << missing.family.name << " is missing: the package " << missing.family.package;
  }
}

TEST(Families, EachHaveAPackage) {
  for (const std::string& language : everybodys) {
    for (const Family& family : families_for(language)) EXPECT_THAT(family.package, Not(IsEmpty())) << family.name;
  }
  for (const Family& family : families_for_any()) EXPECT_THAT(family.package, Not(IsEmpty())) << family.name;
}

TEST(Families, OfALanguageAreTheTwoForEverythingAndThoseOfItsScript) {
  const Family words{"Andika", "fonts-sil-andika"}, names{"Gentium Book Plus", "fonts-sil-gentiumplus"};
  EXPECT_THAT(families_for("hur"), ElementsAre(words, names));
  EXPECT_THAT(families_for("ur-CA"), ElementsAre(words, names, Family{"Noto Nastaliq Urdu", "fonts-noto-core"}));
  EXPECT_THAT(families_for("zh-Hant"), Contains(Family{"Noto Serif CJK TC", "fonts-noto-cjk"}));
  EXPECT_THAT(families_for_any(), Contains(Family{"Symbola", "fonts-symbola"}));
  EXPECT_THAT(families_for_any(), Contains(Family{"Noto Color Emoji", "fonts-noto-color-emoji"}));
}

TEST(Families, ThatAreMissingAreNamedWithTheLanguagesThatTheyHurt) {
  const Without lacking({"Noto Nastaliq Urdu", "Symbola"});
  const std::vector<std::string> asked{"en", "ur", "ar", "pnb"};
  const auto missing = missing_families(asked);
  ASSERT_EQ(missing.size(), 2U);
  EXPECT_EQ(missing[0].family, (Family{"Noto Nastaliq Urdu", "fonts-noto-core"}));
  EXPECT_THAT(missing[0].languages, ElementsAre("ur", "pnb"));
  EXPECT_EQ(missing[1].family, (Family{"Symbola", "fonts-symbola"}));
  EXPECT_THAT(missing[1].languages, IsEmpty());
}

TEST(Families, WithoutPicturesInColoursDrawThemInOutlinesOfOneFont) {
  const Without lacking({}, {"NotoColorEmoji.ttf"});
  EXPECT_THAT(families_in("👍🙂🌱🔥🎉👋", Face::words, "en"), ElementsAre("Symbola"));
  Engine engine;
  const BlockPtr plain = engine.layout("👋 so", {}), toned = engine.layout("👋🏽 so", {});
  EXPECT_EQ(toned->glyphs.size(), plain->glyphs.size()) << "a tone of skin shows nothing in ink";
  EXPECT_EQ(toned->width, plain->width);
  EXPECT_EQ(engine.layout("🏽", {})->glyphs.size(), 1U);
  EXPECT_TRUE(std::ranges::none_of(toned->glyphs, &Glyph::picture));
}

TEST(Families, ThatAreMissingAreOfNoConcernToLanguagesThatDoNotNeedThem) {
  const Without lacking({"Noto Nastaliq Urdu"});
  const std::vector<std::string> asked{"en", "pa", "ar"};
  EXPECT_THAT(missing_families(asked), IsEmpty());
}

}  // namespace
}  // namespace greenline::text
