// An event becomes part of a convening.
#include <algorithm>

#include "model/convening.h"
#include "model/kinds/asking.h"

namespace greenline::model {

void apply(Convening& convening, const Event& event) {
  if (!convening.applied.insert(event.id).second) return;
  convening.epoch = std::max(convening.epoch, event.by.epoch);
  convening.latest = after_seeing(convening.latest, event.at);
  std::visit([on = Applying{convening, event.at, event.id, event.by.epoch}](const auto& body) { apply(body, on); }, event.body);
}

void forget_markers(Convening& convening) { convening.markers.clear(); }

}  // namespace greenline::model
