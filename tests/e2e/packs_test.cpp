// Packs come onto a machine and go from it by the command line.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "e2e/command_line.h"

namespace greenline {
namespace {

using testing::HasSubstr;

class Packs : public CommandLine {
 protected:
  void SetUp() override {
    CommandLine::SetUp();
    ::setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
    pack = (folder / "our-autumn").string();
    ASSERT_EQ(greenline({"new-pack", pack}).code, 0);
  }
  void TearDown() override {
    ::unsetenv("XDG_DATA_HOME");
    CommandLine::TearDown();
  }
  void replace(const std::string& file, const std::string& was, const std::string& is) const {
    std::string text = bytes_in(fs::path(pack) / file);
    const std::size_t at = text.find(was);
    ASSERT_NE(at, std::string::npos) << text;
    std::ofstream(fs::path(pack) / file, std::ios::binary) << text.replace(at, was.size(), is);
  }
  static nlohmann::json listed() {
    return nlohmann::json::parse(greenline({"packs", "--format", "json"}).printed, nullptr, false);
  }
  std::string pack;
};

TEST_F(Packs, AreInstalledListedAndRemoved) {
  EXPECT_THAT(greenline({"packs"}).printed, HasSubstr("No packs are installed."));
  const auto installed = greenline({"install", pack});
  EXPECT_EQ(installed.code, 0) << installed.printed;
  EXPECT_THAT(installed.printed, HasSubstr("is installed."));
  EXPECT_EQ(greenline({"install", pack}).code, 0) << "once more is no mistake";
  const auto list = listed();
  ASSERT_EQ(list.size(), 1U) << list;
  EXPECT_EQ(list[0]["id"], "our-autumn");
  EXPECT_EQ(list[0]["sound"], true);
  EXPECT_EQ(list[0]["sha256"].get<std::string>().size(), 64U);
  ASSERT_EQ(list[0]["activities"].size(), 1U);
  EXPECT_GT(list[0]["activities"][0]["minutes"], 0);
  EXPECT_THAT(greenline({"packs"}).printed, HasSubstr("minutes; English"));
  EXPECT_EQ(greenline({"render", "our-autumn", "--out", (folder / "a.png").string()}).code, 0) << "by its id alone";
  const auto removed = greenline({"remove", "our-autumn"});
  EXPECT_EQ(removed.code, 0) << removed.printed;
  EXPECT_EQ(listed().size(), 0U);
}

TEST_F(Packs, ThatAreBrokenAreRefusedWithAllThatIsWrong) {
  replace("activities/first-steps.json", "\"modes\": [\"", "\"modes\": [\"x");
  const auto answer = greenline({"install", pack});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("GL-P029"));
  EXPECT_THAT(answer.printed, HasSubstr("is not installed."));
  EXPECT_EQ(listed().size(), 0U);
}

TEST_F(Packs, OfOneVersionAndOtherContentAreAskedAbout) {
  ASSERT_EQ(greenline({"install", pack}).code, 0);
  const std::string first = listed()[0]["sha256"];
  std::ofstream(fs::path(pack) / "README.md", std::ios::app) << "More.\n";
  const auto asked = greenline({"install", pack});
  EXPECT_EQ(asked.code, 1);
  EXPECT_THAT(asked.printed, HasSubstr("which?"));
  EXPECT_EQ(listed()[0]["sha256"], first);
  EXPECT_EQ(greenline({"install", pack, "--which", "here"}).code, 0);
  EXPECT_EQ(listed()[0]["sha256"], first);
  EXPECT_EQ(greenline({"install", pack, "--which", "coming"}).code, 0);
  EXPECT_NE(listed()[0]["sha256"], first);
}

TEST_F(Packs, ThatAreNotThereAreSaidWithTheNearest) {
  ASSERT_EQ(greenline({"install", pack}).code, 0);
  const auto unknown = greenline({"remove", "our-autum"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_THAT(unknown.printed, HasSubstr("Did you mean our-autumn?"));
  EXPECT_EQ(greenline({"remove", "our-autumn@9.9"}).code, 1);
  EXPECT_EQ(greenline({"remove", "our-autumn@new"}).code, 1);
  EXPECT_EQ(greenline({"remove"}).code, 2);
  EXPECT_EQ(greenline({"install", "--which", "both", pack}).code, 2);
  EXPECT_EQ(greenline({"install", (folder / "nothing.zip").string()}).code, 1);
  EXPECT_EQ(listed().size(), 1U);
}

}  // namespace
}  // namespace greenline
