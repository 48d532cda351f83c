// Whatever asks the program to end, it keeps every letter and leaves one whole file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <string>

#include "drafts/draft_disk.h"
#include "e2e/mirror.h"
#include "e2e/room.h"
#include "picture/difference.h"
#include "station/session.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;
using desk::Mirror;

class Ending : public desk::Room, public testing::WithParamInterface<int> {
 protected:
  desk::XServer server{1920, 1080};
  desk::Hand hand{server.display()};
};

class AKioskWithANumber : public desk::Room {
 protected:
  desk::XServer server{1920, 1080};
  desk::Hand hand{server.display()};
};

TEST_P(Ending, KeepsTheLastLettersAndLeavesOneWholeFile) {
  start(hand, server.display());
  hand.key("Page_Down");
  (void)desk::photograph_at_rest(hand, 60s);
  Mirror mirror(std::string("name"));
  hand.tap(mirror.wall().scene().pixel_of({"structure", {0, -0.2F}}));
  (void)desk::photograph_at_rest(hand, 60s);
  for (const char letter : std::string("half")) hand.key(std::string(1, letter));
  // At once, and more than once, as a hurried session manager does.
  program->send(GetParam());
  program->send(GetParam());
  EXPECT_EQ(program->finish(60s), 0);
  const auto drafts = drafts::load_drafts(drafts::drafts_beside(convening));
  ASSERT_EQ(drafts.drafts.size(), 1U);
  EXPECT_EQ(drafts.drafts[0].words, "half");
  EXPECT_FALSE(std::filesystem::exists(convening.string() + "-wal")) << "all of it is in the one file";
}

TEST_F(AKioskWithANumber, IsLeftByItsHostAndByNobodyElse) {
  const desk::Answer set = desk::answer_of({"/bin/sh", "-c", "echo 4711 | '" + program_file() + "' pin set"});
  ASSERT_EQ(set.code, 0) << set.printed;
  start(hand, server.display());
  const render::Picture wall = desk::photograph_at_rest(hand, 60s);
  hand.key("q", {"Control_L", "Shift_L"});
  const render::Picture asks = desk::photograph_at_rest(hand, 60s);
  EXPECT_GT(picture::difference(asks, wall).share_visible, 0.1);
  for (const char* key : {"0", "0", "0", "0", "Return"}) hand.key(key);
  std::this_thread::sleep_for(1s);
  EXPECT_TRUE(program->running());
  hand.key("Escape");
  EXPECT_LT(picture::difference(desk::photograph_at_rest(hand, 60s), wall).share_visible, 0.01);
  hand.key("q", {"Control_L", "Shift_L"});
  for (const char* key : {"4", "7", "1", "1", "Return"}) hand.key(key);
  EXPECT_EQ(program->finish(60s), 0);
}

INSTANTIATE_TEST_SUITE_P(Each, Ending, testing::Values(SIGTERM, SIGINT, SIGHUP));

}  // namespace
}  // namespace greenline
