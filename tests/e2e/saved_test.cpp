// What becomes of a convening that was saved: copied home without its log, looked into by others, erased for good.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "drafts/draft_disk.h"
#include "e2e/desk.h"
#include "journal/builders.h"
#include "journal/journal.h"
#include "places.h"

namespace greenline {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class SavedConvening : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::temp_directory_path() / ("greenline-saved-" + std::to_string(getpid()));
    fs::create_directories(folder / "home");
    convening = folder / "room.greenline";
    ASSERT_EQ(desk::answer_of({program_file(), "simulate", "--cards", "5", "--out", convening.string()}).code, 0);
  }
  void TearDown() override { fs::remove_all(folder); }
  [[nodiscard]] desk::Answer greenline(std::vector<std::string> words) const {
    words.insert(words.begin(), program_file());
    return desk::answer_of(words);
  }
  // The one file alone, as somebody takes it home after the plug was pulled in the midst of these cards.
  [[nodiscard]] fs::path taken_home_without_its_log(std::uint64_t cards) const {
    auto opened = journal::Journal::open(convening, {});
    EXPECT_TRUE(opened);
    for (std::uint64_t i = 0; i < cards; ++i) EXPECT_TRUE(opened->append(journal::a_card(7000 + i)));
    EXPECT_TRUE(opened->flush());
    EXPECT_TRUE(fs::exists(convening.string() + "-wal"));
    const fs::path home = folder / "home" / "room.greenline";
    std::ifstream from(convening, std::ios::binary);
    std::ofstream(home, std::ios::binary) << from.rdbuf();
    return home;
  }
  fs::path folder, convening;
};

TEST_F(SavedConvening, CopiedWithoutItsLogIsNotCalledSoundAndTheLogIsNamed) {
  const fs::path home = taken_home_without_its_log(3);
  const auto checked = greenline({"check", home.string()});
  EXPECT_EQ(checked.code, 1);
  EXPECT_THAT(checked.printed, AllOf(HasSubstr("-wal"), Not(HasSubstr(": sound"))));
  const fs::path picture = folder / "home.png";
  const auto drawn = greenline({"render", "--convening", home.string(), "--size", "640x360", "--out", picture.string()});
  EXPECT_EQ(drawn.code, 0);
  EXPECT_THAT(drawn.printed, HasSubstr("-wal")) << "what is missing from a picture is said beside it";
  EXPECT_TRUE(fs::exists(picture));
}

TEST_F(SavedConvening, ErasedIsGoneWithItsLogAndWhatWasBegunAndTheReceiptSaysSo) {
  const fs::path drafts = drafts::drafts_beside(convening);
  std::ofstream(drafts) << "half a thought";
  std::ofstream(folder / "neighbour.greenline") << "mine";
  fs::copy_file(convening, folder / "room (2).greenline");
  const auto erased = greenline({"erase", convening.string()});
  EXPECT_EQ(erased.code, 0);
  EXPECT_THAT(erased.printed, AllOf(HasSubstr("with 5 cards"), HasSubstr(convening.string()), HasSubstr(drafts.string())));
  EXPECT_THAT(erased.printed,
              HasSubstr("Not erased, although it may hold the same: " + (folder / "room (2).greenline").string()));
  EXPECT_FALSE(fs::exists(convening));
  EXPECT_FALSE(fs::exists(drafts));
  EXPECT_TRUE(fs::exists(folder / "neighbour.greenline"));
  EXPECT_TRUE(fs::exists(folder / "room (2).greenline"));
}

TEST_F(SavedConvening, IsNotErasedWhileAWallHasItOpenNorIsWhatIsNoConvening) {
  {
    const auto open = journal::Journal::open(convening, {});
    ASSERT_TRUE(open);
    const auto refused = greenline({"erase", convening.string()});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.printed, HasSubstr("Nothing was erased"));
    EXPECT_TRUE(fs::exists(convening));
  }
  const fs::path letter = folder / "letter.txt";
  std::ofstream(letter) << "dear all";
  const auto refused = greenline({"erase", letter.string()});
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.printed, HasSubstr("Nothing was erased"));
  std::ifstream in(letter);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "dear all");
}

}  // namespace
}  // namespace greenline
