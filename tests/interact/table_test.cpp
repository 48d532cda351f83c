// People round a table, wherever they sit down.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iterator>
#include <random>

#include "interact/on_a_wall.h"
#include "thorough.h"

namespace greenline::interact {
namespace {

constexpr float table_width = 1920, table_height = 1080;
const view::WallSetting large_table{
    .width = table_width, .height = table_height, .pixels_per_mm = 1.58F, .still = true, .table = true};

class RoundATable : public WallTest {
 protected:
  [[nodiscard]] interact::Wall& wall() const { return offscreen->wall(); }
  [[nodiscard]] bool hidden(const model::PixelRect& rect) const {
    return std::ranges::any_of(wall().seats().rects(), [&](const auto& seat) { return seat.touches(rect.grown(-1)); });
  }
  // So many cards anywhere, then so many people, each touching the ground somewhere.
  void fill(std::mt19937& random, int cards) {
    constexpr const char* said[] = {"Proud of the shop wing", "The referral form is nine pages, in one language",
                                    "Two buildings", "Bells every forty-two minutes, whatever is being said", "we ask"};
    std::vector<std::string> regions;
    for (const scene::RegionView& region : wall().scene().backdrop().regions) regions.push_back(region.id);
    std::uniform_real_distribution<float> anywhere(-0.7F, 0.7F);
    for (int i = 0; i < cards; ++i) {
      const float x = anywhere(random), y = anywhere(random);
      (void)a_card(regions[random() % regions.size()], said[random() % std::size(said)], x, y);
    }
  }
  void sit_down(std::mt19937& random, std::size_t people) {
    std::uniform_real_distribution<float> across(10, table_width - 10), down(10, table_height - 10);
    for (int i = 0; i < 400 && wall().seats().rects().size() < people; ++i) {
      const float x = across(random), y = down(random);
      const PixelPoint at{x, y};
      const bool free = wall().scene().region_at(at) != nullptr && !wall().seats().seat_at(at) &&
                        !wall().scene().named_at(at) && std::holds_alternative<input::OnGround>(wall().scene().hit(at));
      if (free) hand->tap(at);
    }
    hand->frames(20);
  }
  [[nodiscard]] std::vector<std::string> names_lost() const {
    std::vector<std::string> lost;
    for (const scene::RegionView& region : wall().scene().backdrop().regions)
      if (hidden(region.name.rect()) && (!region.turned_name.block || hidden(region.turned_name.rect())))
        lost.push_back(region.id);
    return lost;
  }
};

TEST_F(RoundATable, WhereverSixSitDownEachNameIsLeftToBeReadFromOneSide) {
  std::random_device any;
  const char* again = std::getenv("GREENLINE_TABLE_SEED");
  for (int round = by_day_or_night(6, 100); round > 0; --round) {
    const unsigned seed = again != nullptr ? static_cast<unsigned>(std::atoll(again)) : any();
    SCOPED_TRACE("GREENLINE_TABLE_SEED=" + std::to_string(seed));
    std::mt19937 random(seed);
    open("both-sides-of-the-line", "name", large_table);
    fill(random, static_cast<int>(random() % 25));
    sit_down(random, 6);
    EXPECT_EQ(wall().seats().rects().size(), 6U);
    EXPECT_EQ(names_lost(), std::vector<std::string>());
  }
}

}  // namespace
}  // namespace greenline::interact
