// Before the shelf opens and before a wall is left, its host's number is asked for; nothing that people do gets by.
#include "app/pin_layer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "app/running.h"

namespace greenline::app {
namespace {

using namespace std::chrono_literals;
using platform::KeyName;
using platform::KeyPress;
using platform::Stroke;
using platform::Typed;

class AKiosk : public OverAWall {
 protected:
  void SetUp() override {
    OverAWall::SetUp();
    if (HasFatalFailure()) return;
    open_wall(3.6F);
    layer = std::make_unique<PinLayer>(around(), *hash_of_pin("4711"));
  }
  [[nodiscard]] PinLayer::Around around() {
    return {wall->wall().seats().host_context(),
            [this] { return screen_of(wall->wall().setting()); },
            wall->engine(),
            resources->strings,
            resources->palette,
            resources->keyboards,
            wall->wall().room_keys(),
            {}};
  }
  std::vector<Stroke> strike(const Stroke& stroke) { return layer->take(std::span(&stroke, 1), now_s += 0.1); }
  void type(const std::string& digits) {
    for (const char digit : digits) EXPECT_TRUE(strike(Typed{static_cast<char32_t>(digit)}).empty());
  }
  std::size_t touch(input::ContactId finger, input::ContactState state, model::PixelPoint at) {
    return layer->take({now_s += 0.1, {{finger, state, at, 0}}}).contacts.size();
  }
  std::size_t tap(model::PixelPoint at) {
    ++fingers;
    const std::size_t passed = touch(fingers, input::ContactState::began, at);
    return passed + touch(fingers, input::ContactState::ended, at);
  }
  void push(const std::string& key) {
    ASSERT_TRUE(layer->place_of(key)) << key;
    EXPECT_EQ(tap(layer->place_of(key)->centre()), 0U) << key;
  }
  // What comes of the number that was given.
  std::optional<PinLayer::For> judged() {
    for (int i = 0; i < 500; ++i) {
      if (const auto granted = layer->granted(now_s)) return granted;
      std::this_thread::sleep_for(2ms);
      if (i > 100 && !layer->is_open()) break;
    }
    return std::nullopt;
  }
  [[nodiscard]] bool draws() { return layer->overlay(0.016F, {}, now_s).has_value(); }
  static Stroke leaving() { return KeyPress{.letter = 'q', .control = true, .shift = true}; }

  std::unique_ptr<PinLayer> layer;
  double now_s = 100;
  input::ContactId fingers = 0;
};

TEST_F(AKiosk, IsLeftOnlyByWhoKnowsItsNumber) {
  EXPECT_TRUE(strike(leaving()).empty()) << "it does not reach the wall";
  ASSERT_TRUE(layer->is_open());
  EXPECT_TRUE(draws());
  type("4712");
  (void)strike(KeyPress{.key = KeyName::enter});
  EXPECT_EQ(judged(), std::nullopt);
  ASSERT_TRUE(layer->is_open()) << "one may try again";
  type("4711");
  (void)strike(KeyPress{.key = KeyName::enter});
  EXPECT_EQ(judged(), PinLayer::For::leaving);
  EXPECT_FALSE(layer->is_open());
}

TEST_F(AKiosk, TakesItsNumberFromFingersForTheShelf) {
  layer->ask(PinLayer::For::the_shelf, ui::Side::below, now_s);
  for (const char* key : {"4", "7", "1", "2", "erase", "1", "enter"}) push(key);
  EXPECT_EQ(judged(), PinLayer::For::the_shelf);
}

TEST_F(AKiosk, LetsNothingThroughWhileItAsks) {
  const model::PixelPoint somewhere{200, 300};
  EXPECT_EQ(touch(50, input::ContactState::began, somewhere), 1U) << "a card in a hand";
  layer->ask(PinLayer::For::the_shelf, ui::Side::below, now_s);
  const auto rest = layer->take({now_s, {{50, input::ContactState::moved, somewhere, 0}}});
  ASSERT_EQ(rest.contacts.size(), 1U);
  EXPECT_EQ(rest.contacts[0].state, input::ContactState::cancelled) << "stays in no hand";
  EXPECT_EQ(touch(50, input::ContactState::ended, somewhere), 0U);
  EXPECT_EQ(tap(somewhere), 0U);
  EXPECT_TRUE(strike(Typed{U'x'}).empty());
  EXPECT_TRUE(strike(KeyPress{.key = KeyName::f6}).empty());
  EXPECT_EQ(strike(KeyPress{.key = KeyName::page_down}).size(), 1U) << "the host's clicker goes on";
}

TEST_F(AKiosk, GoesBackToTheWallWhenNobodyGivesANumber) {
  layer->ask(PinLayer::For::leaving, ui::Side::below, now_s);
  push("leave");
  EXPECT_FALSE(layer->is_open());
  EXPECT_FALSE(draws());
  layer->ask(PinLayer::For::leaving, ui::Side::below, now_s);
  now_s += 31;
  EXPECT_EQ(layer->granted(now_s), std::nullopt);
  EXPECT_FALSE(layer->is_open()) << "whoever asked has gone";
  EXPECT_EQ(tap({200, 300}), 2U);
}

TEST_F(AKiosk, SlowsWhoeverGuesses) {
  layer->ask(PinLayer::For::leaving, ui::Side::below, now_s);
  for (int i = 0; i < 3; ++i) {
    type("0000");
    (void)strike(KeyPress{.key = KeyName::enter});
    EXPECT_EQ(judged(), std::nullopt);
  }
  EXPECT_TRUE(draws());  // it says so from here on
  type("4711");
  (void)strike(KeyPress{.key = KeyName::enter});
  EXPECT_EQ(judged(), std::nullopt) << "also the right one waits";
  layer->ask(PinLayer::For::leaving, ui::Side::below, now_s);
  type("4711");
  (void)strike(KeyPress{.key = KeyName::enter});
  EXPECT_EQ(judged(), std::nullopt) << "asking anew does not shorten it";
  now_s += 12;
  layer->ask(PinLayer::For::leaving, ui::Side::below, now_s);
  EXPECT_TRUE(draws());
  type("4711");
  (void)strike(KeyPress{.key = KeyName::enter});
  EXPECT_EQ(judged(), PinLayer::For::leaving);
}

TEST_F(AKiosk, WithoutANumberAsksNothing) {
  layer = std::make_unique<PinLayer>(around(), std::nullopt);
  EXPECT_EQ(strike(leaving()).size(), 1U);
  layer->ask(PinLayer::For::the_shelf, ui::Side::below, now_s);
  EXPECT_FALSE(layer->is_open());
}

TEST_F(AKiosk, WhoseNumberIsUnreadableIsLeftByNobodyInIt) {
  layer = std::make_unique<PinLayer>(around(), "unreadable");
  (void)strike(leaving());
  type("4711");
  (void)strike(KeyPress{.key = KeyName::enter});
  EXPECT_EQ(judged(), std::nullopt);
}

}  // namespace
}  // namespace greenline::app
