// The fingers on touch tables that speak TUIO 1.1, from the packets of their trackers.
//
// A tracker (a sender) tells frame by frame: its name, all fingers that are on the glass (alive), where those are that moved
// (set), and the frame's number, which commits the rest. Packets may be lost, come twice or in another order:
//   a finger begins once it is alive and its place is known, and ends at its last place once it is no longer alive;
//   a frame older than the newest of its sender and profile is dropped, one without a number (-1) is always taken;
//   a number that falls far back, or back at all after a pause, means that the sender was started anew: its fingers are
//   cancelled; a sender that falls silent while it has fingers has its fingers cancelled.
// A tracker may tell the same fingers as points (2Dcur) and as patches (2Dblb): the first to bring a finger is believed, the
// other is ignored until the first has been silent as long.
//
// Never throws for what a packet holds, and memory is bounded. One thread.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "input/tuio_message.h"
#include "input/untaken.h"

namespace greenline::input {

class TuioDecoder {
 public:
  static constexpr std::size_t max_senders = 8, max_contacts = 256;  // contacts of each sender
  // Beyond this many untaken reports that are no moves no further finger begins; 256 fingers that tap ten times make as many.
  static constexpr std::size_t max_untaken = 8192;
  static constexpr std::int64_t restart_frames = 100;
  static constexpr double restart_pause_s = 1, silent_s = 4;
  static constexpr double nothing_due_s = 1e6;
  static constexpr ContactId first_contact_id = ContactId{2} << 40;  // apart from the mouse's and the window system's

  // The glass that senders' 0..1 stands for, as framebuffer pixels. Without a size (0, or before the first call) no finger
  // begins.
  void set_screen(float width_px, float height_px, model::PixelsPerMm);

  // One datagram, whole, at a monotonic time. A single message is kept until the frame number that commits it.
  // What is not right is left out and counted: a packet whose lengths do not fit, a message with impossible numbers, a finger
  // or a sender too many.
  void packet(std::span<const std::byte>, double time_s);
  // Cancels the fingers of senders that have been silent for 4 s. `packet` does so too.
  void silence(double now_s);
  // Seconds until `silence` has something to do, 0 when it has now; nothing_due_s when no finger is down.
  [[nodiscard]] double next_silence_s(double now_s) const;

  // What happened since the last call, every move of it (input/untaken.h), at the time of the newest; no contacts when nothing
  // did. Positions lie on the screen (0 to one less than its size); widths only of blobs, their larger side.
  [[nodiscard]] TouchFrame take();

  [[nodiscard]] std::size_t live() const;  // fingers that have begun and not ended
  [[nodiscard]] std::uint64_t refused() const {
    return refused_;
  }  // packets, messages, fingers and frames left out as not right

 private:
  struct Finger {
    TuioSession session = 0;
    ContactId contact = 0;  // 0: alive, its place not known yet
    model::PixelPoint at;
    float width_mm = 0;
    [[nodiscard]] bool began() const { return contact != 0; }
  };
  // What a sender tells in one profile.
  struct Stream {
    std::vector<Finger> fingers;
    std::optional<std::int32_t> newest_frame;
    double heard_s = -std::numeric_limits<double>::infinity();  // its newest frame taken
  };
  struct Sender {
    std::string name;
    std::optional<TuioProfile> believed;  // whose fingers are the sender's
    std::array<Stream, 2> streams;        // by profile
    [[nodiscard]] std::size_t live() const;
    [[nodiscard]] double heard_s() const;
  };
  // What came of a frame before its number.
  struct Frame {
    std::string name;  // "": none told
    std::optional<TuioAlive> alive;
    std::vector<TuioSet> sets;  // one a session, its newest
  };
  using Frames = std::array<Frame, 2>;  // by profile

  void gather(std::span<const std::byte> message, Frames&, double time_s);
  void gather(const TuioSet&, Frame&);
  void commit(TuioProfile, const Frame&, std::int32_t number, double time_s);
  // Null when there are eight others with fingers.
  Sender* sender_named(const std::string& name);
  void keep_alive(Stream&, const TuioAlive&, double time_s);
  void place(Sender&, TuioProfile, const TuioSet&, double time_s);
  void cancel(Stream&, double time_s);
  void report(ContactState, const Finger&, double time_s);
  [[nodiscard]] bool has_screen() const { return width_px_ > 0 && height_px_ > 0; }
  [[nodiscard]] model::PixelPoint pixel_from_part(const TuioSet&) const;
  [[nodiscard]] float width_mm_of(const TuioSet&) const;

  std::vector<Sender> senders_;
  Frames loose_;  // of messages that came in packets of their own
  Untaken untaken_;
  std::uint64_t refused_ = 0;
  ContactId next_contact_ = first_contact_id;
  float width_px_ = 0, height_px_ = 0;
  model::PixelsPerMm pixels_per_mm_ = 0;
};

}  // namespace greenline::input
