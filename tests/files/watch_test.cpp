// Folders are watched: what an editor saves is told once.
#include "files/watch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

namespace greenline::files {
namespace {

namespace fs = std::filesystem;

class WatchTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "greenline-watch.XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder = name;
  }
  void TearDown() override { fs::remove_all(folder); }
  void save(const std::string& name) const { std::ofstream(folder / name) << "words"; }
  // Waits for as many as that, bounded.
  [[nodiscard]] bool told(int times) const {
    for (int i = 0; i < 500 && saved < times; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return saved == times;
  }
  // As many as that and more: a folder that moves away is told by itself and by what it lies in.
  [[nodiscard]] bool told_more_than(int times) const {
    for (int i = 0; i < 500 && saved <= times; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    std::this_thread::sleep_for(std::chrono::milliseconds(2 * Watch::calm_ms));
    return saved > times;
  }
  fs::path folder;
  std::atomic<int> saved = 0;
};

TEST_F(WatchTest, TellsOfAFileThatIsSaved) {
  auto watch = Watch::begin({folder}, [this] { ++saved; });
  ASSERT_TRUE(watch) << watch.error();
  save("activity.json");
  EXPECT_TRUE(told(1));
}

TEST_F(WatchTest, TellsOfAFileThatIsPutInAnothersPlace) {
  save("activity.json");
  fs::create_directory(folder / "elsewhere");
  save("elsewhere/new.json");
  auto watch = Watch::begin({folder}, [this] { ++saved; });
  ASSERT_TRUE(watch);
  fs::rename(folder / "elsewhere/new.json", folder / "activity.json");
  EXPECT_TRUE(told(1));
}

TEST_F(WatchTest, TellsOfAFolderThatIsMadeAndOfOneThatGoes) {
  auto watch = Watch::begin({folder}, [this] { ++saved; });
  ASSERT_TRUE(watch);
  fs::create_directory(folder / "pack");
  EXPECT_TRUE(told(1));
  fs::remove(folder / "pack");
  EXPECT_TRUE(told(2));
}

TEST_F(WatchTest, TellsOfAFileWhenItIsWrittenAndNotWhenItIsBegun) {
  auto watch = Watch::begin({folder}, [this] { ++saved; });
  ASSERT_TRUE(watch);
  {
    std::ofstream file(folder / "pack.zip");
    std::this_thread::sleep_for(std::chrono::milliseconds(4 * Watch::calm_ms));
    EXPECT_EQ(saved, 0);
    file << "all of it";
  }
  EXPECT_TRUE(told(1));
}

TEST_F(WatchTest, TellsOfWhatIsSavedTogetherFewerTimesThanThereAreFiles) {
  auto watch = Watch::begin({folder}, [this] { ++saved; });
  ASSERT_TRUE(watch);
  constexpr int files = 200;
  for (int i = 0; i < files; ++i) save("part" + std::to_string(i));
  std::this_thread::sleep_for(std::chrono::milliseconds(5 * Watch::calm_ms));
  EXPECT_GE(saved, 1);
  EXPECT_LT(saved, files / 4);
}

TEST_F(WatchTest, SaysWhenThereIsNothingToWatch) {
  const auto watch = Watch::begin({folder / "nowhere"}, [] {});
  ASSERT_FALSE(watch);
  EXPECT_NE(watch.error().find("No folder can be watched"), std::string::npos);
}

TEST_F(WatchTest, LooksAtTheFoldersThatAreThere) {
  auto watch = Watch::begin({folder / "nowhere", folder}, [this] { ++saved; });
  ASSERT_TRUE(watch);
  save("activity.json");
  EXPECT_TRUE(told(1));
}

TEST_F(WatchTest, TellsOfAFolderThatGoesAndWatchesTheOneThatComesInItsPlace) {
  const fs::path watched = folder / "venue" / "packs";
  fs::create_directories(watched);
  auto watch = Watch::begin({watched}, [this] { ++saved; });
  ASSERT_TRUE(watch);
  fs::rename(watched, folder / "elsewhere");
  EXPECT_TRUE(told_more_than(0));
  int before = saved;
  save("elsewhere/activity.json");
  std::this_thread::sleep_for(std::chrono::milliseconds(3 * Watch::calm_ms));
  EXPECT_EQ(saved, before) << "it is not the folder that was asked for any more";
  fs::create_directory(watched);
  EXPECT_TRUE(told_more_than(before));
  before = saved;
  save("venue/packs/activity.json");
  EXPECT_TRUE(told_more_than(before));
}

TEST_F(WatchTest, SeesThatWhatItsFolderLiesInWasTakenAwayAndCameBack) {
  const fs::path watched = folder / "venue" / "packs";
  fs::create_directories(watched);
  auto watch = Watch::begin({watched}, [this] { ++saved; });
  ASSERT_TRUE(watch);
  fs::remove_all(folder / "venue");
  EXPECT_TRUE(told_more_than(0));
  std::this_thread::sleep_for(std::chrono::milliseconds(3 * Watch::calm_ms));
  int before = saved;
  fs::create_directories(folder / "other" / "packs");
  std::ofstream(folder / "other" / "packs" / "activity.json") << "words";
  fs::rename(folder / "other", folder / "venue");
  EXPECT_TRUE(told_more_than(before));
  before = saved;
  save("venue/packs/activity.json");
  EXPECT_TRUE(told_more_than(before));
}

TEST_F(WatchTest, IsNotWokenByWhatElseHappensBesideItsFolder) {
  fs::create_directory(folder / "packs");
  auto watch = Watch::begin({folder / "packs"}, [this] { ++saved; });
  ASSERT_TRUE(watch);
  save("notes.txt");
  fs::create_directory(folder / "other");
  std::this_thread::sleep_for(std::chrono::milliseconds(3 * Watch::calm_ms));
  EXPECT_EQ(saved, 0);
}

TEST_F(WatchTest, IsSilentOnceItIsGone) {
  {
    auto watch = Watch::begin({folder}, [this] { ++saved; });
  }
  save("activity.json");
  std::this_thread::sleep_for(std::chrono::milliseconds(3 * Watch::calm_ms));
  EXPECT_EQ(saved, 0);
}

}  // namespace
}  // namespace greenline::files
