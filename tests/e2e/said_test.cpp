// What a window has to say reaches whoever opened the window system, whichever part of the program opens the window.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "e2e/desk.h"
#include "files/descriptor.h"
#include "platform/window.h"
#include "platform/window_system.h"

namespace greenline::platform {
namespace {

using testing::Contains;
using testing::HasSubstr;

class SaidOfWindows : public testing::Test {
 protected:
  void SetUp() override { ::setenv("DISPLAY", server.display().c_str(), 1); }
  void TearDown() override { ::unsetenv("DISPLAY"); }

  const desk::XServer server{640, 480};
  std::vector<std::string> heard;
  const Say say = [this](const std::string& sentence) { heard.push_back(sentence); };
};

// Somebody who sends to a tracker's port what no tracker sends.
struct Stranger {
  Stranger() {
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

TEST_F(SaidOfWindows, ThatAMonitorIsNotThere) {
  const auto system = WindowSystem::open(say);
  ASSERT_TRUE(system) << system.error();
  const auto wall = Window::open(**system, {.monitor = "7", .hands = false, .alone = false});
  ASSERT_TRUE(wall) << wall.error();
  EXPECT_THAT(heard, Contains(HasSubstr("There is no monitor 7 here")));
}

TEST_F(SaidOfWindows, WhatCameInAndWasLeftOutAlsoWhenTheWindowGoesSoonAfter) {
  const Stranger stranger;
  const auto system = WindowSystem::open(say);
  ASSERT_TRUE(system) << system.error();
  {
    auto window = Window::open(**system, {.width = 320, .height = 240, .tuio = stranger.port()});
    ASSERT_TRUE(window) << window.error();
    (*system)->poll(0);
    stranger.send("no bundle at all");
    (*system)->poll(0.5);
    (*system)->poll(0.1);
    EXPECT_THAT(heard, testing::Not(Contains(HasSubstr("TUIO")))) << "no oftener than once a minute";
  }
  EXPECT_THAT(heard, Contains(HasSubstr("1 TUIO packets, or parts of them, were not right")));
}

}  // namespace
}  // namespace greenline::platform
