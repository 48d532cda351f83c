// Touches over a real socket: from oscsend, which knows nothing of us, and from datagrams that went wrong on their way.
#include "input/tuio_source.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "input/tuio_packet.h"

namespace greenline::test {
namespace {

using input::Contact;
using input::TuioSource;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

sockaddr_in loopback(int port) {
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(static_cast<std::uint16_t>(port));
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return at;
}

// A socket of somebody else: it sends, or it takes a port.
struct Other {
  int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  int port = 0;
  Other() {
    auto at = loopback(0);
    socklen_t size = sizeof at;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&at), size) != 0 ||
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&at), &size) != 0) {
      throw std::runtime_error("this machine gives no loopback socket");
    }
    port = ntohs(at.sin_port);
  }
  Other(const Other&) = delete;
  Other& operator=(const Other&) = delete;
  ~Other() { ::close(socket); }
  void send(const std::string& datagram, int to) const {
    const auto at = loopback(to);
    ASSERT_EQ(::sendto(socket, datagram.data(), datagram.size(), 0, reinterpret_cast<const sockaddr*>(&at), sizeof at),
              static_cast<ssize_t>(datagram.size()));
  }
};

int free_port() { return Other().port; }

std::string error_of(const std::string& where) {
  const auto source = TuioSource::open(where);
  return source ? "" : source.error();
}

class TuioNetwork : public testing::Test {
 protected:
  // Another program may take a free port before it is opened here.
  static TuioSource open(int& port) {
    for (int tries = 0; tries < 20; ++tries) {
      port = free_port();
      auto source = TuioSource::open(std::to_string(port));
      if (source) return std::move(*source);
    }
    throw std::runtime_error("no free port");
  }
  void SetUp() override { source.set_screen(1000, 500, 2); }

  void hears(const std::string& datagram) { tracker.send(datagram, port); }
  // As a person would type it: oscsend 127.0.0.1 3333 <message>.
  void oscsend(const std::string& message) const {
    const std::string command = "oscsend 127.0.0.1 " + std::to_string(port) + " " + message;
    ASSERT_EQ(std::system(command.c_str()), 0) << command << " (scripts/setup --test installs oscsend)";
  }
  // All that has come, until nothing more does.
  std::vector<Contact> arrived() {
    pollfd waiting{source.descriptor(), POLLIN, 0};
    for (int wait_ms = 2000; ::poll(&waiting, 1, wait_ms) > 0; wait_ms = 0) source.read(time_s += 0.01);
    return source.take().contacts;
  }

  int port = 0;
  double time_s = 100;
  TuioSource source = open(port);
  Other tracker;
};

TEST_F(TuioNetwork, HearsAFingerThatOscsendTells) {
  oscsend("/tuio/2Dcur ss source oscsend@wall");
  oscsend("/tuio/2Dcur si alive 7");
  oscsend("/tuio/2Dcur sifffff set 7 0.25 0.5 0 0 0");
  oscsend("/tuio/2Dcur si fseq 1");
  auto seen = arrived();
  ASSERT_EQ(happened(seen), "began");
  EXPECT_EQ(seen[0].at, (model::PixelPoint{250, 250}));
  oscsend("/tuio/2Dcur ss source oscsend@wall");
  oscsend("/tuio/2Dcur si alive 7");
  oscsend("/tuio/2Dcur sifffff set 7 0.5 0.75 0 0 0");
  oscsend("/tuio/2Dcur si fseq 2");
  seen = arrived();
  ASSERT_EQ(happened(seen), "moved");
  EXPECT_EQ(seen[0].at, (model::PixelPoint{500, 375}));
  oscsend("/tuio/2Dcur ss source oscsend@wall");
  oscsend("/tuio/2Dcur s alive");
  oscsend("/tuio/2Dcur si fseq 3");
  EXPECT_EQ(happened(arrived()), "ended");
  EXPECT_EQ(source.refused(), 0U);
}

TEST_F(TuioNetwork, HearsThePatchesThatOscsendTells) {
  oscsend("/tuio/2Dblb siii alive 7 8 9");
  oscsend("/tuio/2Dblb sifffffffffff set 8 0.5 0.5 0.1 0.02 0.01 0.0002 0 0 0 0 0");
  oscsend("/tuio/2Dblb si fseq 1");
  const auto seen = arrived();
  ASSERT_EQ(happened(seen), "began");
  EXPECT_FLOAT_EQ(seen[0].width_mm, 10);
}

TEST_F(TuioNetwork, SurvivesDatagramsThatCameLateTwiceOrBroken) {
  const std::string first = frame(1, {7}, {point(7, 0.1F, 0.5F)}), second = frame(2, {7}, {point(7, 0.2F, 0.5F)});
  for (const std::string& datagram : {second, first, second, std::string("#bundle"), std::string(), std::string(60'000, 'x'),
                                      first.substr(0, 31), frame(3, {7}, {point(7, 0.3F, 0.5F)})}) {
    hears(datagram);
  }
  const auto seen = arrived();
  ASSERT_EQ(happened(seen), "began moved");
  EXPECT_EQ(seen[0].at, (model::PixelPoint{200, 250}));
  EXPECT_EQ(seen[1].at, (model::PixelPoint{300, 250}));
  EXPECT_EQ(source.refused(), 4U);
}

TEST_F(TuioNetwork, LetsGoOfTheFingersOfATrackerThatWasSwitchedOff) {
  hears(frame(1, {7}, {point(7, 0.1F, 0.5F)}));
  EXPECT_EQ(happened(arrived()), "began");
  EXPECT_NEAR(source.next_silence_s(time_s), 4, 1e-9);
  source.silence(time_s + 4.1);
  EXPECT_EQ(happened(source.take().contacts), "cancelled");
  EXPECT_EQ(source.live(), 0U);
}

TEST_F(TuioNetwork, DoesNotWaitWhenNothingHasCome) {
  source.read(time_s);
  EXPECT_TRUE(source.take().contacts.empty());
}

TEST_F(TuioNetwork, MovesWithItsSocketAndClosesIt) {
  TuioSource moved = std::move(source);
  hears(frame(1, {7}, {point(7, 0.1F, 0.5F)}));
  pollfd waiting{moved.descriptor(), POLLIN, 0};
  ASSERT_EQ(::poll(&waiting, 1, 2000), 1);
  moved.read(time_s);
  EXPECT_EQ(happened(moved.take().contacts), "began");
  int other_port = 0;
  moved = open(other_port);
  source = std::move(moved);
  EXPECT_EQ(error_of(std::to_string(other_port)), "Another program already hears at port " + std::to_string(other_port) +
                                                      " of 127.0.0.1: end that program, or choose another port here and in the "
                                                      "tracker.");
}

TEST_F(TuioNetwork, FreesItsPortWhenItGoes) {
  { const TuioSource gone = std::move(source); }
  EXPECT_EQ(error_of(std::to_string(port)), "");
}

TEST(TuioSource, SaysThatAPortIsTaken) {
  const Other other;
  EXPECT_THAT(error_of("127.0.0.1:" + std::to_string(other.port)),
              AllOf(HasSubstr(std::to_string(other.port)), HasSubstr("choose another port")));
}

TEST(TuioSource, SaysWhatAPortMayBe) {
  for (const char* wrong : {"", "0", "65536", "-1", "33 33", "3333x", "tuio", "127.0.0.1:", "127.0.0.1:0"}) {
    EXPECT_THAT(error_of(wrong), HasSubstr("is not a port")) << wrong;
  }
}

TEST(TuioSource, SaysWhatAnAddressMayBe) {
  for (const char* wrong : {":3333", "localhost:3333", "127.0.0.256:3333", "::1:3333", "127.0.0.1 :3333"}) {
    EXPECT_THAT(error_of(wrong), HasSubstr("is not an IPv4 address")) << wrong;
  }
  EXPECT_THAT(error_of("192.0.2.1:3333"), AllOf(HasSubstr("not an address of this machine"), HasSubstr("127.0.0.1")));
}

TEST(TuioSource, HearsAtTheAddressItIsGiven) { EXPECT_EQ(error_of("0.0.0.0:" + std::to_string(free_port())), ""); }

// Whatever sends, and however much: one read takes a bite, so that whoever reads gets on with other things.
TEST_F(TuioNetwork, TakesAFloodInBites) {
  constexpr std::size_t sent = 3 * TuioSource::max_packets_a_read / 2;
  for (std::size_t i = 0; i < sent; ++i) hears("rubbish!");
  source.read(1);
  EXPECT_EQ(source.refused(), TuioSource::max_packets_a_read);
  source.read(1);
  EXPECT_EQ(source.refused(), sent);
}

TEST_F(TuioNetwork, TakesLargePacketsInSmallerBites) {
  const std::string large(60'000, '!');
  constexpr std::size_t sent = 8;  // twice what a read takes; the socket may hold fewer
  for (std::size_t i = 0; i < sent; ++i) hears(large);
  source.read(1);
  EXPECT_LE(source.refused() * large.size(), TuioSource::max_bytes_a_read + large.size());
}

TEST_F(TuioNetwork, CountsWhatCameFasterThanItWasRead) {
  const std::string large(8000, '!');
  constexpr std::size_t sent = 4000;  // 32 MB: more than any socket holds
  for (std::size_t i = 0; i < sent; ++i) hears(large);
  for (std::size_t i = 0; i < sent; ++i) source.read(1);
  hears("the one that tells");
  source.read(1);
  EXPECT_GT(source.overrun(), 0U);
  EXPECT_EQ(source.refused() + source.overrun(), sent + 1);
}

}  // namespace
}  // namespace greenline::test
