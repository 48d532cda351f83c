// What windows show of one convening: each its own picture of it, each at its own pace.
#include "view/view.h"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "app/resources.h"
#include "station/session.h"
#include "station/sources.h"

namespace greenline::view {
namespace {

class Views : public testing::Test {
 protected:
  Views() {
    auto loaded = app::load_resources("both-sides-of-the-line", "dusk");
    if (!loaded) throw std::runtime_error(loaded.error());
    resources = std::make_unique<app::Resources>(std::move(*loaded));
    session = std::make_unique<station::Session>(resources->pack, station::seeded_sources(1));
    (void)session->submit(model::EnterPhase{"name"}, model::the_host);
    wide = std::make_unique<View>(*session, engines[0], resources->strings);
    small = std::make_unique<View>(*session, engines[1], resources->strings);
    wide->resize({.width = 1920, .height = 1080, .still = true});
    small->resize({.width = 1280, .height = 800, .still = true});
  }
  model::CardId a_card(const std::string& words) {
    const auto event = session->submit(model::MakeCard{{words, "en", {}}, {"identity", {0, 0}}}, model::at_seat(1));
    return event ? std::get<model::CardMade>(event->body).card : model::CardId{};
  }
  std::unique_ptr<app::Resources> resources;
  std::unique_ptr<station::Session> session;
  text::Engine engines[2];
  std::unique_ptr<View> wide, small;
};

TEST_F(Views, ShowACardEachWhenItNextLooks) {
  const model::CardId card = a_card("a harbour");
  EXPECT_EQ(wide->scene().card(card), nullptr);
  EXPECT_TRUE(wide->follow().happened);
  EXPECT_NE(wide->scene().card(card), nullptr);
  EXPECT_EQ(small->scene().card(card), nullptr) << "it has not looked yet";
  EXPECT_TRUE(small->follow().happened);
  EXPECT_NE(small->scene().card(card), nullptr);
  EXPECT_FALSE(small->follow().any) << "nothing since";
}

TEST_F(Views, FollowThePhase) {
  (void)session->submit(model::EnterPhase{"across"}, model::the_host);
  (void)wide->follow();
  EXPECT_EQ(wide->scene().stage().phase, "across");
  EXPECT_EQ(small->scene().stage().phase, "name");
  (void)small->follow();
  EXPECT_EQ(small->scene().stage().phase, "across");
}

TEST_F(Views, ShowEverythingAfterBeingAwayForLong) {
  const model::CardId card = a_card("a harbour");
  for (std::size_t i = 0; i <= station::Feed::most; ++i)
    ASSERT_TRUE(session->submit(model::MoveCard{card, {"identity", {i % 2 == 0 ? 0.1F : -0.1F, 0}}}, model::at_seat(1)));
  EXPECT_TRUE(small->follow().happened);
  EXPECT_NE(small->scene().card(card), nullptr);
}

TEST_F(Views, RestWithTheConveningAndAreDarkFromTheStartWhenItRests) {
  ASSERT_TRUE(session->submit(model::RestWall{true}, model::the_host));
  EXPECT_TRUE(wide->follow().rested);
  (void)wide->advance(0.1F);
  EXPECT_EQ(wide->light().dark, 1) << "at once, where nothing may move";
  const View late(*session, engines[0], resources->strings);
  EXPECT_EQ(late.light().dark, 1);
}

}  // namespace
}  // namespace greenline::view
