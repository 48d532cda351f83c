// Open Sound Control packets, as they come from a network: split into messages, and each message checked.
//
// Bundles are split here, within bounds; a single message is decoded by liblo. Only what TUIO uses is let through to it: liblo
// reads past the end of a message whose last argument is a blob without its length.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace greenline::input {

inline constexpr std::size_t max_osc_packet_bytes = 64U << 10;  // a UDP packet holds no more
inline constexpr std::size_t max_osc_messages = 1024;           // four times what the fullest frame of TUIO needs
inline constexpr int max_osc_depth = 4;                         // bundles in bundles

// A packet is a bundle or one single message.
[[nodiscard]] bool is_osc_bundle(std::span<const std::byte> packet);

// The bytes of each message, in order; they are the packet's own. Nothing when the packet is beyond the bounds, or when any
// length in it does not fit: then none of it is to be believed.
[[nodiscard]] std::optional<std::vector<std::span<const std::byte>>> osc_messages(std::span<const std::byte> packet);

class OscMessage {
 public:
  // Nothing when the bytes are no message, or when an argument is no int32 (i), float (f) or string (s).
  [[nodiscard]] static std::optional<OscMessage> read(std::span<const std::byte>);

  // Valid as long as the bytes it was read from.
  [[nodiscard]] std::string_view address() const { return address_; }
  // A letter an argument, such as "siff".
  [[nodiscard]] std::string_view types() const { return types_; }
  // Arguments from 0; each only where `types` has that letter. A text is valid as long as the message.
  [[nodiscard]] std::int32_t integer(std::size_t argument) const;
  [[nodiscard]] float number(std::size_t argument) const;
  [[nodiscard]] std::string_view text(std::size_t argument) const;

 private:
  struct Free {
    void operator()(void* message) const;
  };
  std::string_view address_, types_;
  std::unique_ptr<void, Free> message_;  // liblo's
};

}  // namespace greenline::input
