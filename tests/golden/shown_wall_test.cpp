// The wall for the back of the room on glass of five shapes: all of it, and one circle's cards large.
#include <gtest/gtest.h>

#include "app/resources.h"
#include "golden/golden.h"
#include "render/renderer.h"
#include "simulate/simulation.h"
#include "view/shown_wall.h"

namespace greenline {
namespace {

struct Glass {
  int width, height;
};

class GoldenShownWall : public testing::TestWithParam<Glass> {};

TEST_P(GoldenShownWall, LooksAsItDid) {
  const Glass& glass = GetParam();
  auto resources = app::load_resources("both-sides-of-the-line", "dusk");
  ASSERT_TRUE(resources) << resources.error();
  resources->palette.grain = 0;  // it would be half of the file
  const auto tongues = simulate::load_phrases(resources->paths.content / "simulation" / "phrases.json", "en");
  ASSERT_TRUE(tongues) << tongues.error();
  station::Session session(resources->pack, station::seeded_sources(1));
  ASSERT_TRUE(simulate::play(session, *tongues, {1, 48, "across"}));
  text::Engine engine;
  view::ShownWall wall(session, engine, resources->strings);
  wall.resize({.width = static_cast<float>(glass.width),
               .height = static_cast<float>(glass.height),
               .pixels_per_mm = 0.8F,
               .legible_px = 6,
               .still = true});
  render::Renderer renderer = render::Renderer::by_hand();
  renderer.set_palette(resources->palette);
  const auto picture = [&] {
    (void)wall.follow();
    for (int i = 0; i < 100 && wall.advance(0.5F); ++i) {}
    wall.scene().settle_now(session.convening());
    for (int i = 0; i < 100 && wall.advance(0.5F); ++i) {}
    render::Atmosphere air;
    air.dusk = 0.6F;
    (void)renderer.draw(wall.scene(), engine, {}, air);
    render::Picture taken{renderer.width(), renderer.height(), {}};
    renderer.read_pixels(taken.rgba);
    return taken;
  };
  const std::string name = "shown-" + std::to_string(glass.width) + "x" + std::to_string(glass.height);
  expect_as_it_was(name + "-all", picture(), picture::small);
  ASSERT_TRUE(session.submit(model::ShowOnWalls{model::RegionEnd{"identity"}}, model::the_host));
  expect_as_it_was(name + "-circle", picture(), picture::small);
}

INSTANTIATE_TEST_SUITE_P(OfFiveShapes, GoldenShownWall,
                         testing::Values(Glass{800, 600}, Glass{800, 500}, Glass{960, 540}, Glass{1050, 450}, Glass{450, 800}),
                         [](const auto& of) { return std::to_string(of.param.width) + "x" + std::to_string(of.param.height); });

}  // namespace
}  // namespace greenline
