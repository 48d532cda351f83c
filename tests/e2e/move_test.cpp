// `greenline move`, as a host types it in the coffee break: first it is told, then it is done.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "e2e/command_line.h"

namespace greenline {
namespace {

using testing::HasSubstr;
using testing::Not;

class MoveCommand : public CommandLine {
 protected:
  void SetUp() override {
    CommandLine::SetUp();
    room = (folder / "room.greenline").string();
    ASSERT_EQ(greenline({"simulate", "--cards", "24", "--seed", "3", "--out", room}).code, 0);
  }
  std::string room;
};

TEST_F(MoveCommand, SaysWhereEveryRegionsCardsWouldGoAndChangesNothing) {
  const std::string before = bytes_in(room);
  const auto answer = greenline({"move", room, "--to", "old-growth-new-growth"});
  EXPECT_EQ(answer.code, 0) << answer.printed;
  EXPECT_THAT(answer.printed, HasSubstr("From “Both Sides of the Line” to “Old Growth, New Growth”"));
  EXPECT_THAT(answer.printed, HasSubstr("“Structure”"));
  EXPECT_THAT(answer.printed, HasSubstr("has no counterpart: waits at the side"));
  EXPECT_THAT(answer.printed, HasSubstr("Nothing was changed. To do it, say the same with --yes"));
  EXPECT_EQ(bytes_in(room), before);
}

TEST_F(MoveCommand, DoesItWhenToldToAndTheRoomGoesOnThere) {
  EXPECT_THAT(greenline({"move", room, "--to", "old-growth-new-growth", "--send", "structure=height", "--yes"}).printed,
              HasSubstr("goes to “At its height”, as you asked"));
  EXPECT_THAT(greenline({"check", room}).printed, HasSubstr("old-growth-new-growth, carried whole, as it is installed"));
  const auto again = greenline({"move", room, "--to", "old-growth-new-growth"});
  EXPECT_THAT(again.printed, HasSubstr("There is nothing to change")) << "what waits is no other version";
  const std::string picture = (folder / "wall.png").string();
  EXPECT_EQ(greenline({"render", "--convening", room, "--size", "640x360", "--out", picture}).code, 0);
  const auto back = greenline({"move", room, "--to", "both-sides-of-the-line", "--yes"});
  EXPECT_THAT(back.printed, HasSubstr("“Process”")) << back.printed;
  EXPECT_THAT(back.printed, HasSubstr("stays where it is"));
}

TEST_F(MoveCommand, NamesTheNearestRegionForOneThatIsNot) {
  const auto answer = greenline({"move", room, "--to", "old-growth-new-growth", "--send", "structur=height"});
  EXPECT_EQ(answer.code, 1);
  EXPECT_THAT(answer.printed, HasSubstr("structure"));
  EXPECT_EQ(greenline({"move", room, "--to", "old-growth-new-growth", "--send", "structure"}).code, 1);
}

TEST_F(MoveCommand, TakesRegionsByTheNamesThatPeopleReadAndSaysWhichThereAre) {
  const auto told = greenline({"move", room, "--to", "old-growth-new-growth"});
  EXPECT_THAT(told.printed, HasSubstr("add --send 'Structure=…'. There are “At its height”"));
  EXPECT_THAT(greenline({"move", room, "--to", "old-growth-new-growth", "--send", "Structure=At its height"}).printed,
              HasSubstr("goes to “At its height”, as you asked"));
}

// Somebody had begun a card when the wall was closed for the break.
TEST_F(MoveCommand, SendsWhatIsHalfWrittenAlongWithItsRegionsCards) {
  const std::string drafts = room + ".drafts", head = "{\"drafts\":1,\"greenline\":\"drafts\",\"version\":1}\n";
  const auto draft_in = [&](const std::string& region) {
    return head + "{\"becomes\":{\"card\":{\"at\":[0.25,-0.5],\"region\":\"" + region +
           "\"}},\"ink\":[],\"language\":\"en\",\"seat\":[0.5,0.8],\"words\":\"We were the sch\"}\n";
  };
  std::ofstream(drafts) << draft_in("identity");
  const auto told = greenline({"move", room, "--to", "old-growth-new-growth", "--send", "identity=height"});
  EXPECT_THAT(told.printed, HasSubstr("1 half-written card"));
  EXPECT_EQ(bytes_in(drafts), draft_in("identity")) << "nothing was changed";
  ASSERT_EQ(greenline({"move", room, "--to", "old-growth-new-growth", "--send", "identity=height", "--yes"}).code, 0);
  EXPECT_EQ(bytes_in(drafts), draft_in("height"));
}

TEST_F(MoveCommand, FindsPacksThatAreInstalledByTheirId) {
  ::setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
  const std::string pack = (folder / "ours").string();
  ASSERT_EQ(greenline({"new-pack", pack}).code, 0);
  ASSERT_EQ(greenline({"install", pack}).code, 0);
  fs::remove_all(pack);
  EXPECT_THAT(greenline({"move", room, "--to", "ours"}).printed, HasSubstr("to “First steps”"));
  EXPECT_THAT(greenline({"move", room, "--pack", "ours", "--to", "first-steps"}).printed, HasSubstr("to “First steps”"));
  ::unsetenv("XDG_DATA_HOME");
}

// A pack is named where an activity is.
TEST(APackOfOnesOwn, IsSimulatedRenderedAndMovedToLikeAnyActivity) {
  const fs::path folder = fs::temp_directory_path() / ("greenline-packed-" + std::to_string(getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  const auto greenline = [](std::vector<std::string> words) {
    words.insert(words.begin(), program_file());
    return desk::answer_of(words);
  };
  const std::string pack = (folder / "ours").string(), room = (folder / "room.greenline").string();
  ASSERT_EQ(greenline({"new-pack", pack}).code, 0);
  EXPECT_EQ(greenline({"simulate", pack, "--cards", "6", "--out", room}).code, 0);
  EXPECT_EQ(greenline({"simulate", "--activity", pack, "--cards", "6", "--out", room + "2"}).code, 0);
  EXPECT_EQ(greenline({"render", "--activity", pack, "--size", "640x360", "--out", (folder / "a.png").string()}).code, 0);
  EXPECT_THAT(greenline({"move", room, "--to", pack}).printed, HasSubstr("There is nothing to change"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace greenline
