// Both canvases as the room sees them, wide and tall, empty and full, compared with pictures that somebody looked at.
// To change them on purpose: scripts/update-golden, then look at what changed.
#include <gtest/gtest.h>

#include "app/offscreen_wall.h"
#include "app/resources.h"
#include "golden/golden.h"
#include "simulate/simulation.h"

namespace greenline {
namespace {

struct Golden {
  const char* activity;
  const char* phase;
  int width, height, cards;
  const char* palette;
};

std::string name_of(const Golden& golden) {
  return std::string(golden.activity) + "-" + std::to_string(golden.width) + "x" + std::to_string(golden.height) + "-" +
         std::to_string(golden.cards) + "-" + golden.palette;
}

class GoldenPicture : public testing::TestWithParam<Golden> {};

TEST_P(GoldenPicture, LooksAsItDid) {
  const Golden& golden = GetParam();
  auto resources = app::load_resources(golden.activity, golden.palette);
  ASSERT_TRUE(resources) << resources.error();
  station::Session session(resources->pack, station::seeded_sources(1));
  auto phrases = simulate::load_phrases(resources->paths.content / "simulation" / "phrases.json", "en");
  ASSERT_TRUE(phrases) << phrases.error();
  if (golden.cards > 0) {
    ASSERT_TRUE(simulate::play(session, *phrases, {1, golden.cards, golden.phase}));
  }
  view::WallSetting setting;
  setting.width = static_cast<float>(golden.width);
  setting.height = static_cast<float>(golden.height);
  auto offscreen = app::OffscreenWall::open(*resources, session, setting);
  ASSERT_TRUE(offscreen) << offscreen.error();
  expect_as_it_was(name_of(golden), (*offscreen)->picture().value());
}

INSTANTIATE_TEST_SUITE_P(BothCanvases, GoldenPicture,
                         testing::Values(Golden{"both-sides-of-the-line", "across", 1920, 1080, 0, "dusk"},
                                         Golden{"both-sides-of-the-line", "across", 1920, 1080, 5, "dusk"},
                                         Golden{"both-sides-of-the-line", "across", 1920, 1080, 60, "dusk"},
                                         Golden{"both-sides-of-the-line", "across", 1920, 1080, 60, "daylight"},
                                         Golden{"both-sides-of-the-line", "across", 1920, 1080, 60, "high-contrast"},
                                         Golden{"both-sides-of-the-line", "across", 1920, 1080, 500, "dusk"},
                                         Golden{"both-sides-of-the-line", "across", 1080, 1920, 0, "dusk"},
                                         Golden{"both-sides-of-the-line", "across", 1080, 1920, 5, "dusk"},
                                         Golden{"both-sides-of-the-line", "across", 1080, 1920, 60, "dusk"},
                                         Golden{"both-sides-of-the-line", "across", 1080, 1920, 500, "dusk"},
                                         Golden{"finding-our-place", "crossings", 1920, 1080, 0, "dusk"},
                                         Golden{"finding-our-place", "crossings", 1920, 1080, 5, "dusk"},
                                         Golden{"finding-our-place", "crossings", 1920, 1080, 60, "dusk"},
                                         Golden{"finding-our-place", "crossings", 1920, 1080, 60, "daylight"},
                                         Golden{"finding-our-place", "crossings", 1920, 1080, 60, "high-contrast"},
                                         Golden{"finding-our-place", "crossings", 1920, 1080, 500, "dusk"},
                                         Golden{"finding-our-place", "crossings", 1080, 1920, 0, "dusk"},
                                         Golden{"finding-our-place", "crossings", 1080, 1920, 5, "dusk"},
                                         Golden{"finding-our-place", "crossings", 1080, 1920, 60, "dusk"},
                                         Golden{"finding-our-place", "crossings", 1080, 1920, 500, "dusk"}),
                         [](const testing::TestParamInfo<Golden>& picture) { return as_test_name(name_of(picture.param)); });

}  // namespace
}  // namespace greenline
