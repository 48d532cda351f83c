// The day of a programme that a convening stands in: what runs now, what comes, and how the rest gives way when something runs
// over. A fixed time never moves.
#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "content/programme.h"
#include "station/session.h"

namespace greenline::app {

struct DayPlan {
  content::Day day;
  std::map<std::string, content::LocalText> titles;  // of the day's activities, by their ids
  content::GivingWay way = content::GivingWay::shift;

  [[nodiscard]] const content::LocalText& title_of(const content::Session&) const;
};
[[nodiscard]] DayPlan plan_of(const content::Day&, const std::filesystem::path& content_folder);
// `number`: of the day, from 1. The error is a sentence.
[[nodiscard]] tl::expected<DayPlan, std::string> load_day(const std::string& programme, int number,
                                                          const std::filesystem::path& content_folder);

// The activity that the day has at that time, or next before it; null: the day has none.
[[nodiscard]] const content::Session* activity_at(const content::Day&, int minute_of_day);

// By the clock on the wall of the room. Nothing where the machine does not know it.
[[nodiscard]] std::optional<int> minute_of_day();

struct DayNow {
  struct Line {
    content::Session session;  // with the times that it will have
    bool runs = false, left_out = false;
  };
  std::vector<Line> lines;                   // what runs, and what is to come
  std::optional<content::Session> fixed;     // the next that never moves
  int over_min = 0;                          // by which something runs into a fixed time all the same
  std::optional<content::Session> activity;  // the next session that is an activity
};
// As it will be when what runs keeps to its minutes. An activity that the day does not have: by the clock alone.
[[nodiscard]] DayNow day_now(const DayPlan&, const station::Session&, int minute_of_day);

}  // namespace greenline::app
