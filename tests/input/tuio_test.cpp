// Fingers on a touch table, frame by frame.
#include "input/tuio.h"

#include <gtest/gtest.h>

#include <limits>

#include "input/tuio_packet.h"

namespace greenline::test {
namespace {

using input::ContactState;
using input::TuioDecoder;
using model::PixelPoint;

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN(), endless = std::numeric_limits<float>::infinity();

TEST(Tuio, TellsAFingerFromItsFirstPlaceToItsLast) {
  Table table;
  auto seen = table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}));
  ASSERT_EQ(happened(seen), "began");
  EXPECT_EQ(seen[0].at, (PixelPoint{500, 250}));
  EXPECT_EQ(seen[0].width_mm, 0);
  const auto contact = seen[0].id;
  seen = table.hears(frame(2, {7}, {point(7, 0.6F, 0.5F)}));
  ASSERT_EQ(happened(seen), "moved");
  EXPECT_EQ(seen[0].at, (PixelPoint{600, 250}));
  EXPECT_EQ(table.decoder.live(), 1U);
  seen = table.hears(frame(3, {}, {}));
  ASSERT_EQ(happened(seen), "ended");
  EXPECT_EQ(seen[0].at, (PixelPoint{600, 250}));
  EXPECT_EQ(seen[0].id, contact);
  EXPECT_EQ(table.decoder.live(), 0U);
  EXPECT_EQ(table.decoder.refused(), 0U);
}

TEST(Tuio, TellsEachThingOnceAtItsTime) {
  Table table;
  const std::string packet = frame(1, {7}, {point(7, 0.5F, 0.5F)});
  table.decoder.packet(std::as_bytes(std::span(packet)), 12.5);
  EXPECT_EQ(table.decoder.take().time_s, 12.5);
  EXPECT_TRUE(table.decoder.take().contacts.empty());
}

TEST(Tuio, TellsEveryMoveInItsOrder) {
  Table table;
  table.hears(frame(1, {1, 2}, {point(1, 0, 0), point(2, 0, 0)}));
  for (int i = 2; i <= 50; ++i) {
    const float x = static_cast<float>(i) / 100;
    const std::string packet = frame(i, {1, 2}, {point(1, x, 0), point(2, x, 0.5F)});
    table.decoder.packet(std::as_bytes(std::span(packet)), table.time_s);
  }
  const auto seen = table.decoder.take().contacts;
  ASSERT_EQ(seen.size(), 98U);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const auto x = static_cast<float>(i / 2 + 2) * 10;
    EXPECT_EQ(seen[i].state, ContactState::moved);
    EXPECT_NEAR(seen[i].at.x, x, 0.01F);
    EXPECT_EQ(seen[i].at.y, i % 2 == 0 ? 0 : 250) << "each finger its own";
  }
}

TEST(Tuio, ThinsTheWaysOfFingersThatNobodyTakesEachByItself) {
  Table table;
  table.hears(frame(1, {1, 2}, {point(1, 0, 0), point(2, 0, 0.5F)}));
  constexpr int frames = 20'000;
  for (int i = 2; i <= frames; ++i) {
    const float x = static_cast<float>(i) / frames;
    const std::string packet = frame(i, {1, 2}, {point(1, x, 0), point(2, x, 0.5F)});
    table.decoder.packet(std::as_bytes(std::span(packet)), table.time_s);
  }
  const auto seen = table.decoder.take().contacts;
  EXPECT_LE(seen.size(), input::Untaken::most_moves);
  for (const float y : {0.0F, 250.0F}) {
    float x = 0;
    for (const input::Contact& contact : seen) {
      if (contact.at.y != y) continue;
      EXPECT_GT(contact.at.x, x);
      EXPECT_LT(contact.at.x, x + 10) << "no part of the way is lost";
      x = contact.at.x;
    }
    EXPECT_EQ(x, 999) << "and its end stays";
  }
}

TEST(Tuio, SaysNothingOfAFingerThatRests) {
  Table table;
  table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}));
  EXPECT_EQ(happened(table.hears(frame(2, {7}, {point(7, 0.5F, 0.5F)}))), "");
  EXPECT_EQ(happened(table.hears(frame(3, {7}, {}))), "");
}

TEST(Tuio, GivesEachFingerAContactOfItsOwnApartFromMouseAndWindowSystem) {
  Table table;
  const auto first = table.hears(frame(1, {0, -5}, {point(0, 0, 0), point(-5, 1, 1)}));
  ASSERT_EQ(happened(first), "began began");
  table.hears(frame(2, {}, {}));
  const auto again = table.hears(frame(3, {0}, {point(0, 0, 0)}));
  ASSERT_EQ(happened(again), "began");
  EXPECT_EQ(first[0].id >> 40, 2);
  EXPECT_NE(first[0].id, first[1].id);
  EXPECT_NE(again[0].id, first[0].id);
}

TEST(Tuio, BeginsNoFingerWhosePlaceIsUnknown) {
  Table table;
  EXPECT_EQ(happened(table.hears(frame(1, {7}, {}))), "");
  EXPECT_EQ(table.decoder.live(), 0U);
  EXPECT_EQ(happened(table.hears(frame(2, {7}, {point(7, 0.5F, 0.5F)}))), "began");
  table.hears(frame(3, {8}, {}));
  EXPECT_EQ(happened(table.hears(frame(4, {}, {}))), "");
}

TEST(Tuio, BeginsNoFingerThatIsNotAlive) {
  Table table;
  EXPECT_EQ(happened(table.hears(frame(1, {8}, {point(7, 0.5F, 0.5F)}))), "");
}

TEST(Tuio, KeepsAFingerWhoseSetsWereLost) {
  Table table;
  table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}));
  EXPECT_EQ(happened(table.hears(frame(9, {7}, {}))), "");
  const auto seen = table.hears(frame(10, {7}, {point(7, 0.9F, 0.5F)}));
  ASSERT_EQ(happened(seen), "moved");
  EXPECT_EQ(seen[0].at, (PixelPoint{900, 250}));
}

TEST(Tuio, DropsAFrameThatComesLate) {
  Table table;
  table.hears(frame(10, {7}, {point(7, 0.5F, 0.5F)}));
  EXPECT_EQ(happened(table.hears(frame(9, {}, {}))), "");
  EXPECT_EQ(happened(table.hears(frame(8, {7, 8}, {point(8, 0, 0), point(7, 0, 0)}))), "");
  EXPECT_EQ(table.decoder.live(), 1U);
}

TEST(Tuio, TakesTheRestOfAFrameInASecondPacket) {
  Table table;
  EXPECT_EQ(happened(table.hears(frame(5, {1, 2}, {point(1, 0, 0)}))), "began");
  EXPECT_EQ(happened(table.hears(frame(5, {1, 2}, {point(2, 0, 0)}))), "began");
}

TEST(Tuio, TakesAFrameWithoutANumberAlways) {
  Table table;
  table.hears(frame(10, {7}, {point(7, 0.5F, 0.5F)}));
  EXPECT_EQ(happened(table.hears(frame(-1, {7}, {point(7, 0.6F, 0.5F)}))), "moved");
  EXPECT_EQ(happened(table.hears(frame(9, {}, {}))), "") << "the count goes on from 10";
  EXPECT_EQ(happened(table.hears(frame(-1, {}, {}))), "ended");
}

TEST(Tuio, CancelsTheFingersOfASenderStartedAnew) {
  Table table;
  table.hears(frame(5000, {7}, {point(7, 0.5F, 0.5F)}));
  const auto seen = table.hears(frame(1, {7}, {point(7, 0.1F, 0.1F)}));
  ASSERT_EQ(happened(seen), "cancelled began");
  EXPECT_EQ(seen[0].at, (PixelPoint{500, 250}));
  EXPECT_NE(seen[0].id, seen[1].id);
  EXPECT_EQ(happened(table.hears(frame(2, {7}, {point(7, 0.2F, 0.1F)}))), "moved");
}

TEST(Tuio, TakesANumberThatFallsBackAfterAPauseForANewStart) {
  Table table;
  table.hears(frame(50, {7}, {point(7, 0.5F, 0.5F)}));
  EXPECT_EQ(happened(table.hears(frame(2, {7}, {point(7, 0, 0)}), 0.9)), "") << "late, so far";
  EXPECT_EQ(happened(table.hears(frame(3, {7}, {point(7, 0, 0)}), 0.2)), "cancelled began");
}

TEST(Tuio, BelievesAnotherProfileOfASenderStartedAnew) {
  Table table;
  table.hears(frame(5000, {7}, {point(7, 0.5F, 0.5F)}));
  EXPECT_EQ(happened(table.hears(frame(1, {}, {}))), "cancelled");
  EXPECT_EQ(happened(table.hears(frame(1, {8}, {patch(8, 0.5F, 0.5F, 0.1F, 0.1F)}, "", patches))), "began");
}

TEST(Tuio, CancelsTheFingersOfASenderThatFallsSilent) {
  Table table;
  EXPECT_EQ(table.decoder.next_silence_s(table.time_s), TuioDecoder::nothing_due_s);
  table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}));
  EXPECT_NEAR(table.decoder.next_silence_s(table.time_s + 1), 3, 1e-9);
  EXPECT_EQ(table.decoder.next_silence_s(table.time_s + 9), 0);
  EXPECT_EQ(happened(table.waits(3.9)), "");
  EXPECT_EQ(happened(table.waits(0.2)), "cancelled");
  EXPECT_EQ(table.decoder.live(), 0U);
  EXPECT_EQ(table.decoder.next_silence_s(table.time_s), TuioDecoder::nothing_due_s);
  EXPECT_EQ(happened(table.hears(frame(2, {7}, {point(7, 0.5F, 0.5F)}))), "began");
}

TEST(Tuio, KeepsTheFingersOfASenderThatOnlyRepeatsItself) {
  Table table;
  table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(happened(table.hears(frame(-1, {7}, {}), 1)), "");
  EXPECT_EQ(table.decoder.live(), 1U);
}

TEST(Tuio, CancelsTheSilentThoughOthersSpeak) {
  Table table;
  table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}, "left"));
  for (int i = 1; i < 4; ++i) EXPECT_EQ(happened(table.hears(frame(i, {}, {}, "right"), 1)), "");
  EXPECT_EQ(happened(table.hears(frame(4, {}, {}, "right"), 1)), "cancelled");
}

TEST(Tuio, TellsSendersApartByTheirNames) {
  Table table;
  table.hears(frame(100, {7}, {point(7, 0.1F, 0)}, "left"));
  table.hears(frame(5, {7}, {point(7, 0.9F, 0)}, "right"));
  table.hears(frame(1, {7}, {point(7, 0.5F, 0)}));
  EXPECT_EQ(table.decoder.live(), 3U);
  const auto seen = table.hears(frame(6, {}, {}, "right"));
  ASSERT_EQ(happened(seen), "ended");
  EXPECT_EQ(seen[0].at, (PixelPoint{900, 0}));
}

TEST(Tuio, TellsAPatchesLargerSideInMillimetres) {
  Table table;
  auto seen = table.hears(frame(1, {7}, {patch(7, 0.5F, 0.5F, 0.02F, 0.1F)}, "", patches));
  ASSERT_EQ(happened(seen), "began");
  EXPECT_EQ(seen[0].at, (PixelPoint{500, 250}));
  EXPECT_FLOAT_EQ(seen[0].width_mm, 25) << "a tenth of 500 pixels, two to the millimetre";
  seen = table.hears(frame(2, {7}, {patch(7, 0.5F, 0.5F, 0.2F, 0.1F)}, "", patches));
  ASSERT_EQ(happened(seen), "moved");
  EXPECT_FLOAT_EQ(seen[0].width_mm, 100);
}

TEST(Tuio, GivesNoDoubleFingersForATrackerThatTellsPointsAndPatches) {
  Table table;
  EXPECT_EQ(happened(table.hears(frame(1, {}, {}, "", patches))), "");
  EXPECT_EQ(happened(table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}))), "began");
  EXPECT_EQ(happened(table.hears(frame(2, {7}, {patch(7, 0.5F, 0.5F, 0.1F, 0.1F)}, "", patches))), "");
  EXPECT_EQ(happened(table.hears(frame(2, {}, {}))), "ended");
  EXPECT_EQ(happened(table.hears(frame(3, {8}, {patch(8, 0.5F, 0.5F, 0.1F, 0.1F)}, "", patches), 3)), "");
  EXPECT_EQ(happened(table.hears(frame(4, {8}, {patch(8, 0.5F, 0.5F, 0.1F, 0.1F)}, "", patches), 2)), "began")
      << "points have been silent for more than four seconds";
  EXPECT_EQ(happened(table.hears(frame(3, {8}, {point(8, 0.5F, 0.5F)}))), "");
}

TEST(Tuio, LetsOtherSendersUseAnotherProfile) {
  Table table;
  table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}, "left"));
  EXPECT_EQ(happened(table.hears(frame(1, {7}, {patch(7, 0, 0, 0.1F, 0.1F)}, "right", patches))), "began");
}

TEST(Tuio, CommitsMessagesInPacketsOfTheirOwnOnTheFrameNumber) {
  Table table;
  for (const std::string& packet : {named("hand"), alive({7}), point(7, 0.5F, 0.5F)}) {
    EXPECT_EQ(happened(table.hears(packet)), "");
  }
  EXPECT_EQ(happened(table.hears(ending(1))), "began");
  EXPECT_EQ(happened(table.hears(frame(2, {}, {}, "hand"))), "ended") << "the same sender";
}

TEST(Tuio, DropsABundleWithoutAFrameNumber) {
  Table table;
  EXPECT_EQ(happened(table.hears(osc_bundle({alive({7}), point(7, 0.5F, 0.5F)}))), "");
  EXPECT_EQ(happened(table.hears(osc_bundle({ending(1)}))), "");
}

TEST(Tuio, ReadsBundlesInBundles) {
  Table table;
  EXPECT_EQ(happened(table.hears(osc_bundle({osc_bundle({frame(1, {7}, {point(7, 0.5F, 0.5F)})})}))), "began");
}

TEST(Tuio, IgnoresOtherProfilesAndCommands) {
  Table table;
  table.hears(osc_message("/tuio/2Dobj", "set", 1, 2, 0.5F, 0.5F));
  table.hears(osc_message(points, "tomorrow", 1));
  EXPECT_EQ(happened(table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}))), "began");
  EXPECT_EQ(table.decoder.refused(), 0U);
}

TEST(Tuio, KeepsFingersOnTheScreen) {
  Table table;
  const auto seen = table.hears(frame(1, {1, 2}, {point(1, -0.05F, 1.05F), point(2, 1, 0)}));
  ASSERT_EQ(happened(seen), "began began");
  EXPECT_EQ(seen[0].at, (PixelPoint{0, 499}));
  EXPECT_EQ(seen[1].at, (PixelPoint{999, 0}));
}

TEST(Tuio, BeginsNoFingerBeforeItKnowsTheScreen) {
  Table table;
  table.decoder.set_screen(0, 0, 0);
  EXPECT_EQ(happened(table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}))), "");
  table.decoder.set_screen(100, 100, not_a_number);
  const auto seen = table.hears(frame(2, {7}, {point(7, 0.5F, 0.5F)}));
  ASSERT_EQ(happened(seen), "began");
  EXPECT_EQ(seen[0].at, (PixelPoint{50, 50}));
}

TEST(Tuio, RefusesNumbersThatAreNoPlace) {
  for (const float wrong : {not_a_number, endless, -endless, 1.2F, -0.2F, 1e30F}) {
    Table table;
    EXPECT_EQ(happened(table.hears(frame(1, {7}, {point(7, wrong, 0.5F)}))), "") << wrong;
    EXPECT_EQ(happened(table.hears(frame(2, {7}, {point(7, 0.5F, wrong)}))), "") << wrong;
    EXPECT_EQ(table.decoder.refused(), 2U);
    EXPECT_EQ(happened(table.hears(frame(3, {7}, {point(7, 0.5F, 0.5F)}))), "began") << wrong;
    EXPECT_EQ(happened(table.hears(frame(4, {7}, {point(7, wrong, wrong)}))), "") << wrong;
    EXPECT_EQ(happened(table.hears(frame(1, {7}, {patch(7, 0, 0, wrong, 0.1F)}, "blobs", patches))), "") << wrong;
    EXPECT_EQ(table.decoder.live(), 1U);
  }
}

TEST(Tuio, TakesWhatIsRightBesideWhatIsNot) {
  Table table;
  const std::string wrong_kind = osc_message(points, "set", "seven", 0.5F, 0.5F),
                    too_short = osc_message(points, "set", 7, 0.5F);
  EXPECT_EQ(happened(table.hears(frame(1, {7}, {wrong_kind, too_short, point(7, 0.5F, 0.5F)}))), "began");
  EXPECT_EQ(table.decoder.refused(), 2U);
}

TEST(Tuio, KeepsItsFingersWhenThoseAliveCannotBeRead) {
  Table table;
  table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}));
  EXPECT_EQ(happened(table.hears(osc_bundle({osc_message(points, "alive", 0.5F), ending(2)}))), "");
  EXPECT_EQ(table.decoder.live(), 1U);
}

TEST(Tuio, RefusesEveryPacketCutShort) {
  const std::string whole = frame(1, {7}, {point(7, 0.5F, 0.5F)}, "hand");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    Table table;
    EXPECT_EQ(happened(table.hears(whole.substr(0, length))), "") << length;
  }
}

TEST(Tuio, RefusesAnArgumentThatLibloWouldReadPastTheEnd) {
  Table table;
  table.hears(osc_text(points) + osc_text(",b"));
  table.hears(osc_text(points) + osc_text(",sb") + osc_text("alive"));
  table.hears(osc_text("/any") + osc_text(",b") + osc_number(4) + "abcd");
  EXPECT_EQ(table.decoder.refused(), 3U) << "a whole one, too";
}

TEST(Tuio, BoundsWhatOnePacketMayHold) {
  Table table;
  const std::string good = frame(1, {7}, {point(7, 0.5F, 0.5F)});
  std::string deep = good;
  for (int depth = 0; depth < 20; ++depth) deep = osc_bundle({deep});
  EXPECT_EQ(happened(table.hears(deep)), "");
  EXPECT_EQ(happened(table.hears(osc_bundle(std::vector<std::string>(2000, ending(1))))), "");
  EXPECT_EQ(happened(table.hears(osc_bundle({good, osc_message("/" + std::string(70'000, 'x'))}))), "");
  EXPECT_EQ(table.decoder.refused(), 3U);
}

TEST(Tuio, BoundsTheFingersOfOneSender) {
  Table table;
  Sessions sessions;
  std::vector<std::string> sets;
  for (int session = 0; session < 300; ++session) {
    sessions.push_back(session);
    sets.push_back(point(session, 0.5F, 0.5F));
  }
  table.hears(frame(1, sessions, sets));
  EXPECT_EQ(table.decoder.live(), TuioDecoder::max_contacts);
  EXPECT_GT(table.decoder.refused(), 0U);
  sessions.erase(sessions.begin(), sessions.begin() + 200);
  table.hears(frame(2, sessions, {}));
  EXPECT_EQ(table.decoder.live(), TuioDecoder::max_contacts - 200);
}

TEST(Tuio, BoundsTheSendersAndLetsOneWithoutFingersGiveWay) {
  Table table;
  const auto name = [](int i) { return "table " + std::to_string(i); };
  for (int i = 0; i < 20; ++i) table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}, name(i).c_str()));
  EXPECT_EQ(table.decoder.live(), TuioDecoder::max_senders);
  EXPECT_EQ(table.decoder.refused(), 12U);
  EXPECT_EQ(happened(table.hears(frame(2, {}, {}, name(3).c_str()))), "ended");
  EXPECT_EQ(happened(table.hears(frame(1, {7}, {point(7, 0.5F, 0.5F)}, name(19).c_str()))), "began");
}

TEST(Tuio, ForgetsTheSenderUnheardLongestWhenOneMoreComes) {
  Table table;
  const auto name = [](std::size_t i) { return "table " + std::to_string(i); };
  for (std::size_t i = 0; i < TuioDecoder::max_senders; ++i) table.hears(frame(10, {}, {}, name(i).c_str()));
  table.hears(frame(11, {}, {}, name(0).c_str()));
  table.hears(frame(1, {}, {}, "one more"));
  EXPECT_EQ(happened(table.hears(frame(5, {7}, {point(7, 0, 0)}, name(0).c_str()))), "") << "known, so this is late";
  EXPECT_EQ(happened(table.hears(frame(5, {7}, {point(7, 0, 0)}, name(1).c_str()))), "began") << "forgotten";
}

TEST(Tuio, BoundsWhatNobodyTakes) {
  Table table;
  const auto hear = [&](const std::string& packet) { table.decoder.packet(std::as_bytes(std::span(packet)), table.time_s); };
  for (int i = 0; i < 10'000; ++i) {
    hear(frame(2 * i, {i}, {point(i, 0.5F, 0.5F)}));
    hear(frame(2 * i + 1, {}, {}));
  }
  EXPECT_LE(table.decoder.take().contacts.size(), TuioDecoder::max_untaken + 1);
  EXPECT_EQ(happened(table.hears(frame(20'000, {1}, {point(1, 0, 0)}))), "began");
}

}  // namespace
}  // namespace greenline::test
