#include "app/looked_after.h"

#include <utility>

namespace greenline::app {

LookedAfter::LookedAfter(const platform::Supervisor& supervisor, const station::Session& session, bool plainly,
                         std::function<void()> hear_from_server)
    : supervisor_(supervisor),
      session_(session),
      plainly_(plainly),
      hear_from_server_(std::move(hear_from_server)),
      watchdog_(supervisor.feed_every_s()) {}

void LookedAfter::first_frame() {
  tell_status();
  supervisor_.ready();
}

double LookedAfter::round(const Round& round) {
  mark_.set(!session_.closed());
  if (!round.frame_owed) watchdog_.frames_settled();
  if (watchdog_.due(round.now_s)) {
    hear_from_server_();
    watchdog_.input_read();
    tell_status();
    if (watchdog_.well(round.now_s, session_.keeping_state())) supervisor_.feed();
  }
  return watchdog_.due_s();
}

// Never what people wrote: an activity's name, and what the disk says.
void LookedAfter::tell_status() {
  std::string status = session_.pack().activity.id + (session_.closed() ? " is closed" : " is on the wall");
  if (plainly_) status += ", plainly";
  if (const auto trouble = session_.trouble()) status += "; not all can be kept: " + trouble->detail;
  if (std::exchange(status_, status) != status) supervisor_.status(status);
}

}  // namespace greenline::app
