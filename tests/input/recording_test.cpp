// Touches as text, and back.
#include "input/recording.h"

#include <unistd.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

#include "model/property.h"

namespace greenline::input {

static bool operator==(const Contact& a, const Contact& b) {
  return a.id == b.id && a.state == b.state && a.at == b.at && a.width_mm == b.width_mm;
}
static bool operator==(const TouchFrame& a, const TouchFrame& b) { return a.time_s == b.time_s && a.contacts == b.contacts; }

namespace {

const std::string head = "greenline touches 1\n";

std::vector<TouchFrame> any_frames() {
  const auto number =
      rc::gen::map(rc::gen::arbitrary<std::int32_t>(), [](std::int32_t n) { return static_cast<float>(n) / 97.0F; });
  const auto contact = rc::gen::apply(
      [](ContactId id, ContactState state, float x, float y, float w) {
        return Contact{id, state, {x, y}, w};
      },
      rc::gen::arbitrary<ContactId>(),
      rc::gen::element(ContactState::began, ContactState::moved, ContactState::ended, ContactState::cancelled), number, number,
      number);
  double time_s = 0;
  std::vector<TouchFrame> frames;
  using Contacts = std::vector<Contact>;
  const auto frames_of = rc::gen::container<std::vector<Contacts>>(rc::gen::container<Contacts>(contact));
  for (auto& contacts : *rc::gen::scale(0.3, frames_of)) {
    time_s += *rc::gen::inRange(0, 1000) / 7000.0;
    frames.push_back({time_s, std::move(contacts)});
  }
  return frames;
}

TEST(Recording, ReadsBackAsItWasBitForBit) {
  test::holds_always([] {
    const auto frames = any_frames();
    const auto read = read_recording(recording_text(frames));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == frames);
  });
}

TEST(Recording, IsTextThatAPersonCanWrite) {
  const auto read = read_recording(head + "# a tap\r\nframe 0.5\r\nbegan 7  640 360.25 9\n\nframe 1\nended 7 640 360.25 0");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, (std::vector<TouchFrame>{{0.5, {{7, ContactState::began, {640, 360.25F}, 9}}},
                                            {1, {{7, ContactState::ended, {640, 360.25F}, 0}}}}));
}

TEST(Recording, ShowsWhatAFaultyDeviceReported) {
  const TouchFrame frame{
      1, {{1, ContactState::moved, {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}, 0}}};
  const auto read = read_recording(recording_text({&frame, 1}));
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(std::isnan(read->front().contacts[0].at.x));
  EXPECT_TRUE(std::isinf(read->front().contacts[0].at.y));
}

TEST(Recording, NamesTheLineThatIsNotRight) {
  const std::vector<std::pair<std::string, std::size_t>> wrong{{"", 1},
                                                               {"greenline touches 2\n", 1},
                                                               {head + "began 1 2 3 4\n", 2},
                                                               {head + "frame\n", 2},
                                                               {head + "frame soon\n", 2},
                                                               {head + "frame nan\n", 2},
                                                               {head + "frame 1 2\n", 2},
                                                               {head + "frame 2\nframe 1\n", 3},
                                                               {head + "frame 1\n\n# fine\nbegun 1 2 3 4\n", 5},
                                                               {head + "frame 1\nbegan 1 2 3\n", 3},
                                                               {head + "frame 1\nbegan 1 2 3 4 5\n", 3},
                                                               {head + "frame 1\nbegan 1.5 2 3 4\n", 3},
                                                               {head + "frame 1\nbegan 1 2x 3 4\n", 3},
                                                               {head + "frame 1\nbegan 99999999999999999999 2 3 4\n", 3}};
  for (const auto& [text, line] : wrong) {
    const auto read = read_recording(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error().line, line) << text;
    EXPECT_FALSE(read.error().expected.empty()) << text;
  }
}

TEST(Recording, QuotesWhatItFoundButNotAtLength) {
  const auto read = read_recording(head + std::string(100'000, 'x'));
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().found, std::string(80, 'x'));
}

TEST(Recording, SaysAtItsStartThatWhatPeopleWroteCanBeReadOutOfIt) {
  const std::string text = recording_text({});
  EXPECT_EQ(text.find("\n# "), text.find('\n')) << "a remark, right after the line that says what it is";
  EXPECT_NE(text.find("keyboards"), std::string::npos);
  EXPECT_TRUE(read_recording(text));
}

TEST(Recording, RefusesMoreContactsThanAFrameMayHold) {
  const TouchFrame frame{1, std::vector<Contact>(max_frame_contacts)};
  EXPECT_TRUE(read_recording(recording_text({&frame, 1})).has_value());
  const auto read = read_recording(recording_text({&frame, 1}) + "moved 0 0 0 0\n");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().line, max_frame_contacts + 4);
}

TEST(Recording, RefusesMoreFramesThanItMayHold) {
  std::vector<TouchFrame> frames(max_recording_frames);
  EXPECT_TRUE(read_recording(recording_text(frames)).has_value());
  frames.emplace_back();
  EXPECT_FALSE(read_recording(recording_text(frames)).has_value());
}

TEST(Recording, ReadsOnlyWhatItCouldHaveWritten) {
  test::holds_always([](std::size_t where, char wrong) {
    std::string text = recording_text(any_frames());
    text[where % text.size()] = wrong;
    const auto read = read_recording(text);
    if (!read) {
      RC_ASSERT(read.error().line >= 1U);
      RC_ASSERT(read.error().line <= static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
      return;
    }
    const auto again = read_recording(recording_text(*read));
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->size() == read->size());
  });
}

TEST(Recording, KeepsInAFile) {
  const auto file = std::filesystem::temp_directory_path() / ("greenline-recording-" + std::to_string(::getpid()));
  const std::vector<TouchFrame> frames{{0.25, {{1, ContactState::began, {1, 2}, 9}}}};
  ASSERT_TRUE(save_recording(file, frames).has_value());
  const auto read = load_recording(file);
  std::filesystem::remove(file);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, frames);
}

TEST(Recording, SaysWhichFileCannotBeReadOrWritten) {
  const std::filesystem::path nowhere = "/nowhere/at/all";
  const auto read = load_recording(nowhere);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().line, 0U);
  EXPECT_EQ(read.error().found, nowhere.string() + ": no such file");
  EXPECT_FALSE(load_recording(std::filesystem::temp_directory_path()).has_value());
  EXPECT_FALSE(save_recording(nowhere, {}).has_value());
}

TEST(Recording, IsOnTheDiskFrameByFrameWhileItIsBeingMade) {
  const auto file = std::filesystem::temp_directory_path() / ("greenline-tape-" + std::to_string(getpid()));
  auto writer = RecordingWriter::begin(file);
  ASSERT_TRUE(writer);
  const TouchFrame first{1.5, {{7, ContactState::began, {3, 4}, 9}}}, second{1.75, {{7, ContactState::ended, {3.5F, 4}, 8}}};
  writer->add(first);
  writer->add({1.6, {}});
  writer->add(second);
  const auto read = load_recording(file);  // the writer is still there, as after a kill
  std::filesystem::remove(file);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, (std::vector<TouchFrame>{first, second}));
}

TEST(Recording, OfAStormIsSplitIntoFramesThatCanBeReadAgain) {
  TouchFrame storm{3, {}};
  for (ContactId id = 0; id < 2500; ++id) storm.contacts.push_back({id, ContactState::began, {1, 2}, 0});
  const auto read = read_recording(recording_text(std::array{storm}));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 3U);
  std::vector<Contact> all;
  for (const TouchFrame& frame : *read) {
    EXPECT_EQ(frame.time_s, 3);
    all.insert(all.end(), frame.contacts.begin(), frame.contacts.end());
  }
  EXPECT_EQ(all, storm.contacts);
}

TEST(Recording, ThatCannotBeWrittenSaysSo) { EXPECT_FALSE(RecordingWriter::begin("/no/such/folder/tape")); }

TEST(Recording, IsPlayedAtItsOwnPaceByFingersOfItsOwn) {
  RecordingPlayer player({{100, {{7, ContactState::began, {3, 4}, 9}}}, {100.5, {{7, ContactState::ended, {3, 4}, 9}}}}, 20);
  const auto first = player.due(20);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->time_s, 20);
  EXPECT_NE(first->contacts[0].id, 7);
  EXPECT_FALSE(player.due(20.4));
  EXPECT_NEAR(player.wait_s(20.4), 0.1, 1e-9);
  const auto second = player.due(20.6);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->contacts[0].id, first->contacts[0].id);
  EXPECT_FALSE(player.due(1e6));
  EXPECT_GT(player.wait_s(21), 60);
}

}  // namespace
}  // namespace greenline::input
