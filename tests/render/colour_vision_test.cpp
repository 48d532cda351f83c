// How pictures look to other eyes, held against published values: sRGB primaries through the matrices of Machado, Oliveira and
// Fernandes (2009), severity 1.0.
#include "render/colour_vision.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenline::render {
namespace {

void expect_near(Rgb seen, Rgb published) {
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(seen[i], published[i], 1);
}

TEST(ColourVision, WithoutLongConesRedIsDarkOlive) { expect_near(seen_by(Eyes::protan, {255, 0, 0}), {109, 95, 0}); }
TEST(ColourVision, WithoutMiddleConesRedIsOlive) { expect_near(seen_by(Eyes::deutan, {255, 0, 0}), {163, 144, 0}); }
TEST(ColourVision, WithoutMiddleConesGreenIsSand) { expect_near(seen_by(Eyes::deutan, {0, 255, 0}), {239, 214, 58}); }
TEST(ColourVision, WithoutShortConesBlueIsDarkTeal) { expect_near(seen_by(Eyes::tritan, {0, 0, 255}), {0, 107, 150}); }
TEST(ColourVision, WithoutConesThereIsOnlyLightness) {
  const Rgb seen = seen_by(Eyes::achroma, {40, 160, 90});
  EXPECT_EQ(seen[0], seen[1]);
  EXPECT_EQ(seen[1], seen[2]);
}

TEST(ColourVision, LeavesWhatHasNoHueAsItIs) {
  for (const Eyes eyes : {Eyes::protan, Eyes::deutan, Eyes::tritan, Eyes::achroma})
    for (const std::uint8_t grey : {std::uint8_t{0}, std::uint8_t{77}, std::uint8_t{200}, std::uint8_t{255}})
      expect_near(seen_by(eyes, {grey, grey, grey}), {grey, grey, grey});
}

TEST(ColourVision, OfAPictureChangesEachPixelAndNoAlpha) {
  const Picture seen = seen_by(Eyes::protan, Picture{2, 1, {255, 0, 0, 255, 0, 0, 0, 9}});
  EXPECT_THAT(seen.rgba, testing::ElementsAre(109, 95, 0, 255, 0, 0, 0, 9));
}

TEST(ColourVision, KnowsEyesByTheirNames) {
  for (const std::string& name : eyes_known()) EXPECT_TRUE(eyes_from_text(name)) << name;
  EXPECT_FALSE(eyes_from_text("protanopia"));
}

}  // namespace
}  // namespace greenline::render
