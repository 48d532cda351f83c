// OSC packets of TUIO, written byte by byte, apart from the library that reads them; and a tracker that sends them.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "input/tuio.h"

namespace greenline::test {

inline std::string osc_number(std::uint32_t number) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 0xFF);
  return bytes;
}
inline std::string osc_text(std::string_view text) {
  std::string bytes(text);
  bytes.append(4 - bytes.size() % 4, '\0');
  return bytes;
}

inline void put(std::string& types, std::string& bytes, std::int32_t number) {
  types += 'i';
  bytes += osc_number(static_cast<std::uint32_t>(number));
}
inline void put(std::string& types, std::string& bytes, float number) {
  types += 'f';
  bytes += osc_number(std::bit_cast<std::uint32_t>(number));
}
inline void put(std::string& types, std::string& bytes, const char* text) {
  types += 's';
  bytes += osc_text(text);
}
inline void put(std::string& types, std::string& bytes, const std::vector<std::int32_t>& numbers) {
  for (const std::int32_t number : numbers) put(types, bytes, number);
}

template <class... Arguments>
std::string osc_message(std::string_view address, const Arguments&... arguments) {
  std::string types = ",", bytes;
  (put(types, bytes, arguments), ...);
  return osc_text(address) + osc_text(types) + bytes;
}
inline std::string osc_bundle(const std::vector<std::string>& elements) {
  std::string bytes = osc_text("#bundle") + osc_number(0) + osc_number(1);
  for (const std::string& element : elements) bytes += osc_number(static_cast<std::uint32_t>(element.size())) + element;
  return bytes;
}

inline constexpr const char *points = "/tuio/2Dcur", *patches = "/tuio/2Dblb";
using Sessions = std::vector<std::int32_t>;

inline std::string named(const char* name, const char* profile = points) { return osc_message(profile, "source", name); }
inline std::string alive(const Sessions& sessions, const char* profile = points) {
  return osc_message(profile, "alive", sessions);
}
inline std::string point(std::int32_t session, float x, float y) {
  return osc_message(points, "set", session, x, y, 0.0F, 0.0F, 0.0F);
}
inline std::string patch(std::int32_t session, float x, float y, float width, float height) {
  return osc_message(patches, "set", session, x, y, 0.5F, width, height, width * height, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F);
}
inline std::string ending(std::int32_t number, const char* profile = points) { return osc_message(profile, "fseq", number); }

// A bundle of points, as trackers send it; `name` "" leaves the source out.
inline std::string frame(std::int32_t number, const Sessions& sessions, const std::vector<std::string>& sets,
                         const char* name = "", const char* profile = points) {
  std::vector<std::string> messages;
  if (*name != '\0') messages.push_back(named(name, profile));
  messages.push_back(alive(sessions, profile));
  messages.insert(messages.end(), sets.begin(), sets.end());
  messages.push_back(ending(number, profile));
  return osc_bundle(messages);
}

// A wall of 1000 by 500 pixels, two to the millimetre, that a tracker's packets reach.
struct Table {
  input::TuioDecoder decoder;
  double time_s = 100;
  Table() { decoder.set_screen(1000, 500, 2); }

  // What the packet brought.
  std::vector<input::Contact> hears(const std::string& packet, double after_s = 0.01) {
    time_s += after_s;
    decoder.packet(std::as_bytes(std::span(packet)), time_s);
    return decoder.take().contacts;
  }
  std::vector<input::Contact> waits(double seconds) {
    time_s += seconds;
    decoder.silence(time_s);
    return decoder.take().contacts;
  }
};

// "began moved": what happened, in order.
inline std::string happened(const std::vector<input::Contact>& contacts) {
  static constexpr const char* names[] = {"began", "moved", "ended", "cancelled"};
  std::string story;
  for (const auto& contact : contacts)
    story += (story.empty() ? "" : " ") + std::string(names[static_cast<int>(contact.state)]);
  return story;
}

}  // namespace greenline::test
