// What is named is written, and what is not named is not touched.
#include "files/write.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "files/folder.h"

namespace greenline::files::tests {
namespace {

struct stat of(const fs::path& path) {
  struct stat found {};
  EXPECT_EQ(::stat(path.c_str(), &found), 0) << path;
  return found;
}

class Write : public InAFolder {};

TEST_F(Write, ANewFileHasItsBytesAndNothingElseIsLeft) {
  ASSERT_TRUE(write_whole(folder / "a.png", "bytes"));
  EXPECT_EQ(in(folder / "a.png"), "bytes");
  EXPECT_EQ(names(), 1U);
}

TEST_F(Write, NeighboursOfAnyNameAreLeftAlone) {
  for (const char* name : {"a.png.part", "a.png.tmp", ".a.png", "a.png~"}) put(folder / name, "mine");
  ASSERT_TRUE(write_whole(folder / "a.png", "bytes"));
  for (const char* name : {"a.png.part", "a.png.tmp", ".a.png", "a.png~"}) EXPECT_EQ(in(folder / name), "mine");
  EXPECT_EQ(names(), 5U);
}

TEST_F(Write, ALinkStaysALinkAndWhatItLeadsToIsWritten) {
  fs::create_directory(folder / "share");
  put(folder / "share/wall.png", "old");
  fs::create_symlink("share/wall.png", folder / "one");
  fs::create_symlink(folder / "one", folder / "two");
  ASSERT_TRUE(write_whole(folder / "two", "new"));
  EXPECT_TRUE(fs::is_symlink(folder / "one"));
  EXPECT_TRUE(fs::is_symlink(folder / "two"));
  EXPECT_EQ(in(folder / "share/wall.png"), "new");
}

TEST_F(Write, ALinkToAFileThatIsNotYetThereMakesIt) {
  fs::create_directory(folder / "share");
  fs::create_symlink("share/wall.png", folder / "link");
  ASSERT_TRUE(write_whole(folder / "link", "new"));
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(in(folder / "share/wall.png"), "new");
}

TEST_F(Write, ALinkThatLeadsNowhereIsSaid) {
  fs::create_symlink("gone/wall.png", folder / "link");
  EXPECT_EQ(write_whole(folder / "link", "new").error(), "its folder is not there");
  fs::create_symlink("round", folder / "round");
  EXPECT_EQ(write_whole(folder / "round", "new").error(), "its link leads in a circle");
  EXPECT_EQ(names(), 2U);
}

TEST_F(Write, AFileOfSeveralNamesKeepsThemAll) {
  put(folder / "a", "old");
  fs::create_hard_link(folder / "a", folder / "b");
  ASSERT_TRUE(write_whole(folder / "a", "new"));
  EXPECT_EQ(in(folder / "b"), "new");
  EXPECT_EQ(fs::hard_link_count(folder / "a"), 2U);
}

TEST_F(Write, TheModeOfAFileStays) {
  put(folder / "a", "old");
  ASSERT_EQ(::chmod((folder / "a").c_str(), 0640), 0);
  ASSERT_TRUE(write_whole(folder / "a", "new"));
  EXPECT_EQ(of(folder / "a").st_mode & 07777, 0640U);
}

TEST_F(Write, ANewFileForItsOwnerAloneIsNoOneElses) {
  ASSERT_TRUE(write_whole(folder / "a", "x", Readers::owner));
  EXPECT_EQ(of(folder / "a").st_mode & 07777, 0600U);
  ASSERT_TRUE(Stream::begin(folder / "b", Readers::owner));
  EXPECT_EQ(of(folder / "b").st_mode & 07777, 0600U);
}

TEST_F(Write, IntoAPipeWhoReadsItGetsTheBytesAndItStaysAPipe) {
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  const Descriptor reader(::open((folder / "pipe").c_str(), O_RDONLY | O_NONBLOCK));
  ASSERT_TRUE(write_whole(folder / "pipe", "bytes"));
  char got[16] = {};
  EXPECT_EQ(::read(reader.get(), got, sizeof got), 5);
  EXPECT_EQ(std::string(got), "bytes");
  EXPECT_TRUE(fs::is_fifo(folder / "pipe"));
  EXPECT_EQ(names(), 1U);
}

TEST_F(Write, APipeThatNobodyReadsIsSaidRatherThanWaitedFor) {
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(write_whole(folder / "pipe", "bytes").error(), "nobody reads from it");
  EXPECT_EQ(Stream::begin(folder / "pipe").error(), "nobody reads from it");
}

TEST_F(Write, AFolderIsRefusedAndStays) {
  fs::create_directory(folder / "a");
  EXPECT_EQ(write_whole(folder / "a", "x").error(), "a folder is in its place");
  EXPECT_EQ(Stream::begin(folder / "a").error(), "a folder is in its place");
  EXPECT_TRUE(fs::is_directory(folder / "a"));
}

TEST_F(Write, AFolderThatIsNotThereIsSaid) {
  EXPECT_EQ(write_whole(folder / "no/a", "x").error(), "its folder is not there");
  EXPECT_EQ(Stream::begin(folder / "no/a").error(), "its folder is not there");
}

// A limit on how large files may grow stands for a disk without room.
class WriteWithoutRoom : public InAFolder {
 protected:
  WriteWithoutRoom() {
    before_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit little{4096, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &little);
  }
  ~WriteWithoutRoom() override {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }
  rlimit limit_{};
  void (*before_)(int) = nullptr;
};

TEST_F(WriteWithoutRoom, LeavesTheOldFileWholeAndNothingBesideIt) {
  put(folder / "a", "old");
  EXPECT_EQ(write_whole(folder / "a", std::string(100000, 'x')).error(), "the file may not grow so large here");
  EXPECT_EQ(in(folder / "a"), "old");
  EXPECT_EQ(names(), 1U);
}

TEST_F(WriteWithoutRoom, AStreamSaysSoOnceAndFromThenOn) {
  auto stream = Stream::begin(folder / "log");
  ASSERT_TRUE(stream);
  EXPECT_TRUE(stream->write("some"));
  EXPECT_FALSE(stream->write(std::string(100000, 'x')));
  EXPECT_FALSE(stream->write("more"));
  EXPECT_EQ(stream->trouble(), "the file may not grow so large here");
  EXPECT_FALSE(stream->finish());
}

TEST_F(Write, AStreamEmptiesThePlainFileThroughALinkAndGrowsIt) {
  put(folder / "a", "what was before");
  fs::create_symlink("a", folder / "link");
  auto stream = Stream::begin(folder / "link");
  ASSERT_TRUE(stream);
  EXPECT_TRUE(stream->write("one,"));
  EXPECT_TRUE(stream->write("two"));
  EXPECT_TRUE(stream->finish());
  EXPECT_EQ(in(folder / "a"), "one,two");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
}

}  // namespace
}  // namespace greenline::files::tests
