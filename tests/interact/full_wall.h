// A wall that is full, and people who sit down at it wherever there is ground.
#pragma once
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "interact/on_a_wall.h"

namespace greenline::interact {

class AFullWall : public WallTest {
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
      const std::string region = regions.empty() ? std::string() : regions[random() % regions.size()];
      ASSERT_TRUE(wall().request(model::MakeCard{{said[random() % std::size(said)], "en", {}}, {region, {x, y}}}, {}));
    }
    hand->frames(60);
  }
  void sit_down(std::mt19937& random, std::size_t people) {
    const view::WallSetting& glass = wall().setting();
    std::uniform_real_distribution<float> across(10, glass.width - 10), down(10, glass.height - 10);
    const bool has_regions = !wall().scene().backdrop().regions.empty();
    for (int i = 0; i < 400 && wall().seats().rects().size() < people; ++i) {
      const float x = across(random), y = down(random);
      const PixelPoint at{x, y};
      const bool free = (!has_regions || wall().scene().region_at(at) != nullptr) && !wall().seats().seat_at(at) &&
                        !wall().scene().named_at(at) && std::holds_alternative<input::OnGround>(wall().scene().hit(at));
      if (free) hand->tap(at);
    }
    hand->frames(60);
  }
};

}  // namespace greenline::interact
