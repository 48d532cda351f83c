// Pictures come back from files as they were; what is no picture is refused in a sentence.
#include "render/png.h"
#include "render/moving_png.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

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

// The chunks of a file: name and data.
std::vector<std::pair<std::string, std::string>> chunks_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::vector<std::pair<std::string, std::string>> chunks;
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8U | static_cast<unsigned char>(bytes[at + i]);
    chunks.emplace_back(bytes.substr(at + 4, 4), bytes.substr(at + 8, size));
    at += 12 + size;
  }
  return chunks;
}

TEST_F(Png, OfAMovingPictureKeepsWhatChanged) {
  Picture one{40, 30, std::vector<std::uint8_t>(40 * 30 * 4, 200)};
  Picture other = one;
  for (std::size_t x = 10; x < 20; ++x) other.rgba[(12 * 40 + x) * 4] = 9;
  MovingPng moving;
  EXPECT_TRUE(moving.add(one, 0.1));
  EXPECT_TRUE(moving.add(one, 0.1)) << "it stands on";
  EXPECT_TRUE(moving.add(other, 0.2));
  EXPECT_FALSE(moving.add(a_picture(), 0.1)) << "of another size";
  EXPECT_EQ(moving.frames(), 2U);
  ASSERT_TRUE(moving.write(folder_ / "moving.png"));
  const auto first = read_png(folder_ / "moving.png");
  ASSERT_TRUE(first) << first.error();
  EXPECT_EQ(first->rgba, one.rgba);
  std::vector<std::string> names, controls;
  for (const auto& [name, data] : chunks_of(folder_ / "moving.png")) {
    names.push_back(name);
    if (name == "fcTL") controls.push_back(data);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND"}));
  ASSERT_EQ(controls.size(), 2U);
  EXPECT_EQ(controls[0].substr(20, 4), std::string("\0\xC8\x03\xE8", 4)) << "200 of 1000";
  EXPECT_EQ(controls[1], std::string("\0\0\0\1"
                                     "\0\0\0\x0A"
                                     "\0\0\0\1"
                                     "\0\0\0\x0A"
                                     "\0\0\0\x0C"
                                     "\0\xC8\x03\xE8"
                                     "\0\1",
                                     26))
      << "ten pixels, laid over";
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

}  // namespace
}  // namespace greenline::render
