// What `greenline render --all` leaves for whoever hosts an activity.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "e2e/room.h"
#include "places.h"
#include "render/png.h"

namespace greenline {
namespace {

class Handouts : public desk::Room {};

TEST_F(Handouts, AContactSheetAndARundownLieInTheFolder) {
  const desk::Answer made = desk::answer_of({program_file(), "render", "--all", "--out", (folder / "for-the-host").string(),
                                             "--activity", "finding-our-place", "--size", "640x360", "--cards", "12"});
  EXPECT_EQ(made.code, 0) << made.printed;
  const auto sheet = render::read_png(folder / "for-the-host/finding-our-place.png");
  ASSERT_TRUE(sheet) << sheet.error();
  EXPECT_GT(sheet->width, 2000);
  std::ifstream pdf(folder / "for-the-host/finding-our-place.pdf", std::ios::binary);
  std::string begins(5, ' ');
  pdf.read(begins.data(), 5);
  EXPECT_EQ(begins, "%PDF-");
}

TEST_F(Handouts, SayWhereTheyCannotBeWritten) {
  std::ofstream(folder / "taken") << "a file";
  const desk::Answer made = desk::answer_of(
      {program_file(), "render", "--all", "--out", (folder / "taken").string(), "--size", "640x360", "--cards", "2"});
  EXPECT_EQ(made.code, 1);
  EXPECT_NE(made.printed.find((folder / "taken").string()), std::string::npos) << made.printed;
}

class TakenHome : public desk::Room {
 protected:
  void SetUp() override {
    Room::SetUp();
    ASSERT_EQ(desk::answer_of({program_file(), "simulate", "--cards", "12", "--out", convening.string()}).code, 0);
  }
};

TEST_F(TakenHome, AHarvestIsOpenedAgainToTheSameWords) {
  const auto ours = folder / "ours";
  const desk::Answer made =
      desk::answer_of({program_file(), "harvest", convening.string(), "--to", ours.string(), "--for", "us"});
  ASSERT_EQ(made.code, 0) << made.printed;
  for (const char* name : {"index.html", "book.pdf", "wall.png", "words.csv", "threads.csv", "convening.json", "wall.canvas",
                           "network.graphml", "outline.md", "README.txt", "SHA256SUMS"})
    EXPECT_TRUE(std::filesystem::is_regular_file(ours / name)) << name;
  const auto again = folder / "again.greenline";
  const desk::Answer imported =
      desk::answer_of({program_file(), "import", (ours / "convening.json").string(), "--out", again.string()});
  ASSERT_EQ(imported.code, 0) << imported.printed;
  const std::string state = imported.printed.substr(imported.printed.find("state "), 22);
  EXPECT_NE(desk::answer_of({program_file(), "check", again.string()}).printed.find(state), std::string::npos);
  const desk::Answer twice =
      desk::answer_of({program_file(), "harvest", again.string(), "--to", (folder / "twice").string(), "--only", "json"});
  ASSERT_EQ(twice.code, 0) << twice.printed;
  std::ifstream one(ours / "convening.json"), other(folder / "twice/convening.json");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(one), {}), std::string(std::istreambuf_iterator<char>(other), {}));
}

TEST_F(TakenHome, TheSchemaOfAHarvestSaysWhatStandsInIt) {
  ASSERT_EQ(
      desk::answer_of({program_file(), "harvest", convening.string(), "--to", (folder / "ours").string(), "--only", "json"})
          .code,
      0);
  const desk::Answer judged = desk::answer_of(
      {"python3", "-c",
       "import json, jsonschema, sys; load = lambda name: json.load(open(sys.argv[1] + '/' + name, encoding='utf-8')); "
       "jsonschema.Draft7Validator(load('convening.schema.json')).validate(load('convening.json'))",
       (folder / "ours").string()});
  EXPECT_EQ(judged.code, 0) << judged.printed;
}

TEST_F(TakenHome, AStoryIsToldInAsManyPicturesAsItsSecondsHave) {
  const desk::Answer told = desk::answer_of({program_file(), "replay", convening.string(), "--tell-in", "1", "--fps", "2",
                                             "--size", "640x360", "--out", (folder / "story").string()});
  ASSERT_EQ(told.code, 0) << told.printed;
  const auto pictures = std::distance(std::filesystem::directory_iterator(folder / "story"), {});
  EXPECT_EQ(pictures, (1 + 3) * 2);
  const desk::Answer again =
      desk::answer_of({program_file(), "replay", convening.string(), "--out", (folder / "story").string()});
  EXPECT_EQ(again.code, 1) << "never into another's folder";
}

}  // namespace
}  // namespace greenline
