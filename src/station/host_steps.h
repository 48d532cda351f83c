// What the host did at this station, so that it can be undone, the newest first. The host's own acts and nobody else's:
// people's are never among them. Forgotten when the program ends.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "model/undo.h"

namespace greenline::station {

class HostSteps {
 public:
  static constexpr std::size_t most = 64;  // older ones are forgotten

  struct Step {
    model::Request was, undo;
    model::EventId phase_visit;  // in which it was done
  };

  // The host's request was granted. `undo`: nothing where it cannot be undone, and nothing before it is undone any more.
  void did(const model::Request&, std::optional<model::Request> undo, const model::EventId& phase_visit);
  // The newest that can still be undone; null: none. What something else has undone is skipped. `possible`: whether a request
  // would be granted now.
  template <class Possible>
  [[nodiscard]] const Step* newest(const model::EventId& phase_visit, const Possible& possible) const {
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step)
      if (fits(*step, phase_visit) && possible(step->undo)) return &*step;
    return nullptr;
  }
  // It and what came after it are done with.
  void forget_from(const Step*);

 private:
  // A phase's time and what it holds are of one visit to it.
  [[nodiscard]] static bool fits(const Step&, const model::EventId& phase_visit);

  std::vector<Step> steps_;
};

}  // namespace greenline::station
