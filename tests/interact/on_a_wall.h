// A wall to touch in tests: the built-in activities in any phase, without a window.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "interact/hand_on_wall.h"

namespace greenline::interact {

using model::PixelPoint;

// Each is read once, and lent as a copy.
inline tl::expected<app::Resources, std::string> resources_of(const std::string& activity) {
  static std::map<std::string, app::Resources> read;
  if (const auto known = read.find(activity); known != read.end()) return known->second;
  auto loaded = app::load_resources(activity, "dusk");
  if (!loaded) return loaded;
  return read.emplace(activity, *std::move(loaded)).first->second;
}

class WallTest : public testing::Test {
 protected:
  void open(const std::string& activity, const std::string& phase, view::WallSetting setting = {.still = true}) {
    auto loaded = resources_of(activity);
    ASSERT_TRUE(loaded) << loaded.error();
    resources = std::make_unique<app::Resources>(std::move(*loaded));
    begin(phase, setting);
  }
  // With the resources as they are now: a test may have changed what its phases allow.
  void begin(const std::string& phase, const view::WallSetting& setting) {
    hand.reset();
    offscreen.reset();
    session = std::make_unique<station::Session>(resources->pack, station::seeded_sources(1));
    ASSERT_NE(find_phase(resources->pack.activity, phase), nullptr) << phase;
    (void)session->submit(model::EnterPhase{phase}, model::the_host);
    auto opened = app::OffscreenWall::open(*resources, *session, setting, render::Detail::cheap);
    ASSERT_TRUE(opened) << opened.error();
    offscreen = std::move(*opened);
    hand = std::make_unique<HandOnWall>(*offscreen);
    hand->frames(2);
  }
  [[nodiscard]] PixelPoint in(const std::string& region, float x = 0, float y = 0) const {
    return offscreen->wall().scene().pixel_of({region, {x, y}});
  }
  model::CardId a_card(const std::string& region, const std::string& words, float x = 0, float y = 0) {
    const auto event = offscreen->wall().request(model::MakeCard{{words, "en", {}}, {region, {x, y}}}, {});
    EXPECT_TRUE(event);
    hand->frames(60);
    return event ? std::get<model::CardMade>(event->body).card : model::CardId{};
  }
  [[nodiscard]] PixelPoint centre(const model::CardId& card) const { return offscreen->wall().scene().card(card)->centre; }
  void enter(const std::string& phase) {
    ASSERT_TRUE(offscreen->wall().request(model::EnterPhase{phase}, {}, model::the_host));
    hand->frames(5);
  }
  void enter_one_that_allows(model::Verb verb) {
    const auto& phases = resources->pack.activity.phases;
    const auto allows = [&](const content::Phase& phase) { return phase.rules.touch && phase.rules.verbs.contains(verb); };
    const auto found = std::ranges::find_if(phases, allows);
    ASSERT_NE(found, phases.end());
    enter(found->id);
  }

  // A press of its own, long after the last.
  void host(HostKey key) { offscreen->wall().host({key, pressed_s += 10}); }

  double pressed_s = 0;
  std::unique_ptr<app::Resources> resources;
  std::unique_ptr<station::Session> session;
  std::unique_ptr<app::OffscreenWall> offscreen;
  std::unique_ptr<HandOnWall> hand;
};

}  // namespace greenline::interact
