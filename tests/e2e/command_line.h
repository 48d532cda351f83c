// The program's commands, each as somebody types it, with a folder for what they write.
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "e2e/desk.h"
#include "places.h"

namespace greenline {

namespace fs = std::filesystem;

inline std::string bytes_in(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class CommandLine : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::temp_directory_path() / ("greenline-cli-" + std::to_string(getpid()));
    fs::create_directories(folder);
    ::setenv("XDG_STATE_HOME", (folder / "state").c_str(), 1);    // the log is the test's, not the tester's
    ::setenv("XDG_CONFIG_HOME", (folder / "config").c_str(), 1);  // and so is the host's number
  }
  void TearDown() override { fs::remove_all(folder); }
  static desk::Answer greenline(std::vector<std::string> words) {
    words.insert(words.begin(), program_file());
    return desk::answer_of(words);
  }
  fs::path folder;
};

}  // namespace greenline
