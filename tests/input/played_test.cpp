// Streams of touches, played as a table would report them.
#include <map>

#include "input/hand.h"
#include "input/recording.h"

namespace greenline::test {
namespace {

constexpr ContactId both = -1;  // what two fingers do together

// The story of each contact, of a recording played from its beginning.
std::map<ContactId, std::string> stories_of(const std::string& recording) {
  const auto frames = read_recording("greenline touches 1\n" + recording);
  if (!frames) throw std::logic_error("line " + std::to_string(frames.error().line) + ": " + frames.error().expected);
  Hand hand;
  std::map<ContactId, std::string> stories;
  for (const TouchFrame& frame : *frames) {
    for (const Gesture& gesture : hand.frame(frame.contacts)) {
      if (const auto contact = contact_of(gesture)) {
        stories[*contact] += name_of(gesture) + " ";
      } else {
        stories[both] += name_of(gesture) + " ";
      }
    }
  }
  EXPECT_EQ(hand.gestures.live(), 0U);
  return stories;
}

TEST(Played, TwoPeopleAtOnceOneCarryingACardOneWriting) {
  const auto stories = stories_of(R"(
frame 0.000
began 4 150 500 9
frame 0.008
moved 4 158 500 9
began 5 550 520 8
frame 0.016
moved 4 190 505 9
moved 5 552 520 8
frame 0.024
moved 4 260 530 9
ended 5 552 520 8
frame 0.032
ended 4 260 530 9
)");
  EXPECT_EQ(stories.at(4), "touched carried carried dropped ");
  EXPECT_EQ(stories.at(5), "seat seat seat ");
}

TEST(Played, TwoFingersSpreadOnTheGroundBesideACardThatIsCarried) {
  const auto stories = stories_of(R"(
frame 0.000
began 7 150 200 9
frame 0.008
moved 7 190 200 9
began 1 50 500 9
frame 0.040
began 2 52 560 9
frame 0.050
moved 1 50 480 9
moved 2 52 580 9
moved 7 191 210 9
frame 0.060
moved 1 50 440 9
moved 2 52 620 9
frame 0.070
ended 2 52 620 9
frame 0.075
moved 1 10 430 9
frame 0.080
ended 1 50 440 9
ended 7 191 210 9
)");
  EXPECT_EQ(stories.at(both), "pinched pinched pinch ended ");
  EXPECT_EQ(stories.at(1), "touched released ");
  EXPECT_EQ(stories.at(2), "touched released ");
  EXPECT_EQ(stories.at(7), "touched carried carried dropped ");
}

TEST(Played, ASleeveBrushingACardAndTheGround) {
  const auto stories = stories_of(R"(
frame 0.000
began 1 195 500 22
began 2 60 480 22
frame 0.010
moved 1 188 498 22
moved 2 44 478 22
frame 0.020
cancelled 1 180 496 22
cancelled 2 45 475 22
)");
  EXPECT_EQ(stories.at(1), "touched released ");
  EXPECT_EQ(stories.at(2), "touched looping released ");
}

TEST(Played, ALoopDrawnAcrossCardsAThreadAndASeat) {
  const auto stories = stories_of(R"(
frame 0.00
began 9 40 400 9
frame 0.01
moved 9 150 300 9
frame 0.02
moved 9 350 420 9
frame 0.03
moved 9 550 600 9
moved 9 300 700 9
frame 0.04
moved 9 60 600 9
frame 0.05
ended 9 42 402 9
)");
  EXPECT_EQ(stories.at(9), "touched looping looping looping looping looping looped ");
}

TEST(Played, AHundredFingersAtOnce) {
  std::string recording = "frame 0\n";
  for (int id = 0; id < 100; ++id) recording += "began " + std::to_string(id) + " 150 " + std::to_string(id * 10) + " 9\n";
  for (int tick = 1; tick <= 120; ++tick) {
    recording += "frame " + std::to_string(tick / 120.0) + "\n";
    for (int id = 0; id < 100; ++id) {
      recording += "moved " + std::to_string(id) + " " + std::to_string(150 + tick) + " " + std::to_string(id * 10) + " 9\n";
    }
  }
  recording += "frame 2\n";
  for (int id = 0; id < 100; ++id) recording += "ended " + std::to_string(id) + " 270 " + std::to_string(id * 10) + " 9\n";

  auto stories = stories_of(recording);
  EXPECT_EQ(stories.at(both).substr(0, 18), "together together ") << "they are all on one card";
  stories.erase(both);
  ASSERT_EQ(stories.size(), 100U);
  const std::string of_the_first = stories.at(0);
  EXPECT_EQ(of_the_first.substr(0, 16), "touched carried ");
  EXPECT_EQ(of_the_first.substr(of_the_first.size() - 8), "dropped ");
  for (const auto& [id, story] : stories) EXPECT_EQ(story, of_the_first) << id;
}

}  // namespace
}  // namespace greenline::test
