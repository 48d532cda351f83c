// A wall to touch in tests: the built-in activities in any phase, without a window.
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "app/hand_on_wall.h"

namespace greenline::app {

using model::PixelPoint;

class WallTest : public testing::Test {
 protected:
  void open(const std::string& activity, const std::string& phase, WallSetting setting = {.still = true}) {
    auto loaded = load_kit(activity, "dusk");
    ASSERT_TRUE(loaded) << loaded.error();
    kit = std::make_unique<Kit>(std::move(*loaded));
    begin(phase, setting);
  }
  // With the kit as it is now: a test may have changed what its phases allow.
  void begin(const std::string& phase, const WallSetting& setting) {
    hand.reset();
    studio.reset();
    session = std::make_unique<Session>(kit->pack, seeded_sources(1));
    ASSERT_NE(find_phase(kit->pack.activity, phase), nullptr) << phase;
    (void)session->wish(model::EnterPhase{phase});
    auto opened = Studio::open(*kit, *session, setting);
    ASSERT_TRUE(opened) << opened.error();
    studio = std::move(*opened);
    hand = std::make_unique<HandOnWall>(*studio);
    hand->frames(2);
  }
  [[nodiscard]] PixelPoint in(const std::string& region, float x = 0, float y = 0) const {
    return studio->wall().scene().pixel_of({region, {x, y}});
  }
  model::CardId a_card(const std::string& region, const std::string& words, float x = 0, float y = 0) {
    const auto event = studio->wall().wish(model::MakeCard{{words, "en", {}}, {region, {x, y}}}, {});
    EXPECT_TRUE(event);
    hand->frames(60);
    return event ? std::get<model::CardMade>(event->body).card : model::CardId{};
  }
  [[nodiscard]] PixelPoint centre(const model::CardId& card) const { return studio->wall().scene().card(card)->centre; }
  void enter(const std::string& phase) {
    ASSERT_TRUE(studio->wall().wish(model::EnterPhase{phase}, {}));
    hand->frames(5);
  }

  std::unique_ptr<Kit> kit;
  std::unique_ptr<Session> session;
  std::unique_ptr<Studio> studio;
  std::unique_ptr<HandOnWall> hand;
};

}  // namespace greenline::app
