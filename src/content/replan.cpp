// What becomes of a day when a session runs over, or ends early.
#include <algorithm>

#include "content/programme.h"

namespace greenline::content {
namespace {

using Sessions = std::vector<Session>;
using At = Sessions::iterator;

int total(At from, At to) {
  int minutes = 0;
  for (; from != to; ++from) minutes += from->minutes;
  return minutes;
}

At next_fixed(At from, At end) {
  return std::find_if(from, end, [](const Session& session) { return session.fixed; });
}

// Each by the same share, none below the shortest that there is; what rounding leaves goes to the longest.
void shrink(At from, At to, int room_min) {
  const int wanted = total(from, to);
  if (wanted <= room_min || wanted == 0) return;
  for (At session = from; session != to; ++session)
    session->minutes = std::clamp(session->minutes * std::max(room_min, 0) / wanted,
                                  std::min(session->minutes, shortest_session_min), session->minutes);
  for (int spare = room_min - total(from, to); spare > 0; --spare)
    ++std::max_element(from, to, [](const Session& a, const Session& b) { return a.minutes < b.minutes; })->minutes;
}

// Leaves out optional sessions from `first` to the next fixed one, the last first, until the others have room.
void drop(Sessions& all, std::size_t first, int room_min) {
  const auto begin = [&] { return all.begin() + static_cast<std::ptrdiff_t>(first); };
  At session = next_fixed(begin(), all.end());
  while (session != begin() && total(begin(), next_fixed(begin(), all.end())) > room_min)
    if ((--session)->optional) session = all.erase(session);
}

// Begins them one after the other, at their own times where these have not passed. When they all have ended.
int follow_on(At from, At to, int now_min, bool with_pauses) {
  for (At session = from; session != to; ++session) {
    session->starts_min = with_pauses ? std::max(now_min, session->starts_min) : now_min;
    now_min = session->starts_min + session->minutes;
  }
  return now_min;
}

}  // namespace

Replanned replanned(const Day& day, std::size_t running, int ends_min, GivingWay how) {
  Replanned plan{day.sessions, 0};
  Sessions& all = plan.sessions;
  if (running >= all.size()) return plan;
  all[running].minutes = std::max(0, ends_min - all[running].starts_min);
  const std::size_t next = running + 1;
  const auto first = [&] { return all.begin() + static_cast<std::ptrdiff_t>(next); };
  if (const At anchor = next_fixed(first(), all.end());
      anchor != all.end() && anchor != first() && ends_min > first()->starts_min) {
    const int room = anchor->starts_min - ends_min;
    if (how == GivingWay::drop) drop(all, next, room);
    if (how == GivingWay::shrink) shrink(first(), anchor, room);
  }
  // From one fixed time to the next.
  int now = ends_min;
  for (At from = first(); from != all.end();) {
    const At anchor = next_fixed(from, all.end());
    const Sessions as_planned(from, anchor);
    int end = follow_on(from, anchor, now, true);
    if (anchor == all.end()) break;
    if (end > anchor->starts_min) {  // pauses give way before a fixed time is overrun
      std::copy(as_planned.begin(), as_planned.end(), from);
      end = follow_on(from, anchor, now, false);
    }
    plan.over_min = std::max(plan.over_min, end - anchor->starts_min);
    now = std::max(end, anchor->starts_min + anchor->minutes);
    from = anchor + 1;
  }
  return plan;
}

std::string clock_text(int minutes_since_midnight) {
  const int hour = minutes_since_midnight / 60, minute = minutes_since_midnight % 60;
  return std::to_string(hour) + (minute < 10 ? ":0" : ":") + std::to_string(minute);
}

}  // namespace greenline::content
