// greenline bench measures, and says what is wrong with what it is given.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>

#include "e2e/command_line.h"

namespace greenline {
namespace {

using testing::HasSubstr;

using BenchCommand = CommandLine;

TEST_F(BenchCommand, BenchEndsWithOneLineOfJsonWithExactlyTheseFields) {
  const auto answer = greenline({"bench", "--cards", "50", "--workload", "drag", "--seconds", "0.5"});
  ASSERT_EQ(answer.code, 0) << answer.printed;
  const auto line = nlohmann::json::parse(answer.printed, nullptr, false);
  ASSERT_TRUE(line.is_object()) << answer.printed;
  std::vector<std::string> keys, steps;
  for (const auto& [key, value] : line.items()) keys.push_back(key);
  for (const auto& [key, value] : line["ms"].items()) steps.push_back(key);
  EXPECT_THAT(keys, testing::UnorderedElementsAre("cards", "threads", "frames", "ms", "worst_loop_ms", "cpu_ms_a_frame",
                                                  "rss_mb", "pss_mb", "first_frame_cpu_s", "first_frame_wall_s", "cpu_s"));
  EXPECT_THAT(steps, testing::UnorderedElementsAre("input", "apply", "layout", "build", "submit", "raster"));
  EXPECT_EQ(line["cards"], 50);
  EXPECT_GT(line["frames"], 0);
}

TEST_F(BenchCommand, BenchInAWindowCountsTheServerAndWatchesThePixelsFromOutside) {
  const desk::XServer server(1280, 800);
  const fs::path said = folder / "said";
  desk::Program bench(
      {program_file(), "bench", "--cards", "60", "--workload", "drag", "--seconds", "1", "--window", "--size", "1280x800"},
      server.display(), said.string());
  ASSERT_EQ(bench.finish(std::chrono::seconds(120)), 0);
  std::ifstream lines(said);
  std::string last;
  for (std::string one; std::getline(lines, one);) last = one;
  const auto line = nlohmann::json::parse(last, nullptr, false);
  ASSERT_TRUE(line.is_object()) << last;
  EXPECT_GT(line["cpu_ms_a_frame"]["process"], 0);
  EXPECT_GT(line["cpu_ms_a_frame"]["x_server"], 0);
  EXPECT_GT(line["pointer_to_pixels_ms"]["median"], 0);
  EXPECT_GE(line["pointer_to_pixels_ms"]["steps"], 1) << "how many are seen is the machine's business";
  EXPECT_GE(line["pointer_to_pixels_ms"]["worst"], line["pointer_to_pixels_ms"]["median"]);
}

TEST_F(BenchCommand, BenchLoadsASceneAndSaysWhatIsWrongWithOne) {
  const fs::path scene = folder / "scene.json";
  std::ofstream(scene) << R"({"cards":[{"id":"a","x":960,"y":200,"text":"one","region":"structure"},
    {"id":"b","x":960,"y":850,"text":"two","region":"identity"}],"threads":[{"a":"a","b":"b","word":"needs"}]})";
  const auto answer = greenline({"bench", "--scene", scene.string(), "--seconds", "0.3", "--workload", "move"});
  ASSERT_EQ(answer.code, 0) << answer.printed;
  const auto line = nlohmann::json::parse(answer.printed);
  EXPECT_EQ(line["cards"], 2);
  EXPECT_EQ(line["threads"], 1);
  std::ofstream(scene) << R"({"cards":[{"id":"a","x":"left"}]})";
  EXPECT_THAT(greenline({"bench", "--scene", scene.string()}).printed, HasSubstr("/cards/0"));
}

TEST_F(BenchCommand, WhatASceneNamesAndIsNotThereIsSaidAndNothingOfItIsDropped) {
  const fs::path scene = folder / "scene.json";
  const auto benched = [&](const std::string& text) {
    std::ofstream(scene) << text;
    const auto answer = greenline({"bench", "--scene", scene.string(), "--seconds", "0.1"});
    EXPECT_EQ(answer.code, 1) << answer.printed;
    return answer.printed;
  };
  EXPECT_THAT(benched(R"({"cards":[{"id":"a","x":1,"y":1,"text":"x","region":"strcture"}]})"),
              HasSubstr("Did you mean \"structure\"?"));
  EXPECT_THAT(benched(R"({"cards":[{"id":"a","x":1,"y":1}],"threads":[{"a":"a","b":"gone"}]})"), HasSubstr("/threads/0/b"));
  EXPECT_THAT(benched(R"({"cards":[{"id":"a","x":1,"y":1}],"threads":[7]})"), HasSubstr("/threads/0"));
  EXPECT_THAT(benched(R"({"cards":[],"threads":{}})"), HasSubstr("/threads"));
}

}  // namespace
}  // namespace greenline
