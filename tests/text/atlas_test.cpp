// The atlas: packing, growth that moves nothing, packing anew, and starting over.
#include "text/atlas.h"

#include <gtest/gtest.h>

#include <random>

namespace greenline::text {
namespace {

struct Put {
  Atlas::Place place;
  int w = 0, h = 0;
  std::uint8_t shade = 0;
};

// Rectangles of many sizes, each filled with its own shade; the atlas grows when it must.
std::vector<Put> fill(Atlas& atlas, int count) {
  std::mt19937 random(7);
  std::vector<Put> put;
  for (int i = 0; i < count; ++i) {
    const int w = 3 + static_cast<int>(random() % 30), h = 3 + static_cast<int>(random() % 30);
    auto place = atlas.take(w, h);
    while (!place && atlas.grow()) place = atlas.take(w, h);
    if (!place) break;
    const auto shade = static_cast<std::uint8_t>(1 + i % 255);
    const std::vector<std::uint8_t> rows(static_cast<std::size_t>(w * h), shade);
    atlas.write(*place, w, h, rows.data(), w);
    put.push_back({*place, w, h, shade});
  }
  return put;
}

std::uint8_t texel(const AtlasImage& image, int x, int y) {
  return image.texels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)];
}

// Every texel of each rectangle has its shade, and the ring around it is empty.
void expect_whole(const AtlasImage& image, const std::vector<Put>& put) {
  for (const Put& one : put) {
    ASSERT_GE(one.place.x, 1);
    ASSERT_GE(one.place.y, 1);
    ASSERT_LT(one.place.x + one.w, image.width);
    ASSERT_LT(one.place.y + one.h, image.height);
    for (int y = -1; y <= one.h; ++y) {
      for (int x = -1; x <= one.w; ++x) {
        const bool inside = x >= 0 && y >= 0 && x < one.w && y < one.h;
        ASSERT_EQ(texel(image, one.place.x + x, one.place.y + y), inside ? one.shade : 0);
      }
    }
  }
}

TEST(Atlas, KeepsAnEmptyTexelAroundEachGlyph) {
  Atlas atlas({256, 256, 256});
  const auto put = fill(atlas, 60);
  ASSERT_EQ(put.size(), 60U);
  expect_whole(atlas.image(), put);
}

TEST(Atlas, GrowsTallerThenWiderWithoutMovingWhatIsThere) {
  Atlas atlas({128, 64, 512});
  const auto put = fill(atlas, 500);
  const AtlasImage image = atlas.image();
  EXPECT_EQ(put.size(), 500U);
  EXPECT_EQ(image.width, 512);
  EXPECT_EQ(image.height, 512);
  EXPECT_EQ(image.generation, 1U);
  expect_whole(image, put);
}

TEST(Atlas, FillsMostOfItsRoomBeforeItIsFull) {
  Atlas atlas({256, 256, 256});
  double area = 0;
  for (const Put& one : fill(atlas, 1000)) area += (one.w + 1) * (one.h + 1);
  EXPECT_GT(area / (256 * 256), 0.8);
}

TEST(Atlas, SaysWhatChangedOnce) {
  Atlas atlas({64, 64, 128});
  EXPECT_EQ(atlas.take_dirty(), (model::PixelRect{0, 0, 64, 64}));
  EXPECT_TRUE(atlas.take_dirty().empty());
  const auto place = atlas.take(4, 5);
  ASSERT_TRUE(place);
  const std::vector<std::uint8_t> rows(20, 255);
  atlas.write(*place, 4, 5, rows.data(), 4);
  const auto x = static_cast<float>(place->x), y = static_cast<float>(place->y);
  EXPECT_EQ(atlas.take_dirty(), (model::PixelRect{x, y, x + 4, y + 5}));
  EXPECT_TRUE(atlas.grow());
  EXPECT_EQ(atlas.take_dirty(), (model::PixelRect{0, 0, 64, 128})) << "after growing, all of it";
}

TEST(Atlas, RefusesWhatItCannotHold) {
  Atlas atlas({64, 64, 64});
  EXPECT_FALSE(atlas.take(63, 10));
  EXPECT_TRUE(atlas.take(62, 10));
  EXPECT_FALSE(atlas.grow());
}

TEST(Atlas, PacksWhatIsKeptAnewAndHasRoomForAsMuchAgain) {
  Atlas atlas({256, 256, 256});
  std::vector<Put> put = fill(atlas, 1000), kept;
  (void)atlas.take_dirty();
  std::vector<Atlas::Move> moves;
  for (std::size_t i = 0; i < put.size(); i += 3) {
    kept.push_back(put[i]);
    moves.push_back({put[i].place, put[i].w, put[i].h, {}});
  }
  ASSERT_TRUE(atlas.pack(moves));
  for (std::size_t i = 0; i < kept.size(); ++i) kept[i].place = moves[i].to;
  expect_whole(atlas.image(), kept);
  EXPECT_EQ(atlas.image().generation, 2U);
  EXPECT_EQ(atlas.image().era, 1U);
  EXPECT_EQ(atlas.take_dirty(), (model::PixelRect{0, 0, 256, 256}));
  EXPECT_GT(fill(atlas, 1000).size(), put.size() / 2) << "two thirds of it are free";
  expect_whole(atlas.image(), kept);
}

TEST(Atlas, StartsOverEmptyInANewEra) {
  Atlas atlas({64, 64, 64});
  const std::size_t held = fill(atlas, 1000).size();
  ASSERT_LT(held, 1000U);
  atlas.start_over();
  EXPECT_EQ(atlas.image().generation, 2U);
  EXPECT_EQ(atlas.image().era, 2U);
  for (const std::uint8_t coverage : atlas.image().texels) ASSERT_EQ(coverage, 0);
  EXPECT_EQ(fill(atlas, 1000).size(), held);
}

}  // namespace
}  // namespace greenline::text
