// Any bytes as a tracker's packets. Whatever comes, every finger's story is whole, lies on the glass and ends with silence.
//
// The bytes are packets one after another: how long after the one before (in tenths of a second), its length in two bytes (the
// higher first), and as many bytes, or as many as are left.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <span>

#include "input/tuio.h"

namespace {

using namespace greenline::input;
using Bytes = std::span<const std::byte>;

constexpr float width_px = 1920, height_px = 1080;

void must(bool holds) {
  if (!holds) std::abort();
}

struct Wall {
  TuioDecoder decoder;
  std::map<ContactId, bool> down;  // false: it has ended
  double time_s = 0;
  Wall() { decoder.set_screen(width_px, height_px, 2); }

  void look() {
    std::size_t live = 0;
    for (const Contact& contact : decoder.take().contacts) {
      must(contact.id >= TuioDecoder::first_contact_id);
      must(contact.at.x >= 0 && contact.at.x < width_px && contact.at.y >= 0 && contact.at.y < height_px);
      must(std::isfinite(contact.width_mm) && contact.width_mm >= 0);
      const bool began = contact.state == ContactState::began;
      must(began ? !down.contains(contact.id) : down.contains(contact.id) && down[contact.id]);
      down[contact.id] = began || contact.state == ContactState::moved;
    }
    for (const auto& [id, is_down] : down) live += is_down ? 1 : 0;
    must(live == decoder.live() && live <= TuioDecoder::max_senders * TuioDecoder::max_contacts);
    must((live == 0) == (decoder.next_silence_s(time_s) == TuioDecoder::nothing_due_s));
  }
};

std::size_t as_number(std::byte byte) { return std::to_integer<std::size_t>(byte); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes = std::as_bytes(std::span(data, size));
  Wall wall;
  while (bytes.size() >= 3) {
    wall.time_s += static_cast<double>(as_number(bytes[0])) / 10;
    const std::size_t length = std::min(as_number(bytes[1]) << 8 | as_number(bytes[2]), bytes.size() - 3);
    wall.decoder.packet(bytes.subspan(3, length), wall.time_s);
    wall.look();
    bytes = bytes.subspan(3 + length);
  }
  wall.decoder.silence(wall.time_s += TuioDecoder::silent_s);
  wall.look();
  must(wall.decoder.live() == 0);
  return 0;
}
