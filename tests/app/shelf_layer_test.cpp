// The shelf over a running wall, by touch: from a stick to the shelf, from the shelf to the wall, and nothing that runs is
// disturbed.
#include "app/shelf_layer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <functional>
#include <thread>

#include "app/running.h"
#include "content/packs.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class AShelfOverAWall : public OverAWall {
 protected:
  void SetUp() override {
    OverAWall::SetUp();
    if (HasFatalFailure()) return;
    open_wall(1.5F, is_table);
    fs::create_directories(folder.path() / "media");
    keeper = std::make_unique<shelf::Keeper>(shelf::Places{.store = folder.path() / "home/packs",
                                                           .watched = {},
                                                           .sticks = {folder.path() / "media"},
                                                           .content = resources->paths.content,
                                                           .keyboards = {},
                                                           .small_picture = [](const std::string&) { return a_red_one(); }},
                                             shelf::InUse(), nullptr);
    layer = std::make_unique<ShelfLayer>(ShelfLayer::Around{*keeper, wall->wall(), wall->engine(), resources->strings,
                                                            resources->palette, resources->keyboards, session->pack(),
                                                            [this](const content::Pack&) { return convening_there; }});
  }
  void TearDown() override {
    layer.reset();
    keeper.reset();
  }

  static content::SmallPicture a_red_one() {
    content::SmallPicture picture{60, 40, {}};
    for (int i = 0; i < 60 * 40; ++i)
      for (const int channel : {230, 20, 20, 255}) picture.rgba.push_back(static_cast<std::uint8_t>(channel));
    return picture;
  }
  // How much of what stands there is red.
  [[nodiscard]] float red_in(const model::PixelRect& rect) {
    std::vector<std::uint8_t> rgba;
    wall->renderer().read_pixels(rgba);
    int red = 0, all = 0;
    for (auto y = static_cast<std::size_t>(rect.y0); y < static_cast<std::size_t>(rect.y1); ++y)
      for (auto x = static_cast<std::size_t>(rect.x0); x < static_cast<std::size_t>(rect.x1); ++x, ++all) {
        const std::uint8_t* pixel = rgba.data() + (y * static_cast<std::size_t>(wall->renderer().width()) + x) * 4;
        red += pixel[0] > 200 && pixel[1] < 60 && pixel[2] < 60 ? 1 : 0;
      }
    return static_cast<float>(red) / static_cast<float>(std::max(all, 1));
  }

  void plug_in_a_stick() const {
    for (const auto& [name, text] : content::a_pack()) folder.write("elsewhere/our-pack/" + name, text);
    fs::rename(folder.path() / "elsewhere", folder.path() / "media/STICK");
  }
  void frame() { (void)draw_frame(wall->wall(), wall->renderer(), wall->engine(), 0.016F, {.shelf = layer.get()}); }
  bool comes(const std::function<bool()>& what) {
    for (int i = 0; i < 1000; ++i) {
      frame();
      if (what()) return true;
      std::this_thread::sleep_for(10ms);
    }
    return false;
  }
  // Puts a finger down and lifts it; what is the wall's of it.
  std::size_t tap(model::PixelPoint at) {
    now_s += 0.2;
    ++finger;
    std::size_t of_wall = layer->take({now_s, {{finger, input::ContactState::began, at, 0}}}).contacts.size();
    of_wall += layer->take({now_s + 0.05, {{finger, input::ContactState::ended, at, 0}}}).contacts.size();
    ++touches;
    return of_wall;
  }
  bool tap(const std::string& key) {
    if (!comes([&] { return layer->place_of(key).has_value(); })) return false;
    tap(layer->place_of(key)->centre());
    return true;
  }
  void press(platform::KeyName key) {
    const platform::Stroke stroke = platform::KeyPress{.key = key};
    EXPECT_TRUE(layer->take(std::span(&stroke, 1)).empty());
  }
  [[nodiscard]] std::string key_of_stick(const std::string& activity) const {
    return "0" + (folder.path() / "media/STICK/our-pack").string() + "#" + activity;
  }
  [[nodiscard]] std::string key_of_installed(const std::string& activity) const {
    return "2" + (folder.path() / "home/packs/our-pack@1.2.0").string() + "#" + activity;
  }
  [[nodiscard]] std::string key_of_built_in(const std::string& activity) const {
    return "3" + (resources->paths.content / "activities" / (activity + ".json")).string() + "#" + activity;
  }

  content::Folder folder;
  std::unique_ptr<shelf::Keeper> keeper;
  std::unique_ptr<ShelfLayer> layer;
  bool convening_there = false, is_table = false;
  double now_s = 10;
  input::ContactId finger = 100;
  int touches = 0;
};

TEST_F(AShelfOverAWall, GoesFromStickToShelfInThreeTouches) {
  EXPECT_FALSE(layer->sign());
  plug_in_a_stick();
  ASSERT_TRUE(comes([&] { return layer->sign().has_value(); })) << "a sign that a stick is in";
  tap(layer->sign()->rect.centre());
  ASSERT_TRUE(layer->is_open());
  ASSERT_TRUE(tap(key_of_stick("across")));
  ASSERT_TRUE(tap("bring"));
  EXPECT_LE(touches, 4);
  ASSERT_TRUE(comes([&] { return layer->place_of(key_of_installed("across")).has_value(); }));
  EXPECT_TRUE(keeper->listing()->told->brought);
  fs::remove_all(folder.path() / "media/STICK");
  ASSERT_TRUE(comes([&] { return !layer->place_of(key_of_stick("across")).has_value(); }));
  EXPECT_TRUE(layer->place_of(key_of_installed("across")));
}

TEST_F(AShelfOverAWall, ShowsAPacksOwnPicture) {
  content::PackFiles files = content::a_pack();
  files["pack.json"] = content::a_manifest(R"(, "picture": "pictures/cover.jpg")");
  files["pictures/cover.jpg"] =
      std::string("\xFF\xD8\xFF\xC0\x00\x11\x08\x02\x58\x03\x20\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01", 21);
  for (const auto& [name, text] : files) folder.write("elsewhere/our-pack/" + name, text);
  fs::rename(folder.path() / "elsewhere", folder.path() / "media/STICK");
  layer->open();
  ASSERT_TRUE(comes([&] { return layer->place_of(key_of_stick("across")).has_value(); }));
  frame();
  frame();
  EXPECT_GT(red_in(*layer->place_of(key_of_stick("across"))), 0.15F);
  EXPECT_EQ(red_in(*layer->place_of(key_of_built_in("both-sides-of-the-line"))), 0);
  ASSERT_TRUE(tap(key_of_stick("across")));
  frame();
  EXPECT_GT(red_in({0, 0, 1280, 800}), 0.02F) << "and large";
  layer.reset();  // while the wall is drawn on
  (void)draw_frame(wall->wall(), wall->renderer(), wall->engine(), 0.016F);
}

TEST_F(AShelfOverAWall, DisturbsNothingThatRuns) {
  wall->wall().settle_now();
  frame();
  const std::uint64_t before = state_hash(session->convening());
  const station::Feed::Cursor cursor = session->join();
  plug_in_a_stick();
  layer->take_dropped(std::vector<fs::path>{folder.path() / "media/STICK/our-pack"});
  ASSERT_TRUE(comes([&] { return keeper->listing()->told.has_value(); }));
  layer->open();
  ASSERT_TRUE(tap(key_of_installed("places")));
  ASSERT_TRUE(tap("leave"));
  layer->close();
  (void)keeper->remove("our-pack", {1, 2, 0});
  ASSERT_TRUE(comes([&] { return keeper->listing()->told->number == 2; }));
  const station::News news = session->news(cursor);
  EXPECT_TRUE(news.happened.empty() && !news.anew);
  EXPECT_EQ(state_hash(session->convening()), before);
  EXPECT_TRUE(wall->wall().seats().empty());
  EXPECT_FALSE(layer->chosen());
}

TEST_F(AShelfOverAWall, OpensByTwoTouchesInTheCornerAndLeavesSingleOnesAlone) {
  const model::PixelPoint corner{8, 792};
  EXPECT_EQ(tap(corner), 0U);
  EXPECT_FALSE(layer->is_open());
  now_s += 5;
  EXPECT_EQ(tap(corner), 0U);
  EXPECT_FALSE(layer->is_open()) << "the first was too long ago";
  EXPECT_EQ(tap(corner), 0U);
  EXPECT_TRUE(layer->is_open());
  EXPECT_TRUE(tap("close"));
  EXPECT_FALSE(layer->is_open());
  EXPECT_EQ(tap(model::PixelPoint{640, 400}), 2U) << "the wall's own";
}

class AShelfOverATable : public AShelfOverAWall {
 protected:
  AShelfOverATable() { is_table = true; }
  void tap_twice(model::PixelPoint at) {
    tap(at);
    tap(at);
  }
};

TEST_F(AShelfOverATable, IsTurnedToWhoeverTouchesTheCornerAtTheirLeft) {
  struct Seen {
    model::PixelPoint corner, closes_near;  // the button that closes is low and right for whoever reads
  };
  for (const Seen& seen :
       {Seen{{8, 792}, {1280, 800}}, Seen{{1272, 8}, {0, 0}}, Seen{{8, 8}, {0, 800}}, Seen{{1272, 792}, {1280, 0}}}) {
    tap_twice(seen.corner);
    ASSERT_TRUE(layer->is_open());
    frame();
    const auto closes = layer->place_of("close");
    ASSERT_TRUE(closes);
    EXPECT_LT(std::abs(closes->centre().x - seen.closes_near.x), 320) << seen.corner.x << " " << seen.corner.y;
    EXPECT_LT(std::abs(closes->centre().y - seen.closes_near.y), 320) << seen.corner.x << " " << seen.corner.y;
    EXPECT_TRUE(tap("close")) << "where it is seen it is touched";
    EXPECT_FALSE(layer->is_open());
    now_s += 5;
  }
}

TEST_F(AShelfOverATable, TwoCornersAreNoSecondTouch) {
  tap(model::PixelPoint{8, 792});
  tap(model::PixelPoint{1272, 8});
  EXPECT_FALSE(layer->is_open());
}

TEST_F(AShelfOverAWall, HasOneCornerWhereNobodySitsOpposite) {
  tap(model::PixelPoint{1272, 8});
  EXPECT_EQ(tap(model::PixelPoint{1272, 8}), 2U);
  EXPECT_FALSE(layer->is_open());
}

TEST_F(AShelfOverAWall, OpensAndClosesByKeys) {
  press(platform::KeyName::f6);
  EXPECT_TRUE(layer->is_open());
  press(platform::KeyName::escape);
  EXPECT_FALSE(layer->is_open());
}

TEST_F(AShelfOverAWall, LeavesNothingInAHandWhenItOpens) {
  const auto began = layer->take({1, {{7, input::ContactState::began, {640, 400}, 0}}});
  EXPECT_EQ(began.contacts.size(), 1U);
  (void)tap(model::PixelPoint{8, 792});
  now_s += 0.1;
  const auto opened = layer->take({now_s + 0.2, {{9, input::ContactState::began, {8, 792}, 0}}});
  ASSERT_EQ(opened.contacts.size(), 1U);
  EXPECT_EQ(opened.contacts.front().id, 7);
  EXPECT_EQ(opened.contacts.front().state, input::ContactState::cancelled);
}

TEST_F(AShelfOverAWall, BeginsWithWhatIsChosen) {
  layer->open();
  ASSERT_TRUE(tap(key_of_built_in("arrivals")));
  ASSERT_TRUE(tap("begin"));
  ASSERT_TRUE(layer->chosen());
  EXPECT_EQ(layer->chosen()->pack.activity.id, "arrivals");
  EXPECT_FALSE(layer->chosen()->anew);
}

TEST_F(AShelfOverAWall, AsksWhetherToGoOnWhereThereIsAConveningAlready) {
  convening_there = true;
  layer->open();
  ASSERT_TRUE(tap(key_of_built_in("arrivals")));
  ASSERT_TRUE(tap("begin"));
  EXPECT_FALSE(layer->chosen());
  ASSERT_TRUE(tap("anew"));
  ASSERT_TRUE(layer->chosen());
  EXPECT_TRUE(layer->chosen()->anew);
}

TEST_F(AShelfOverAWall, GoesBackToWhatIsOnTheWall) {
  layer->open();
  ASSERT_TRUE(tap(key_of_built_in("both-sides-of-the-line")));
  ASSERT_TRUE(tap("go_on"));
  EXPECT_FALSE(layer->is_open());
  EXPECT_FALSE(layer->chosen());
}

TEST_F(AShelfOverAWall, AsksWhetherAWallOfEarlierIsGoneOnWith) {
  layer->ask_again("2026-11-28 16:40");
  ASSERT_TRUE(comes([&] { return layer->place_of("anew").has_value(); }));
  EXPECT_TRUE(layer->place_of("go_on"));
  EXPECT_FALSE(layer->place_of("leave")) << "one of the two is meant";
  ASSERT_TRUE(tap("anew"));
  ASSERT_TRUE(layer->chosen());
  EXPECT_TRUE(layer->chosen()->anew);
  EXPECT_EQ(layer->chosen()->pack.activity.id, session->pack().activity.id);
}

TEST_F(AShelfOverAWall, GoesOnWithAWallOfEarlierForWhoeverSaysSo) {
  layer->ask_again("2026-11-28 16:40");
  ASSERT_TRUE(tap("go_on"));
  EXPECT_FALSE(layer->is_open());
  EXPECT_FALSE(layer->chosen());
  EXPECT_GT(layer->idle_s(), 60) << "it asks once";
}

TEST_F(AShelfOverAWall, GoesOnWithAWallOfEarlierWhereNobodyIs) {
  layer->ask_again("2026-11-28 16:40");
  ASSERT_TRUE(comes([&] { return layer->is_open(); }));
  for (int second = 0; second < 50; ++second) (void)layer->overlay(1, {});
  EXPECT_TRUE(layer->is_open());
  for (int second = 0; second < 12; ++second) (void)layer->overlay(1, {});
  EXPECT_FALSE(layer->is_open());
  EXPECT_FALSE(layer->chosen());
}

TEST_F(AShelfOverAWall, SaysOnTheWallWhatBecameOfAFileThatWasLetGoOverIt) {
  plug_in_a_stick();
  ASSERT_TRUE(comes([&] { return layer->sign().has_value(); }));
  const std::size_t before = wall->wall().atmosphere().notices.size();
  layer->take_dropped(std::vector<fs::path>{folder.path() / "media/STICK/our-pack"});
  ASSERT_TRUE(comes([&] { return wall->wall().atmosphere().notices.size() > before; }));
}

}  // namespace
}  // namespace greenline::app
