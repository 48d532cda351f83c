// Opens and drains the socket that trackers send to.
#include "input/tuio_source.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "input/osc.h"

namespace greenline::input {
namespace {

struct Where {
  std::string address;
  std::uint16_t port = 0;
};

std::optional<std::uint16_t> port_of(std::string_view text) {
  std::uint16_t port = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || port == 0) return std::nullopt;
  return port;
}

tl::expected<sockaddr_in, std::string> socket_address(const Where& where) {
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(where.port);
  if (::inet_pton(AF_INET, where.address.c_str(), &at.sin_addr) != 1) {
    return tl::unexpected("\"" + where.address +
                          "\" is not an IPv4 address to hear TUIO touches at: write one of this machine's as numbers, as in "
                          "192.168.1.20:3333, or 0.0.0.0:3333 for all of them.");
  }
  return at;
}

tl::expected<Where, std::string> read_where(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const std::string port_text = colon == std::string::npos ? text : text.substr(colon + 1);
  const auto port = port_of(port_text);
  if (!port) {
    return tl::unexpected(
        "\"" + port_text +
        "\" is not a port to hear TUIO touches at: write a number from 1 to 65535, usually 3333, or an address "
        "with it, as in 192.168.1.20:3333.");
  }
  return Where{colon == std::string::npos ? "127.0.0.1" : text.substr(0, colon), *port};
}

// "127.0.0.1 and 192.168.1.20"
std::string own_addresses() {
  ifaddrs* all = nullptr;
  if (::getifaddrs(&all) != 0) return "none that can be told";
  std::vector<std::string> addresses;
  for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
    if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET) continue;
    sockaddr_in at{};
    std::memcpy(&at, one->ifa_addr, sizeof at);
    std::array<char, INET_ADDRSTRLEN> text{};
    if (::inet_ntop(AF_INET, &at.sin_addr, text.data(), text.size()) != nullptr) addresses.emplace_back(text.data());
  }
  ::freeifaddrs(all);
  std::string list;
  for (std::size_t i = 0; i < addresses.size(); ++i)
    list += (i == 0 ? "" : i + 1 == addresses.size() ? " and " : ", ") + addresses[i];
  return list.empty() ? "none" : list;
}

std::string why_not(int error, const Where& where) {
  const std::string port = std::to_string(where.port);
  if (error == EADDRINUSE) {
    return "Another program already hears at port " + port + " of " + where.address +
           ": end that program, or choose another port here and in the tracker.";
  }
  if (error == EADDRNOTAVAIL) {
    return where.address + " is not an address of this machine: it has " + own_addresses() +
           ". Write one of these, or 0.0.0.0:" + port + " for all of them.";
  }
  if (error == EACCES) {
    return "This program may not hear at port " + port + ": choose a port from 1024, here and in the tracker; 3333 is usual.";
  }
  return "TUIO touches cannot be heard at " + where.address + ":" + port + " (" + std::generic_category().message(error) +
         "): try another port, or restart this machine.";
}

}  // namespace

TuioSource::TuioSource(int socket) : socket_(socket), datagram_(max_osc_packet_bytes) {}

TuioSource::TuioSource(TuioSource&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)),
      datagram_(std::move(other.datagram_)),
      decoder_(std::move(other.decoder_)),
      heard_(other.heard_),
      overrun_(other.overrun_) {}

TuioSource& TuioSource::operator=(TuioSource&& other) noexcept {
  std::swap(socket_, other.socket_);
  std::swap(datagram_, other.datagram_);
  std::swap(decoder_, other.decoder_);
  std::swap(overrun_, other.overrun_);
  std::swap(heard_, other.heard_);
  return *this;
}

TuioSource::~TuioSource() {
  if (socket_ >= 0) ::close(socket_);
}

tl::expected<TuioSource, std::string> TuioSource::open(const std::string& text) {
  const auto where = read_where(text);
  if (!where) return tl::unexpected(where.error());
  const auto at = socket_address(*where);
  if (!at) return tl::unexpected(at.error());
  const int opened = ::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (opened < 0) return tl::unexpected(why_not(errno, *where));
  TuioSource source(opened);
  const int on = 1;
  (void)::setsockopt(opened, SOL_SOCKET, SO_RXQ_OVFL, &on, sizeof on);  // tells what it throws away
  if (::bind(opened, reinterpret_cast<const sockaddr*>(&*at), sizeof *at) != 0) return tl::unexpected(why_not(errno, *where));
  return source;
}

std::ptrdiff_t TuioSource::receive() {
  iovec whole{datagram_.data(), datagram_.size()};
  alignas(cmsghdr) std::array<std::byte, CMSG_SPACE(sizeof overrun_)> beside{};
  msghdr message{};
  message.msg_iov = &whole;
  message.msg_iovlen = 1;
  message.msg_control = beside.data();
  message.msg_controllen = beside.size();
  const ssize_t got = ::recvmsg(socket_, &message, 0);
  if (got < 0) return got;
  for (const cmsghdr* one = CMSG_FIRSTHDR(&message); one != nullptr; one = CMSG_NXTHDR(&message, const_cast<cmsghdr*>(one))) {
    if (one->cmsg_level == SOL_SOCKET && one->cmsg_type == SO_RXQ_OVFL) std::memcpy(&overrun_, CMSG_DATA(one), sizeof overrun_);
  }
  return got;
}

void TuioSource::read(double now_s) {
  std::size_t bytes = 0;
  for (std::size_t packets = 0; packets < max_packets_a_read && bytes < max_bytes_a_read; ++packets) {
    const ssize_t got = receive();
    if (got < 0) return;  // nothing more; whatever else it is, the next read tells again
    bytes += static_cast<std::size_t>(got);
    ++heard_;
    decoder_.packet(std::span(datagram_).first(static_cast<std::size_t>(got)), now_s);
  }
}

}  // namespace greenline::input
