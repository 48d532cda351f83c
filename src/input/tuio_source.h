// TUIO's touches from the network: a UDP socket and what arrives at it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "input/tuio.h"

namespace greenline::input {

// Owns its socket. The moved-from one hears nothing.
class TuioSource {
 public:
  // What one read takes at most; the rest waits in the socket, which stays readable. Eight trackers at 240 Hz send fewer
  // between two frames.
  static constexpr std::size_t max_packets_a_read = 64, max_bytes_a_read = 256U << 10;

  // "3333" (TUIO's usual port) hears trackers on this machine, 127.0.0.1; "192.168.1.20:3333" those that reach this address of
  // it; "0.0.0.0:3333" all. Bound to exactly that. The error is a sentence for staff: what is wrong and what to do.
  [[nodiscard]] static tl::expected<TuioSource, std::string> open(const std::string& where);

  TuioSource(TuioSource&&) noexcept;
  TuioSource& operator=(TuioSource&&) noexcept;
  ~TuioSource();

  // Readable when there is something to read; for poll(2).
  [[nodiscard]] int descriptor() const { return socket_; }
  // Takes what has arrived, without waiting, within the bounds above.
  void read(double now_s);

  // As in TuioDecoder.
  void set_screen(float width_px, float height_px, model::PixelsPerMm px_per_mm) {
    decoder_.set_screen(width_px, height_px, px_per_mm);
  }
  void silence(double now_s) { decoder_.silence(now_s); }
  [[nodiscard]] double next_silence_s(double now_s) const { return decoder_.next_silence_s(now_s); }
  [[nodiscard]] TouchFrame take() { return decoder_.take(); }
  [[nodiscard]] std::size_t live() const { return decoder_.live(); }
  [[nodiscard]] std::uint64_t refused() const { return decoder_.refused(); }
  [[nodiscard]] std::uint64_t heard() const { return heard_; }  // packets, right or not
  // Packets that the system threw away since they came faster than they were read.
  [[nodiscard]] std::uint64_t overrun() const { return overrun_; }

 private:
  explicit TuioSource(int socket);
  [[nodiscard]] std::ptrdiff_t receive();  // one packet into `datagram_`; its length, negative when there is none
  int socket_ = -1;
  std::vector<std::byte> datagram_;
  TuioDecoder decoder_;
  std::uint64_t heard_ = 0;
  std::uint32_t overrun_ = 0;  // as the system counts
};

}  // namespace greenline::input
