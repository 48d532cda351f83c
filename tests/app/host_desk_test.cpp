// What a kiosk asks of its host, the glass that is cleaned, and who sits where.
#include "app/host_desk.h"

#include <gmock/gmock.h>

#include "app/running.h"

namespace greenline::app {
namespace {

using testing::ElementsAre;

TEST(ACall, IsOneHoweverOftenAChildPresses) {
  std::vector<std::string> told;
  HostDesk desk{.consoles = 1, .log = [&](const std::string& line) { told.push_back(line); }};
  for (int i = 0; i < 40; ++i) desk.ask(CallFor::question, 10 + 0.3 * i);
  EXPECT_THAT(told, ElementsAre("the touched wall asks for the host: question"));
  EXPECT_EQ(desk.changes, 1U);
  EXPECT_EQ(desk.call.what().size(), 1U);
}

TEST(ACall, IsAddedToWhileItIsOpen) {
  Call call;
  EXPECT_TRUE(call.ask(CallFor::question, 10));
  EXPECT_TRUE(call.come());
  EXPECT_TRUE(call.ask(CallFor::broken, 11));
  EXPECT_EQ(call.state(), Call::State::coming) << "somebody is on the way";
  EXPECT_THAT(call.what(), testing::UnorderedElementsAre(CallFor::question, CallFor::broken));
}

TEST(ACall, IsAnsweredAndDoneOnceAndThenQuietForAWhile) {
  Call call;
  EXPECT_FALSE(call.come()) << "nobody asks";
  EXPECT_FALSE(call.done(9));
  EXPECT_TRUE(call.ask(CallFor::somebody, 10));
  EXPECT_TRUE(call.come());
  EXPECT_FALSE(call.come());
  EXPECT_TRUE(call.done(20));
  EXPECT_EQ(call.state(), Call::State::none);
  EXPECT_FALSE(call.ask(CallFor::somebody, 20 + Call::quiet_s - 1));
  EXPECT_TRUE(call.ask(CallFor::more_time, 20 + Call::quiet_s));
  EXPECT_THAT(call.what(), ElementsAre(CallFor::more_time));
}

TEST(ACall, IsToldInTheLogWithoutAWordOfAnybodys) {
  std::vector<std::string> told;
  HostDesk desk{.consoles = 1,
                .log = [&](const std::string& line) { told.push_back(line); },
                .time_of_day = [] { return std::string("14:05"); }};
  desk.ask(CallFor::broken, 10);
  EXPECT_EQ(desk.called_at, "14:05");
  EXPECT_TRUE(desk.press("coming", 11));
  EXPECT_TRUE(desk.press("coming", 11.1)) << "it is a key of the desk's all the same";
  EXPECT_TRUE(desk.press("done", 12));
  EXPECT_FALSE(desk.press("next", 13));
  EXPECT_THAT(told, ElementsAre("the touched wall asks for the host: broken", "the host is coming to the touched wall",
                                "what the touched wall asked for is done"));
}

TEST(ACloth, IsNoHandForAMinute) {
  Cleaning cleaning;
  EXPECT_FALSE(cleaning.left_s(100));
  cleaning.begin(100);
  EXPECT_EQ(cleaning.left_s(100), 60);
  EXPECT_EQ(cleaning.left_s(159.5), 1);
  EXPECT_FALSE(cleaning.left_s(160));
  HostDesk desk;
  EXPECT_TRUE(desk.press("clean", 200));
  EXPECT_TRUE(desk.cleaning.left_s(210));
  EXPECT_TRUE(desk.press("clean", 211));
  EXPECT_FALSE(desk.cleaning.left_s(212)) << "it may end sooner";
}

class TheDesk : public WithAConvening {};

TEST_F(TheDesk, LeavesAnOnlyConsoleAlone) {
  const HostDesk alone{.consoles = 1};
  const std::uint64_t before = state_hash(session->convening());
  alone.seat_the_host(*session, false);
  HostDesk{}.seat_the_host(*session, true);
  EXPECT_EQ(state_hash(session->convening()), before);
  EXPECT_EQ(alone.console_in(*session), std::nullopt);
  EXPECT_TRUE(session->has_chair(1));
}

TEST_F(TheDesk, GivesTheFirstConsoleTheChairWhenThereAreTwo) {
  const HostDesk desk{.consoles = 1};
  desk.seat_the_host(*session, true);
  EXPECT_EQ(desk.console_in(*session), 1U);
  EXPECT_FALSE(session->has_chair(2));
  ASSERT_TRUE(session->take_chair(2));
  desk.seat_the_host(*session, true);
  EXPECT_EQ(desk.console_in(*session), 2U) << "it stays with whoever took it";
}

TEST_F(TheDesk, FindsTheHostAgainAfterARestart) {
  const HostDesk desk{.consoles = 1};
  ASSERT_TRUE(session->take_chair(2));
  station::Session again(resources->pack, station::seeded_sources(2));
  for (const model::Event& event : session->news(session->join()).happened) (void)event;
  model::Event taken{
      {model::uuid_v7(5000, 1, 1)}, {5000, 0, {{7}}}, model::ChairTaken{3, 2, {{7}}}, {model::Role::host, {{7}}, 2, 3}};
  ASSERT_EQ(again.ingest(taken), station::Session::Ingested::taken);
  EXPECT_FALSE(again.has_chair(2)) << "it is of an earlier run";
  desk.seat_the_host(again, false);
  EXPECT_EQ(desk.console_in(again), 2U);
  const HostDesk fewer{};
  station::Session third(resources->pack, station::seeded_sources(3));
  ASSERT_EQ(third.ingest(taken), station::Session::Ingested::taken);
  fewer.seat_the_host(third, false);
  EXPECT_TRUE(third.has_chair(1)) << "that console is not there any more";
}

}  // namespace
}  // namespace greenline::app
