// From touches to gestures: a pure function of the stream of frames.
//
// Where a touch lands says what it means. A contact belongs to what it first touched until it lifts, so there is never a wait
// to tell drawing from dragging:
//   on a card     a tap reads it; beyond the drag threshold it is carried. A brush shorter than that moves nothing.
//   on a marker   it is carried in the same way.
//   on a thread   a tap opens its word, and on a gathering its name; a drag draws a loop, as from the ground beside it.
//   on the ground a tap opens a seat (or sets a marker); a drag draws a loop.
//   on a seat     everything goes to the seat.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <utility>
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
  float drag_threshold_mm = 6;  // a placed card, marker, thread or gathering resists a sleeve
  float loop_threshold_mm = 3;  // on the ground
  // Nothing depends on speed: a long still touch is a tap too.
};

class Gestures {
 public:
  // Fingers that can be down at once; beyond it the one that was silent longest is released, so that a device which forgets
  // to lift its contacts costs neither memory nor time.
  static constexpr std::size_t max_live = 256;
  // Of one loop. A longer path is thinned evenly to half; its ends stay.
  static constexpr std::size_t max_path_points = 4096;

  explicit Gestures(HandSizes sizes) : sizes_(sizes) {}
  void set_sizes(HandSizes sizes) { sizes_ = sizes; }
  // Appends to `out`. O(contacts, and the points of loops being drawn).
  //
  // Of one contact, in order: Touched; then Tapped, or Carried (the first with `first`) and Dropped, or Looping and Looped;
  // Released in place of the last when it is cancelled. What moves is told once a frame, where it is at the frame's end.
  // A contact on a seat is only ever SeatTouch, every report of it.
  // Forgiving of devices: reports of a contact that never began are dropped, one that begins twice is cancelled first, and a
  // position that is no number counts as the last good one.
  void recognise(const TouchFrame&, const HitTest&, std::vector<Gesture>& out);
  // Hands a contact over to something else (a thread pulled out of a seat): from its next report on it carries `on`, from
  // where it is now, without any threshold. Nothing when the contact has lifted.
  void recapture(ContactId, Target on);
  [[nodiscard]] std::size_t live() const { return live_.size(); }

 private:
  enum class Stage : std::uint8_t { resting, under_way };  // past its threshold or not
  struct Live {
    Target on;
    model::PixelPoint from, at;
    Stage stage = Stage::resting;
    bool carried = false;                 // else it draws a loop, or is a seat's
    bool told = false;                    // the first Carried or Looping has been said
    bool moved = false;                   // since that was last said
    std::uint64_t heard = 0;              // counts reports: when this contact was last heard of
    std::vector<model::PixelPoint> path;  // of what may become a loop
  };
  using LiveContact = std::pair<const ContactId, Live>;

  void begin(const Contact&, const HitTest&, std::vector<Gesture>& out);
  void move(LiveContact&, const Contact&, std::vector<Gesture>& out);
  void end(LiveContact&, const Contact&, std::vector<Gesture>& out);
  void cancel(const LiveContact&, std::vector<Gesture>& out);
  void make_room(std::vector<Gesture>& out);
  void tell(LiveContact&, std::vector<Gesture>& out);

  HandSizes sizes_;
  std::map<ContactId, Live> live_;
  std::uint64_t reports_ = 0;
};

}  // namespace greenline::input
