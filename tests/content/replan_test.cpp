// A session runs over: the rest of the day gives way, and what is fixed does not move.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "content/programme.h"

namespace greenline::content {
namespace {

using testing::ElementsAre;

Session session(int starts, int minutes, bool optional = false) {
  Session made;
  made.activity = "a" + std::to_string(starts);
  made.starts_min = starts;
  made.minutes = minutes;
  made.optional = optional;
  return made;
}
Session lunch(int starts, int minutes = 60) {
  Session made = session(starts, minutes);
  made.fixed = true;
  return made;
}
std::vector<std::string> times(const Replanned& plan) {
  std::vector<std::string> all;
  for (const Session& one : plan.sessions) all.push_back(clock_text(one.starts_min) + "+" + std::to_string(one.minutes));
  return all;
}

constexpr int nine = 9 * 60;
// 9:00, 10:00, 10:30 if there is time, 11:15; lunch at noon; 13:00.
const Day morning{{},
                  {session(nine, 60), session(nine + 60, 30), session(nine + 90, 45, true), session(nine + 135, 45),
                   lunch(nine + 180), session(nine + 240, 50)}};

TEST(Replan, WhatEndsInTimeMovesNothing) {
  for (const GivingWay how : {GivingWay::shift, GivingWay::shrink, GivingWay::drop})
    EXPECT_THAT(times(replanned(morning, 0, nine + 55, how)),
                ElementsAre("9:00+55", "10:00+30", "10:30+45", "11:15+45", "12:00+60", "13:00+50"));
}

TEST(Replan, ShiftedSessionsRunIntoLunchAndItIsSaidByHowMuch) {
  const Replanned plan = replanned(morning, 0, nine + 70, GivingWay::shift);
  EXPECT_THAT(times(plan), ElementsAre("9:00+70", "10:10+30", "10:40+45", "11:25+45", "12:00+60", "13:00+50"));
  EXPECT_EQ(plan.over_min, 10);
}

TEST(Replan, ShrunkSessionsEndWhenLunchBegins) {
  const Replanned plan = replanned(morning, 0, nine + 84, GivingWay::shrink);
  EXPECT_EQ(plan.over_min, 0);
  EXPECT_THAT(times(plan), ElementsAre("9:00+84", "10:24+24", "10:48+36", "11:24+36", "12:00+60", "13:00+50"));
}

TEST(Replan, WhatIsOptionalIsDroppedAndTheRestKeepsItsLength) {
  const Replanned plan = replanned(morning, 0, nine + 90, GivingWay::drop);
  EXPECT_EQ(plan.over_min, 0);
  EXPECT_THAT(times(plan), ElementsAre("9:00+90", "10:30+30", "11:15+45", "12:00+60", "13:00+50"));
}

TEST(Replan, NothingIsShrunkBelowFiveMinutes) {
  const Replanned plan = replanned(morning, 0, nine + 175, GivingWay::shrink);
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(plan.sessions[i].minutes, shortest_session_min);
  EXPECT_EQ(plan.over_min, 10);
}

TEST(Replan, WithoutAFixedTimeAheadAllIsLaterByAsMuch) {
  EXPECT_THAT(times(replanned(morning, 5, nine + 300, GivingWay::shrink)).back(), "13:00+60");
  const Day evening{{}, {session(nine, 30), session(nine + 30, 30)}};
  EXPECT_THAT(times(replanned(evening, 0, nine + 45, GivingWay::shrink)), ElementsAre("9:00+45", "9:45+30"));
}

TEST(Replan, APauseBetweenSessionsIsUsedUpFirst) {
  const Day day{{}, {session(nine, 30), session(nine + 50, 30), lunch(nine + 100)}};
  EXPECT_THAT(times(replanned(day, 0, nine + 40, GivingWay::shift)), ElementsAre("9:00+40", "9:50+30", "10:40+60"));
}

// Whatever runs over, and by however much: what is fixed stands where it stood, nothing that is not optional is lost, nothing
// begins before what comes before it has ended, and it is said where that cannot be.
RC_GTEST_PROP(Replan, KeepsWhatIsFixedAndTheOrder, ()) {
  Day day;
  int now = *rc::gen::inRange(0, 600);
  const int count = *rc::gen::inRange(1, 10);
  for (int i = 0; i < count; ++i) {
    Session one = session(now, *rc::gen::inRange(1, 90), *rc::gen::arbitrary<bool>());
    one.activity = std::to_string(i);
    one.fixed = !one.optional && *rc::gen::inRange(0, 4) == 0;
    day.sessions.push_back(one);
    now += one.minutes + *rc::gen::inRange(0, 15);
  }
  const auto running = static_cast<std::size_t>(*rc::gen::inRange(0, count));
  const int ends = day.sessions[running].starts_min + *rc::gen::inRange(0, 400);
  const auto how = *rc::gen::element(GivingWay::shift, GivingWay::shrink, GivingWay::drop);
  const Replanned plan = replanned(day, running, ends, how);
  std::map<std::string, Session> left;
  for (const Session& one : plan.sessions) left.emplace(one.activity, one);
  for (const Session& one : day.sessions) {
    const auto found = left.find(one.activity);
    RC_ASSERT(found != left.end() || (one.optional && how == GivingWay::drop));
    if (one.fixed && one.activity != day.sessions[running].activity) {
      RC_ASSERT(found->second.starts_min == one.starts_min);
    }
    if (found != left.end() && how != GivingWay::shrink && one.activity != day.sessions[running].activity) {
      RC_ASSERT(found->second.minutes == one.minutes);
    }
  }
  int last_end = 0;
  for (const Session& one : plan.sessions) {
    if (!one.fixed || plan.over_min == 0) {
      RC_ASSERT(one.starts_min >= last_end);
    }
    last_end = std::max(last_end, one.starts_min + one.minutes);
  }
}

}  // namespace
}  // namespace greenline::content
