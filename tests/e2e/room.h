// A room for one test: a folder that goes when the test passes, a convening in it, and the program that runs on it.
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "e2e/desk.h"
#include "places.h"

namespace greenline::desk {

class Room : public testing::Test {
 protected:
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() / ("greenline-room-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder);  // a test that failed left its own
    std::filesystem::create_directories(folder);
    convening = folder / "room.greenline";
    ::setenv("XDG_STATE_HOME", (folder / "state").c_str(), 1);    // the log is the test's, not the tester's
    ::setenv("XDG_CONFIG_HOME", (folder / "config").c_str(), 1);  // and so is the host's number
  }
  void TearDown() override {
    if (!HasFailure()) {
      std::filesystem::remove_all(folder);
      return;
    }
    std::ifstream log(folder / "log");
    std::cerr << "The program said:\n" << log.rdbuf() << "\nWhat it left is in " << folder << '\n';
  }

  // Starts it on a display that shows nothing yet, and waits until the wall stands there.
  void start(const Hand& hand, const std::string& display, std::vector<std::string> more = {}) {
    std::vector<std::string> command{program_file(),    "run", "--convening", convening.string(), "--still",
                                     "--pixels-per-mm", "3.78"};
    command.insert(command.end(), more.begin(), more.end());
    const render::Picture bare = hand.photograph();
    program = std::make_unique<Program>(command, display, (folder / "log").string());
    for (int i = 0; i < 150 && program->running() && hand.photograph().rgba == bare.rgba; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    (void)photograph_at_rest(hand, std::chrono::seconds(60));
    ASSERT_TRUE(program->running());
  }

  std::filesystem::path folder, convening;
  std::unique_ptr<Program> program;
};

}  // namespace greenline::desk
