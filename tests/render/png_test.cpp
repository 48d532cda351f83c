// Pictures come back from files as they were; what is no picture is refused in a sentence.
#include "render/png.h"
#include "render/jpeg_tables.h"
#include "render/moving_png.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "picture/played.h"

namespace greenline::render {
namespace {

class Png : public testing::Test {
 protected:
  Png() : folder_(std::filesystem::temp_directory_path() / ("greenline_png_" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~Png() override { std::filesystem::remove_all(folder_); }
  static Picture a_picture() {
    Picture picture{7, 5, {}};
    for (int i = 0; i < 7 * 5 * 4; ++i) picture.rgba.push_back(static_cast<std::uint8_t>(i * 37 % 251));
    return picture;
  }
  std::filesystem::path folder_;
};

TEST_F(Png, ComesBackAsItWas) {
  const auto path = folder_ / "a.png";
  ASSERT_TRUE(write_png(path, a_picture()).has_value());
  const auto back = read_png(path);
  ASSERT_TRUE(back.has_value()) << back.error();
  EXPECT_EQ(back->width, 7);
  EXPECT_EQ(back->height, 5);
  EXPECT_EQ(back->rgba, a_picture().rgba);
}

// A picture of one colour with a bar of another.
Picture with_bar(int from, int to, std::uint8_t shade) {
  Picture picture{40, 30, std::vector<std::uint8_t>(40 * 30 * 4, 200)};
  for (int x = from; x < to; ++x) picture.rgba[(12 * 40 + static_cast<std::size_t>(x)) * 4] = shade;
  for (std::size_t i = 3; i < picture.rgba.size(); i += 4) picture.rgba[i] = 255;
  return picture;
}

TEST_F(Png, OfAMovingPictureIsPlayedAsItWasAdded) {
  const Picture one = with_bar(0, 0, 0), other = with_bar(10, 20, 9), third = with_bar(12, 30, 90);
  MovingPng moving;
  EXPECT_TRUE(moving.add(one, 0.1));
  EXPECT_TRUE(moving.add(one, 0.1)) << "it stands on";
  EXPECT_TRUE(moving.add(other, 0.2));
  EXPECT_TRUE(moving.add(third, 0.3));
  EXPECT_FALSE(moving.add(a_picture(), 0.1)) << "of another size";
  EXPECT_EQ(moving.pictures(), 3U);
  ASSERT_TRUE(moving.write(folder_ / "moving.png"));
  const std::vector<picture::Played> played = picture::played(folder_ / "moving.png");
  ASSERT_EQ(played.size(), 3U);
  EXPECT_EQ(played[0].picture.rgba, one.rgba);
  EXPECT_EQ(played[0].stands_ms, 200);
  EXPECT_EQ(played[1].picture.rgba, other.rgba);
  EXPECT_EQ(played[2].picture.rgba, third.rgba);
  EXPECT_EQ(played[2].stands_ms, 300);
  const auto still = read_png(folder_ / "moving.png");
  ASSERT_TRUE(still) << "whatever shows PNG shows the first: " << still.error();
  EXPECT_EQ(still->rgba, one.rgba);
}

TEST_F(Png, OfAMovingPictureLeavesOutWhatNobodySeesChangeUntilTheLast) {
  MovingPng moving;
  for (const std::uint8_t shade : {std::uint8_t{100}, std::uint8_t{102}, std::uint8_t{104}})
    EXPECT_TRUE(moving.add(with_bar(10, 20, shade), 0.1));
  EXPECT_TRUE(moving.add(with_bar(10, 20, 140), 0.1));
  EXPECT_TRUE(moving.add(with_bar(10, 20, 142), 0.5));
  ASSERT_TRUE(moving.write(folder_ / "moving.png"));
  const std::vector<picture::Played> played = picture::played(folder_ / "moving.png");
  ASSERT_EQ(played.size(), 3U);
  EXPECT_EQ(played[0].stands_ms, 300);
  EXPECT_EQ(played.back().picture.rgba, with_bar(10, 20, 142).rgba);
  EXPECT_EQ(played.back().stands_ms, 500);
}

// Every shade of grey and of some blue: far more than there are colours.
TEST_F(Png, OfAMovingPictureIsInFewColoursThatComeCloseToAll) {
  Picture shades{256, 64, {}};
  for (int y = 0; y < 64; ++y)
    for (int x = 0; x < 256; ++x)
      for (const int channel : {x, x, std::min(255, x + y), 255}) shades.rgba.push_back(static_cast<std::uint8_t>(channel));
  MovingPng moving;
  ASSERT_TRUE(moving.add(shades, 1));
  ASSERT_TRUE(moving.write(folder_ / "moving.png"));
  const std::vector<picture::Played> played = picture::played(folder_ / "moving.png");
  ASSERT_EQ(played.size(), 1U);
  std::set<std::uint32_t> colours;
  int worst = 0;
  for (std::size_t i = 0; i < shades.rgba.size(); i += 4) {
    const std::vector<std::uint8_t>& seen = played[0].picture.rgba;
    colours.insert(std::uint32_t{seen[i]} << 16U | std::uint32_t{seen[i + 1]} << 8U | seen[i + 2]);
    for (std::size_t channel = 0; channel < 3; ++channel)
      worst = std::max(worst, std::abs(int{seen[i + channel]} - int{shades.rgba[i + channel]}));
  }
  EXPECT_LE(colours.size(), 255U);
  EXPECT_GT(colours.size(), 200U);
  EXPECT_LE(worst, 12);
}

TEST_F(Png, LeavesNothingBesideItBehind) {
  ASSERT_TRUE(write_png(folder_ / "a.png", a_picture()).has_value());
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(Png, AFolderThatIsNotThereIsToldInASentence) {
  const auto written = write_png(folder_ / "not" / "there.png", a_picture());
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error(),
            "The picture " + (folder_ / "not" / "there.png").string() + " cannot be written: its folder is not there.");
}

TEST_F(Png, APictureWithTooFewPixelsIsNotWritten) {
  Picture short_of_pixels = a_picture();
  short_of_pixels.rgba.pop_back();
  EXPECT_FALSE(write_png(folder_ / "a.png", short_of_pixels).has_value());
  EXPECT_FALSE(std::filesystem::exists(folder_ / "a.png"));
}

TEST_F(Png, GarbageIsRefusedInASentence) {
  const auto path = folder_ / "garbage.png";
  std::ofstream(path) << "\x89PNG this is not one";
  const auto read = read_png(path);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error(), "The file " + path.string() + " is not a PNG picture that can be read.");
}

TEST_F(Png, AHalfWrittenPictureIsRefused) {
  const auto path = folder_ / "half.png";
  ASSERT_TRUE(write_png(path, a_picture()).has_value());
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_FALSE(read_png(path).has_value());
}

TEST_F(Png, AMissingFileIsToldInASentence) {
  const auto read = read_png(folder_ / "none.png");
  ASSERT_FALSE(read.has_value());
  EXPECT_NE(read.error().find("cannot be read: found no such file; "), std::string::npos);
}

// A JPEG's segment: its marker, its length, what it holds.
std::string segment(char marker, const std::string& holds) {
  const std::size_t length = holds.size() + 2;
  return std::string("\xFF") + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + holds;
}
// A table that declares so many codes of 16 bits.
std::string table(std::size_t codes) {
  std::string counts(16, '\0');
  for (std::size_t i = 16, left = codes; i-- > 0 && left > 0; left -= std::min<std::size_t>(left, 255))
    counts[i] = static_cast<char>(std::min<std::size_t>(left, 255));
  return std::string(1, '\0') + counts + std::string(codes, '\1');
}

TEST(Jpeg, WithATableOfMoreCodesThanThereAreBytesIsNotDecoded) {
  const std::string begins = "\xFF\xD8", scan = segment('\xDA', std::string(10, '\1')) + std::string("\1\xFF\0\2\xFF\xD0\3", 7);
  for (const std::string& before : {std::string(), segment('\xE0', "JFIF"), segment('\xC4', table(256)), scan,
                                    std::string("stray"), std::string("\xFF\xFF")}) {
    EXPECT_TRUE(tables_are_sound(begins + before + segment('\xC4', table(256))));
    for (const std::size_t codes : {std::size_t{257}, std::size_t{4080}}) {
      const std::string means_harm = begins + before + segment('\xC4', table(12) + table(codes));
      EXPECT_FALSE(tables_are_sound(means_harm)) << codes;
      EXPECT_FALSE(decoded(means_harm)) << codes;
    }
  }
}

TEST(Jpeg, MayHoldAnythingInWhatACameraNotes) {
  EXPECT_TRUE(tables_are_sound("\xFF\xD8" + segment('\xE1', "noted " + segment('\xC4', table(4080))) + "\xFF\xD9"));
  EXPECT_TRUE(tables_are_sound("no picture \xFF\xC4"));
}

}  // namespace
}  // namespace greenline::render
