// A picture may lie under a canvas's regions, and whoever carries the canvas carries the picture.
#include "content/canvas_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "content/base64.h"
#include "packs.h"

namespace greenline::content {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

std::string png_of(int width, int height, const std::string& more = {}) {
  const auto four = [](int n) {
    return std::string{static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8), static_cast<char>(n)};
  };
  return std::string("\x89PNG\r\n\x1a\n", 8) + four(13) + "IHDR" + four(width) + four(height) + std::string("\x08\6\0\0\0", 5) +
         more;
}

PackFiles a_pack_on(const std::string& picture) {
  PackFiles files = a_pack();
  files["canvases/forest.json"] =
      with(files["canvases/forest.json"], "\"version\": 1,", "\"version\": 1, \"picture\": \"pictures/village.png\",");
  if (!picture.empty()) files["pictures/village.png"] = picture;
  return files;
}

tl::expected<FromPack, Diagnostics> loaded(const Folder& folder, const PackFiles& files) {
  return load_from_pack(folder_of(folder, files), "places", here());
}

TEST(ACanvas, CarriesItsPictureWhole) {
  const Folder folder;
  const auto from = loaded(folder, a_pack_on(png_of(1600, 800, "rest")));
  ASSERT_TRUE(from) << told(from.error());
  ASSERT_TRUE(from->pack.canvas.picture);
  EXPECT_EQ(from->pack.canvas.picture->bytes, png_of(1600, 800, "rest"));
  const auto again = pack_from_texts(from->pack.activity_text, from->pack.canvas_text, "carried");
  ASSERT_TRUE(again) << told(again.error());
  ASSERT_TRUE(again->canvas.picture) << "without the pack";
  EXPECT_EQ(again->canvas.picture->bytes, png_of(1600, 800, "rest"));
}

TEST(ACanvas, CarriesItsPictureThoughItsFileBeginsWithAMark) {
  const Folder folder;
  PackFiles files = a_pack_on(png_of(1600, 800));
  files["canvases/forest.json"] = "\xEF\xBB\xBF" + files["canvases/forest.json"];
  const auto from = loaded(folder, files);
  ASSERT_TRUE(from) << told(from.error());
  const auto again = pack_from_texts(from->pack.activity_text, from->pack.canvas_text, "carried");
  ASSERT_TRUE(again) << told(again.error());
  EXPECT_TRUE(again->canvas.picture);
}

TEST(ACanvas, HasItsPictureInTheMiddleOfEachLayoutAsLargeAsItFits) {
  const Folder folder;
  const auto from = loaded(folder, a_pack_on(png_of(1000, 1000)));
  ASSERT_TRUE(from) << told(from.error());
  for (const Layout& layout : from->pack.canvas.layouts) {
    EXPECT_FLOAT_EQ(layout.picture.x1, 0.5F);
    EXPECT_FLOAT_EQ(layout.picture.y0, -0.5F);
  }
}

TEST(ACanvas, WhosePictureIsMissingOrNoneIsRefused) {
  const Folder folder;
  const Diagnostics missing = check_pack(folder_of(folder, a_pack_on("")), here());
  ASSERT_THAT(stops(missing), ElementsAre("GL-P075"));
  EXPECT_THAT(missing[0].used_by, ElementsAre(EndsWith("forest.json")));
  for (const std::string& bad :
       {std::string("<html>"), png_of(5000, 100), png_of(4000, 4000), png_of(800, 600, std::string(max_ground_bytes, 'x'))})
    EXPECT_THAT(stops(check_pack(folder_of(folder, a_pack_on(bad)), here())), ElementsAre("GL-P076"));
}

// A convening carries its canvas whole: what all activities of a pack would carry has bounds, and so has what is drawn.
TEST(ACanvas, WhosePictureTooManyActivitiesCarryIsRefusedOnce) {
  const Folder folder;
  PackFiles files = a_pack_on(png_of(1600, 800, std::string(max_ground_bytes - 1000, 'x')));
  for (const std::string id : {"aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj", "kk", "ll", "mm"})
    files["activities/" + id + ".json"] = with(files["activities/places.json"], "\"id\": \"places\"", "\"id\": \"" + id + "\"");
  EXPECT_THAT(stops(check_pack(folder_of(folder, files), here())), ElementsAre("GL-P065"));
}

TEST(ACanvas, MayShareItsPictureWithOthersAndAllTogetherHaveBounds) {
  const Folder folder;
  PackFiles files = a_pack_on(png_of(3000, 3000));
  const std::string canvas = files["canvases/forest.json"];
  for (int i = 0; i < 5; ++i) {
    const std::string id = "canvas-" + std::to_string(i);
    files["canvases/" + id + ".json"] = with(canvas, "\"id\": \"forest\"", "\"id\": \"" + id + "\"");
  }
  EXPECT_THAT(stops(check_pack(folder_of(folder, files), here())), testing::IsEmpty()) << "one picture";
  for (int i = 0; i < 5; ++i) {
    const std::string id = "canvas-" + std::to_string(i), picture = "pictures/" + id + ".png";
    files["canvases/" + id + ".json"] = with(files["canvases/" + id + ".json"], "pictures/village.png", picture);
    files[picture] = png_of(3000, 3000);
  }
  EXPECT_THAT(stops(check_pack(folder_of(folder, files), here())), testing::Contains("GL-P076")) << "six pictures";
}

TEST(ACanvas, OnItsOwnLooksForItsPictureBesideItsFolder) {
  const Folder folder;
  const std::string path = folder_of(folder, a_pack_on(png_of(1600, 800)));
  const auto alone = load_pack(path + "/activities/places.json", content_folder());
  ASSERT_TRUE(alone) << told(alone.error());
  EXPECT_TRUE(alone->canvas.picture);
  std::filesystem::remove(path + "/pictures/village.png");
  const auto without = load_pack(path + "/activities/places.json", content_folder());
  ASSERT_FALSE(without);
  EXPECT_THAT(told(without.error()), HasSubstr("pictures/village.png"));
}

TEST(ACanvas, WithPictureDataThatIsNoneIsRefused) {
  const std::string canvas = text_of(content_folder() / "canvases/open-field.json");
  for (const std::string data : {"?", "AAAA"}) {
    const auto read = parse_canvas(with(canvas, "{", "{\"picture_data\": \"" + data + "\","), "carried");
    ASSERT_FALSE(read);
    EXPECT_THAT(stops(read.error()), ElementsAre("GL-P076"));
  }
}

RC_GTEST_PROP(Base64, GivesBackWhatWentIn, (const std::string& bytes)) {
  const auto back = from_base64(base64(bytes));
  RC_ASSERT(back.has_value());
  RC_ASSERT(*back == bytes);
}

}  // namespace
}  // namespace greenline::content
