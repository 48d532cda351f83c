// Reading never waits, never takes more than it was allowed, and says what stands where a file should.
#include "files/read.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cstring>

#include "files/descriptor.h"
#include "files/folder.h"

namespace greenline::files::tests {
namespace {

class ReadWhole : public InAFolder {};

TEST_F(ReadWhole, GivesAllBytesOfAFileThroughALink) {
  const std::string text("a\0b\n", 4);
  put(folder / "a", text);
  fs::create_symlink("a", folder / "link");
  EXPECT_EQ(read_whole(folder / "link", 100).value(), text);
  put(folder / "empty", "");
  EXPECT_EQ(read_whole(folder / "empty", 100).value(), "");
}

TEST_F(ReadWhole, TakesJustAsManyBytesAsItMay) {
  put(folder / "a", std::string(100, 'x'));
  EXPECT_TRUE(read_whole(folder / "a", 100));
  EXPECT_EQ(read_whole(folder / "a", 99).error().found, "100 bytes");
  EXPECT_EQ(read_whole(folder / "a", 99).error().expected, "at most 99 bytes");
}

TEST_F(ReadWhole, OfAFileThatDoesNotSayItsLengthIsBoundedToo) {
  EXPECT_FALSE(read_whole("/proc/self/status", 10));
  EXPECT_FALSE(read_whole("/proc/self/status", 1 << 20).value().empty());
}

TEST_F(ReadWhole, RefusesWhatIsNoPlainFileWithoutWaiting) {
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(read_whole(folder / "pipe", 100).error().found, "a pipe");
  EXPECT_EQ(read_whole(folder, 100).error().found, "a folder");
  EXPECT_EQ(read_whole("/dev/zero", 100).error().found, "a device");
  const Descriptor server(::socket(AF_UNIX, SOCK_STREAM, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = (folder / "s").string();
  if (name.size() < sizeof address.sun_path) {
    std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
    ASSERT_EQ(::bind(server.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(read_whole(name, 100).error().found, "a socket");
  }
}

TEST_F(ReadWhole, SaysWhatIsNotThere) {
  EXPECT_EQ(read_whole(folder / "nothing", 100).error().found, "no such file");
  fs::create_symlink("nothing", folder / "dangling");
  EXPECT_EQ(read_whole(folder / "dangling", 100).error().found, "no such file");
  fs::create_symlink("round", folder / "round");
  EXPECT_EQ(read_whole(folder / "round", 100).error().found, "its link leads in a circle");
}

}  // namespace
}  // namespace greenline::files::tests
