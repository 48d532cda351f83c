// Every shipped activity in its busiest phase, as simulated people leave it: a wall made smaller, like one in all else.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "app/offscreen_wall.h"
#include "app/resources.h"
#include "golden/golden.h"
#include "places.h"
#include "simulate/simulation.h"

namespace greenline {
namespace {

constexpr int cards_in_all = 36;
constexpr float made_smaller = 0.4F;  // than 1920 by 1080, and than what is legible there

station::Session played(const content::Pack& pack, const simulate::Tongues& tongues, const std::string& until) {
  station::Session session(pack, station::seeded_sources(1));
  EXPECT_TRUE(simulate::play(session, tongues, {1, cards_in_all, until}));
  return session;
}

// The phase that lets hands do most with most cards; of several, the last.
std::string busiest_phase(const content::Pack& pack, const simulate::Tongues& tongues) {
  std::string busiest;
  std::size_t most = 0;
  for (const content::Phase& phase : pack.activity.phases) {
    if (!phase.rules.touch) continue;
    const auto& there = played(pack, tongues, phase.id).convening().cards;
    const auto seen = std::ranges::count_if(there, [](const auto& card) { return present(card.second); });
    const std::size_t busy = phase.rules.verbs.size() * static_cast<std::size_t>(seen);
    if (busy >= most) busiest = phase.id;
    most = std::max(most, busy);
  }
  return busiest;
}

class GoldenActivity : public testing::TestWithParam<std::string> {};

TEST_P(GoldenActivity, LooksAsItDidInItsBusiestPhase) {
  auto resources = app::load_resources(GetParam(), "dusk");
  ASSERT_TRUE(resources) << resources.error();
  resources->palette.grain = 0;  // it would be half of the file
  const auto tongues = simulate::load_phrases(resources->paths.content / "simulation" / "phrases.json", {"en"});
  ASSERT_TRUE(tongues) << tongues.error();
  const std::string phase = busiest_phase(resources->pack, *tongues);
  RecordProperty("phase", phase);
  station::Session session = played(resources->pack, *tongues, phase);
  view::WallSetting setting;
  setting.width *= made_smaller;
  setting.height *= made_smaller;
  setting.pixels_per_mm *= made_smaller;
  setting.legible_px *= made_smaller;
  auto offscreen = app::OffscreenWall::open(*resources, session, setting);
  ASSERT_TRUE(offscreen) << offscreen.error();
  expect_as_it_was("activity-" + GetParam(), (*offscreen)->picture().value(), picture::small);
}

INSTANTIATE_TEST_SUITE_P(Shipped, GoldenActivity, testing::ValuesIn(content::activity_names(source_folder() / "content")),
                         [](const auto& activity) { return as_test_name(activity.param); });

}  // namespace
}  // namespace greenline
