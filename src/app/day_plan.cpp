#include "app/day_plan.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>

#include "app/resources.h"

namespace greenline::app {
namespace {

using content::Phase;
using content::Session;

// Of a session's phases, by their numbers in the activity; nothing where the activity is another.
struct Part {
  std::size_t from = 0, until = 0;
};
std::optional<Part> part_of(const Session& session, const content::Activity& activity) {
  if (session.activity != activity.id || activity.phases.empty()) return std::nullopt;
  Part part{0, activity.phases.size() - 1};
  for (std::size_t i = 0; i < activity.phases.size(); ++i) {
    if (activity.phases[i].id == session.from_phase) part.from = i;
    if (activity.phases[i].id == session.until_phase) part.until = i;
  }
  return part;
}

// The session that this phase of the activity belongs to; of several the one that begins nearest to now.
std::optional<std::size_t> session_of(const content::Day& day, const station::Session& now, int minute_of_day) {
  std::optional<std::size_t> found;
  const auto off = [&](std::size_t i) { return std::abs(day.sessions[i].starts_min - minute_of_day); };
  for (std::size_t i = 0; i < day.sessions.size(); ++i) {
    const auto part = part_of(day.sessions[i], now.pack().activity);
    if (!part || now.phase_number() < part->from || now.phase_number() > part->until) continue;
    if (!found || off(i) < off(*found)) found = i;
  }
  return found;
}

// The last that has begun by the clock; before the day's first, that.
std::size_t session_by_clock(const content::Day& day, int minute_of_day) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < day.sessions.size(); ++i)
    if (day.sessions[i].starts_min <= minute_of_day) at = i;
  return at;
}

int minutes_left(const Session& session, const station::Session& now) {
  if (now.closed()) return 0;
  const auto part = part_of(session, now.pack().activity);
  if (!part) return 0;
  constexpr std::int64_t minute_ms = 60'000;
  const auto gone_min = static_cast<int>(std::max<std::int64_t>(0, now.phase_age_ms()) / minute_ms);
  int left = std::max(0, static_cast<int>(now.phase_minutes()) - gone_min);
  for (std::size_t i = now.phase_number() + 1; i <= part->until; ++i) left += now.pack().activity.phases[i].minutes;
  return left;
}

bool is_same(const Session& a, const Session& b) {
  return a.activity == b.activity && a.from_phase == b.from_phase && a.title == b.title;
}

}  // namespace

const content::LocalText& DayPlan::title_of(const Session& session) const {
  const auto known = session.title.empty() ? titles.find(session.activity) : titles.end();
  return known == titles.end() ? session.title : known->second;
}

DayPlan plan_of(const content::Day& day, const std::filesystem::path& content_folder) {
  DayPlan plan{day, {}, content::GivingWay::shift};
  for (const Session& session : day.sessions)
    if (!session.activity.empty())
      if (const auto pack = content::load_pack(session.activity, content_folder))
        plan.titles[session.activity] = pack->activity.title;
  return plan;
}

tl::expected<DayPlan, std::string> load_day(const std::string& programme, int number,
                                            const std::filesystem::path& content_folder) {
  const auto loaded = content::load_programme(programme, content_folder);
  if (!loaded) return tl::unexpected(to_text(loaded.error()));
  const auto days = static_cast<int>(loaded->days.size());
  if (number < 1 || number > days)
    return tl::unexpected("There is no day " + std::to_string(number) + ": the programme has " + std::to_string(days) + ".");
  return plan_of(loaded->days[static_cast<std::size_t>(number - 1)], content_folder);
}

const content::Session* activity_at(const content::Day& day, int minute_of_day) {
  constexpr int early_min = 15;  // who sets up begins with what comes
  const Session* at = nullptr;
  for (const Session& session : day.sessions)
    if (!session.activity.empty() && (at == nullptr || session.starts_min <= minute_of_day + early_min)) at = &session;
  return at;
}

std::optional<int> minute_of_day() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  if (localtime_r(&now, &local) == nullptr) return std::nullopt;
  return local.tm_hour * 60 + local.tm_min;
}

DayNow day_now(const DayPlan& plan, const station::Session& now, int minute_of_day) {
  DayNow day;
  if (plan.day.sessions.empty()) return day;
  const auto own = session_of(plan.day, now, minute_of_day);
  const std::size_t running = own.value_or(session_by_clock(plan.day, minute_of_day));
  const Session& runs = plan.day.sessions[running];
  const int ends_min = own ? minute_of_day + minutes_left(runs, now) : std::max(minute_of_day, runs.starts_min + runs.minutes);
  const content::Replanned planned = content::replanned(plan.day, running, ends_min, plan.way);
  day.over_min = planned.over_min;
  // What was left out stands where it was.
  std::size_t next = running;
  for (std::size_t i = running; i < plan.day.sessions.size(); ++i) {
    const bool stays = next < planned.sessions.size() && is_same(planned.sessions[next], plan.day.sessions[i]);
    day.lines.push_back({stays ? planned.sessions[next++] : plan.day.sessions[i], i == running, !stays});
  }
  for (const DayNow::Line& line : day.lines) {
    if (line.runs || line.left_out) continue;
    if (!day.fixed && line.session.fixed) day.fixed = line.session;
    if (!day.activity && !line.session.activity.empty()) day.activity = line.session;
  }
  return day;
}

}  // namespace greenline::app
