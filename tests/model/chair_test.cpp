// The host's chair: one console hosts, another takes it, and two hosts who mean one step make one.
#include <algorithm>
#include <random>

#include "model/builders.h"
#include "thorough.h"

namespace greenline::model {
namespace {

// A room that knows where each act comes from.
struct PlacedRoom {
  Convening convening;
  StationId station = test::id_of<StationId>(1);
  std::int64_t now_ms = 1000;
  std::uint64_t asked = 0;

  tl::expected<Event, Refusal> ask(const Request& request, const Actor& by) {
    Stamp stamp;
    stamp.event.bytes = uuid_v7(now_ms, station.bytes[15], ++asked);
    stamp.at = next_timestamp(convening.latest, now_ms, station);
    auto event = decide(convening, test::all_verbs(), request, by, stamp);
    if (event) apply(convening, *event);
    return event;
  }
};

PlacedRoom a_placed_room() {
  PlacedRoom room;
  EXPECT_TRUE(room.ask(OpenActivity{"both-sides", "six-circles"}, the_program));
  EXPECT_TRUE(room.ask(EnterPhase{"0"}, the_program));
  return room;
}

TEST(Chair, IsNobodysUntilItIsTaken) {
  PlacedRoom room = a_placed_room();
  EXPECT_TRUE(room.ask(RestWall{true}, at_console(1)));
  EXPECT_TRUE(room.ask(RestWall{false}, at_console(2)));
  EXPECT_EQ(room.convening.resting.epoch, 0U);
}

TEST(Chair, IsOfOneConsoleAndTheOthersKeysDoNothing) {
  PlacedRoom room = a_placed_room();
  const auto taken = room.ask(TakeChair{}, at_console(1));
  ASSERT_TRUE(taken);
  EXPECT_EQ(std::get<ChairTaken>(taken->body), (ChairTaken{1, 1, room.station}));
  EXPECT_EQ(room.ask(RestWall{true}, at_console(2)), tl::unexpected(Refusal::not_in_the_chair));
  EXPECT_TRUE(room.ask(RestWall{true}, at_console(1)));
  ASSERT_TRUE(room.ask(TakeChair{}, at_console(2)));
  EXPECT_EQ(room.ask(RestWall{false}, at_console(1)), tl::unexpected(Refusal::not_in_the_chair));
  EXPECT_TRUE(room.ask(RestWall{false}, at_console(2)));
  ASSERT_TRUE(room.ask(TakeChair{}, at_console(1))) << "it is taken back";
  EXPECT_TRUE(room.ask(RestWall{true}, at_console(1)));
  EXPECT_EQ(room.convening.chair.epoch, 3U);
}

TEST(Chair, IsActedForByTheClickerAndByTheProgram) {
  PlacedRoom room = a_placed_room();
  ASSERT_TRUE(room.ask(TakeChair{}, at_console(2)));
  const auto entered = room.ask(EnterPhase{"1"}, the_host);
  ASSERT_TRUE(entered);
  EXPECT_EQ(entered->by.epoch, 1U) << "it is done from the chair";
  EXPECT_TRUE(room.ask(OpenActivity{"both-sides", "six-circles"}, the_program));
}

TEST(Chair, IsTakenOnceAndOnlyAtAConsole) {
  PlacedRoom room = a_placed_room();
  EXPECT_EQ(room.ask(TakeChair{}, the_host), tl::unexpected(Refusal::not_there));
  EXPECT_EQ(room.ask(TakeChair{}, at_seat(1)), tl::unexpected(Refusal::not_yours));
  ASSERT_TRUE(room.ask(TakeChair{}, at_console(1)));
  EXPECT_EQ(room.ask(TakeChair{}, at_console(1)), tl::unexpected(Refusal::already_so));
}

TEST(Chair, TellsConsolesOfTwoStationsApart) {
  PlacedRoom room = a_placed_room();
  ASSERT_TRUE(room.ask(TakeChair{}, at_console(1)));
  Actor elsewhere = at_console(1);
  elsewhere.station = test::id_of<StationId>(2);
  EXPECT_EQ(room.ask(RestWall{true}, elsewhere), tl::unexpected(Refusal::not_in_the_chair));
}

TEST(Chair, HearsNothingThatWasPressedForAnEarlierSitting) {
  PlacedRoom room = a_placed_room();
  ASSERT_TRUE(room.ask(TakeChair{}, at_console(1)));
  Actor late = at_console(1);
  late.epoch = room.convening.chair.epoch;
  ASSERT_TRUE(room.ask(TakeChair{}, at_console(2)));
  ASSERT_TRUE(room.ask(TakeChair{}, at_console(1)));
  EXPECT_EQ(room.ask(RestWall{true}, late), tl::unexpected(Refusal::not_in_the_chair));
  late.epoch = room.convening.chair.epoch;
  EXPECT_TRUE(room.ask(RestWall{true}, late));
}

TEST(Chair, IsStillTakenWhereItsEpochCannotGrow) {
  PlacedRoom room = a_placed_room();
  constexpr std::uint32_t last = 0xFFFF'FFFF;
  apply(room.convening, {test::event_id(9), test::at_ms(1), ChairTaken{last, 4, test::id_of<StationId>(7)}});
  ASSERT_TRUE(room.ask(TakeChair{}, at_console(1)));
  EXPECT_TRUE(room.ask(RestWall{true}, at_console(1)));
}

TEST(OneStep, IsWhatTwoHostsMakeWhoMeanTheSame) {
  PlacedRoom room = a_placed_room();
  const EventId visit = room.convening.phase.event;
  ASSERT_TRUE(room.ask(EnterPhase{"1", visit}, at_console(1)));
  EXPECT_EQ(room.ask(EnterPhase{"1", visit}, at_console(2)), tl::unexpected(Refusal::gone_on));
  EXPECT_EQ(room.ask(CloseActivity{visit}, at_console(1)), tl::unexpected(Refusal::gone_on));
  EXPECT_EQ(room.ask(GiveTime{9, visit}, at_console(1)), tl::unexpected(Refusal::gone_on));
  EXPECT_TRUE(room.ask(GiveTime{9, room.convening.phase.event}, at_console(1)));
}

TEST(Said, IsHeardFromTheNewerChairWhateverTheClocksSay) {
  Convening convening;
  const auto said = [&](std::uint8_t id, std::int64_t ms, std::string phase, std::uint32_t epoch) {
    apply(convening, {test::event_id(id), test::at_ms(ms), PhaseEntered{std::move(phase)}, {Role::host, {}, 1, epoch}});
  };
  said(1, 10, "new chair", 2);
  said(2, 99, "old chair, and a clock that is ahead", 1);
  EXPECT_EQ(convening.phase.value, "new chair");
  said(3, 11, "new chair, later", 2);
  EXPECT_EQ(convening.phase.value, "new chair, later");
}

// Two stations, each with two consoles, in step or parted.
struct Parted {
  std::array<PlacedRoom, 2> stations;
  std::vector<Event> all;
  std::mt19937_64 random;

  explicit Parted(std::uint64_t seed) : random(seed) {
    stations = {a_placed_room(), {}};
    stations[1] = stations[0];
    stations[1].station = test::id_of<StationId>(2);
  }
  std::uint64_t any(std::uint64_t below) { return random() % below; }
  static int step_of(const Convening& convening) { return std::stoi(convening.phase.value); }

  tl::expected<Event, Refusal> ask(std::size_t at, const Request& request, const Actor& by) {
    PlacedRoom& there = stations[at];
    there.now_ms += static_cast<std::int64_t>(any(50)) - 10;  // clocks are set
    auto event = there.ask(request, by);
    if (event) all.push_back(*event);
    return event;
  }
  tl::expected<Event, Refusal> next(std::size_t at, std::uint32_t console) {
    const Convening& now = stations[at].convening;
    return ask(at, EnterPhase{std::to_string(step_of(now) + 1), now.phase.event}, at_console(console));
  }
  void act() {
    const std::size_t at = any(2);
    const Convening& now = stations[at].convening;
    const std::uint32_t console = static_cast<std::uint32_t>(1 + any(2));
    const bool sits = has_chair(now, {stations[at].station, console});
    switch (any(5)) {
      case 0: (void)ask(at, TakeChair{}, at_console(console)); break;
      case 1: ASSERT_EQ(next(at, console).has_value(), sits); break;
      case 2: {
        const bool changes = any(2) == 0;
        const auto answer = ask(at, RestWall{now.resting.value != changes}, at_console(console));
        ASSERT_EQ(answer.has_value(), sits && changes);
        break;
      }
      case 3: (void)ask(at, PauseTouch{!now.paused.value}, the_host); break;
      default: hear_some(at);
    }
  }
  // Of all that happened anywhere, in any order, some of it.
  void hear_some(std::size_t at) {
    std::vector<Event> some = all;
    std::shuffle(some.begin(), some.end(), random);
    some.resize(any(some.size() + 1));
    for (const Event& event : some) apply(stations[at].convening, event);
  }
  void meet() {
    for (PlacedRoom& station : stations) {
      std::vector<Event> some = all;
      std::shuffle(some.begin(), some.end(), random);
      for (const Event& event : some) apply(station.convening, event);
    }
  }
};

TEST(Parted, HoldOneConveningAndOneChairWhenTheyMeet) {
  const auto sequences = static_cast<std::uint64_t>(by_day_or_night(10'000, 50'000));
  for (std::uint64_t seed = 1; seed <= sequences && !testing::Test::HasFatalFailure(); ++seed) {
    Parted room(seed);
    for (int i = 0; i < 24 && !testing::Test::HasFatalFailure(); ++i) room.act();
    room.meet();
    ASSERT_EQ(room.stations[0].convening, room.stations[1].convening) << "seed " << seed;
    ASSERT_EQ(state_hash(room.stations[0].convening), state_hash(room.stations[1].convening)) << "seed " << seed;
  }
}

// The link is lost; the other console takes the chair there; both hosts press Next.
TEST(Parted, NextPressedByBothIsOneStepWhenTheyMeet) {
  const auto sequences = static_cast<std::uint64_t>(by_day_or_night(10'000, 50'000));
  for (std::uint64_t seed = 1; seed <= sequences && !testing::Test::HasFatalFailure(); ++seed) {
    Parted room(seed);
    for (std::uint64_t i = room.any(12); i > 0; --i) room.act();
    room.meet();
    const int before = Parted::step_of(room.stations[0].convening);
    (void)room.ask(0, TakeChair{}, at_console(1));
    if (room.any(2) == 0) room.meet();
    const bool told = room.stations[1].convening.chair == room.stations[0].convening.chair;
    if (told) EXPECT_EQ(room.next(1, 1), tl::unexpected(Refusal::not_in_the_chair));
    (void)room.ask(1, TakeChair{}, at_console(1));
    ASSERT_TRUE(room.next(1, 1));
    const bool first_is_old = room.any(2) == 0;
    if (first_is_old) ASSERT_TRUE(room.next(0, 1)) << "it has not heard that the chair went";
    room.meet();
    ASSERT_EQ(Parted::step_of(room.stations[0].convening), before + 1) << "seed " << seed;
    ASSERT_EQ(room.stations[0].convening, room.stations[1].convening) << "seed " << seed;
    if (room.stations[0].convening.chair.value.station == room.stations[1].station)
      EXPECT_EQ(room.next(0, 1), tl::unexpected(Refusal::not_in_the_chair)) << "now it has";
  }
}

}  // namespace
}  // namespace greenline::model
