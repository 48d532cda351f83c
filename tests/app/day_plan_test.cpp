// A day of a programme as it runs: the next fixed time, how the rest gives way, what begins next.
#include "app/day_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "app/console_page.h"
#include "app/running.h"
#include "interact/host_acts.h"

namespace greenline::app {
namespace {

using content::GivingWay;
using testing::HasSubstr;

content::Session a_session(const std::string& activity, const std::string& title, int starts_min, int minutes) {
  content::Session session;
  session.activity = activity;
  if (!title.empty()) session.title = {{"en", title}};
  session.starts_min = starts_min;
  session.minutes = minutes;
  return session;
}

class ADay : public WithAConvening {
 protected:
  static constexpr int nine = 9 * 60;
  void SetUp() override {
    WithAConvening::SetUp();
    if (HasFatalFailure()) return;
    const int minutes = *content::minutes_of(resources->pack.activity, "", "");
    plan.day.sessions = {a_session("both-sides-of-the-line", "", nine, minutes), a_session("", "A walk", nine + minutes, 30),
                         a_session("the-mirror", "", nine + minutes + 30, 40), a_session("", "Lunch", nine + minutes + 70, 60),
                         a_session("pausure", "", nine + minutes + 130, 30)};
    plan.day.sessions[1].optional = true;
    plan.day.sessions[3].fixed = true;
    plan.titles["the-mirror"] = {{"en", "The Mirror"}};
  }
  [[nodiscard]] DayNow at(int minute_of_day) const { return day_now(plan, *session, minute_of_day); }
  [[nodiscard]] ui::ConsolePage page(int minute_of_day) {
    return console_page(*session, resources->strings, "en", mode, {false, minute_of_day, &plan});
  }
  static const ui::ConsoleKey* key(const ui::ConsolePage& page, const std::string& name) {
    const auto found = std::ranges::find(page.keys, name, &ui::ConsoleKey::key);
    return found == page.keys.end() ? nullptr : &*found;
  }

  DayPlan plan;
  ConsoleMode mode;
};

TEST_F(ADay, ThatKeepsToItsTimesIsAsItWasPlanned) {
  const DayNow day = at(nine);
  ASSERT_EQ(day.lines.size(), plan.day.sessions.size());
  for (std::size_t i = 0; i < day.lines.size(); ++i) {
    EXPECT_EQ(day.lines[i].session.starts_min, plan.day.sessions[i].starts_min) << i;
    EXPECT_EQ(day.lines[i].runs, i == 0);
    EXPECT_FALSE(day.lines[i].left_out);
  }
  EXPECT_EQ(day.over_min, 0);
  ASSERT_TRUE(day.fixed && day.activity);
  EXPECT_EQ(day.fixed->title.begin()->second, "Lunch");
  EXPECT_EQ(day.activity->activity, "the-mirror");
  EXPECT_FALSE(page(nine).late);
  EXPECT_THAT(page(nine).fixed, HasSubstr("Lunch"));
}

TEST_F(ADay, ThatBeganLateRunsIntoLunchUnlessTheRestGivesWay) {
  const int late = nine + 20;
  EXPECT_EQ(at(late).over_min, 20);
  EXPECT_TRUE(page(late).late);
  EXPECT_THAT(page(late).fixed, HasSubstr("20"));
  plan.way = GivingWay::shrink;
  EXPECT_EQ(at(late).over_min, 0);
  EXPECT_LT(at(late).lines[2].session.minutes, 40);
  EXPECT_FALSE(page(late).late);
  plan.way = GivingWay::drop;
  const DayNow dropped = at(late);
  EXPECT_EQ(dropped.over_min, 0);
  ASSERT_EQ(dropped.lines.size(), plan.day.sessions.size());
  EXPECT_TRUE(dropped.lines[1].left_out);
  EXPECT_EQ(dropped.lines[2].session.minutes, 40);
  for (const GivingWay way : {GivingWay::shift, GivingWay::shrink, GivingWay::drop}) {
    plan.way = way;
    EXPECT_EQ(at(late).fixed->starts_min, plan.day.sessions[3].starts_min) << "it never moves";
  }
}

TEST_F(ADay, GivesWayToTimeThatIsGivenToAPhase) {
  ASSERT_EQ(at(nine).over_min, 0);
  ASSERT_TRUE(session->submit(interact::more_time(*session), model::the_host));
  EXPECT_EQ(at(nine).over_min, 5);
}

TEST_F(ADay, CountsOnlyThePhasesThatAreItsOwn) {
  const auto& phases = resources->pack.activity.phases;
  plan.day.sessions[0].until_phase = phases[1].id;
  const auto of_first_two = static_cast<int>(phases[0].minutes + phases[1].minutes);
  EXPECT_EQ(at(nine).lines[0].session.minutes, of_first_two);
  ASSERT_TRUE(session->submit(model::EnterPhase{phases[2].id}, model::the_host));
  EXPECT_EQ(at(nine + 1).lines[0].session.minutes, plan.day.sessions[0].minutes)
      << "it is none of the day's, which goes by the clock";
}

TEST_F(ADay, ThatHasNoSuchActivityGoesByTheClock) {
  plan.day.sessions.erase(plan.day.sessions.begin());
  const int walk = plan.day.sessions[0].starts_min;
  EXPECT_EQ(at(walk + 5).lines.front().session.title.begin()->second, "A walk");
  EXPECT_EQ(at(walk + 5).over_min, 0);
  EXPECT_EQ(at(walk + 35).activity->activity, "pausure") << "the mirror runs by now";
  EXPECT_EQ(at(0).lines.front().session.title.begin()->second, "A walk") << "before all of it";
}

TEST_F(ADay, OffersWhatBeginsNextAndHowItGivesWay) {
  ASSERT_NE(key(page(nine), "day"), nullptr);
  mode.shows = ConsoleMode::Shows::day;
  const ui::ConsolePage day = page(nine);
  EXPECT_THAT(day.card, HasSubstr("Lunch"));
  EXPECT_THAT(day.card, HasSubstr(content::clock_text(plan.day.sessions[3].starts_min)));
  EXPECT_THAT(key(day, "begin")->label, HasSubstr("The Mirror"));
  EXPECT_TRUE(key(day, "way_shift")->accent);
  plan.way = *way_of_key("way_drop");
  EXPECT_TRUE(key(page(nine + 20), "way_drop")->accent);
  EXPECT_THAT(page(nine + 20).card, HasSubstr("left out: A walk"));
  EXPECT_EQ(way_of_key("next"), std::nullopt);
}

TEST_F(ADay, IsNotSpokenOfWhereNoneIsFollowed) {
  const ui::ConsolePage alone = console_page(*session, resources->strings, "en", mode, {false, nine, nullptr});
  EXPECT_EQ(key(alone, "day"), nullptr);
  EXPECT_EQ(alone.fixed, "");
}

TEST(ProgrammesDays, AreLoadedByTheirNumberWithTheTitlesOfTheirActivities) {
  const std::filesystem::path content = find_paths()->content;
  const auto day = load_day("two-and-a-half-days", 2, content);
  ASSERT_TRUE(day) << day.error();
  ASSERT_FALSE(day->day.sessions.empty());
  for (const content::Session& session : day->day.sessions) EXPECT_FALSE(day->title_of(session).empty()) << session.activity;
  EXPECT_THAT(load_day("two-and-a-half-days", 9, content).error(), HasSubstr("9"));
  EXPECT_FALSE(load_day("no-such-programme", 1, content));
}

TEST(ProgrammesDays, BeginWithWhatTheyHaveAtThatTime) {
  content::Day day;
  day.sessions = {a_session("arrivals", "", 540, 30), a_session("", "Break", 570, 30), a_session("pausure", "", 600, 30)};
  EXPECT_EQ(activity_at(day, 0)->activity, "arrivals");
  EXPECT_EQ(activity_at(day, 570)->activity, "arrivals");
  EXPECT_EQ(activity_at(day, 590)->activity, "pausure") << "who sets up begins with what comes";
  EXPECT_EQ(activity_at(day, 1400)->activity, "pausure");
  EXPECT_EQ(activity_at({}, 540), nullptr);
}

}  // namespace
}  // namespace greenline::app
