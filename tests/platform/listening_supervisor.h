// Stands where systemd stands: a socket that a program under test may tell things to.
#pragma once
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>

namespace greenline {

class ListeningSupervisor {
 public:
  // In the file system, or with a leading '@' in the abstract namespace.
  explicit ListeningSupervisor(const std::string& socket)
      : name_(socket), socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    std::memcpy(at.sun_path, name_.data(), name_.size());
    if (name_.front() == '@') at.sun_path[0] = '\0';
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name_.size());
    if (::bind(socket_, reinterpret_cast<const sockaddr*>(&at), length) != 0) throw std::runtime_error("no socket " + name_);
  }
  ~ListeningSupervisor() { ::close(socket_); }
  ListeningSupervisor(const ListeningSupervisor&) = delete;
  ListeningSupervisor& operator=(const ListeningSupervisor&) = delete;

  [[nodiscard]] const std::string& socket() const { return name_; }
  // The next that was told; nothing when nothing came within that time.
  [[nodiscard]] std::optional<std::string> told(std::chrono::milliseconds within = {}) const {
    pollfd one{socket_, POLLIN, 0};
    if (::poll(&one, 1, static_cast<int>(within.count())) <= 0) return std::nullopt;
    char bytes[1024];
    const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
    return std::string(bytes, static_cast<std::size_t>(got < 0 ? 0 : got));
  }
  // Passes over everything else; false when this did not come within that time.
  [[nodiscard]] bool is_told(const std::string& line, std::chrono::milliseconds within) const {
    const auto until = std::chrono::steady_clock::now() + within;
    while (std::chrono::steady_clock::now() < until) {
      const auto next = told(std::chrono::milliseconds(100));
      if (next && next->starts_with(line)) return true;
    }
    return false;
  }
  void forget_what_was_told() const {
    while (told()) {}
  }

 private:
  std::string name_;
  int socket_;
};

}  // namespace greenline
