// Whoever looks after the program is told in its own protocol, and nobody else is.
#include "platform/supervisor.h"

#include <gtest/gtest.h>

#include <map>

#include "journal/folder.h"
#include "platform/listening_supervisor.h"

namespace greenline::platform {
namespace {

class Supervised : public testing::Test {
 protected:
  [[nodiscard]] Supervisor supervisor() const {
    return Supervisor([this](const char* name) {
      const auto found = environment.find(name);
      return found == environment.end() ? nullptr : found->second.c_str();
    });
  }
  std::map<std::string, std::string> environment;
  journal::Folder folder;
};

TEST_F(Supervised, TellsThroughTheSocketThatItIsGiven) {
  for (const std::string& name : {(folder / "notify").string(), "@greenline-supervised-" + std::to_string(getpid())}) {
    const ListeningSupervisor listening(name);
    environment["NOTIFY_SOCKET"] = name;
    const Supervisor told = supervisor();
    told.ready();
    told.feed();
    told.status("two\nlines");
    told.stopping();
    EXPECT_EQ(listening.told(), "READY=1");
    EXPECT_EQ(listening.told(), "WATCHDOG=1");
    EXPECT_EQ(listening.told(), "STATUS=two lines") << "a line that ends would be another word of the protocol";
    EXPECT_EQ(listening.told(), "STOPPING=1");
    EXPECT_EQ(listening.told(), std::nullopt);
  }
}

TEST_F(Supervised, FeedsTwiceAsOftenAsTheWatchdogBites) {
  environment = {{"NOTIFY_SOCKET", "/nowhere"}, {"WATCHDOG_USEC", "30000000"}};
  EXPECT_EQ(supervisor().feed_every_s(), 15);
  environment["WATCHDOG_PID"] = std::to_string(getpid());
  EXPECT_EQ(supervisor().feed_every_s(), 15);
  environment["WATCHDOG_PID"] = std::to_string(getppid());
  EXPECT_EQ(supervisor().feed_every_s(), 0) << "it is another process's";
}

TEST_F(Supervised, TellsNobodyWhereNobodyCanBeReached) {
  EXPECT_FALSE(supervisor().there());
  for (const std::string& socket : {std::string(), std::string("relative"), "/" + std::string(200, 'x')}) {
    environment = {{"NOTIFY_SOCKET", socket}, {"WATCHDOG_USEC", "30000000"}};
    EXPECT_FALSE(supervisor().there()) << socket;
    EXPECT_EQ(supervisor().feed_every_s(), 0) << socket;
  }
  for (const char* wrong : {"", "soon", "-5", "0", "99999999999999999999999", "3s"}) {
    environment = {{"NOTIFY_SOCKET", "/nowhere"}, {"WATCHDOG_USEC", wrong}};
    EXPECT_EQ(supervisor().feed_every_s(), 0) << wrong;
  }
  supervisor().ready();  // into nothing
}

TEST_F(Supervised, IsNotHeldUpByOneThatDoesNotListen) {
  const ListeningSupervisor busy("@greenline-busy-" + std::to_string(getpid()));
  environment["NOTIFY_SOCKET"] = busy.socket();
  const auto began = std::chrono::steady_clock::now();
  for (int i = 0; i < 2000; ++i) supervisor().feed();
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(1));
}

}  // namespace
}  // namespace greenline::platform
