// A folder of its own for each test, gone afterwards.
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace greenline::files::tests {

namespace fs = std::filesystem;

class InAFolder : public testing::Test {
 protected:
  InAFolder() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder = fs::temp_directory_path() /
             (std::string("greenline-") + test->test_suite_name() + "-" + test->name() + "-" + std::to_string(::getpid()));
    fs::create_directories(folder);
  }
  ~InAFolder() override { fs::remove_all(folder); }
  InAFolder(const InAFolder&) = delete;
  InAFolder& operator=(const InAFolder&) = delete;

  static void put(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }
  static std::string in(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] std::size_t names() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }

  fs::path folder;
};

}  // namespace greenline::files::tests
