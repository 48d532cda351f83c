#include "simulate/rehearsal.h"

#include <algorithm>

namespace greenline::simulate {
namespace {

constexpr double share_for_acting = 0.8;  // of a phase; then people look at what there is
constexpr double far_away_s = 3600;

}  // namespace

Rehearsal::Rehearsal(station::Session& session, const Tongues& tongues, const Simulation& plan, double speed)
    : session_(session), people_(session, tongues, plan), speed_(speed) {}

void Rehearsal::come_to_phase(double now_s) {
  const content::Phase& phase = session_.phase();
  begun_ = true;
  over_ = false;
  visit_ = session_.convening().phase.event;
  people_.come_to(phase);
  const int minutes = phase.minutes > 0 ? phase.minutes : minutes_of_others;
  const double lasts_s = std::max(shortest_phase_s, minutes * 60 / speed_);
  ends_s_ = now_s + lasts_s;
  next_s_ = now_s + lasts_s * (1 - share_for_acting) / 2;
  acted_s_ = ends_s_ - lasts_s * (1 - share_for_acting) / 2;
}

void Rehearsal::go_on(double now_s) {
  if (!begun_ || visit_ != session_.convening().phase.event) come_to_phase(now_s);
  if (over_) return;
  while (people_.left() > 0 && next_s_ <= now_s) {
    people_.act();
    // What is left of the time is shared among what is left to do.
    next_s_ += std::max(0.0, acted_s_ - next_s_) / static_cast<double>(people_.left() + 1);
  }
  if (now_s < ends_s_) return;
  while (people_.act()) continue;
  if (session_.step_phase(+1))
    come_to_phase(now_s);
  else
    over_ = true;
}

double Rehearsal::wait_s(double now_s) const {
  if (!begun_) return 0;
  if (over_) return far_away_s;
  return std::max(0.0, (people_.left() > 0 ? std::min(next_s_, ends_s_) : ends_s_) - now_s);
}

}  // namespace greenline::simulate
