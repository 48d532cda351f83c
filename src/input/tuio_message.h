// One message of TUIO 1.1 (www.tuio.org/?specification), checked: every number that comes out of here is one.
//
// Of its profiles those of fingers: 2Dcur, points, and 2Dblb, patches that have a size.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace greenline::input {

enum class TuioProfile : std::uint8_t { cursor, blob };

using TuioSession = std::int32_t;  // a finger's name from touching to lifting, as its sender gives it

// Who speaks. Longer names are told apart by their first bytes.
struct TuioName {
  static constexpr std::size_t max_bytes = 128;
  std::string name;
};
// All fingers that are on the glass: ascending, each once.
struct TuioAlive {
  std::vector<TuioSession> sessions;
};
// Where one of them is, in parts of the screen's width and height from its top left; -0.1 to 1.1, for trackers see past the
// edge.
struct TuioSet {
  TuioSession session = 0;
  float x = 0, y = 0;
  float width = 0, height = 0;  // of a blob; 0 of a cursor
};
// The frame's number, which ends it.
struct TuioFrameNumber {
  static constexpr std::int32_t none = -1;  // a repetition, outside the count
  std::int32_t number = none;
};
// Of another profile or protocol: none of our business, and no fault.
struct TuioOther {};

struct TuioMessage {
  TuioProfile profile = TuioProfile::cursor;
  std::variant<TuioOther, TuioName, TuioAlive, TuioSet, TuioFrameNumber> body;
};

// Nothing when the bytes are no OSC message, or one of ours with missing, wrong or impossible arguments.
[[nodiscard]] std::optional<TuioMessage> read_tuio_message(std::span<const std::byte>);

}  // namespace greenline::input
