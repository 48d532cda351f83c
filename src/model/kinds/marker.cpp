// Markers are set down, moved, taken back.
#include "model/kinds/marker.h"

#include <algorithm>

#include "model/kinds/asking.h"
#include "model/limits.h"

namespace greenline::model {

Answer<MarkerSet> decide(const SetMarker& request, const Asking& asking) {
  if (!asking.rules.sets_markers) return tl::unexpected(Refusal::not_in_this_phase);
  if (!sound(request.place)) return tl::unexpected(Refusal::not_there);
  if (const auto no = asking.barred_from(request.place.region)) return tl::unexpected(*no);
  return MarkerSet{{asking.stamp.fresh}, request.place, asking.phase_visit()};
}
void apply(const MarkerSet& event, const Applying& on) {
  Marker& marker = record(on.to.markers, event.marker);
  marker.made = true;
  marker.phase_visit = std::max(marker.phase_visit, event.phase_visit);
  marker.place.write(event.place, on.at, on.by);
}

Answer<MarkerMoved> decide(const MoveMarker& request, const Asking& asking) {
  const Marker* marker = find_record(asking.now.markers, request.marker);
  if (const auto no = asking.barred_to_move(marker)) return tl::unexpected(*no);
  if (asking.rules.beside_earlier && marker->phase_visit != asking.phase_visit())
    return tl::unexpected(Refusal::phase_has_closed);
  if (!sound(request.place)) return tl::unexpected(Refusal::not_there);
  if (const auto no = asking.barred_from(request.place.region)) return tl::unexpected(*no);
  return MarkerMoved{request.marker, request.place};
}
void apply(const MarkerMoved& event, const Applying& on) {
  record(on.to.markers, event.marker).place.write(event.place, on.at, on.by);
}

Answer<MarkerTakenBack> decide(const TakeBackMarker& request, const Asking& asking) {
  const Marker* marker = find_record(asking.now.markers, request.marker);
  const bool here = marker != nullptr && present(*marker);
  if (const auto no = asking.barred_to_take_back(here, here ? marker->phase_visit : EventId{})) return tl::unexpected(*no);
  return MarkerTakenBack{request.marker};
}
void apply(const MarkerTakenBack& event, const Applying& on) { record(on.to.markers, event.marker).taken_back = true; }

}  // namespace greenline::model
