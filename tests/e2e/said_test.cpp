// What a window has to say reaches whoever opened the window system, whichever part of the program opens the window.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "e2e/desk.h"
#include "e2e/sender.h"
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

TEST_F(SaidOfWindows, ThatAMonitorIsNotThere) {
  const auto system = WindowSystem::open(say);
  ASSERT_TRUE(system) << system.error();
  const auto wall = Window::open(**system, {.role = {.name = "wall", .use = Use::wall, .asked_for = "7"}, .alone = false});
  ASSERT_TRUE(wall) << wall.error();
  EXPECT_THAT(heard, Contains(HasSubstr("There is no monitor 7 here")));
}

TEST_F(SaidOfWindows, WhatCameInAndWasLeftOutAlsoWhenTheWindowGoesSoonAfter) {
  const desk::Sender stranger;
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
