// What a host takes along on paper, read back by a program of somebody else's (poppler).
#include "paper/rundown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "content/load.h"
#include "paper/contact_sheet.h"
#include "places.h"

namespace greenline::paper {
namespace {

using testing::HasSubstr;

std::string printed(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string all;
  std::array<char, 4096> some{};
  while (const std::size_t got = std::fread(some.data(), 1, some.size(), pipe.get())) all.append(some.data(), got);
  return all;
}

content::Pack shipped(const std::string& name) {
  auto pack = content::load_pack(name, source_folder() / "content");
  EXPECT_TRUE(pack);
  return pack ? *std::move(pack) : content::Pack();
}

class Paper : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(file); }
  void keep(const std::string& pdf) const {
    ASSERT_FALSE(pdf.empty());
    std::ofstream(file, std::ios::binary) << pdf;
  }
  [[nodiscard]] std::string words() const { return printed("pdftotext -enc UTF-8 '" + file.string() + "' -"); }
  [[nodiscard]] std::string about() const { return printed("pdfinfo '" + file.string() + "'"); }
  [[nodiscard]] std::string structure() const { return printed("pdfinfo -struct '" + file.string() + "'"); }
  std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("greenline-paper-" + std::to_string(getpid()) + ".pdf");
  content::Strings strings = content::Strings::load(source_folder() / "assets/strings").value();
};

TEST_F(Paper, TheRundownTellsEachPhaseInTurnWithItsTime) {
  const content::Pack pack = shipped("both-sides-of-the-line");
  keep(rundown(pack, strings, "en", a4, {}));
  const std::string text = words();
  std::size_t from = 0;
  int minutes = 0;
  for (const content::Phase& phase : pack.activity.phases) {
    const std::string clock =
        std::to_string(minutes / 60) + ":" + (minutes % 60 < 10 ? "0" : "") + std::to_string(minutes % 60);
    const std::size_t at = text.find(clock, from);
    ASSERT_NE(at, std::string::npos) << clock;
    from = text.find(std::string(content::in_language(phase.title, "en")), from);
    ASSERT_NE(from, std::string::npos) << phase.id;
    minutes += phase.minutes;
  }
}

TEST_F(Paper, WordsOfEveryScriptCanBeCopiedFromIt) {
  content::Pack pack = shipped("both-sides-of-the-line");
  pack.activity.phases.front().title = {{"pa", "ਅਸੀਂ ਕਿੱਥੇ ਹਾਂ"}};
  keep(rundown(pack, strings, "pa", a4, {}));
  EXPECT_THAT(words(), HasSubstr("ਹਾਂ"));
  pack.activity.phases.front().title = {{"zh-Hans", "我们在哪里"}};
  keep(rundown(pack, strings, "zh-Hans", letter, {}));
  EXPECT_THAT(words(), HasSubstr("我们在哪里"));
}

TEST_F(Paper, WhatDoesNotFitGoesOnThePageAfterIt) {
  content::Pack pack = shipped("both-sides-of-the-line");
  keep(rundown(pack, strings, "en", a4, {}));
  const content::Phase phase = pack.activity.phases.back();
  for (int i = 0; i < 40; ++i) pack.activity.phases.push_back(phase);
  keep(rundown(pack, strings, "en", a4, {}));
  const std::string pages = about();
  const std::size_t at = pages.find("Pages:");
  ASSERT_NE(at, std::string::npos);
  EXPECT_GT(std::stoi(pages.substr(at + 6)), 3);
  EXPECT_THAT(pages, HasSubstr("A4"));
}

// Both sides of one sheet, where a few per cent smaller does it.
TEST_F(Paper, IsSetCloserWhereThatSavesASheet) {
  const content::Pack pack = shipped("both-sides-of-the-line");
  const std::vector<std::uint8_t> rgba(64 * 36 * 4, 200);
  const std::vector<Pixels> pictures(pack.activity.phases.size(), Pixels{64, 36, rgba});
  keep(rundown(pack, strings, "en", a4, pictures));
  EXPECT_THAT(about(), testing::ContainsRegex("Pages: +2\n"));
}

TEST_F(Paper, SaysWhatIsAHeadingAndWhatAPictureShows) {
  const content::Pack pack = shipped("both-sides-of-the-line");
  const std::vector<std::uint8_t> rgba(64 * 36 * 4, 200);
  const std::vector<Pixels> pictures(pack.activity.phases.size(), Pixels{64, 36, rgba});
  keep(rundown(pack, strings, "en", a4, pictures));
  const std::string tags = structure();
  EXPECT_THAT(tags, HasSubstr("H1"));
  EXPECT_THAT(tags, HasSubstr("H2"));
  EXPECT_THAT(tags, HasSubstr("Figure"));
  EXPECT_THAT(about(), HasSubstr("Tagged:          yes"));
  const std::string unpacked = printed("qpdf --qdf --object-streams=disable '" + file.string() + "' -");
  EXPECT_THAT(unpacked, HasSubstr("/Alt (" + pack.activity.phases.front().title.at("en") + ")"));
  EXPECT_THAT(unpacked, HasSubstr("/Lang (en)"));
  EXPECT_THAT(unpacked, HasSubstr("/DisplayDocTitle true"));
  EXPECT_THAT(unpacked, HasSubstr("/Outlines"));
  EXPECT_THAT(printed("qpdf --check '" + file.string() + "' 2>&1"), HasSubstr("No syntax or stream encoding errors"));
}

TEST_F(Paper, AContactSheetShowsEveryPhase) {
  const content::Pack pack = shipped("finding-our-place");
  std::vector<std::vector<std::uint8_t>> colours;
  std::vector<Pixels> pictures;
  for (std::size_t i = 0; i < pack.activity.phases.size(); ++i) {
    colours.emplace_back();
    for (int k = 0; k < 160 * 90; ++k)
      for (const std::size_t channel : {40 * i, 255 - 40 * i, std::size_t{128}, std::size_t{255}})
        colours.back().push_back(static_cast<std::uint8_t>(channel));
  }
  for (const auto& colour : colours) pictures.push_back({160, 90, colour});
  const Pages::Raster sheet = contact_sheet(pack.activity, strings, "en", pictures, 1200);
  ASSERT_EQ(sheet.width, 1200);
  ASSERT_EQ(sheet.rgba.size(), static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height) * 4);
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    std::size_t seen = 0;
    for (std::size_t at = 0; at < sheet.rgba.size(); at += 4)
      if (sheet.rgba[at] == 40 * i && sheet.rgba[at + 1] == 255 - 40 * i && sheet.rgba[at + 2] == 128) ++seen;
    EXPECT_GT(seen, 20000U) << "phase " << i;
  }
}

}  // namespace
}  // namespace greenline::paper
