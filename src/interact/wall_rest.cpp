// The one gate that everything people do passes, and the host's keys.
#include <limits>

#include "interact/host_acts.h"
#include "interact/wall.h"

namespace greenline::interact {
namespace {

// The second press that closes an activity comes when the question has been read; before that somebody is only pressing on.
constexpr double asks_s = 10, reads_s = 3;

}  // namespace

void Wall::type(char32_t character) {
  untouched_s_ = 0;
  if (!hands_rest()) seats_.type(character);
}

void Wall::press(ui::Seats::Key key, bool selecting) {
  untouched_s_ = 0;
  if (!hands_rest()) seats_.press(key, selecting);
}

// As if every finger had been taken off without meaning anything: no card stays in a hand, no key goes on repeating.
void Wall::let_go_of_all() {
  constexpr float where_it_was = std::numeric_limits<float>::quiet_NaN();
  input::TouchFrame lifted;
  for (const input::ContactId contact : down_) {
    lifted.contacts.push_back({contact, input::ContactState::cancelled, {where_it_was, where_it_was}, 0});
  }
  down_.clear();
  armed_.reset();
  gestures_now_.clear();
  gestures_.recognise(
      lifted, [](PixelPoint) -> input::Target { return input::OnGround{}; }, gestures_now_);
  mean(gestures_now_);
}

void Wall::host(const HostPress& press) {
  if (session_.has_chair(press.by.seat) && steps_.counts(press)) step(press);
}

void Wall::step(const HostPress& press) {
  const PixelPoint middle{setting_.width / 2, setting_.height / 2};
  switch (press.key) {
    case HostKey::next_phase: return go_on(1, press);
    case HostKey::previous_phase: return go_on(-1, press);
    case HostKey::undo:
      if (session_.undo_last_step(press.by)) follow();
      return;
    default: break;
  }
  const auto wanted = request_of(session_, press.key, reads_mixed_);
  if (!wanted || !request(*wanted, middle, press.by)) return;
  if (press.key == HostKey::hold) notices_.say(say("notice.held"), middle);
}

void Wall::go_on(int direction, const HostPress& press) {
  const bool last = session_.phase_number() + 1 == session_.pack().activity.phases.size();
  const PixelPoint middle{setting_.width / 2, setting_.height / 2};
  if (session_.closed()) {
    if (direction > 0) return;
    const bool opened =
        request(model::OpenActivity{session_.pack().activity.id, session_.pack().canvas.id}, middle, press.by).has_value();
    if (opened) (void)request(model::EnterPhase{session_.phase().id}, middle, press.by);
    return;
  }
  if (direction > 0 && last) {
    // A presenter's key is easily pressed once too often, and what is erased does not come back.
    if (closing_asked_s_ > 0 && closing_asked_s_ <= asks_s - reads_s) return close_activity(press);
    closing_asked_s_ = asks_s;
    return ask_to_close();
  }
  closing_asked_s_ = 0;
  if (direction < 0 && session_.phase_number() == 0) return;
  if (!press.visit.empty() && press.visit != session_.convening().phase.event) return;  // somebody has gone on already
  if (session_.step_phase(direction, press.by, press.visit)) return follow();
  refuse(model::Refusal::cannot_keep, middle);  // nothing else keeps a host from it
}

// Stands low on the wall for as long as it is asked.
void Wall::ask_to_close() {
  if (closing_asked_s_ <= 0) return;
  const bool erases = !session_.pack().activity.harvest.keep_markers && !session_.convening().markers.empty();
  notices_.say(say(erases ? "notice.close_and_erase" : "notice.close"), {setting_.width / 2, setting_.height});
}

void Wall::close_activity(const HostPress& press) {
  closing_asked_s_ = 0;
  const PixelPoint middle{setting_.width / 2, setting_.height / 2};
  if (!request(model::CloseActivity{press.visit}, middle, press.by)) return;
  offers_.clear();
  if (session_.erase_what_is_not_kept()) follow();
  notices_.say(say("notice.closed"), middle);
}

}  // namespace greenline::interact
