// What the program says of itself: for its owner's eyes, and harmless to whoever reads it on a terminal.
#include "app/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "journal/folder.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;
using journal::Folder;
using testing::HasSubstr;

TEST(Log, IsWrittenForItsOwnerAlone) {
  const Folder folder;
  const mode_t before = umask(0);
  {
    Log log(folder / "state/greenline/greenline.log");
    log.note("a wall opens");
    EXPECT_EQ(log.file(), folder / "state/greenline/greenline.log");
  }
  umask(before);
  EXPECT_THAT(journal::bytes_of(folder / "state/greenline/greenline.log"), HasSubstr("a wall opens\n"));
  EXPECT_EQ(fs::status(folder / "state/greenline/greenline.log").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(fs::status(folder / "state/greenline").permissions(), fs::perms::owner_all);
}

TEST(Log, AddsToWhatIsThereAndNeverGrowsBeyondItsBounds) {
  const Folder folder;
  const fs::path file = folder / "greenline.log";
  for (int i = 0; i < 6; ++i) {
    Log log(file);
    log.note("run " + std::to_string(i));
    for (int line = 0; line < 700; ++line) log.note(std::string(1000, 'x'));
  }
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder.path())) bytes += fs::file_size(entry);
  EXPECT_LE(bytes, 3U << 20);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 3);
}

TEST(Log, ThatCannotBeWrittenIsNoReasonNotToOpenTheWall) {
  const Folder folder;
  journal::write_bytes(folder / "file", "");
  Log log(folder / "file/below/greenline.log");
  log.note("a wall opens");
  EXPECT_EQ(log.file(), std::nullopt);
}

TEST(Log, SpellsOutWhatWouldActOnATerminal) {
  EXPECT_EQ(one_harmless_line("a harbour, été, 水"), "a harbour, été, 水");
  EXPECT_EQ(one_harmless_line("\x1b[2J\u202eabc"), "\\u{1b}[2J\\u{202e}abc");
  EXPECT_EQ(one_harmless_line("two\nlines"), "two · lines");
  EXPECT_EQ(one_harmless_line("caf\xE9"), "caf\\xe9");
}

}  // namespace
}  // namespace greenline::app
