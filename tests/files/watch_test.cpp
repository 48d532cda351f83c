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
