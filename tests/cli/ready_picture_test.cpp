// A picture that somebody has is made ready: upright, within bounds, and without what a camera noted.
#include "cli/ready_picture.h"

#include <gtest/gtest.h>

#include "content/canvas_picture.h"
#include "content/pictures.h"
#include "paper/jpeg.h"
#include "render/png.h"

namespace greenline::cli {
namespace {

// Left half red, right half blue; its upper left corner green.
render::Picture a_scene(int width, int height) {
  render::Picture picture{width, height, {}};
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const bool corner = x < width / 4 && y < height / 4, left = x < width / 2;
      for (const int channel : {left && !corner ? 220 : 20, corner ? 220 : 20, !left ? 220 : 20, 255})
        picture.rgba.push_back(static_cast<std::uint8_t>(channel));
    }
  return picture;
}

std::string as_photograph(const render::Picture& picture, const std::string& noted) {
  std::string rgb;
  for (std::size_t at = 0; at < picture.rgba.size(); at += 4)
    for (std::size_t channel = at; channel < at + 3; ++channel) rgb.push_back(static_cast<char>(picture.rgba[channel]));
  const std::string jpeg =
      paper::jpeg(picture.width, picture.height, std::span(reinterpret_cast<const std::uint8_t*>(rgb.data()), rgb.size()));
  if (noted.empty()) return jpeg;
  const std::string said = std::string("Exif\0\0", 6) + noted;
  return jpeg.substr(0, 2) + "\xFF\xE1" + content::in_bytes(said.size() + 2, 2, false) + said + jpeg.substr(2);
}

int channel_at(const render::Picture& picture, float across, float down, std::size_t channel) {
  const auto x = static_cast<std::size_t>(across * static_cast<float>(picture.width)),
             y = static_cast<std::size_t>(down * static_cast<float>(picture.height));
  return picture.rgba[(y * static_cast<std::size_t>(picture.width) + x) * 4 + channel];
}

TEST(APictureForACanvas, StandsUpright) {
  // A camera held so that its left side was up: the stored left half is the upper one.
  const auto ready = ready_picture(as_photograph(a_scene(640, 480), content::exif_noting(6, true)));
  ASSERT_TRUE(ready) << ready.error();
  EXPECT_EQ(ready->width, 480);
  EXPECT_EQ(ready->height, 640);
  const auto picture = render::decoded(ready->bytes);
  ASSERT_TRUE(picture);
  EXPECT_GT(channel_at(*picture, 0.25F, 0.4F, 0), 150) << "red is up";
  EXPECT_GT(channel_at(*picture, 0.5F, 0.75F, 2), 150) << "blue is down";
  EXPECT_GT(channel_at(*picture, 0.9F, 0.1F, 1), 150) << "green is up on the right";
}

TEST(APictureForACanvas, IsMirroredBackWhereItWasMirrored) {
  const auto ready = ready_picture(as_photograph(a_scene(640, 480), content::exif_noting(2, false)));
  ASSERT_TRUE(ready) << ready.error();
  const auto picture = render::decoded(ready->bytes);
  EXPECT_GT(channel_at(*picture, 0.9F, 0.1F, 1), 150) << "green is up on the right";
}

TEST(APictureForACanvas, TellsNothingOfWhereItWasTaken) {
  const std::string noted = content::exif_noting(1, true) + "GPS 49.2827 N 123.1207 W, a camera of ours";
  const auto ready = ready_picture(as_photograph(a_scene(640, 480), noted));
  ASSERT_TRUE(ready) << ready.error();
  for (const char* word : {"Exif", "GPS", "49.2827", "camera"}) EXPECT_EQ(ready->bytes.find(word), std::string::npos) << word;
}

TEST(APictureForACanvas, ComesWithinTheBoundsOfSuchPictures) {
  render::Picture noise = a_scene(4200, 1000);
  std::uint32_t random = 7;
  for (std::uint8_t& byte : noise.rgba) byte = static_cast<std::uint8_t>((random = random * 1664525 + 1013904223) >> 24);
  const auto ready = ready_picture(as_photograph(noise, {}));
  ASSERT_TRUE(ready) << ready.error();
  EXPECT_TRUE(content::ground_from(ready->bytes));
  EXPECT_NEAR(1.0 * ready->width / ready->height, 4200.0 / 1000, 0.05);
}

TEST(APictureForACanvas, StaysADrawingToTheDotWhereThatIsSmallEnough) {
  const auto ready = ready_picture(render::png_bytes(a_scene(640, 480)).value());
  ASSERT_TRUE(ready) << ready.error();
  EXPECT_EQ(ready->ending, ".png");
  EXPECT_EQ(render::decoded(ready->bytes)->rgba, a_scene(640, 480).rgba);
}

TEST(APictureOnTheShelf, IsSmallAndUpright) {
  const auto small = small_picture(as_photograph(a_scene(1280, 960), content::exif_noting(6, true)));
  ASSERT_TRUE(small);
  EXPECT_EQ(small->height, most_small_side);
  EXPECT_EQ(small->width, most_small_side * 3 / 4);
  EXPECT_EQ(small->rgba.size(), static_cast<std::size_t>(small->width) * static_cast<std::size_t>(small->height) * 4);
  EXPECT_FALSE(small_picture("no picture"));
  const std::string huge = "\x89PNG\r\n\x1a\n" + content::in_bytes(13, 4, false) + "IHDR" + content::in_bytes(9000, 4, false) +
                           content::in_bytes(9000, 4, false) + std::string(5, '\0');
  EXPECT_FALSE(small_picture(huge)) << "nobody takes the memory to look at it";
}

TEST(APictureForACanvas, IsRefusedWithAReason) {
  EXPECT_EQ(ready_picture("GIF89a").error(), "is neither a PNG nor a JPEG");
  EXPECT_NE(ready_picture(content::jpeg_noting({})).error(), "");
  const std::string huge = "\x89PNG\r\n\x1a\n" + content::in_bytes(13, 4, false) + "IHDR" + content::in_bytes(30000, 4, false) +
                           content::in_bytes(30000, 4, false) + std::string(5, '\0');
  EXPECT_NE(ready_picture(huge).error().find("30000 x 30000 pixels"), std::string::npos);
  EXPECT_NE(ready_picture(render::png_bytes(a_scene(640, 480)).value().substr(0, 400)).error().find("damaged"),
            std::string::npos);
}

}  // namespace
}  // namespace greenline::cli
