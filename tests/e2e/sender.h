// Somebody who sends packets to a port of this machine on which a tracker is listened to.
#pragma once
#include <arpa/inet.h>
#include <sys/socket.h>

#include <string>

#include "files/descriptor.h"

namespace greenline::desk {

struct Sender {
  Sender() {  // to one that is free now
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const files::Descriptor free(::socket(AF_INET, SOCK_DGRAM, 0));
    (void)::bind(free.get(), reinterpret_cast<sockaddr*>(&address), size);
    (void)::getsockname(free.get(), reinterpret_cast<sockaddr*>(&address), &size);
  }
  [[nodiscard]] std::string port() const { return std::to_string(ntohs(address.sin_port)); }
  void send(const std::string& bytes) const {
    const files::Descriptor out(::socket(AF_INET, SOCK_DGRAM, 0));
    (void)::sendto(out.get(), bytes.data(), bytes.size(), 0, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  }
  sockaddr_in address{};
};

}  // namespace greenline::desk
