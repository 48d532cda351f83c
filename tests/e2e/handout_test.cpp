// What `greenline render --all` leaves for whoever hosts an activity.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
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
  const desk::Answer made = desk::answer_of({program_file(), "render", "--all", "--out", (folder / "taken").string(), "--size",
                                             "640x360", "--cards", "2"});
  EXPECT_EQ(made.code, 1);
  EXPECT_NE(made.printed.find((folder / "taken").string()), std::string::npos) << made.printed;
}

}  // namespace
}  // namespace greenline
