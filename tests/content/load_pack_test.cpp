// How an activity and its canvas are found, and what is said when they are not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/palette.h"
#include "files.h"

namespace greenline::content {
namespace {

using testing::HasSubstr;

std::string a_canvas_called(const std::string& id) {
  return with(text_of(content_folder() / "canvases/nested-communities.json"), "\"id\": \"nested-communities\"",
              "\"id\": \"" + id + "\"");
}
std::string an_activity_on(const std::string& canvas) {
  return with(text_of(content_folder() / "activities/finding-our-place.json"), "\"canvas\": \"nested-communities\"",
              "\"canvas\": \"" + canvas + "\"");
}

TEST(LoadPack, TakesACanvasThatLiesBesideTheActivity) {
  const Folder folder;
  folder.write("forest.json", a_canvas_called("forest"));
  const auto pack = load_pack(folder.write("walk.json", an_activity_on("forest")).string(), content_folder());
  ASSERT_TRUE(pack) << told(pack.error());
  EXPECT_EQ(pack->canvas.id, "forest");
}

TEST(LoadPack, TakesACanvasFromTheFolderOfCanvasesNextDoor) {
  const Folder folder;
  folder.write("canvases/forest.json", a_canvas_called("forest"));
  const auto pack = load_pack(folder.write("activities/walk.json", an_activity_on("forest")).string(), content_folder());
  ASSERT_TRUE(pack) << told(pack.error());
  EXPECT_EQ(pack->canvas.id, "forest");
}

TEST(LoadPack, TakesABuiltInCanvasWhenNoneLiesBeside) {
  const Folder folder;
  EXPECT_TRUE(load_pack(folder.write("walk.json", an_activity_on("nested-communities")).string(), content_folder()));
}

TEST(LoadPack, ReadsAFileThatBeginsWithAByteOrderMark) {
  const Folder folder;
  const auto path = folder.write("walk.json", "\xEF\xBB\xBF" + an_activity_on("nested-communities"));
  EXPECT_TRUE(load_pack(path.string(), content_folder()));
}

TEST(LoadPack, TellsWhatIsWrongInTheCanvas) {
  const Folder folder;
  folder.write("forest.json", with(a_canvas_called("forest"), "\"interest\"", "\"intrest\""));
  const auto pack = load_pack(folder.write("walk.json", an_activity_on("forest")).string(), content_folder());
  ASSERT_FALSE(pack);
  EXPECT_THAT(told(pack.error()), HasSubstr("forest.json:"));
  EXPECT_THAT(told(pack.error()), HasSubstr("Did you mean \"intrest\"?"));
}

std::string an_activity_offering(const std::string& keyboards) {
  return with(an_activity_on("nested-communities"), "[\"en\", \"fr\", \"es\", \"pa\", \"ar\", \"sal\"]", keyboards);
}

TEST(LoadPack, TellsWhichKeyboardThereIsNot) {
  const Folder folder;
  const std::vector<std::string> known = {"en", "fr", "pa"};
  const auto path = folder.write("walk.json", an_activity_offering("[\"en\", \"fr-CA\", \"pq\"]"));
  const auto pack = load_pack(path.string(), content_folder(), known);
  ASSERT_FALSE(pack);
  EXPECT_THAT(told(pack.error()), HasSubstr("/keyboards/2: found ‹pq›; expected a keyboard that there is: one of \"en\", "
                                            "\"fr\", \"pa\". Did you mean \"pa\"?"));
  EXPECT_THAT(told(pack.error()), testing::Not(HasSubstr("fr-CA")));
  EXPECT_EQ(pack.error().size(), 1U);
  EXPECT_EQ(told(check_file(path, content_folder(), known)), told(pack.error()));
}

TEST(LoadPack, TakesAnActivityThatOffersNoKeyboardOfItsOwn) {
  const Folder folder;
  const auto without =
      with(an_activity_on("nested-communities"), "  \"keyboards\": [\"en\", \"fr\", \"es\", \"pa\", \"ar\", \"sal\"],\n", "");
  const std::vector<std::string> known = {"en"};
  const auto pack = load_pack(folder.write("walk.json", without).string(), content_folder(), known);
  ASSERT_TRUE(pack) << told(pack.error());
  EXPECT_TRUE(pack->activity.keyboards.empty());
}

TEST(LoadPack, TellsTheNearestNameOfAnActivity) {
  const auto pack = load_pack("finding-your-place", content_folder());
  ASSERT_FALSE(pack);
  EXPECT_THAT(told(pack.error()), HasSubstr("Did you mean \"finding-our-place\"?"));
}

TEST(LoadPack, RefusesACanvasWhoseFileIsCalledOtherwise) {
  const Folder folder;
  folder.write("forest.json", a_canvas_called("meadow"));
  const auto pack = load_pack(folder.write("walk.json", an_activity_on("forest")).string(), content_folder());
  ASSERT_FALSE(pack);
  EXPECT_THAT(told(pack.error()), HasSubstr("/id: found ‹meadow›; expected \"forest\", as its file is called."));
}

TEST(CheckFile, HasNothingToSayAboutWhatIsShipped) {
  EXPECT_EQ(told(check_file(content_folder(), content_folder())), "");
  EXPECT_EQ(told(check_file(assets_folder() / "palettes", content_folder())), "");
}

TEST(CheckFile, TellsEveryProblemOfAFolder) {
  const Folder folder;
  folder.write("a.json", with(an_activity_on("nested-communities"), "\"rings\"", "\"rigns\""));
  folder.write("deeper/b.json", "{\"greenline\": \"canvass\"}");
  folder.write("notes.txt", "not looked at");
  const std::string said = told(check_file(folder.path(), content_folder()));
  EXPECT_THAT(said, HasSubstr("Did you mean \"rings\"?"));
  EXPECT_THAT(said, HasSubstr("Did you mean \"canvas\"?"));
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 2);
}

TEST(CheckFile, TellsOfAFolderWithNothingInIt) {
  const Folder folder;
  EXPECT_THAT(told(check_file(folder.path(), content_folder())), HasSubstr("found no file whose name ends in .json"));
}

TEST(CheckFile, TellsOfAFileThatIsNotThere) {
  const Folder folder;
  EXPECT_THAT(told(check_file(folder.path() / "gone.json", content_folder())),
              HasSubstr("gone.json: GL-P001: found no such file"));
}

TEST(CheckFile, RefusesAFileOverItsBoundWithoutReadingIt) {
  const Folder folder;
  const auto path = folder.write("big.json", "");
  std::filesystem::resize_file(path, max_file_bytes + 1);
  EXPECT_THAT(told(check_file(path, content_folder())), HasSubstr("expected at most 4194304 bytes"));
}

TEST(LoadPalette, TellsTheNearestName) {
  const auto palette = load_palette("dask", assets_folder());
  ASSERT_FALSE(palette);
  EXPECT_THAT(told(palette.error()), HasSubstr("Did you mean \"dusk\"?"));
}

TEST(CheckFile, LooksFurtherAtActivitiesThatAreSoundAndAtNoOthers) {
  const Folder folder;
  folder.write("sound.json", text_of(content_folder() / "activities/both-sides-of-the-line.json"));
  folder.write("broken.json", with(text_of(content_folder() / "activities/both-sides-of-the-line.json"), "hexagon", "hexagn"));
  std::vector<std::string> looked_at;
  const auto told = check_file(folder.path(), content_folder(), {}, [&](const Looked& looked) -> Diagnostics {
    EXPECT_EQ(looked.activity_text, text_of(looked.activity_file));
    EXPECT_EQ(looked.canvas_text, text_of(looked.canvas_file));
    EXPECT_EQ(std::filesystem::path(looked.canvas_file).filename(), "six-circles.json");
    looked_at.push_back(std::filesystem::path(looked.activity_file).filename().string());
    return {{looked.activity_file, "", 1, 1, "something more", "less", ""}};
  });
  EXPECT_EQ(looked_at, std::vector<std::string>{"sound.json"});
  EXPECT_EQ(told.size(), 2U);
}

TEST(CheckFile, TellsWhatSeveralActivitiesShareOnce) {
  const Folder folder;
  const std::string activity =
      with(text_of(content_folder() / "activities/both-sides-of-the-line.json"), "\"six-circles\"", "\"own\"");
  folder.write("own.json", R"({"greenline": "canvas", "version": 1, "id": "own"})");
  for (int i = 0; i < 5; ++i) folder.write("a" + std::to_string(i) + ".json", activity);
  const auto told = check_file(folder.path(), content_folder());
  std::vector<std::string> lines;
  for (const Diagnostic& one : told) lines.push_back(to_text(one));
  std::sort(lines.begin(), lines.end());
  EXPECT_EQ(std::adjacent_find(lines.begin(), lines.end()), lines.end());
}

}  // namespace
}  // namespace greenline::content
