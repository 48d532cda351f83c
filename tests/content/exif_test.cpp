// A photograph stands upright whichever way the camera was held, and nothing else that a camera notes is read.
#include "content/exif.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "pictures.h"

namespace greenline::content {
namespace {

TEST(APhotograph, StandsAsTheCameraWasHeld) {
  constexpr std::array<Upright, 8> expected = {Upright{false, 0}, {true, 0},  {false, 2}, {true, 2},
                                               {true, 3},         {false, 1}, {true, 1},  {false, 3}};
  for (int noted = 1; noted <= 8; ++noted)
    for (const bool little : {false, true}) {
      const std::string exif = exif_noting(noted, little);
      EXPECT_EQ(upright_of(jpeg_noting(exif)), expected[static_cast<std::size_t>(noted - 1)]) << noted;
      EXPECT_EQ(upright_of(png_noting(exif)), expected[static_cast<std::size_t>(noted - 1)]) << noted;
    }
}

TEST(APhotograph, StaysAsItIsWhereNothingIsNotedOrTheNoteIsNone) {
  EXPECT_EQ(upright_of({}), Upright());
  EXPECT_EQ(upright_of("no picture at all"), Upright());
  EXPECT_EQ(upright_of(jpeg_noting({})), Upright());
  EXPECT_EQ(upright_of(jpeg_noting(exif_noting(0, true))), Upright());
  EXPECT_EQ(upright_of(jpeg_noting(exif_noting(9, true))), Upright());
  const std::string cut = jpeg_noting(exif_noting(6, false));
  for (std::size_t length = 0; length < cut.size(); ++length) (void)upright_of(std::string_view(cut).substr(0, length));
}

RC_GTEST_PROP(APhotograph, OfAnyBytesIsReadWithinThem, (const std::string& bytes)) {
  (void)upright_of(bytes);
  (void)upright_of(jpeg_noting("II" + bytes));
  (void)upright_of(png_noting("MM" + bytes));
  (void)upright_of("\xFF\xD8\xFF\xE1" + bytes);
}

}  // namespace
}  // namespace greenline::content
