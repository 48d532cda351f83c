#include "app/host_desk.h"

#include <algorithm>
#include <cmath>

namespace greenline::app {

std::string_view name_of(CallFor what) {
  switch (what) {
    case CallFor::broken: return "broken";
    case CallFor::question: return "question";
    case CallFor::more_time: return "more_time";
    case CallFor::somebody: return "somebody";
  }
  return {};
}

std::optional<CallFor> call_named(std::string_view name) {
  const auto* const found = std::ranges::find(all_calls, name, name_of);
  return found == all_calls.end() ? std::nullopt : std::optional(*found);
}

bool Call::ask(CallFor what, double now_s) {
  if (!may_ask(now_s)) return false;
  if (state_ == State::none) {
    what_.clear();
    state_ = State::asked;
  }
  return what_.insert(what).second;
}

bool Call::come() {
  if (state_ != State::asked) return false;
  state_ = State::coming;
  return true;
}

bool Call::done(double now_s) {
  if (state_ == State::none) return false;
  state_ = State::none;
  what_.clear();
  quiet_until_s_ = now_s + quiet_s;
  return true;
}

std::optional<int> Cleaning::left_s(double now_s) const {
  if (now_s >= until_s_) return std::nullopt;
  return static_cast<int>(std::ceil(until_s_ - now_s));
}

void HostDesk::ask(CallFor what, double now_s) {
  if (!call.ask(what, now_s)) return;
  if (call.what().size() == 1) called_at = time_of_day ? time_of_day() : std::string();
  ++changes;
  if (log) log("the touched wall asks for the host: " + std::string(name_of(what)));
}

bool HostDesk::press(const std::string& key, double now_s) {
  const auto tell = [this](const char* line) {
    if (log) log(line);
  };
  if (key == "coming") {
    if (call.come()) tell("the host is coming to the touched wall");
  } else if (key == "done") {
    if (call.done(now_s)) tell("what the touched wall asked for is done");
  } else if (key == "clean") {
    cleaning.left_s(now_s) ? cleaning.end() : cleaning.begin(now_s);
    tell(cleaning.left_s(now_s) ? "the touched wall is cleaned: touch rests" : "the touched wall is clean again");
  } else {
    return false;
  }
  ++changes;
  return true;
}

std::optional<std::uint32_t> HostDesk::console_in(const station::Session& session) const {
  for (std::uint32_t console = 1; console <= number_on_wall(); ++console)
    if (!session.convening().chair.event.empty() && session.has_chair(console)) return console;
  return std::nullopt;
}

void HostDesk::seat_the_host(station::Session& session, bool on_wall_too) const {
  const std::uint32_t all = consoles + (on_wall_too ? 1 : 0);
  const bool ever_taken = session.convening().epoch > 0;
  if ((all < 2 && !ever_taken) || console_in(session)) return;
  const std::uint32_t before = session.convening().chair.value.console;
  (void)session.take_chair(ever_taken && before >= 1 && before <= number_on_wall() ? before : 1);
}

}  // namespace greenline::app
