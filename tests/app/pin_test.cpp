// The host's number: what is kept of it, and how whoever guesses is slowed.
#include "app/pin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "journal/folder.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;

TEST(AHostsNumber, HasFourToTwelveDigits) {
  for (const char* good : {"0000", "4711", "123456789012"}) EXPECT_TRUE(is_pin(good)) << good;
  for (const char* bad : {"", "471", "1234567890123", "47 11", "47a1", "４７１１", "-471"}) EXPECT_FALSE(is_pin(bad)) << bad;
}

TEST(AHostsNumber, IsKnownByItsHashAlone) {
  const auto hash = hash_of_pin("4711"), again = hash_of_pin("4711");
  ASSERT_TRUE(hash && again);
  EXPECT_THAT(*hash, testing::StartsWith("$argon2id$"));
  EXPECT_NE(*hash, *again) << "each has its own salt";
  EXPECT_TRUE(is_right_pin("4711", *hash));
  for (const char* wrong : {"4712", "471", "47110", ""}) EXPECT_FALSE(is_right_pin(wrong, *hash)) << wrong;
}

TEST(AHostsNumber, IsNobodysWhereItsHashIsNone) {
  for (const std::string& garbage : {std::string(), std::string("4711"), std::string(5000, 'x'),
                                     std::string("$argon2id$v=19$m=1"), std::string("\0\xff", 2)})
    EXPECT_FALSE(is_right_pin("4711", garbage));
}

TEST(AHostsNumber, IsKeptForItsOwnerAlone) {
  const journal::Folder folder;
  const fs::path file = folder.path() / "config/greenline/pin";
  EXPECT_EQ(kept_pin(file), std::nullopt);
  ASSERT_TRUE(keep_pin(file, "$argon2id$one"));
  EXPECT_EQ(kept_pin(file), "$argon2id$one");
  constexpr auto others = fs::perms::group_all | fs::perms::others_all;
  EXPECT_EQ(fs::status(file).permissions() & others, fs::perms::none);
  ASSERT_TRUE(keep_pin(file, "$argon2id$two"));
  EXPECT_EQ(kept_pin(file), "$argon2id$two");
}

TEST(AHostsNumber, StaysSetWhereItsFileIsDamaged) {
  const journal::Folder folder;
  fs::create_directories(folder.path() / "pin");  // no file at all
  ASSERT_TRUE(kept_pin(folder.path() / "pin"));
  EXPECT_FALSE(is_right_pin("", *kept_pin(folder.path() / "pin")));
  std::ofstream(folder.path() / "empty").close();
  ASSERT_TRUE(kept_pin(folder.path() / "empty"));
  EXPECT_FALSE(is_right_pin("", *kept_pin(folder.path() / "empty")));
  std::ofstream(folder.path() / "huge") << std::string(1 << 20, '7');
  EXPECT_TRUE(kept_pin(folder.path() / "huge"));
}

TEST(Attempts, AreSlowedFromTheThirdOnAndNeverForLong) {
  PinAttempts attempts;
  double now_s = 100;
  attempts.wrong(now_s);
  attempts.wrong(now_s);
  EXPECT_EQ(attempts.wait_s(now_s), 0);
  double before_s = 0;
  for (int i = 0; i < 12; ++i) {
    attempts.wrong(now_s);
    const double wait_s = attempts.wait_s(now_s);
    EXPECT_GE(wait_s, 10);
    EXPECT_LE(wait_s, 300);
    EXPECT_GE(wait_s, before_s);
    before_s = wait_s;
    now_s += wait_s;
    EXPECT_EQ(attempts.wait_s(now_s), 0);
  }
  EXPECT_EQ(before_s, 300);
  attempts.right();
  attempts.wrong(now_s);
  EXPECT_EQ(attempts.wait_s(now_s), 0) << "who knew it begins again";
}

}  // namespace
}  // namespace greenline::app
