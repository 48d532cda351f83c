// What people said is for those they said it to: files for their owner alone.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "journal/builders.h"
#include "journal/folder.h"
#include "journal/journal.h"

namespace greenline::journal {
namespace {

namespace fs = std::filesystem;

int mode_of(const fs::path& path) { return static_cast<int>(fs::status(path).permissions()) & 0777; }

// The usual umask, whatever the one is that this test runs under.
class Private : public testing::Test {
 protected:
  Folder folder_;
  mode_t before_ = umask(0022);
  ~Private() override { umask(before_); }
};

TEST_F(Private, IsANewConveningWithItsLog) {
  auto journal = Journal::open(folder_ / "a.greenline", {});
  ASSERT_TRUE(journal && journal->append(a_card(1)) && journal->flush());
  EXPECT_EQ(mode_of(folder_ / "a.greenline"), 0600);
  EXPECT_EQ(mode_of(folder_ / "a.greenline-wal"), 0600);
  EXPECT_FALSE(journal->open_to_others());
}

TEST_F(Private, BecomesAConveningThatOthersCouldRead) {
  { ASSERT_TRUE(Journal::open(folder_ / "a.greenline", {})); }
  fs::permissions(folder_ / "a.greenline", fs::perms(0664));
  auto journal = Journal::open(folder_ / "a.greenline", {});
  ASSERT_TRUE(journal && journal->append(a_card(1)) && journal->flush());
  EXPECT_EQ(mode_of(folder_ / "a.greenline"), 0600);
  EXPECT_EQ(mode_of(folder_ / "a.greenline-wal"), 0600);
}

}  // namespace
}  // namespace greenline::journal
