// OSC arguments become facts about fingers, or are refused.
#include "input/tuio_message.h"

#include <algorithm>

#include "input/osc.h"

namespace greenline::input {
namespace {

using Body = decltype(TuioMessage::body);

std::optional<TuioProfile> profile_at(std::string_view address) {
  if (address == "/tuio/2Dcur") return TuioProfile::cursor;
  if (address == "/tuio/2Dblb") return TuioProfile::blob;
  return std::nullopt;
}

// False for what is no number, too.
bool is_near_the_screen(float part) { return part >= -0.1F && part <= 1.1F; }

std::optional<Body> read_name(const OscMessage& message) {
  if (!message.types().starts_with("ss")) return std::nullopt;
  return TuioName{std::string(message.text(1).substr(0, TuioName::max_bytes))};
}

std::optional<Body> read_alive(const OscMessage& message) {
  if (message.types().find_first_not_of('i', 1) != std::string_view::npos) return std::nullopt;
  TuioAlive alive;
  for (std::size_t i = 1; i < message.types().size(); ++i) alive.sessions.push_back(message.integer(i));
  std::ranges::sort(alive.sessions);
  alive.sessions.erase(std::unique(alive.sessions.begin(), alive.sessions.end()), alive.sessions.end());
  return alive;
}

// 2Dcur: set session x y (its speed and acceleration). 2Dblb: set session x y angle width height (area, speeds, accelerations).
// What follows the place and the size is not used, so it may be missing or be anything.
std::optional<Body> read_set(const OscMessage& message, TuioProfile profile) {
  const bool sized = profile == TuioProfile::blob;
  if (!message.types().starts_with(sized ? "sifffff" : "siff")) return std::nullopt;
  TuioSet set{.session = message.integer(1), .x = message.number(2), .y = message.number(3)};
  if (!is_near_the_screen(set.x) || !is_near_the_screen(set.y)) return std::nullopt;
  if (!sized) return set;
  set.width = message.number(5);
  set.height = message.number(6);
  if (!is_near_the_screen(set.width) || !is_near_the_screen(set.height)) return std::nullopt;
  return set;
}

std::optional<Body> read_frame_number(const OscMessage& message) {
  if (!message.types().starts_with("si")) return std::nullopt;
  return TuioFrameNumber{message.integer(1)};
}

std::optional<Body> read_body(const OscMessage& message, TuioProfile profile) {
  if (!message.types().starts_with('s')) return std::nullopt;
  const std::string_view command = message.text(0);
  if (command == "source") return read_name(message);
  if (command == "alive") return read_alive(message);
  if (command == "set") return read_set(message, profile);
  if (command == "fseq") return read_frame_number(message);
  return TuioOther{};
}

}  // namespace

std::optional<TuioMessage> read_tuio_message(std::span<const std::byte> bytes) {
  const auto message = OscMessage::read(bytes);
  if (!message) return std::nullopt;
  const auto profile = profile_at(message->address());
  if (!profile) return TuioMessage{};
  auto body = read_body(*message, *profile);
  if (!body) return std::nullopt;
  return TuioMessage{*profile, std::move(*body)};
}

}  // namespace greenline::input
