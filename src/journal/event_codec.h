// An event as bytes: CBOR (RFC 8949), one map an event, with short stable keys, so that a newer Greenline reads an older file.
// The format's table is in event_format.h.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "model/event.h"

namespace greenline::journal {

[[nodiscard]] std::vector<std::uint8_t> encode(const model::Event&);
// Never throws, whatever the bytes; holds sizes to the limits of model/values.h. The error says what is wrong.
[[nodiscard]] tl::expected<model::Event, std::string> decode(std::span<const std::uint8_t> bytes);
// True for a well-formed event of a kind that only a newer Greenline knows: to be kept, not read. Asked when `decode` fails.
[[nodiscard]] bool is_from_newer(std::span<const std::uint8_t> bytes);

}  // namespace greenline::journal
