// From touches to gestures: a pure function of the stream of frames.
//
// Where a touch lands says what it means. A contact belongs to what it first touched until it lifts, so there is never a wait
// to tell drawing from dragging:
//   on a card     a tap reads it; beyond the drag threshold it is carried. A brush shorter than that moves nothing. Held still
//                 for a moment it comes loose, and then follows from the first pixel. A second finger on it is told of.
//   on a marker   it is carried in the same way.
//   on a thread   a tap opens its word, and on a gathering its name; a drag draws a loop, as from the ground beside it.
//   on the ground a tap opens a seat (or sets a marker), and so does a finger that rests there; a drag draws a loop. Two that
//                 come together move and zoom the wall; a card between them stays where it is.
//   on a seat     everything goes to the seat.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <variant>
#include <vector>

#include "input/pinch.h"
#include "input/touch_frame.h"
#include "input/trail.h"
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
  model::PixelPoint velocity;  // pixels a second, when it was let go of
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
struct Loosened {
  ContactId contact;
  Target on;
  model::PixelPoint at;
};  // held still for a moment: it follows the finger from here
struct Together {
  ContactId first, second;
  model::CardId card;
  model::PixelPoint at;  // of the second
};                       // two fingers are on one card
struct Pinched {
  ContactId first, second;
  model::PixelPoint from, to;  // what was under `from` is now under `to`, larger by `factor`
  float factor = 1;
};
struct PinchEnded {
  ContactId first, second;     // the first one lifted
  model::PixelPoint velocity;  // pixels a second
};
using Gesture = std::variant<Touched, Tapped, Carried, Dropped, Looping, Looped, Released, SeatTouch, Loosened, Together,
                             Pinched, PinchEnded>;

struct HandSizes {
  model::PixelsPerMm pixels_per_mm = 3.78F;
  float drag_threshold_mm = 6;  // a placed card, marker, thread or gathering resists a sleeve
  float loop_threshold_mm = 3;  // on the ground; of a pinch too
  float hold_s = 0.7F;          // a finger that rests so long means it
  // Two fingers that come to the ground so near each other, within so short a time, are one pinch; those further apart than
  // the second measure may as well be two people, whose taps are taps.
  float pinch_mm = 160, one_hand_mm = 120;
  double pinch_s = 0.5;
};

class Gestures {
 public:
  // Fingers that can be down at once; beyond it the one that was silent longest is released, so that a device which forgets
  // to lift its contacts costs neither memory nor time.
  static constexpr std::size_t max_live = 256;

  explicit Gestures(HandSizes sizes) : sizes_(sizes) {}
  void set_sizes(HandSizes sizes) { sizes_ = sizes; }
  // Appends to `out`. O(contacts, and the points of loops being drawn).
  //
  // Of one contact, in order: Touched; then Tapped, or Carried (the first with `first`) and Dropped, or Looping and Looped;
  // Released in place of the last when it is cancelled, or was part of a pinch. What moves is told once a frame, where it is at
  // the frame's end. Pinched comes any number of times, then PinchEnded when the first of the two lifts.
  // A contact on a seat is only ever SeatTouch, every report of it.
  // Forgiving of devices: reports of a contact that never began are dropped, one that begins twice is cancelled first, and a
  // position that is no number counts as the last good one.
  void recognise(const TouchFrame&, const HitTest&, std::vector<Gesture>& out);
  // Time goes by: fingers that rest come to mean something. Appends to `out`.
  void pass(float seconds, std::vector<Gesture>& out);
  // Until `pass` has something to say; infinity when no finger rests.
  [[nodiscard]] float next_in_s() const;
  // Hands a contact over to something else (a thread pulled out of a seat): from its next report on it carries `on`, from
  // where it is now, without any threshold. Nothing when the contact has lifted.
  void recapture(ContactId, Target on);
  // What the contact meant has been done: nothing more is told of it.
  void spend(ContactId);
  [[nodiscard]] std::size_t live() const { return live_.size(); }

 private:
  enum class Way : std::uint8_t { carries, draws, seat, pinches, pinched, spent };  // pinched: its partner has left
  enum class Stage : std::uint8_t { resting, loose, under_way };  // before its threshold, without one, past it
  struct Live {
    Target on;
    model::PixelPoint from, at;
    Way way = Way::draws;
    Stage stage = Stage::resting;
    bool told = false;   // the first Carried or Looping has been said
    bool moved = false;  // since that was last said
    double began_s = 0;
    float rested_s = 0;       // since it began, short of its threshold
    std::uint64_t heard = 0;  // counts reports: when this contact was last heard of
    Pace pace;                // of what is carried
    Trail path;               // of what may become a loop
  };
  using LiveContact = std::pair<const ContactId, Live>;

  void begin(const Contact&, const HitTest&, std::vector<Gesture>& out);
  void meet(LiveContact&, std::vector<Gesture>& out);
  void move(LiveContact&, const Contact&, std::vector<Gesture>& out);
  void end(LiveContact&, const Contact&, std::vector<Gesture>& out);
  void end_drag(LiveContact&, std::vector<Gesture>& out);
  void cancel(const LiveContact&, std::vector<Gesture>& out);
  // The pinch that this contact is part of ends; what the contact means by itself then.
  enum class Alone : std::uint8_t { nothing, a_tap };
  Alone leave_pinch(ContactId, std::vector<Gesture>& out);
  void move_pinch(ContactId, model::PixelPoint to);
  static void tell(Pinch&, std::vector<Gesture>& out);
  void make_room(std::vector<Gesture>& out);
  void tell(LiveContact&, std::vector<Gesture>& out);

  HandSizes sizes_;
  std::map<ContactId, Live> live_;
  std::vector<Pinch> pinches_;
  double now_s_ = 0;  // of the frame
  std::uint64_t reports_ = 0;
};

}  // namespace greenline::input
