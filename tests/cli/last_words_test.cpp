// Whatever goes wrong in whatever thread, the program ends with words and exit code 1.
#include "cli/last_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <stdexcept>
#include <thread>

namespace greenline::cli {
namespace {

using testing::ExitedWithCode;
using testing::HasSubstr;
using testing::Not;

TEST(LastWords, OfTooLittleMemorySayWhatToDo) { EXPECT_THAT(last_words(std::bad_alloc()), HasSubstr("Close other programs")); }

TEST(LastWords, OfAFileNameItAndTheReason) {
  const std::filesystem::filesystem_error error("copy", "/media/usb/a.png", std::make_error_code(std::errc::io_error));
  EXPECT_THAT(last_words(error), HasSubstr("/media/usb/a.png"));
  EXPECT_THAT(last_words(error), HasSubstr(std::make_error_code(std::errc::io_error).message()));
}

TEST(LastWords, OfAFileThatHoldsSomethingElseSayHowToFindOut) {
  try {
    [[maybe_unused]] const auto read = nlohmann::json::parse("{");
    FAIL();
  } catch (const std::exception& error) {
    EXPECT_THAT(last_words(error), HasSubstr("greenline check FILE"));
  }
}

TEST(LastWords, OfAnythingElseHoldItsOwnWords) {
  EXPECT_THAT(last_words(std::runtime_error("the moon is missing")), HasSubstr("the moon is missing"));
  EXPECT_THAT(last_words(std::regex_error(std::regex_constants::error_brack)), HasSubstr("did not foresee"));
}

TEST(LastWords, CannotHarmATerminal) { EXPECT_THAT(last_words(std::runtime_error("\x1b[2J")), Not(HasSubstr("\x1b"))); }

TEST(LastWords, OfTheProgramsOwnPartGiveOne) {
  EXPECT_EQ(said_at_the_end([] { return 0; }), 0);
  EXPECT_EQ(said_at_the_end([]() -> int { throw std::runtime_error("x"); }), 1);
  EXPECT_EQ(said_at_the_end([]() -> int { throw std::bad_alloc(); }), 1);
  EXPECT_EQ(said_at_the_end([]() -> int { throw 7; }), 1);
}

TEST(LastWordsOfThreadsDeathTest, AreSaidAndTheProgramEndsWithOne) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        say_last_words_of_threads();
        std::thread([] { throw std::runtime_error("the moon is missing"); }).join();
      },
      ExitedWithCode(1), "the moon is missing");
  EXPECT_EXIT(
      {
        say_last_words_of_threads();
        std::thread([] { throw std::bad_alloc(); }).join();
      },
      ExitedWithCode(1), "not enough memory");
}

}  // namespace
}  // namespace greenline::cli
