// From touches to gestures: a pure function of the stream of frames.
//
// Where a touch lands says what it means. A contact belongs to what it first touched until it lifts, so there is never a wait
// to tell drawing from dragging:
//   on a card     a tap reads it; beyond the drag threshold it is carried. A brush shorter than that moves nothing.
//   on a thread   a tap opens its word.
//   on the ground a tap opens a seat (or sets a marker); a drag draws a loop.
//   on a seat     everything goes to the seat.
#pragma once
#include <functional>
#include <map>
#include <variant>
#include <vector>

#include "input/touch_frame.h"
#include "model/id.h"

namespace greenline::input {

struct OnGround {};
struct OnCard {
  model::CardId card;
};
struct OnMarker {
  model::MarkerId marker;
};
struct OnThread {
  model::ThreadId thread;
};
struct OnGathering {
  model::GatheringId gathering;
};
struct OnSeat {
  int seat = 0;
};
using Target = std::variant<OnGround, OnCard, OnMarker, OnThread, OnGathering, OnSeat>;

// What lies under a point. Called once a contact, when it begins.
using HitTest = std::function<Target(model::PixelPoint)>;

struct Touched {
  ContactId contact;
  Target on;
  model::PixelPoint at;
};  // at once: something answers
struct Tapped {
  ContactId contact;
  Target on;
  model::PixelPoint at;
};
struct Carried {
  ContactId contact;
  Target on;
  model::PixelPoint from, at;
  bool first = false;
};  // past the threshold
struct Dropped {
  ContactId contact;
  Target on;
  model::PixelPoint from, at;
};
struct Looping {
  ContactId contact;
  std::vector<model::PixelPoint> path;
};  // so far
struct Looped {
  ContactId contact;
  std::vector<model::PixelPoint> path;
};  // lifted
struct Released {
  ContactId contact;
  Target on;
};  // cancelled, or a brush that meant nothing
struct SeatTouch {
  Contact contact;
  int seat = 0;
};  // whatever a seat captured
using Gesture = std::variant<Touched, Tapped, Carried, Dropped, Looping, Looped, Released, SeatTouch>;

struct HandSizes {
  model::PixelsPerMm pixels_per_mm = 3.78F;
  float drag_threshold_mm = 6;  // a placed card resists a sleeve
  float loop_threshold_mm = 3;
  float tap_seconds = 0.7F;  // a longer still touch is a hold, which also counts as a tap: nothing depends on speed
};

class Gestures {
 public:
  explicit Gestures(HandSizes sizes) : sizes_(sizes) {}
  void set_sizes(HandSizes sizes) { sizes_ = sizes; }
  // Appends to `out`. O(contacts).
  void recognise(const TouchFrame&, const HitTest&, std::vector<Gesture>& out);
  // Hands a contact over to something else (a thread pulled out of a seat): from now on it carries `on`.
  void recapture(ContactId, Target on);
  [[nodiscard]] std::size_t live() const { return live_.size(); }

 private:
  struct Live {
    Target on;
    model::PixelPoint from, at;
    double began_s = 0;
    bool carrying = false;
    std::vector<model::PixelPoint> path;
  };
  HandSizes sizes_;
  std::map<ContactId, Live> live_;
};

}  // namespace greenline::input
