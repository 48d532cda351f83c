// OSC 1.0: everything is in multiples of four bytes, numbers are big-endian, texts end with a zero.
#include "input/osc.h"

#include <lo/lo_lowlevel.h>

#include <cstring>
#include <utility>

namespace greenline::input {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::string_view bundle_mark{"#bundle\0", 8};
constexpr std::size_t time_tag_bytes = 8, length_bytes = 4;

std::string_view as_text(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::uint32_t big_endian_32(Bytes bytes) {
  std::uint32_t number = 0;
  for (const std::byte byte : bytes.first(length_bytes)) number = number << 8 | std::to_integer<std::uint32_t>(byte);
  return number;
}

bool split(Bytes packet, int depth, std::vector<Bytes>& messages) {
  if (packet.empty() || packet.size() % 4 != 0) return false;
  if (!is_osc_bundle(packet)) {
    messages.push_back(packet);
    return messages.size() <= max_osc_messages;
  }
  if (depth == max_osc_depth || packet.size() < bundle_mark.size() + time_tag_bytes) return false;
  packet = packet.subspan(bundle_mark.size() + time_tag_bytes);
  while (!packet.empty()) {
    const std::size_t length = big_endian_32(packet);
    packet = packet.subspan(length_bytes);
    if (length > packet.size() || !split(packet.first(length), depth + 1, messages)) return false;
    packet = packet.subspan(length);
  }
  return true;
}

// The text at the front, taken off together with the zeros that fill its four bytes. Nothing when it does not end.
std::optional<std::string_view> take_text(Bytes& bytes) {
  const std::size_t end = as_text(bytes).find('\0');
  const std::size_t filled = (end / 4 + 1) * 4;
  if (end == std::string_view::npos || filled > bytes.size()) return std::nullopt;
  const std::string_view text = as_text(bytes.first(end));
  bytes = bytes.subspan(filled);
  return text;
}

const void* place_of(lo_message message, std::size_t argument) { return lo_message_get_argv(message)[argument]; }

// liblo's own type for arguments asks for eight bytes' alignment; the arguments lie at four.
template <class Number>
Number argument_of(lo_message message, std::size_t argument) {
  Number number{};
  std::memcpy(&number, place_of(message, argument), sizeof number);
  return number;
}

}  // namespace

bool is_osc_bundle(Bytes packet) { return as_text(packet).starts_with(bundle_mark); }

std::optional<std::vector<Bytes>> osc_messages(Bytes packet) {
  std::vector<Bytes> messages;
  if (packet.size() > max_osc_packet_bytes || !split(packet, 0, messages)) return std::nullopt;
  return messages;
}

std::optional<OscMessage> OscMessage::read(Bytes bytes) {
  if (bytes.size() > max_osc_packet_bytes) return std::nullopt;
  Bytes rest = bytes;
  const auto address = take_text(rest);
  const auto types = take_text(rest);
  if (!address || !types || !types->starts_with(',')) return std::nullopt;
  if (types->find_first_not_of("ifs", 1) != std::string_view::npos) return std::nullopt;
  OscMessage message;
  message.address_ = *address;
  message.types_ = types->substr(1);
  // liblo copies the bytes and does not write to them; its signature is older than const.
  message.message_.reset(lo_message_deserialise(const_cast<std::byte*>(bytes.data()), bytes.size(), nullptr));
  if (!message.message_) return std::nullopt;
  return message;
}

std::int32_t OscMessage::integer(std::size_t argument) const { return argument_of<std::int32_t>(message_.get(), argument); }
float OscMessage::number(std::size_t argument) const { return argument_of<float>(message_.get(), argument); }
std::string_view OscMessage::text(std::size_t argument) const {
  return static_cast<const char*>(place_of(message_.get(), argument));
}

void OscMessage::Free::operator()(void* message) const { lo_message_free(message); }

}  // namespace greenline::input
