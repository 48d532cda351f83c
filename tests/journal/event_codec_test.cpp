// Events survive being written as bytes; bytes that are no event are refused with a reason.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <functional>
#include <limits>
#include <set>

#include "journal/builders.h"
#include "journal/cbor.h"
#include "journal/checksum.h"
#include "journal/event_codec.h"
#include "journal/event_format.h"
#include "model/property.h"

namespace greenline::journal {
namespace {

using namespace model;
using Bytes = std::vector<std::uint8_t>;

TEST(EventCodec, GivesBackEveryKindOfEvent) {
  std::set<std::size_t> kinds;
  for (const Event& event : one_of_every_kind()) {
    const auto again = decode(encode(event));
    ASSERT_TRUE(again) << again.error() << " for kind " << event.body.index();
    EXPECT_EQ(*again, event);
    kinds.insert(event.body.index());
  }
  EXPECT_EQ(kinds.size(), std::variant_size_v<EventBody>) << "a kind of event is not among the builders";
}

TEST(EventCodec, GivesBackTimesBeforeTheEpochAndTheLargestCounts) {
  Event event = a_card(1);
  event.at.wall_ms = std::numeric_limits<std::int64_t>::min();
  event.at.logical = std::numeric_limits<std::uint32_t>::max();
  EXPECT_EQ(decode(encode(event)), event);
}

TEST(EventCodec, GivesBackTheLargestCardThatMayBeMade) {
  const Stroke longest(max_stroke_points, InkPoint{0.5F, 0.25F, 0.01F});
  const Event event = a_card(1).saying(std::string(max_words_bytes, 'w')).drawn(std::vector<Stroke>(max_strokes, longest));
  EXPECT_EQ(decode(encode(event)), event);
}

TEST(EventCodec, GivesBackTheLargestGathering) {
  GatheringMade made{id_number<GatheringId>(1), {}, {}};
  for (std::size_t i = 0; i < max_gathering_cards; ++i) made.cards.push_back(id_number<CardId>(i));
  const Event event = an_event(1, made);
  EXPECT_EQ(decode(encode(event)), event);
}

// The bytes that stand in files already written. If this fails, older convenings can no longer be read.
TEST(EventCodec, WritesTheSameBytesForEver) {
  const Event event = an_event(2, CardMoved{id_number<CardId>(3), {"a", {1.0F, -2.0F}}});
  const Bytes expected{0xA4,        // map of 4
                       0x00, 0x05,  // kind: card moved
                       0x01, 0x50, 0,    0,    0,    0,    0,    0,    0x70, 0,    0,    0, 0, 0, 0, 0, 0, 2,  // id
                       0x02, 0x83, 0x1B, 0x00, 0x00, 0x01, 0x99, 0xC8, 0x2C, 0xC0, 0x00,                       // when
                       0x00, 0x50, 0,    0,    0,    0,    0,    0,    0x70, 0,    0,    0, 0, 0, 0, 0, 0, 9,  //
                       0x03, 0xA2,                                                                             // body
                       0x00, 0x50, 0,    0,    0,    0,    0,    0,    0x70, 0,    0,    0, 0, 0, 0, 0, 0, 3,  // subject
                       0x02, 0x83, 0x61, 'a',  0xFA, 0x3F, 0x80, 0x00, 0x00, 0xFA, 0xC0, 0, 0, 0};             // place
  EXPECT_EQ(encode(event), expected);
}

struct TooMuch {
  const char* name;
  Event event;
};
class EventCodecLimits : public testing::TestWithParam<TooMuch> {};

TEST_P(EventCodecLimits, RefusesMoreThanTheModelAllows) { EXPECT_FALSE(decode(encode(GetParam().event))); }

constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
constexpr float endless = std::numeric_limits<float>::infinity();
INSTANTIATE_TEST_SUITE_P(Each, EventCodecLimits,
                         testing::Values(TooMuch{"words", a_card(1).saying(std::string(max_words_bytes + 1, 'w'))},
                                         TooMuch{"region", a_card(1).in(std::string(max_name_bytes + 1, 'r'))},
                                         TooMuch{"strokes", a_card(1).drawn(std::vector<Stroke>(max_strokes + 1, Stroke(1)))},
                                         TooMuch{"stroke_points", a_card(1).drawn({Stroke(max_stroke_points + 1)})},
                                         TooMuch{"ink_that_is_no_number", a_card(1).drawn({{{0, no_number, 0.01F}}})},
                                         TooMuch{"place_that_is_no_number", a_card(1).at(no_number, 0)},
                                         TooMuch{"endless_place", a_card(1).at(0, endless)},
                                         TooMuch{"words_that_are_not_utf8", a_card(1).saying("caf\xE9")},
                                         TooMuch{"words_with_half_a_surrogate", a_card(1).saying("\xED\xA0\x80")},
                                         TooMuch{"words_in_a_longer_form_than_needed", a_card(1).saying("\xC0\xAF")},
                                         TooMuch{
                                             "gathering_cards",
                                             an_event(1, GatheringMade{{}, std::vector<CardId>(max_gathering_cards + 1), {}})}),
                         [](const auto& tested) { return tested.param.name; });

// An event as a newer Greenline may write it: `body` adds to the map of the body.
Bytes written_by_hand(std::uint64_t kind, std::size_t pairs, const std::function<void(CborWriter&)>& body) {
  CborWriter out;
  const std::size_t map = out.open_map();
  out.unsigned_number(0);
  out.unsigned_number(kind);
  out.unsigned_number(1);
  out.byte_string(id_number<EventId>(5).bytes);
  out.unsigned_number(2);
  out.array(3);
  out.number(1000);
  out.unsigned_number(0);
  out.byte_string(id_number<StationId>(6).bytes);
  out.unsigned_number(3);
  const std::size_t body_map = out.open_map();
  body(out);
  out.close_map(body_map, pairs);
  out.close_map(map, 4);
  return out.take();
}

TEST(EventCodec, ReadsALineThatSaysNoLanguageAsOneOfWhichNobodyKnowsIt) {
  const Bytes bytes = written_by_hand(ThreadWorded::number, 2, [](CborWriter& out) {
    out.unsigned_number(0);
    out.byte_string(id_number<ThreadId>(7).bytes);
    out.unsigned_number(5);
    out.text("feeds");
  });
  const auto event = decode(bytes);
  ASSERT_TRUE(event);
  EXPECT_EQ(std::get<ThreadWorded>(event->body), (ThreadWorded{id_number<ThreadId>(7), "feeds", ""}));
  EXPECT_EQ(encode(*event), bytes) << "and writes it as it always did";
}

// An older Greenline passes over it, as this one does over the key of a newer one (below), and reads all the rest.
TEST(EventCodec, PutsALinesLanguageUnderAKeyOfItsOwnAfterTheLine) {
  const Bytes bytes = encode(an_event(2, ThreadWorded{id_number<ThreadId>(7), "feeds", "en"}));
  const Bytes end{0x05, 0x65, 'f', 'e', 'e', 'd', 's', 0x10, 0x62, 'e', 'n'};
  ASSERT_GT(bytes.size(), end.size());
  EXPECT_TRUE(std::equal(end.rbegin(), end.rend(), bytes.rbegin()));
}

TEST(EventCodec, SkipsKeysThatANewerGreenlineWrites) {
  const Bytes bytes = written_by_hand(CardTakenBack::number, 2, [](CborWriter& out) {
    out.unsigned_number(77);
    out.array(2);
    out.tag(85);
    out.byte_string(Bytes{1, 2, 3, 4});
    out.text("something new");
    out.unsigned_number(0);
    out.byte_string(id_number<CardId>(8).bytes);
  });
  const auto event = decode(bytes);
  ASSERT_TRUE(event) << event.error();
  EXPECT_EQ(event->body, EventBody(CardTakenBack{id_number<CardId>(8)}));
}

TEST(EventCodec, KnowsNobodyOfARowThatSaysNotWhoDidIt) {
  const Bytes bytes = written_by_hand(CardTakenBack::number, 1, [](CborWriter& out) {
    out.unsigned_number(0);
    out.byte_string(id_number<CardId>(8).bytes);
  });
  const auto event = decode(bytes);
  ASSERT_TRUE(event);
  EXPECT_EQ(event->by, Actor{});
  EXPECT_EQ(encode(*event), bytes) << "and writes nothing that was not there";
}

TEST(EventCodec, ReadsARowByARoleThatOnlyANewerGreenlineKnows) {
  Event event = an_event(1, CardMarked{id_number<CardId>(2)});
  event.by = {static_cast<Role>(9), id_number<StationId>(10), 4};
  const auto again = decode(encode(event));
  ASSERT_TRUE(again) << again.error();
  EXPECT_EQ(again->body, event.body);
  EXPECT_EQ(again->by, Actor{}) << "somebody that is not known here";
}

TEST(EventCodec, KnowsAKindThatOnlyANewerGreenlineHas) {
  const Bytes bytes = written_by_hand(last_known_kind + 1, 1, [](CborWriter& out) {
    out.unsigned_number(0);
    out.text("whatever it means");
  });
  EXPECT_FALSE(decode(bytes));
  EXPECT_TRUE(is_from_newer(bytes));
}

TEST(EventCodec, DoesNotTakeABrokenEventForANewerOne) {
  const Bytes no_subject = written_by_hand(CardTakenBack::number, 0, [](CborWriter&) {});
  EXPECT_FALSE(decode(no_subject));
  EXPECT_FALSE(is_from_newer(no_subject));
}

TEST(EventCodec, RefusesAListThatClaimsMoreThanThereIs) {
  const Bytes bytes = written_by_hand(CardMade::number, 1, [](CborWriter& out) {
    out.unsigned_number(3);
    const std::size_t saying = out.open_map();
    out.unsigned_number(2);
    out.array(199);
    out.close_map(saying, 1);
  });
  EXPECT_FALSE(decode(bytes));
}

TEST(EventCodec, RefusesWhatIsNestedWithoutEnd) { EXPECT_FALSE(decode(Bytes(100'000, 0x81))); }

TEST(EventCodec, RefusesBytesAfterTheEnd) {
  Bytes bytes = encode(a_card(1));
  bytes.push_back(0);
  EXPECT_FALSE(decode(bytes));
}

TEST(EventCodec, RefusesEveryEventThatWasCutShort) {
  for (const Event& event : one_of_every_kind()) {
    const Bytes whole = encode(event);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      ASSERT_FALSE(decode(std::span(whole).first(size))) << "kind " << event.body.index() << " cut to " << size;
    }
  }
}

TEST(EventCodec, AnswersAnyBytesAtAll) {
  test::holds_always([](const Bytes& bytes) {
    const auto event = decode(bytes);
    RC_ASSERT(event.has_value() || !event.error().empty());
  });
}

TEST(EventCodec, AnswersEventsWithBytesChanged) {
  const std::vector<Event> kinds = one_of_every_kind();
  test::holds_always([&] {
    Bytes bytes = encode(kinds[*rc::gen::inRange<std::size_t>(0, kinds.size())]);
    for (int changes = *rc::gen::inRange(1, 5); changes > 0; --changes) {
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<std::uint8_t>();
    }
    if (const auto event = decode(bytes)) RC_ASSERT(decode(encode(*event)) == *event);
  });
}

TEST(EventCodec, GivesBackCardsWithAnyWordsAndInk) {
  test::holds_always([] {
    const auto points = *rc::gen::container<std::vector<std::array<int, 3>>>(rc::gen::arbitrary<std::array<int, 3>>());
    Stroke stroke;
    for (const auto& p : points) {
      stroke.push_back({static_cast<float>(p[0]) / 977, static_cast<float>(p[1]) / 977, static_cast<float>(p[2]) / 977});
    }
    const auto words = *rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127));
    const Event event = a_card(*rc::gen::arbitrary<std::uint32_t>()).saying(words).drawn({stroke, {}});
    RC_ASSERT(decode(encode(event)) == event);
  });
}

TEST(Checksum, IsTheOneThatTheStandardNames) {  // RFC 3720, B.4, and the usual check value
  const std::string_view digits = "123456789";
  EXPECT_EQ(crc32c({reinterpret_cast<const std::uint8_t*>(digits.data()), digits.size()}), 0xE3069283U);
  EXPECT_EQ(crc32c(Bytes(32, 0x00)), 0x8A9136AAU);
  EXPECT_EQ(crc32c(Bytes(32, 0xFF)), 0x62A8AB43U);
}

TEST(Checksum, OfPartsIsThatOfTheWhole) {
  const Bytes whole{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9};
  EXPECT_EQ(crc32c(std::span(whole).subspan(6), crc32c(std::span(whole).first(6))), crc32c(whole));
}

}  // namespace
}  // namespace greenline::journal
