// What was drawn on a picture becomes a pack that is sound.
#include "content/drawn_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "content/canvas_picture.h"
#include "drawn.h"
#include "packs.h"
#include "pictures.h"

namespace greenline::content {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Strings shipped_strings() { return Strings::load(assets_folder() / "strings").value(); }

std::string picture_of_size(int width, int height) {
  return "\x89PNG\r\n\x1a\n" + in_bytes(13, 4, false) + "IHDR" + in_bytes(static_cast<std::size_t>(width), 4, false) +
         in_bytes(static_cast<std::size_t>(height), 4, false) + std::string("\x08\6\0\0\0", 5);
}

// All of them, as `new-pack` writes them.
PackFiles files_of(const DrawnCanvas& drawn, const std::string& language = "en", const std::string& title = "Our village") {
  const DrawnPack pack{"our-village", title, language, "pictures/our-village.png"};
  const geometry::Box& box = drawn.picture();
  return {{"pack.json", manifest_from(pack, shipped_strings())},
          {"activities/our-village.json", activity_from(pack, shipped_strings())},
          {"canvases/our-village.json", canvas_from(drawn, pack)},
          {"pictures/our-village.png",
           picture_of_size(static_cast<int>(box.width() * 1000), static_cast<int>(box.height() * 1000))}};
}

DrawnCanvas two_places(float wide_by_high) {
  DrawnCanvas drawn(wide_by_high);
  drawn.name(drawn.draw(a_loop({-0.25F, 0}, 0.18F, 0.3F)).value(), "The hall");
  drawn.name(drawn.draw(a_box_loop({0.05F, -0.4F, 0.4F, 0.4F})).value(), "The yard");
  return drawn;
}

TEST(ADrawnPack, IsSoundWhateverThePicturesShape) {
  for (const float wide_by_high : {0.4F, 0.75F, 1.0F, 1.2F, 1.5F, 1.7778F, 3.0F}) {
    const Folder folder;
    EXPECT_THAT(told(check_pack(folder_of(folder, files_of(two_places(wide_by_high))), here())), IsEmpty()) << wide_by_high;
  }
}

TEST(ADrawnPack, IsSoundInEveryLanguageOfTheProgram) {
  for (const char* language : {"en", "fr", "es"}) {
    const Folder folder;
    EXPECT_THAT(told(check_pack(folder_of(folder, files_of(two_places(1.5F), language)), here())), IsEmpty()) << language;
  }
}

TEST(ADrawnPack, IsSoundWhateverThePicturesFileIsCalled) {
  std::string longest;
  for (int i = 0; i < 80; ++i) longest += "ਘ";
  for (const std::string& title :
       {longest, std::string("\xFF\xFE"), std::string("  "), std::string("a\x1b[2J"), std::string()}) {
    const Folder folder;
    EXPECT_THAT(told(check_pack(folder_of(folder, files_of(two_places(1.5F), "en", title)), here())), IsEmpty()) << title;
  }
}

TEST(ADrawnPack, HasEachRegionWhereItWasDrawnOnThePicture) {
  const Folder folder;
  const DrawnCanvas drawn = two_places(1.5F);
  const auto from = load_from_pack(folder_of(folder, files_of(drawn)), {}, here());
  ASSERT_TRUE(from) << told(from.error());
  const Canvas& canvas = from->pack.canvas;
  ASSERT_TRUE(canvas.picture);
  ASSERT_EQ(canvas.layouts.size(), 2U) << "a wide one and a tall one";
  for (const Layout& layout : canvas.layouts) {
    const float times = (layout.picture.x1 - layout.picture.x0) / drawn.picture().width();
    EXPECT_NEAR(layout.picture.y1 - layout.picture.y0, times * drawn.picture().height(), 0.001F) << "all of the picture";
    EXPECT_GE(layout.prompt.y0, layout.picture.y1) << "the question is not on it";
    for (const PlacedRegion& placed : layout.regions) {
      const Region* region = find_region(canvas, placed.region);
      const auto& drawn_one = drawn.regions()[region->label.at("en") == "The hall" ? 0 : 1];
      const geometry::Box was = drawn_one.shape.area().bounds(), is = placed.area.bounds();
      EXPECT_NEAR(is.centre().x, times * was.centre().x, 0.001F);
      EXPECT_NEAR(is.centre().y, times * was.centre().y, 0.001F);
      EXPECT_NEAR(is.width(), times * was.width(), 0.002F);
      EXPECT_NEAR(is.height(), times * was.height(), 0.002F);
    }
  }
}

// The inner one is drawn first.
DrawnCanvas a_well_in_a_square() {
  DrawnCanvas drawn(1.5F);
  drawn.name(drawn.draw(a_loop({0, 0}, 0.15F, 0.15F)).value(), "The well");
  drawn.name(drawn.draw(a_loop({0, 0}, 0.45F, 0.42F)).value(), "The square");
  return drawn;
}

TEST(ADrawnPack, ListsTheOuterOfTwoRegionsFirst) {
  const Folder folder;
  const auto from = load_from_pack(folder_of(folder, files_of(a_well_in_a_square())), {}, here());
  ASSERT_TRUE(from) << told(from.error());
  std::vector<std::string> ids;
  for (const PlacedRegion& placed : from->pack.canvas.layouts.front().regions) ids.push_back(placed.region);
  EXPECT_THAT(ids, ElementsAre("the-square", "the-well"));
}

TEST(ADrawnPack, HasNamesHighInTheirRegionsAndBesideThoseInThem) {
  const Folder folder;
  const auto from = load_from_pack(folder_of(folder, files_of(a_well_in_a_square())), {}, here());
  ASSERT_TRUE(from) << told(from.error());
  for (const Layout& layout : from->pack.canvas.layouts) {
    const PlacedRegion &square = layout.regions[0], &well = layout.regions[1];
    EXPECT_TRUE(contains(square.area, square.label));
    EXPECT_FALSE(contains(well.area, square.label)) << "the inner one is not called by the outer one's name";
    EXPECT_TRUE(contains(well.area, well.label));
    EXPECT_GT(square.label.y, well.area.bounds().y1);
  }
}

TEST(ADrawnPack, GivesEachRegionAnIdOfItsOwn) {
  const Folder folder;
  DrawnCanvas drawn(3);
  drawn.name(drawn.draw(a_loop({-1.1F, 0}, 0.2F, 0.2F)).value(), "Door");
  drawn.name(drawn.draw(a_loop({-0.4F, 0}, 0.2F, 0.2F)).value(), "Door");
  drawn.name(drawn.draw(a_loop({0.4F, 0}, 0.2F, 0.2F)).value(), "ਘਰ");
  drawn.name(drawn.draw(a_loop({1.1F, 0}, 0.2F, 0.2F)).value(), "He said “\"no\"” \\ {0}");
  const auto from = load_from_pack(folder_of(folder, files_of(drawn)), {}, here());
  ASSERT_TRUE(from) << told(from.error());
  std::vector<std::string> ids, names;
  for (const Region& region : from->pack.canvas.regions) {
    ids.push_back(region.id);
    names.push_back(region.label.at("en"));
  }
  EXPECT_THAT(ids, testing::UnorderedElementsAre("door", "door-2", "place-3", "he-said-no-0"));
  EXPECT_THAT(names, testing::UnorderedElementsAre("Door", "Door", "ਘਰ", "He said “\"no\"” \\ {0}"));
}

// Whatever hands draw on whatever picture.
RC_GTEST_PROP(ADrawnPack, IsReadAgainWhateverWasDrawn, ()) {
  const float wide_by_high = static_cast<float>(*rc::gen::inRange(30, 350)) / 100;
  DrawnCanvas drawn(wide_by_high);
  for (int i = 0; i < 6; ++i) {
    const geometry::Box& box = drawn.picture();
    const auto within = [](float from, float to) {
      return from + (to - from) * static_cast<float>(*rc::gen::inRange(0, 1001)) / 1000;
    };
    const geometry::Point middle{within(box.x0, box.x1), within(box.y0, box.y1)};
    std::vector<geometry::Point> path = a_loop(middle, within(0.06F, 0.8F), within(0.06F, 0.8F));
    const float stray = within(0, 0.3F);
    for (std::size_t k = 0; k < path.size(); ++k)
      if (k % 7 < 3) path[k] = middle + (path[k] - middle) * (1 + stray);
    if (const auto number = drawn.draw(path)) drawn.name(*number, "Place " + std::to_string(*number));
  }
  RC_PRE(!drawn.regions().empty());
  const auto canvas = parse_canvas(canvas_from(drawn, {"drawn", "Drawn", "en", "pictures/drawn.jpg"}), "drawn.json");
  if (!canvas) RC_FAIL(told(canvas.error()));
}

}  // namespace
}  // namespace greenline::content
