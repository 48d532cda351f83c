// `greenline check` and `greenline explain`, as somebody types them who has never seen JSON.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "e2e/command_line.h"

namespace greenline {
namespace {

using testing::HasSubstr;

class Check : public CommandLine {
 protected:
  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    const fs::path file = folder / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }
  static std::string shipped_with(const std::string& from, const std::string& to) {
    std::string text = bytes_in(source_folder() / "content/activities/both-sides-of-the-line.json");
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  }
};

TEST_F(Check, SaysSoundOfWhatIsSoundAndNothingMore) {
  const auto answer = greenline({"check", (source_folder() / "content").string()});
  EXPECT_EQ(answer.code, 0);
  EXPECT_EQ(answer.printed, (source_folder() / "content").string() + ": sound\n");
}

TEST_F(Check, TellsAMissingLanguageOnceAndThatItOnlyLooksWrong) {
  std::string text = shipped_with("\"fr\": \"Nommer\", ", "");
  text.replace(text.find("\"fr\": \"Regarder\", "), 18, "");
  const auto answer = greenline({"check", write("a.json", text)});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("GL-P035, looks wrong: A text is missing in a language that is offered"));
  EXPECT_THAT(answer.printed, HasSubstr("also at   line "));
  EXPECT_THAT(answer.printed, HasSubstr("1 thing looks wrong. `greenline explain GL-P035` says more about one."));
}

TEST_F(Check, TellsProgramsTheSameAsJson) {
  const auto answer = greenline({"check", "--format", "json", write("a.json", shipped_with("hexagon", "hexagn"))});
  EXPECT_EQ(answer.code, 1);
  const auto list = nlohmann::json::parse(answer.printed, nullptr, false);
  ASSERT_TRUE(list.is_array()) << answer.printed;
  ASSERT_EQ(list.size(), 1U);
  const auto& one = list[0];
  EXPECT_EQ(one["code"], "GL-P051");
  EXPECT_EQ(one["severity"], "stops");
  EXPECT_EQ(one["pointer"], "/layout");
  EXPECT_EQ(one["line"], 7);
  EXPECT_EQ(one["nearest"], "hexagon");
  EXPECT_EQ(one["mend"], "\"hexagon\"");
}

TEST_F(Check, WritesAMendedCopyBesideAndLeavesTheFileAlone) {
  const std::string text = shipped_with("\"id\": \"both-sides-of-the-line\",", "“id”: \"both-sides-of-the-line\", // ours");
  const std::string file = write("a.json", text);
  const auto answer = greenline({"check", "--fix", file});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("a.mended.json is a copy without slips of typing."));
  EXPECT_EQ(bytes_in(file), text);
  EXPECT_EQ(greenline({"check", (folder / "a.mended.json").string()}).code, 0);
  const auto again = greenline({"check", folder.string()});
  EXPECT_THAT(again.printed, testing::Not(HasSubstr("mended.json"))) << "a copy is not looked at as a pack's file";
}

TEST_F(Check, ExplainsEveryNumberAndListsThemAll) {
  const auto one = greenline({"explain", "gl-p017"});
  EXPECT_EQ(one.code, 0);
  EXPECT_THAT(one.printed, HasSubstr("GL-P017: A key stands twice"));
  EXPECT_THAT(one.printed, HasSubstr("What to do: Keep one of the two."));
  EXPECT_THAT(greenline({"explain"}).printed, HasSubstr("GL-P017  A key stands twice"));
  const auto none = greenline({"explain", "GL-P777"});
  EXPECT_EQ(none.code, 1);
  EXPECT_THAT(none.printed, HasSubstr("No problem has the number"));
}

TEST_F(Check, ANewPackIsSoundAndCanBeDrawn) {
  const std::string pack = (folder / "our-autumn").string();
  const auto made = greenline({"new-pack", pack});
  ASSERT_EQ(made.code, 0) << made.printed;
  const auto checked = greenline({"check", pack});
  EXPECT_EQ(checked.code, 0);
  EXPECT_EQ(checked.printed, pack + ": sound\n");
  EXPECT_THAT(bytes_in(fs::path(pack) / "pack.json"), HasSubstr("\"id\": \"our-autumn\""));
  EXPECT_TRUE(
      nlohmann::json::parse(bytes_in(fs::path(pack) / ".vscode/settings.json"), nullptr, false).contains("json.schemas"));
  EXPECT_TRUE(fs::exists(fs::path(pack) / ".vscode/activity.schema.json"));
  const std::string picture = (folder / "look.png").string();
  const auto drawn = greenline({"render", pack, "--size", "640x360", "--out", picture});
  EXPECT_EQ(drawn.code, 0) << drawn.printed;
  EXPECT_TRUE(fs::exists(picture));
  const auto other = greenline({"render", pack, "--activity", "frist-steps", "--out", picture});
  EXPECT_THAT(other.printed, HasSubstr("Did you mean \"first-steps\"?"));
}

TEST_F(Check, ANewPackWritesOverNothingAndHasAnIdForAName) {
  const std::string pack = (folder / "mine").string();
  (void)write("mine/notes.txt", "mine");
  EXPECT_THAT(greenline({"new-pack", pack}).printed, HasSubstr("is there already"));
  EXPECT_EQ(bytes_in(fs::path(pack) / "notes.txt"), "mine");
  EXPECT_THAT(greenline({"new-pack", (folder / "Our Autumn").string()}).printed,
              HasSubstr("small letters, digits and hyphens"));
}

TEST_F(Check, APackThatMeansHarmIsRefusedByEveryCommandInOneLine) {
  const std::string pack = (folder / "our-autumn").string();
  ASSERT_EQ(greenline({"new-pack", pack}).code, 0);
  fs::create_symlink("/etc/hostname", fs::path(pack) / "activities/x.json");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"check", pack}, {"render", pack, "--out", (folder / "x.png").string()}}) {
    const auto answer = greenline(words);
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.printed, HasSubstr("GL-P063"));
  }
  EXPECT_FALSE(fs::exists(folder / "x.png"));
}

}  // namespace
}  // namespace greenline
