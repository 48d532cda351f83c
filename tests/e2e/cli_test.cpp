// The command line speaks: every command has help with an example, mistakes are answered with the nearest right word, and each
// command does what it says without a display.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "e2e/command_line.h"

namespace greenline {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

TEST_F(CommandLine, EveryCommandHasHelpWithAnExample) {
  for (const char* command : {"run", "check", "explain", "new-pack", "packs", "install", "remove", "render", "simulate",
                              "doctor", "bench", "erase"}) {
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
  EXPECT_THAT(lacking.printed, ContainsRegex(" en \\([a-z-]+, [a-z-]+, "));
  EXPECT_THAT(lacking.printed, HasSubstr("Install the package fonts-sil-gentiumplus."));
}

TEST_F(CommandLine, RunWithoutADisplaySaysSo) {
  const auto answer = greenline({"run"});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("display"));
}

TEST_F(CommandLine, AConveningIsDrawnAndCheckedWithItsOwnActivityWhateverIsAskedFor) {
  const std::string file = (folder / "ours.greenline").string(), picture = (folder / "ours.png").string();
  ASSERT_EQ(greenline({"simulate", "--activity", "finding-our-place", "--cards", "3", "--out", file}).code, 0);
  EXPECT_THAT(greenline({"check", file}).printed, HasSubstr("finding-our-place, carried whole, as it is installed"));
  const auto quiet = greenline({"render", "--size", "640x360", "--convening", file, "--out", picture});
  EXPECT_EQ(quiet.code, 0);
  EXPECT_THAT(quiet.printed, Not(HasSubstr("another activity")));
  const auto asked =
      greenline({"render", "--size", "640x360", "--activity", "both-sides-of-the-line", "--convening", file, "--out", picture});
  EXPECT_EQ(asked.code, 0);
  EXPECT_THAT(asked.printed, HasSubstr("the picture shows it with its own, finding-our-place"));
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
    const std::string bytes = bytes_in(picture);
    EXPECT_GT(bytes.size(), 10000U);
    if (i == 0) first = bytes;
    EXPECT_EQ(bytes, first);
  }
}

TEST_F(CommandLine, AConveningIsDrawnInThePhaseAskedForAndKeptAsItIs) {
  const std::string file = (folder / "long-ago.greenline").string();
  ASSERT_EQ(greenline({"simulate", "--cards", "6", "--seed", "3", "--out", file}).code, 0);
  const std::string kept = bytes_in(file);
  const auto drawn_in = [&](const char* phase) {
    const std::string picture = (folder / (std::string(phase) + ".png")).string();
    const auto answer = greenline({"render", "--convening", file, "--phase", phase, "--size", "640x360", "--out", picture});
    EXPECT_EQ(answer.code, 0) << answer.printed;
    return bytes_in(picture);
  };
  EXPECT_NE(drawn_in("look"), drawn_in("across"));
  EXPECT_EQ(bytes_in(file), kept);
  const auto answer = greenline({"render", "--convening", file, "--phase", "acros"});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("Did you mean \"across\"?"));
}

TEST_F(CommandLine, AFileThatIsNoConveningIsToldInTheSameWordsByEveryCommand) {
  const fs::path file = folder / "letter.greenline";
  std::ofstream(file) << "a letter to somebody";
  const auto checked = greenline({"check", file.string()});
  const auto rendered = greenline({"render", "--convening", file.string()});
  EXPECT_EQ(rendered.code, 1);
  EXPECT_THAT(rendered.printed, HasSubstr(checked.printed.substr(0, checked.printed.find('\n'))));
}

TEST_F(CommandLine, CheckOfAFolderLooksAtTheConveningsInItToo) {
  const fs::path kept = folder / "kept";
  fs::create_directories(kept / "more");
  ASSERT_EQ(greenline({"simulate", "--cards", "3", "--out", (kept / "a.greenline").string()}).code, 0);
  EXPECT_EQ(greenline({"check", kept.string()}).code, 0) << "no activity need be beside it";
  std::ofstream(kept / "convenings.json") << R"({"convenings":[],"greenline":"convenings","version":1})";
  const auto sound = greenline({"check", kept.string()});
  EXPECT_EQ(sound.code, 0) << "a catalogue of convenings is none of a stranger's files: " << sound.printed;
  EXPECT_THAT(sound.printed, HasSubstr("a.greenline: sound"));
  fs::resize_file(kept / "a.greenline", 5000);
  fs::rename(kept / "a.greenline", kept / "more/a.greenline");
  const auto broken = greenline({"check", kept.string()});
  EXPECT_EQ(broken.code, 1);
  EXPECT_THAT(broken.printed, HasSubstr("more/a.greenline\n  found     a damaged convening"));
}

TEST_F(CommandLine, CheckSaysWhereAndWhatAndExitsWithOne) {
  const fs::path file = folder / "broken.json";
  std::ofstream(file) << "{\n  \"greenline\": \"activity\",\n  \"version\": 1,\n  \"canvs\": \"six-circles\"\n}\n";
  const auto answer = greenline({"check", file.string()});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("broken.json, line 4, column "));
  EXPECT_THAT(answer.printed, HasSubstr("canvas"));
  const auto json = greenline({"check", "--format", "json", file.string()});
  const auto list = nlohmann::json::parse(json.printed, nullptr, false);
  ASSERT_TRUE(list.is_array()) << json.printed;
  EXPECT_FALSE(list.empty());
}

// Sets something of the environment for one command.
class Environment {
 public:
  Environment(const char* name, const std::string& value) : name_(name) { setenv(name, value.c_str(), 1); }
  ~Environment() { unsetenv(name_); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  const char* name_;
};

TEST_F(CommandLine, WithoutAnyFontEachCommandSaysSoInWords) {
  fs::create_directory(folder / "none");
  std::ofstream(folder / "fonts.conf") << R"(<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>)"
                                       << (folder / "none").string() << "</dir></fontconfig>";
  const Environment fonts("FONTCONFIG_FILE", folder / "fonts.conf");
  const std::string out = (folder / "x.png").string();
  for (const auto& words : std::vector<std::vector<std::string>>{{"doctor"},
                                                                 {"render", "--cards", "3", "--size", "640x360", "--out", out},
                                                                 {"bench", "--cards", "3", "--seconds", "0.1"},
                                                                 {"bench", "--cards", "3", "--workload", "words"}}) {
    const auto answer = greenline(words);
    EXPECT_EQ(answer.code, 1) << words.front() << answer.printed;
    EXPECT_THAT(answer.printed, HasSubstr("No font is installed")) << words.front();
  }
  EXPECT_FALSE(fs::exists(out));
  EXPECT_EQ(greenline({"simulate", "--cards", "3", "--out", (folder / "a.greenline").string()}).code, 0)
      << "it writes no letter";
}

TEST_F(CommandLine, PicturesOfUnequalSizeReportOneArrangement) {
  const std::string file = (folder / "report.json").string(), out = (folder / "x.png").string();
  const auto report_of = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "render");
    words.insert(words.end(), {"--out", out, "--report", file});
    EXPECT_EQ(greenline(words).code, 0);
    std::ifstream in(file);
    return nlohmann::json::parse(in);
  };
  const auto wide = report_of({"--cards", "30", "--size", "1920x1080"}),
             smaller = report_of({"--cards", "30", "--size", "1280x800"});
  EXPECT_EQ(wide["cards"], 30);
  EXPECT_EQ(wide["arrangement"], smaller["arrangement"]);
  EXPECT_NE(wide["width"], smaller["width"]);
  EXPECT_NE(report_of({"--cards", "31", "--size", "1280x800"})["arrangement"], wide["arrangement"]);
  EXPECT_EQ(greenline({"render", "--cards", "1", "--size", "640x360", "--out", out, "--report", folder.string()}).code, 1);
}

TEST_F(CommandLine, WhatIsMissingIsSaidInWords) {
  const std::vector<std::string> render{"render", "--cards", "2", "--size", "640x360", "--out", (folder / "x.png").string()};
  {
    const Environment home("GREENLINE_HOME", folder);
    EXPECT_EQ(greenline(render).code, 1);
    EXPECT_THAT(greenline(render).printed, HasSubstr("That is what GREENLINE_HOME says"));
  }
  {
    std::ofstream(folder / "libEGL.so.1") << "no library";
    const Environment libraries("LD_LIBRARY_PATH", folder);
    EXPECT_EQ(greenline(render).code, 1);
    EXPECT_THAT(greenline(render).printed, HasSubstr("libEGL.so.1 cannot be loaded"));
  }
  {
    const Environment old("MESA_GL_VERSION_OVERRIDE", "2.1");
    const auto answer = greenline(render);
    EXPECT_EQ(answer.code, 1) << answer.printed;
    EXPECT_THAT(answer.printed, HasSubstr("graphics driver"));
  }
  {
    const Environment nowhere("LC_ALL", "xx_YY.UTF-8"), at_all("LANG", "xx_YY");
    EXPECT_EQ(greenline(render).code, 0) << "no locale is needed";
  }
}

TEST_F(CommandLine, ANumberThatIsNoneOrMakesNoSenseIsRefusedWithTheRange) {
  const std::vector<std::vector<std::string>> options = {{"render", "--viewing-distance"},
                                                         {"render", "--pixels-per-mm"},
                                                         {"render", "--reach"},
                                                         {"render", "--cards"},
                                                         {"render", "--seed"},
                                                         {"render", "--size"},
                                                         {"run", "--viewing-distance"},
                                                         {"run", "--reach"},
                                                         {"simulate", "--cards"},
                                                         {"simulate", "--seed"},
                                                         {"bench", "--cards"},
                                                         {"bench", "--seconds"}};
  for (auto option : options)
    for (const char* number : {"nan", "-nan", "inf", "-inf", "1e999", "-1", "99999999999999999999", "0x", "", "3 m", "1,5"}) {
      std::vector<std::string> words = option;
      words.back() += "=" + std::string(number);
      if (*number == '\0') words = {option[0], option[1], ""};
      const auto answer = greenline(words);
      EXPECT_EQ(answer.code, 2) << words[0] << " " << words[1] << answer.printed;
      EXPECT_THAT(answer.printed, ContainsRegex("from [0-9.]+ to [0-9.e+]+|200 to 16384")) << words[0] << " " << words[1];
    }
}

TEST_F(CommandLine, ANameThatIsNotThereIsSaidWithTheNearestThatIs) {
  const std::string out = (folder / "x.png").string();
  const auto asked = [&](const std::string& option, const std::string& word) {
    const auto answer = greenline({"render", option, word, "--size", "640x360", "--out", out});
    EXPECT_NE(answer.code, 0) << option;
    EXPECT_FALSE(fs::exists(out)) << option;
    return answer.printed;
  };
  EXPECT_THAT(asked("--layout", "hexagn"), HasSubstr("Did you mean \"hexagon\"?"));
  EXPECT_THAT(asked("--language", "frr"), HasSubstr("Did you mean \"fr\"?"));
  EXPECT_THAT(asked("--second-language", "de"), HasSubstr("There are en, fr, es."));
  EXPECT_THAT(asked("--palette", "dsk"), HasSubstr("Did you mean \"dusk\"?"));
  EXPECT_THAT(asked("--seen-by", "protn"), HasSubstr("did you mean protan?"));
  EXPECT_THAT(asked("--phase", "nam"), HasSubstr("Did you mean \"name\"?"));
  EXPECT_THAT(greenline({"simulate", "--until-phase", "nam", "--out", (folder / "a").string()}).printed,
              HasSubstr("Did you mean \"name\"?"));
  EXPECT_FALSE(fs::exists(folder / "a"));
  EXPECT_EQ(greenline({"render", "--language", "fr-CA", "--size", "640x360", "--out", out}).code, 0) << "French will do";
}

TEST_F(CommandLine, APictureIsWrittenThroughALinkAndNothingElseIsTouched) {
  fs::create_directory(folder / "share");
  fs::create_symlink("share/wall.png", folder / "wall.png");
  std::ofstream(folder / "wall.png.part") << "mine";
  const auto answer = greenline({"render", "--cards", "2", "--size", "640x360", "--out", (folder / "wall.png").string()});
  ASSERT_EQ(answer.code, 0) << answer.printed;
  EXPECT_TRUE(fs::is_symlink(folder / "wall.png"));
  EXPECT_GT(fs::file_size(folder / "share/wall.png"), 10000U);
  EXPECT_EQ(fs::file_size(folder / "wall.png.part"), 4U);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder / "share"), fs::directory_iterator()), 1);
}

TEST_F(CommandLine, AConveningIsNeverWrittenOverByWhatACommandWrites) {
  const std::string file = (folder / "ours.greenline").string(), link = (folder / "link.png").string();
  ASSERT_EQ(greenline({"simulate", "--cards", "3", "--out", file}).code, 0);
  fs::create_symlink("ours.greenline", link);
  const std::string kept = bytes_in(file);
  for (const std::vector<std::string>& words : {std::vector<std::string>{"render", "--convening", file, "--out", file},
                                                {"render", "--out", file},
                                                {"render", "--out", link},
                                                {"render", "--out", (folder / "x.png").string(), "--report", file},
                                                {"render", "--out", file + "-wal"},
                                                {"run", "--convening", file, "--record-touches", file},
                                                {"run", "--frame-log", file}}) {
    const auto answer = greenline(words);
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.printed, HasSubstr("written over")) << words[0] << " " << words.back();
  }
  EXPECT_EQ(bytes_in(file), kept);
  EXPECT_FALSE(fs::exists(file + "-wal"));
}

TEST_F(CommandLine, NoFileIsNamedForTwoThings) {
  const std::string picture = (folder / "x.png").string(), activity = (folder / "mine.json").string();
  fs::copy_file(source_folder() / "content/activities/both-sides-of-the-line.json", activity);
  EXPECT_THAT(greenline({"render", "--out", picture, "--report", picture}).printed,
              HasSubstr("--report and --out name the same file"));
  EXPECT_THAT(greenline({"render", "--activity", activity, "--out", activity}).printed,
              HasSubstr("--out and --activity name the same file"));
  EXPECT_FALSE(fs::exists(picture));
}

TEST_F(CommandLine, AConveningThatNoFileCanEverBeIsRefusedAndNotWaitedFor) {
  const std::string pipe = (folder / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(greenline({"run", "--convening", "/dev/null"}).printed, HasSubstr("--convening names a device, /dev/null"));
  EXPECT_THAT(greenline({"run", "--convening", folder.string()}).printed, HasSubstr("--convening names a folder"));
  EXPECT_THAT(greenline({"run", "--convening", pipe}).printed, HasSubstr("--convening names a pipe"));
  EXPECT_EQ(greenline({"run", "--in-memory", "--convening", "a.greenline"}).code, 2) << "it would be kept nowhere";
}

TEST_F(CommandLine, AnEmptyWordIsNotTakenForAnOptionThatWasNotGiven) {
  const std::string out = (folder / "x.png").string();
  for (const char* option : {"--convening", "--phase", "--language", "--second-language", "--layout", "--report", "--palette",
                             "--activity", "--seen-by", "--out"}) {
    const auto answer = greenline({"render", "--size", "640x360", "--out", out, option, ""});
    EXPECT_EQ(answer.code, 2) << option;
    EXPECT_THAT(answer.printed, HasSubstr(std::string(option) + ": ")) << option;
  }
  EXPECT_FALSE(fs::exists(out));
  for (const char* option : {"--convening", "--monitor", "--tuio", "--record-touches", "--frame-log"})
    EXPECT_EQ(greenline({"run", option, ""}).code, 2) << option;
  EXPECT_EQ(greenline({"check", ""}).code, 2);
}

TEST_F(CommandLine, WhatIsNoPlainFileIsNotWaitedFor) {
  const std::string pipe = (folder / "pipe.json").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(greenline({"check", pipe}).printed, HasSubstr("found     a pipe"));
  EXPECT_THAT(greenline({"check", folder.string()}).printed, HasSubstr("found     a pipe"));
  EXPECT_THAT(greenline({"bench", "--scene", pipe}).printed, HasSubstr("found a pipe"));
  EXPECT_THAT(greenline({"render", "--activity", pipe, "--out", (folder / "x.png").string()}).printed,
              HasSubstr("no activity"));
  EXPECT_THAT(greenline({"render", "--cards", "2", "--size", "640x360", "--out", pipe}).printed, HasSubstr("nobody reads"));
  EXPECT_EQ(greenline({"simulate", "--cards", "2", "--out", pipe}).code, 1);
  EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST_F(CommandLine, CheckShowsNothingOfAFileOrItsNameThatATerminalWouldObey) {
  const fs::path file = folder / "a\x1b[31mb.json";
  std::ofstream(file)
      << "{\"greenline\": \"activity\", \"version\": 1, \"id\": \"x\\u001b]0;owned\\u0007\\u009b\\u202e\", \"\\u001b[2J\": 1}";
  for (const char* format : {"text", "json"}) {
    const auto answer = greenline({"check", "--format", format, file.string()});
    EXPECT_EQ(answer.code, 1);
    for (const char* unsafe : {"\x1b", "\a", "\u009b", "\u202e"}) EXPECT_THAT(answer.printed, testing::Not(HasSubstr(unsafe)));
  }
  const auto list = nlohmann::json::parse(greenline({"check", "--format", "json", file.string()}).printed, nullptr, false);
  ASSERT_TRUE(list.is_array());
  EXPECT_EQ(list.front()["file"], file.string()) << "a program reads the name back as it is";
}

TEST_F(CommandLine, AnAnswerThatCannotBeWrittenOutIsNoSuccess) {
  const auto answer =
      desk::answer_of({"/bin/sh", "-c", program_file() + " check " + (source_folder() / "content").string() + " >/dev/full"});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("could not be written out"));
}

TEST_F(CommandLine, CheckSaysWhichPromptHasNoRoomAndThePictureStaysWithinItself) {
  std::ifstream shipped(source_folder() / "content/activities/both-sides-of-the-line.json");
  nlohmann::ordered_json activity = nlohmann::ordered_json::parse(shipped);
  std::string words;
  while (words.size() < 1900) words += "What helped and what got in the way? ";
  activity["phases"][1]["prompt"]["es"] = words;
  const fs::path file = folder / "long.json";
  std::ofstream(file) << activity.dump();
  const auto checked = greenline({"check", file.string()});
  EXPECT_EQ(checked.code, 1);
  EXPECT_THAT(checked.printed, HasSubstr("/phases/1/prompt/es"));
  const auto drawn = greenline({"render", "--activity", file.string(), "--language", "es", "--phase", "name", "--size",
                                "1280x720", "--out", (folder / "x.png").string()});
  EXPECT_EQ(drawn.code, 0) << "a wall that has begun goes on";
  EXPECT_THAT(drawn.printed, HasSubstr("Too long for"));
}

TEST_F(CommandLine, ALanguageThatNobodyOfTheSimulationWritesIsSaidWithTheNearest) {
  const auto answer = greenline({"simulate", "--language", "zh-Hanx", "--out", (folder / "a").string()});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("Did you mean \"zh-Han"));
}

}  // namespace
}  // namespace greenline
