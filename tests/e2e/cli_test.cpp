// The command line speaks: every command has help with an example, mistakes are answered with the nearest right word, and each
// command does what it says without a display.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "e2e/desk.h"
#include "places.h"

namespace greenline {
namespace {

namespace fs = std::filesystem;
using desk::answer_of;
using testing::ContainsRegex;
using testing::HasSubstr;

class CommandLine : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::temp_directory_path() / ("greenline-cli-" + std::to_string(getpid()));
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }
  static desk::Answer greenline(std::vector<std::string> words) {
    words.insert(words.begin(), program_file());
    return answer_of(words);
  }
  fs::path folder;
};

TEST_F(CommandLine, EveryCommandHasHelpWithAnExample) {
  for (const char* command : {"run", "check", "render", "simulate", "doctor", "bench"}) {
    const auto answer = greenline({command, "--help"});
    EXPECT_EQ(answer.code, 0) << command;
    EXPECT_THAT(answer.printed, HasSubstr(std::string("Example: greenline ") + command));
  }
}

TEST_F(CommandLine, MistakesAreAnsweredWithTheNearestRightWord) {
  EXPECT_THAT(greenline({"rnder"}).printed, HasSubstr("Did you mean render?"));
  EXPECT_THAT(greenline({"render", "--pallete", "dusk"}).printed, HasSubstr("Did you mean --palette?"));
  EXPECT_EQ(greenline({"render", "--size", "12by9"}).code, 2);
  EXPECT_THAT(greenline({"render", "--activity", "both-sides-of-the-lime", "--out", (folder / "x.png").string()}).printed,
              HasSubstr("both-sides-of-the-line"));
  EXPECT_THAT(greenline({"render", "--phase", "acros", "--out", (folder / "x.png").string()}).printed,
              HasSubstr("Did you mean \"across\"?"));
}

TEST_F(CommandLine, DoctorNamesAMissingFontItsPackageAndWhoseWordsItHurts) {
  const fs::path fonts = folder / "fonts.conf";
  std::ofstream(fonts) << R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
    <include>/etc/fonts/fonts.conf</include>
    <selectfont><rejectfont><pattern><patelt name="family"><string>Gentium Book Plus</string></patelt></pattern></rejectfont>
    </selectfont></fontconfig>)";
  const auto whole = greenline({"doctor"});
  EXPECT_THAT(whole.printed, ContainsRegex("ok    fonts for [a-z, ]*\\ben, ")) << whole.printed;
  ASSERT_EQ(setenv("FONTCONFIG_FILE", fonts.c_str(), 1), 0);
  const auto lacking = greenline({"doctor"});
  unsetenv("FONTCONFIG_FILE");
  EXPECT_EQ(lacking.code, 1);
  EXPECT_THAT(lacking.printed, HasSubstr("the font Gentium Book Plus is missing, for words in "));
  EXPECT_THAT(lacking.printed, HasSubstr(" en (both-sides-of-the-line, "));
  EXPECT_THAT(lacking.printed, HasSubstr("Install the package fonts-sil-gentiumplus."));
}

TEST_F(CommandLine, RunWithoutADisplaySaysSo) {
  const auto answer = greenline({"run"});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("display"));
}

TEST_F(CommandLine, ASimulatedConveningIsCheckedAndRenderedTheSameEachTime) {
  const std::string file = (folder / "rehearsal.greenline").string();
  ASSERT_EQ(greenline({"simulate", "--cards", "20", "--seed", "3", "--out", file}).code, 0);
  EXPECT_EQ(greenline({"simulate", "--cards", "20", "--out", file}).code, 1) << "a convening is never written over";
  const auto checked = greenline({"check", file});
  EXPECT_EQ(checked.code, 0) << checked.printed;
  EXPECT_THAT(checked.printed, HasSubstr("sound"));
  std::string first;
  for (int i = 0; i < 2; ++i) {
    const std::string picture = (folder / ("p" + std::to_string(i) + ".png")).string();
    ASSERT_EQ(greenline({"render", "--convening", file, "--size", "640x360", "--out", picture}).code, 0);
    std::ifstream in(picture, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    EXPECT_GT(bytes.size(), 10000U);
    if (i == 0) first = bytes;
    EXPECT_EQ(bytes, first);
  }
}

TEST_F(CommandLine, CheckSaysWhereAndWhatAndExitsWithOne) {
  const fs::path file = folder / "broken.json";
  std::ofstream(file) << "{\n  \"greenline\": \"activity\",\n  \"version\": 1,\n  \"canvs\": \"six-circles\"\n}\n";
  const auto answer = greenline({"check", file.string()});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("broken.json:4:"));
  EXPECT_THAT(answer.printed, HasSubstr("canvas"));
  const auto json = greenline({"check", "--format", "json", file.string()});
  const auto list = nlohmann::json::parse(json.printed, nullptr, false);
  ASSERT_TRUE(list.is_array()) << json.printed;
  EXPECT_FALSE(list.empty());
}

TEST_F(CommandLine, BenchEndsWithOneLineOfJsonWithExactlyTheseFields) {
  const auto answer = greenline({"bench", "--cards", "50", "--workload", "drag", "--seconds", "0.5"});
  ASSERT_EQ(answer.code, 0) << answer.printed;
  const auto line = nlohmann::json::parse(answer.printed, nullptr, false);
  ASSERT_TRUE(line.is_object()) << answer.printed;
  std::vector<std::string> keys, steps;
  for (const auto& [key, value] : line.items()) keys.push_back(key);
  for (const auto& [key, value] : line["ms"].items()) steps.push_back(key);
  EXPECT_THAT(keys, testing::UnorderedElementsAre("cards", "threads", "frames", "ms", "rss_mb", "first_frame_cpu_s",
                                                  "first_frame_wall_s", "cpu_s"));
  EXPECT_THAT(steps, testing::UnorderedElementsAre("input", "apply", "layout", "build", "submit", "raster"));
  EXPECT_EQ(line["cards"], 50);
  EXPECT_GT(line["frames"], 0);
}

TEST_F(CommandLine, BenchLoadsASceneAndSaysWhatIsWrongWithOne) {
  const fs::path scene = folder / "scene.json";
  std::ofstream(scene) << R"({"cards":[{"id":"a","x":960,"y":200,"text":"one","region":"structure"},
    {"id":"b","x":960,"y":850,"text":"two","region":"identity"}],"threads":[{"a":"a","b":"b","word":"needs"}]})";
  const auto answer = greenline({"bench", "--scene", scene.string(), "--seconds", "0.3", "--workload", "move"});
  ASSERT_EQ(answer.code, 0) << answer.printed;
  const auto line = nlohmann::json::parse(answer.printed);
  EXPECT_EQ(line["cards"], 2);
  EXPECT_EQ(line["threads"], 1);
  std::ofstream(scene) << R"({"cards":[{"id":"a","x":"left"}]})";
  EXPECT_THAT(greenline({"bench", "--scene", scene.string()}).printed, HasSubstr("/cards/0"));
}

}  // namespace
}  // namespace greenline
