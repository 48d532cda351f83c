// A convening that runs, and a wall that shows it: what is laid over a wall, or told beside one, is tried there.
#pragma once
#include <gtest/gtest.h>

#include <memory>

#include "app/offscreen_wall.h"
#include "app/resources.h"

namespace greenline::app {

// Of "both sides of the line"; the test is its clock.
class WithAConvening : public testing::Test {
 protected:
  void SetUp() override {
    auto loaded = load_resources("both-sides-of-the-line", "dusk");
    ASSERT_TRUE(loaded) << loaded.error();
    resources = std::make_unique<Resources>(*std::move(loaded));
    station::Sources sources = station::seeded_sources(1);
    sources.steady = [this] { return model::SteadyInstant{{1}, now_ms}; };
    session = std::make_unique<station::Session>(resources->pack, std::move(sources));
  }
  std::int64_t now_ms = 1000;
  std::unique_ptr<Resources> resources;
  std::unique_ptr<station::Session> session;
};

class OverAWall : public WithAConvening {
 protected:
  void open_wall(float pixels_per_mm, bool is_table = false) {
    view::WallSetting setting;
    setting.width = 1280;
    setting.height = 800;
    setting.pixels_per_mm = pixels_per_mm;
    setting.table = is_table;
    auto opened = OffscreenWall::open(*resources, *session, setting);
    ASSERT_TRUE(opened) << opened.error();
    wall = std::move(*opened);
  }
  std::unique_ptr<OffscreenWall> wall;
};

}  // namespace greenline::app
