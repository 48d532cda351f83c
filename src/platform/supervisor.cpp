#include "platform/supervisor.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace greenline::platform {
namespace {

std::optional<long long> whole_number(const char* words) {
  if (words == nullptr) return std::nullopt;
  long long number = 0;
  const char* end = words + std::strlen(words);
  const auto [stopped, error] = std::from_chars(words, end, number);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return number;
}

// What a watchdog is for another process is none of ours.
double fed_every_s(const Supervisor::Variable& variable) {
  const auto bites_after_us = whole_number(variable("WATCHDOG_USEC"));
  if (!bites_after_us || *bites_after_us <= 0) return 0;
  const char* whose = variable("WATCHDOG_PID");
  if (whose != nullptr && whole_number(whose) != ::getpid()) return 0;
  return static_cast<double>(*bites_after_us) / 1e6 / 2;
}

}  // namespace

Supervisor::Supervisor(const Variable& variable) {
  const char* socket = variable("NOTIFY_SOCKET");
  if (socket == nullptr || (*socket != '/' && *socket != '@')) return;
  if (std::strlen(socket) >= sizeof(sockaddr_un::sun_path)) return;
  socket_ = socket;
  feed_every_s_ = fed_every_s(variable);
}

Supervisor::Supervisor() : Supervisor([](const char* name) -> const char* { return std::getenv(name); }) {}

void Supervisor::status(std::string_view sentence) const {
  std::string line = "STATUS=" + std::string(sentence);
  std::ranges::replace_if(
      line, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  tell(line, false);
}

void Supervisor::tell(std::string_view line, bool waits) const {
  if (!there()) return;
  const int from = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (from < 0) return;
  const timeval longest{1, 0};
  ::setsockopt(from, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof longest);
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  std::memcpy(to.sun_path, socket_.data(), socket_.size());
  if (to.sun_path[0] == '@') to.sun_path[0] = '\0';
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
  [[maybe_unused]] const ssize_t sent = ::sendto(from, line.data(), line.size(), MSG_NOSIGNAL | (waits ? 0 : MSG_DONTWAIT),
                                                 reinterpret_cast<const sockaddr*>(&to), length);
  ::close(from);
}

}  // namespace greenline::platform
