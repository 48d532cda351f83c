// Frames of TUIO become fingers that begin, move and end.
#include "input/tuio.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "input/osc.h"

namespace greenline::input {
namespace {

std::size_t index_of(TuioProfile profile) { return static_cast<std::size_t>(profile); }

bool is_size(float size) { return std::isfinite(size) && size > 0; }

enum class Order : std::uint8_t { next, late, restarted };

// The same number again is the rest of a frame too large for one packet.
Order order_of(std::int32_t number, std::optional<std::int32_t> newest, double paused_s) {
  if (number == TuioFrameNumber::none || !newest) return Order::next;
  const std::int64_t back = std::int64_t{*newest} - number;
  if (back <= 0) return Order::next;
  return back > TuioDecoder::restart_frames || paused_s > TuioDecoder::restart_pause_s ? Order::restarted : Order::late;
}

}  // namespace

void TuioDecoder::set_screen(float width_px, float height_px, model::PixelsPerMm pixels_per_mm) {
  const bool sized = is_size(width_px) && is_size(height_px);
  width_px_ = sized ? width_px : 0;
  height_px_ = sized ? height_px : 0;
  pixels_per_mm_ = is_size(pixels_per_mm) ? pixels_per_mm : 0;
}

void TuioDecoder::packet(std::span<const std::byte> bytes, double time_s) {
  silence(time_s);
  const auto messages = osc_messages(bytes);
  if (!messages) {
    ++refused_;
    return;
  }
  Frames bundled;
  Frames& frames = is_osc_bundle(bytes) ? bundled : loose_;
  for (const auto message : *messages) gather(message, frames, time_s);
}

void TuioDecoder::gather(std::span<const std::byte> bytes, Frames& frames, double time_s) {
  auto message = read_tuio_message(bytes);
  if (!message) {
    ++refused_;
    return;
  }
  Frame& frame = frames[index_of(message->profile)];
  if (auto* source = std::get_if<TuioName>(&message->body)) frame.name = std::move(source->name);
  if (auto* alive = std::get_if<TuioAlive>(&message->body)) frame.alive = std::move(*alive);
  if (const auto* set = std::get_if<TuioSet>(&message->body)) gather(*set, frame);
  if (const auto* end = std::get_if<TuioFrameNumber>(&message->body)) {
    commit(message->profile, std::exchange(frame, {}), end->number, time_s);
  }
}

void TuioDecoder::gather(const TuioSet& set, Frame& frame) {
  const auto same = std::ranges::find(frame.sets, set.session, &TuioSet::session);
  if (same != frame.sets.end()) {
    *same = set;
  } else if (frame.sets.size() < max_contacts) {
    frame.sets.push_back(set);
  } else {
    ++refused_;
  }
}

void TuioDecoder::commit(TuioProfile profile, const Frame& frame, std::int32_t number, double time_s) {
  Sender* sender = sender_named(frame.name);
  if (sender == nullptr) {
    ++refused_;
    return;
  }
  if (sender->believed.value_or(profile) != profile) return;
  Stream& stream = sender->streams[index_of(profile)];
  const Order order = order_of(number, stream.newest_frame, time_s - stream.heard_s);
  if (order == Order::late) return;
  if (order == Order::restarted) {
    cancel(stream, time_s);
    sender->believed.reset();
  }
  stream.heard_s = time_s;
  if (number != TuioFrameNumber::none) stream.newest_frame = number;
  if (frame.alive) keep_alive(stream, *frame.alive, time_s);
  for (const TuioSet& set : frame.sets) place(*sender, profile, set, time_s);
}

TuioDecoder::Sender* TuioDecoder::sender_named(const std::string& name) {
  const auto known = std::ranges::find(senders_, name, &Sender::name);
  if (known != senders_.end()) return &*known;
  if (senders_.size() < max_senders) return &senders_.emplace_back(Sender{name, {}, {}});
  // One without fingers loses nothing: the one unheard longest gives way.
  Sender* longest = nullptr;
  for (Sender& sender : senders_) {
    if (sender.live() == 0 && (longest == nullptr || sender.heard_s() < longest->heard_s())) longest = &sender;
  }
  if (longest != nullptr) *longest = Sender{name, {}, {}};
  return longest;
}

// A set for a finger that is not alive is left out by `place`: it is older than the alive that came with it.
void TuioDecoder::keep_alive(Stream& stream, const TuioAlive& alive, double time_s) {
  std::erase_if(stream.fingers, [&](const Finger& finger) {
    if (std::ranges::binary_search(alive.sessions, finger.session)) return false;
    if (finger.began()) report(ContactState::ended, finger, time_s);
    return true;
  });
  for (const TuioSession session : alive.sessions) {
    if (std::ranges::find(stream.fingers, session, &Finger::session) != stream.fingers.end()) continue;
    if (stream.fingers.size() == max_contacts) {
      ++refused_;
      return;
    }
    stream.fingers.push_back({session, 0, {}, 0});
  }
}

void TuioDecoder::place(Sender& sender, TuioProfile profile, const TuioSet& set, double time_s) {
  auto& fingers = sender.streams[index_of(profile)].fingers;
  const auto finger = std::ranges::find(fingers, set.session, &Finger::session);
  if (finger == fingers.end() || !has_screen()) return;
  const Finger before = *finger;
  const bool begins = !before.began();
  if (begins && untaken_.other_than_moves() >= max_untaken) {
    ++refused_;
    return;
  }
  finger->at = pixel_from_part(set);
  finger->width_mm = width_mm_of(set);
  if (begins) {
    finger->contact = next_contact_++;
    sender.believed = profile;
  }
  // A tracker repeats fingers that rest; the wall sleeps while nothing moves.
  if (begins || finger->at != before.at || finger->width_mm != before.width_mm) {
    report(begins ? ContactState::began : ContactState::moved, *finger, time_s);
  }
}

void TuioDecoder::cancel(Stream& stream, double time_s) {
  for (const Finger& finger : stream.fingers) {
    if (finger.began()) report(ContactState::cancelled, finger, time_s);
  }
  stream.fingers.clear();
}

void TuioDecoder::silence(double now_s) {
  for (Sender& sender : senders_) {
    for (Stream& stream : sender.streams) {
      if (now_s >= stream.heard_s + silent_s) cancel(stream, now_s);
    }
    if (sender.believed && now_s >= sender.streams[index_of(*sender.believed)].heard_s + silent_s) sender.believed.reset();
  }
}

double TuioDecoder::next_silence_s(double now_s) const {
  double soonest_s = nothing_due_s;
  for (const Sender& sender : senders_) {
    for (const Stream& stream : sender.streams) {
      if (std::ranges::none_of(stream.fingers, &Finger::began)) continue;
      soonest_s = std::min(soonest_s, std::max(0.0, stream.heard_s + silent_s - now_s));
    }
  }
  return soonest_s;
}

TouchFrame TuioDecoder::take() { return untaken_.take(); }

void TuioDecoder::report(ContactState state, const Finger& finger, double time_s) {
  untaken_.add({finger.contact, state, finger.at, finger.width_mm}, time_s);
}

std::size_t TuioDecoder::live() const {
  std::size_t fingers = 0;
  for (const Sender& sender : senders_) fingers += sender.live();
  return fingers;
}

std::size_t TuioDecoder::Sender::live() const {
  std::ptrdiff_t fingers = 0;
  for (const Stream& stream : streams) fingers += std::ranges::count_if(stream.fingers, &Finger::began);
  return static_cast<std::size_t>(fingers);
}

double TuioDecoder::Sender::heard_s() const { return std::max(streams[0].heard_s, streams[1].heard_s); }

// Trackers see fingers a little past the edge: those touch the edge.
model::PixelPoint TuioDecoder::pixel_from_part(const TuioSet& set) const {
  return {std::clamp(set.x * width_px_, 0.0F, std::max(0.0F, width_px_ - 1)),
          std::clamp(set.y * height_px_, 0.0F, std::max(0.0F, height_px_ - 1))};
}

float TuioDecoder::width_mm_of(const TuioSet& set) const {
  if (pixels_per_mm_ <= 0) return 0;
  return std::max({0.0F, set.width * width_px_, set.height * height_px_}) / pixels_per_mm_;
}

}  // namespace greenline::input
