// A quiet key at the touched wall that tells the host: a few choices, one message, and nothing of it on the wall's canvas.
#include "app/call_layer.h"

#include <gtest/gtest.h>

#include <memory>

#include "app/running.h"

namespace greenline::app {
namespace {

class AWallThatAsks : public OverAWall {
 protected:
  void SetUp() override {
    OverAWall::SetUp();
    if (HasFatalFailure()) return;
    open_wall(3.6F);
    layer = std::make_unique<CallLayer>(CallLayer::Around{wall->wall(), wall->engine(), resources->strings, resources->palette,
                                                          resources->keyboards, desk, [this] { return heard; }});
  }
  std::size_t touch(input::ContactState state, model::PixelPoint at) {
    return layer->take({now_s += 0.1, {{fingers, state, at, 0}}}).contacts.size();
  }
  std::size_t tap(model::PixelPoint at) {
    ++fingers;
    const std::size_t passed = touch(input::ContactState::began, at);
    return passed + touch(input::ContactState::ended, at);
  }
  void open() {
    ASSERT_TRUE(layer->sign(now_s));
    EXPECT_EQ(tap(layer->sign(now_s)->rect.centre()), 0U);
    ASSERT_TRUE(layer->is_open());
  }
  void push(const std::string& key) {
    ASSERT_TRUE(layer->place_of(key)) << key;
    EXPECT_EQ(tap(layer->place_of(key)->centre()), 0U) << "it does not reach the wall";
  }
  bool heard = true;
  HostDesk desk{.consoles = 1};
  std::unique_ptr<CallLayer> layer;
  double now_s = 100;
  input::ContactId fingers = 0;
};

TEST_F(AWallThatAsks, TellsTheHostWhatIsWantedAndNothingOfItIsKept) {
  const std::uint64_t before = state_hash(session->convening());
  open();
  EXPECT_TRUE(layer->overlay(0.016F, {}, now_s));
  push("question");
  EXPECT_FALSE(layer->is_open());
  EXPECT_TRUE(desk.call.what().contains(CallFor::question));
  EXPECT_EQ(state_hash(session->convening()), before);
  EXPECT_TRUE(session->convening().cards.empty());
}

TEST_F(AWallThatAsks, OffersNothingWhereNoConsoleWouldShowIt) {
  heard = false;
  EXPECT_FALSE(layer->sign(now_s));
  const model::PixelPoint corner{1270, 790};
  EXPECT_EQ(tap(corner), 2U) << "the wall's";
}

TEST_F(AWallThatAsks, SaysWhetherTheHostKnowsAndComes) {
  const float help = layer->sign(now_s)->rect.width();
  open();
  push("broken");
  EXPECT_GT(layer->sign(now_s)->rect.width(), help);
  const auto known = layer->sign(now_s)->rect;
  EXPECT_TRUE(desk.press("coming", now_s));
  EXPECT_NE(layer->sign(now_s)->rect, known);
  EXPECT_TRUE(desk.press("done", now_s));
  EXPECT_FALSE(layer->sign(now_s)) << "quiet for a while";
  now_s += Call::quiet_s + 1;
  EXPECT_EQ(layer->sign(now_s)->rect.width(), help);
}

TEST_F(AWallThatAsks, MakesOneMessageOfFortyTouches) {
  for (int i = 0; i < 40; ++i) {
    open();
    push("somebody");
  }
  EXPECT_EQ(desk.changes, 1U);
}

TEST_F(AWallThatAsks, LeavesTheWallToTheOthers) {
  open();
  EXPECT_EQ(tap({200, 300}), 2U);
  EXPECT_TRUE(layer->is_open());
  push("leave");
  EXPECT_FALSE(layer->is_open());
  EXPECT_EQ(desk.call.state(), Call::State::none);
}

TEST_F(AWallThatAsks, ClosesWhenNobodyAnswers) {
  open();
  EXPECT_TRUE(layer->overlay(0.016F, {}, now_s));
  EXPECT_FALSE(layer->overlay(0.016F, {}, now_s + 21));
  EXPECT_FALSE(layer->is_open());
}

TEST_F(AWallThatAsks, TakesNoLongTouchInTheCornerForOne) {
  ++fingers;
  const model::PixelPoint key = layer->sign(now_s)->rect.centre();
  EXPECT_EQ(touch(input::ContactState::began, key), 0U);
  now_s += 2;
  EXPECT_EQ(touch(input::ContactState::ended, key), 0U);
  EXPECT_FALSE(layer->is_open());
}

TEST_F(AWallThatAsks, IsDarkWithTheWall) {
  open();
  ASSERT_TRUE(session->submit(model::RestWall{true}, model::the_host));
  wall->wall().settle_now();
  EXPECT_FALSE(layer->sign(now_s));
  EXPECT_FALSE(layer->overlay(0.016F, {}, now_s));
}

}  // namespace
}  // namespace greenline::app
