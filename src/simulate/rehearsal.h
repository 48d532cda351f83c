// An activity that plays itself, faster than a room would, so that whoever runs it sees every phase.
#pragma once
#include <cstddef>
#include <random>

#include "simulate/people.h"

namespace greenline::simulate {

class Rehearsal {
 public:
  // All must outlive it. `speed`: how many times faster than its minutes say; a phase without minutes takes as long as one of
  // `minutes_of_others`. Begins in the phase that the session is in.
  Rehearsal(station::Session&, const Tongues&, const Simulation&, double speed);
  static constexpr int minutes_of_others = 5;
  static constexpr double shortest_phase_s = 3;

  // Does what is due by `now_s`, seconds of a clock that only goes forward. Somebody else may go to another phase at any time:
  // it goes on from there.
  void go_on(double now_s);
  // Seconds until something is due; far away once it is over.
  [[nodiscard]] double wait_s(double now_s) const;
  // The last phase has had its time.
  [[nodiscard]] bool over() const { return over_; }

 private:
  void come_to_phase(double now_s);

  station::Session& session_;
  People people_;
  double speed_;
  bool begun_ = false, over_ = false;
  model::EventId visit_;  // of the phase that it is in
  double ends_s_ = 0;     // the phase does
  double acted_s_ = 0;    // all have done what they will
  double next_s_ = 0;     // somebody acts
};

}  // namespace greenline::simulate
