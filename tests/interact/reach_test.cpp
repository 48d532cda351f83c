// Where seats stand for whoever touches the wall, anywhere, alone or one after another.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "app/resources.h"
#include "interact/wall.h"
#include "ui/measures.h"
#include "ui/place_seat.h"

namespace greenline::interact {
namespace {

struct ReachGlass {
  const char* what;
  float width, height;
  model::PixelsPerMm pixels_per_mm;
};
constexpr ReachGlass reach_glasses[] = {
    {"24 inches", 1920, 1080, 3.6F}, {"55 inches", 1920, 1080, 1.58F}, {"86 inches", 3840, 2160, 2.02F}};
struct Play {
  const char *activity, *phase;
};

class WithinReach : public testing::TestWithParam<Play> {
 protected:
  void open(const ReachGlass& glass) {
    wall.reset();
    last = 0;
    auto loaded = app::load_resources(GetParam().activity, "dusk");
    ASSERT_TRUE(loaded) << loaded.error();
    resources = std::make_unique<app::Resources>(std::move(*loaded));
    session = std::make_unique<station::Session>(resources->pack, station::seeded_sources(1));
    (void)session->submit(model::EnterPhase{GetParam().phase}, model::the_host);
    const view::WallSetting setting{.width = glass.width,
                                    .height = glass.height,
                                    .pixels_per_mm = glass.pixels_per_mm,
                                    .legible_px = std::max(12.0F, 3.5F * glass.pixels_per_mm),
                                    .still = true};
    wall.emplace(*session, engine, resources->strings, resources->keyboards, resources->palette, setting);
    frames(2);
  }
  void frames(int count) {
    for (int i = 0; i < count; ++i) (void)wall->advance(1.0F / 60);
  }
  // The seat that a tap there opens; 0: none.
  int tap(PixelPoint at) {
    const int before = last;
    for (const auto state : {input::ContactState::began, input::ContactState::ended}) {
      wall->touch({now_s += 0.02, {{contact, state, at, 0}}});
      frames(1);
    }
    ++contact;
    frames(2);
    while (wall->seats().rect_of(last + 1)) ++last;
    return last > before ? last : 0;
  }
  void leave_all() {
    for (int id = 1; id <= last; ++id) wall->seats().close(id);
    wall->scene().bring_near(session->convening(), {});
    frames(3);
  }
  [[nodiscard]] std::vector<model::PixelRect> standing(int but) {
    std::vector<model::PixelRect> rects;
    for (int id = 1; id <= last; ++id)
      if (const auto rect = wall->seats().rect_of(id); rect && id != but) rects.push_back(*rect);
    return rects;
  }

  // Of all seats that were opened.
  int opened = 0, waited = 0, far = 0, over_own_name = 0;
  void look_at(PixelPoint at) {
    const scene::RegionView* region = wall->scene().region_at(at);
    const std::string id = region != nullptr ? region->id : std::string();
    const int seat = tap(at);
    if (seat == 0) return;
    ++opened;
    const model::PixelRect rect = *wall->seats().rect_of(seat);
    for (const model::PixelRect& other : standing(seat)) EXPECT_FALSE(rect.touches(other));
    if (wall->seats().waiting(seat)) return void(++waited);
    EXPECT_FALSE(rect.touches(wall->scene().backdrop().prompt.zone)) << at.x << ' ' << at.y;
    const view::WallSetting& setting = wall->setting();
    const float reach = ui::reach_px(
        {.width = setting.width, .height = setting.height, .pixels_per_mm = setting.pixels_per_mm, .languages = {}});
    far += ui::is_within_reach(rect, at, reach) ? 0 : 1;
    // Where the wall stands now: it may have given way.
    for (const scene::RegionView& one : wall->scene().backdrop().regions)
      over_own_name += one.id == id && rect.touches(wall->scene().camera()(one.label_zone)) ? 1 : 0;
  }
  void tell(const char* what) const {
    std::cout << GetParam().activity << ", " << what << ": " << opened << " seats, " << waited << " waited, " << far
              << " out of reach, " << over_own_name << " over their own region's name\n";
  }

  text::Engine engine{text::Purpose::to_measure};
  std::unique_ptr<app::Resources> resources;
  std::unique_ptr<station::Session> session;
  std::optional<Wall> wall;
  int last = 0;
  input::ContactId contact = 1;
  double now_s = 0;
};

TEST_P(WithinReach, ASeatThatIsOpenedAnywhereStandsAtHandAndCoversNeitherThePromptNorItsRegionsName) {
  for (const ReachGlass& glass : reach_glasses) {
    open(glass);
    opened = waited = far = over_own_name = 0;
    for (const float across : {0.03F, 0.2F, 0.37F, 0.5F, 0.63F, 0.8F, 0.97F})
      for (const float down : {0.17F, 0.4F, 0.6F, 0.8F, 0.97F}) {
        look_at({across * glass.width, down * glass.height});
        leave_all();
      }
    tell(glass.what);
    EXPECT_GT(opened, 20);
    EXPECT_EQ(waited, 0) << glass.what;
    EXPECT_EQ(far, 0) << glass.what;
    EXPECT_EQ(over_own_name, 0) << glass.what;
  }
}

TEST_P(WithinReach, SixPeopleOneAfterAnotherDoToo) {
  for (const ReachGlass& glass : reach_glasses) {
    open(glass);
    opened = waited = far = over_own_name = 0;
    std::mt19937 random(7);
    for (int round = 0; round < 6; ++round) {
      for (int person = 0; person < 6; ++person) {
        const float across = static_cast<float>(random() % 97 + 2) / 100, down = static_cast<float>(random() % 83 + 15) / 100;
        const PixelPoint at{across * glass.width, down * glass.height};
        if (!wall->seats().seat_at(at)) look_at(at);
      }
      leave_all();
    }
    tell(glass.what);
    // A kiosk of 24 inches does not hold six at hand wherever they touch.
    EXPECT_LE(far, glass.pixels_per_mm > 3 ? 2 : 0) << glass.what;
    EXPECT_LE(over_own_name, opened / 4) << glass.what << ": where both cannot be, it is at hand";
  }
}

INSTANTIATE_TEST_SUITE_P(On, WithinReach,
                         testing::Values(Play{"both-sides-of-the-line", "name"}, Play{"what-this-plan-rests-on", "under-it"},
                                         Play{"finding-our-place", "what-is-stirring"}));

}  // namespace
}  // namespace greenline::interact
