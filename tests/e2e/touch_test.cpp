// The real program on a real X server, touched by real XInput touches: many hands at once, storms of them, and a touchscreen
// that goes away under a hand. What the program heard is held against what was injected, touch by touch.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <thread>

#include "e2e/mirror.h"
#include "e2e/room.h"
#include "e2e/touch_desk.h"
#include "e2e/touch_traces.h"
#include "input/recording.h"
#include "picture/difference.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;
using desk::Mirror;
using model::PixelPoint;

// A card's place to a hundredth of its circle: X rounds positions to its own fractions of a pixel on the way.
struct Spot {
  std::string region;
  int x = 0, y = 0;  // hundredths of the circle's half extents
  friend bool operator==(const Spot&, const Spot&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Spot& spot) {
    return out << spot.region << " " << spot.x << "," << spot.y;
  }
};
using SpotOf = std::map<std::string, Spot>;  // of cards, by their words
using PlaceOf = std::map<std::string, model::Place>;

SpotOf spots_in(const model::Convening& convening) {
  const auto hundredths = [](float part) { return static_cast<int>(std::lround(100 * part)); };
  SpotOf spots;
  for (const auto& [id, card] : convening.cards) {
    const model::Place& place = card.place.value;
    spots[card.saying.value.words] = {place.region, hundredths(place.at.x), hundredths(place.at.y)};
  }
  return spots;
}

class Touch : public desk::Room {
 protected:
  // The convening that the program goes on with: in this phase, with these cards.
  void prepare(const std::string& phase, const PlaceOf& cards = {}) const {
    auto resources = app::load_resources("both-sides-of-the-line", "dusk");
    ASSERT_TRUE(resources) << resources.error();
    auto session = station::Session::open(
        resources->pack, station::real_sources(), convening, [](void*) {}, nullptr);
    ASSERT_TRUE(session) << session.error().detail;
    (void)session->submit(model::EnterPhase{phase}, model::the_host);
    for (const auto& [words, place] : cards)
      ASSERT_TRUE(session->submit(model::MakeCard{{words, "en", {}}, place}, model::at_seat(1)));
    ASSERT_TRUE(session->flush());
  }
  void start() { Room::start(hand, desk.display(), {"--record-touches", recording().string()}); }
  void rest() const { (void)desk::photograph_at_rest(hand, 60s); }
  // The program takes what still waits and leaves by the deliberate keys.
  void quit() {
    rest();
    ASSERT_TRUE(program->running());
    hand.key("q", {"Control_L", "Shift_L"});
    EXPECT_EQ(program->finish(20s), 0);
  }
  [[nodiscard]] std::filesystem::path recording() const { return folder / "touches.txt"; }
  // After `quit`.
  [[nodiscard]] std::vector<input::Contact> heard() const {
    const auto frames = input::load_recording(recording());
    if (frames) return desk::contacts_of(*frames);
    ADD_FAILURE() << recording() << ":" << frames.error().line << ": found " << frames.error().found << ", expected "
                  << frames.error().expected;
    return {};
  }
  [[nodiscard]] SpotOf spots_kept() const {
    auto resources = app::load_resources("both-sides-of-the-line", "dusk");
    auto session = station::Session::open_saved(resources->pack, station::real_sources(), convening);
    EXPECT_TRUE(session);
    return session ? spots_in(session->convening()) : SpotOf{};
  }
  void tap(Mirror& mirror, PixelPoint at) {
    desk.tap(at);
    mirror.hand().tap(at);
  }
  // A tap on free ground, and a card is written there.
  void write(Mirror& mirror, PixelPoint at, const std::string& words) {
    const int seat = mirror.tap_seat(at);
    ASSERT_NE(seat, 0);
    desk.tap(at);
    rest();
    for (const PixelPoint key : mirror.keys(seat, words)) tap(mirror, key);
    rest();
  }
  // Where two fingers are meanwhile that zoom the wall; none: nobody does.
  using Zooming = std::optional<PixelPoint>;
  // People are in these regions.
  void write_together(Mirror& mirror, const std::vector<std::pair<std::string, std::string>>& people,
                      const std::string& carried_to_region, Zooming about = std::nullopt);
  // The fingers at this part of their way: apart, then together again, closer than they were, so that the wall springs back.
  void zoom(PixelPoint about, float way);

  bool zooming = false;
  render::Picture zoomed;  // while somebody zoomed
  desk::TouchDesk desk{1920, 1080};
  desk::Hand hand{desk.display()};
};

TEST_F(Touch, ATapOnACircleOpensAComposerAndTouchedKeysMakeACard) {
  prepare("name");
  Mirror mirror(convening);
  start();
  write(mirror, mirror.in("structure", 0, -0.2F), "two keys");
  quit();
  ASSERT_TRUE(mirror.convening().cards.size() == 1);
  EXPECT_EQ(spots_kept(), spots_in(mirror.convening()));
  EXPECT_EQ(desk::what_was_lost(desk.injected(), heard()), "");
}

void Touch::zoom(PixelPoint about, float way) {
  constexpr int left = 60, right = 61;
  constexpr float begins = 0.1F, widest = 0.4F, ends = 0.8F;
  if (way < begins || (way > ends && !zooming)) return;
  const float spread =
      way < widest ? 40 + 160 * (way - begins) / (widest - begins) : 200 - 170 * (way - widest) / (ends - widest);
  const PixelPoint half{spread, 0};
  if (way > ends) {
    zooming = false;
    desk.ended(left);
    return desk.ended(right);
  }
  const auto report = zooming ? &desk::TouchDesk::moved : &desk::TouchDesk::began;
  (desk.*report)(left, about - half);
  (desk.*report)(right, about + half);
  zooming = true;
}

// Each finger goes down while others are down and up again before they are: no two people keep the same beat.
void Touch::write_together(Mirror& mirror, const std::vector<std::pair<std::string, std::string>>& people,
                           const std::string& carried_to_region, Zooming about) {
  std::vector<std::vector<PixelPoint>> keys;
  std::vector<int> seats;
  // Where that will be when all are done and the wall is whole again.
  const PixelPoint carried_to = mirror.in(carried_to_region, 0, 0);
  for (const auto& [region, words] : people) {
    mirror.hand().frames(60);
    const PixelPoint at = mirror.in(region, 0, 0);
    seats.push_back(mirror.tap_seat(at));
    ASSERT_NE(seats.back(), 0) << "no room for " << words;
    desk.tap(at);
    rest();
  }
  // The first had a tall seat while alone, and has a low one once others came and nobody touches it. Cards lean aside from
  // seats, and a wall that they fill draws back: the one that is carried is where it is seen now.
  std::this_thread::sleep_for(3s);
  mirror.hand().frames(180);
  for (std::size_t i = 0; i < people.size(); ++i) keys.push_back(mirror.keys(seats[i], people[i].second));
  const PixelPoint carried_from = mirror.wall().scene().rect_of(mirror.convening().cards.begin()->first)->centre();
  std::size_t longest = 0;
  for (const auto& of_one : keys) longest = std::max(longest, of_one.size());

  constexpr std::size_t ticks_per_key = 4;
  const std::size_t ticks = longest * ticks_per_key + people.size();
  const int carrier = 50;
  desk.began(carrier, carried_from);
  for (std::size_t tick = 0; tick < ticks; ++tick) {
    for (std::size_t person = 0; person < people.size(); ++person) {
      if (tick < person) continue;
      const std::size_t key = (tick - person) / ticks_per_key, beat = (tick - person) % ticks_per_key;
      if (key >= keys[person].size()) continue;
      if (beat == 0) desk.began(static_cast<int>(person), keys[person][key]);
      if (beat == ticks_per_key - 1) desk.ended(static_cast<int>(person));
    }
    const float way = static_cast<float>(tick + 1) / static_cast<float>(ticks);
    desk.moved(carrier, carried_from + (carried_to - carried_from) * way);
    if (about) zoom(*about, way);
    if (about && tick == ticks / 3) zoomed = hand.photograph();
    std::this_thread::sleep_for(25ms);
  }
  desk.ended(carrier);
  desk.sync();
  const input::ContactId carrying = mirror.hand().carry(carried_from, carried_to);
  for (const auto& of_one : keys) {
    for (const PixelPoint key : of_one) mirror.hand().tap(key);
  }
  mirror.hand().frames(60);
  mirror.hand().let_go(carrying, carried_to);
  quit();
  EXPECT_EQ(spots_kept(), spots_in(mirror.convening()));
  EXPECT_EQ(desk::what_was_lost(desk.injected(), heard()), "");
}

TEST_F(Touch, TwoPeopleWriteAtOnceWhileAnotherCarriesACard) {
  prepare("name", {{"bells", {"identity", {0, 0.2F}}}});
  Mirror mirror(convening);
  start();
  write_together(mirror, {{"pattern", "two keys"}, {"process", "a harbour"}}, "structure");
  EXPECT_EQ(spots_kept().size(), 3U);
  EXPECT_EQ(spots_kept()["bells"].region, "structure");
}

TEST_F(Touch, ThreePeopleWriteAtOnceWhileAFourthCarriesACardAndAFifthZooms) {
  prepare("name", {{"bells", {"identity", {0, 0.2F}}}});
  Mirror mirror(convening);
  start();
  const render::Picture before = hand.photograph();
  write_together(mirror, {{"pattern", "two keys"}, {"process", "a harbour"}, {"structure", "old songs"}}, "relationships",
                 PixelPoint{960, 330});
  EXPECT_EQ(spots_kept().size(), 4U);
  EXPECT_EQ(spots_kept()["bells"].region, "relationships");
  EXPECT_GT(picture::difference(before, zoomed).share_visible, 0.15) << "the wall did come nearer";
}

// Figures for whoever looks at them, never a verdict: machines differ, and this one may be busy.
class ManyFingers : public Touch, public testing::WithParamInterface<int> {
 protected:
  // Milliseconds from reading touches to handing over the frame that answers them, of each such frame, in order of size.
  [[nodiscard]] std::vector<double> answers() const {
    std::vector<double> answers;
    std::ifstream log(folder / "frames.csv");
    std::string line;
    std::getline(log, line);
    EXPECT_EQ(line.substr(0, 27), "seconds,contacts,answer_ms,");
    while (std::getline(log, line)) {
      double seconds = 0, answer_ms = 0;
      unsigned contacts = 0;
      if (std::sscanf(line.c_str(), "%lf,%u,%lf", &seconds, &contacts, &answer_ms) == 3 && contacts > 0)
        answers.push_back(answer_ms);
    }
    std::ranges::sort(answers);
    return answers;
  }
};

TEST_P(ManyFingers, At120HzForTenSecondsLoseNothing) {
  prepare("name");
  Room::start(hand, desk.display(), {"--record-touches", recording().string(), "--frame-log", folder / "frames.csv"});
  desk::dance(desk, GetParam(), 120, 10);
  quit();
  const std::vector<input::Contact> reports = heard();
  EXPECT_EQ(desk::what_was_lost(desk.injected(), reports), "");
  const std::vector<double> ms = answers();
  ASSERT_FALSE(ms.empty()) << "how many frames there are is the machine's business";
  std::cout << GetParam() << " fingers at 120 Hz: " << desk.injected().size() << " reports sent, " << reports.size()
            << " heard; answered in " << ms[ms.size() / 2] << " ms (median), " << ms[ms.size() * 99 / 100] << " ms (99 %), by "
            << ms.size() << " frames\n";
}
INSTANTIATE_TEST_SUITE_P(On, ManyFingers, testing::Values(1, 10, 40, 100));

// First where touches mean nothing, so that the wall stays clear for the tap afterwards; then where every tap opens something.
TEST_F(Touch, AStormOfTouchesLeavesNoFingerDown) {
  prepare("look");
  start();
  std::mt19937 random(7);
  const auto storm = [&](int touches) {
    constexpr int hands = 40;
    for (int i = 0; i < touches; ++i) {
      // Not in the lower left corner, where two quick touches bring the shelf, nor in the lower right, which is the host's.
      const PixelPoint at{static_cast<float>(random() % 1700 + 120), static_cast<float>(random() % 1040 + 20)};
      if (i >= hands) desk.ended(i % hands);
      desk.began(i % hands, at);
      if (random() % 2 == 0) desk.moved(i % hands, at + PixelPoint{15, 0});
      if (i % hands == 0) desk.sync();
    }
    for (int i = 0; i < hands; ++i) desk.ended(i);
    desk.sync();
  };
  storm(3000);
  rest();
  std::this_thread::sleep_for(4s);  // what the wall said to it goes
  hand.key("Page_Down");
  rest();
  Mirror mirror(std::string("into-the-quiet"));
  write(mirror, mirror.in("structure", 0, -0.2F), "still here");
  storm(1000);
  quit();
  EXPECT_TRUE(spots_kept().contains("still here"));
  EXPECT_EQ(desk::what_was_lost(desk.injected(), heard()), "");
}

TEST_F(Touch, ATouchscreenThatGoesAwayLetsGoOfWhatItHeld) {
  prepare("name", {{"bells", {"identity", {0, 0.2F}}}});
  Mirror mirror(convening);
  start();
  const PixelPoint from = mirror.in("identity", 0, 0.2F), to = mirror.in("pattern", 0, 0);
  desk.began(1, from);
  for (int i = 1; i <= 20; ++i) {
    desk.moved(1, from + (to - from) * (static_cast<float>(i) / 20));
    std::this_thread::sleep_for(16ms);
  }
  desk.unplug();
  rest();
  ASSERT_TRUE(program->running());

  // X ends its touches as if they had been lifted, so the card lies where it was let go of; and it can be taken up from there.
  desk.plug_in();
  mirror.hand().drag(from, to);
  desk.drag(to, mirror.in("process", 0, 0));
  mirror.hand().drag(to, mirror.in("process", 0, 0));
  rest();
  write(mirror, mirror.in("structure", 0, -0.2F), "still here");
  quit();
  EXPECT_EQ(spots_kept(), spots_in(mirror.convening()));
  EXPECT_EQ(desk::what_was_lost(desk.injected(), heard()), "");
}

TEST_F(Touch, ATouchscreenThatIsTakenFromItsPointerLetsGoOfWhatItHeld) {
  prepare("name", {{"bells", {"identity", {0, 0.2F}}}});
  const PixelPoint from = Mirror(convening).in("identity", 0, 0.2F);
  start();
  desk.began(1, from);
  desk.moved(1, from + PixelPoint{40, 0});
  desk.set_apart();
  quit();
  const auto traces = desk::traces_of(heard());
  EXPECT_EQ(traces.down(), 0);
  EXPECT_EQ(heard().front().state, input::ContactState::began);
}

TEST_F(Touch, FingersLeaveNoArrowOnTheGlass) {
  prepare("name");
  start();
  desk.tap({700, 500});
  rest();
  desk.drag({500, 500}, {900, 700});
  rest();
  EXPECT_FALSE(hand.sees_arrow());
  hand.move({400, 300});
  hand.move({410, 300});
  for (int i = 0; i < 100 && !hand.sees_arrow(); ++i) std::this_thread::sleep_for(100ms);
  EXPECT_TRUE(hand.sees_arrow());
  desk.tap({700, 500});
  for (int i = 0; i < 100 && hand.sees_arrow(); ++i) std::this_thread::sleep_for(100ms);
  EXPECT_FALSE(hand.sees_arrow());
}

TEST_F(Touch, FingersGoWithThePointerThatTheyBelongTo) {
  prepare("name", {{"bells", {"identity", {0, 0.2F}}}});
  const PixelPoint from = Mirror(convening).in("identity", 0, 0.2F);
  start();
  desk.give_own_pointer();
  desk.began(1, from);
  desk.began(2, from + PixelPoint{300, 0});
  desk.moved(1, from + PixelPoint{40, 0});
  desk.take_own_pointer_away();
  quit();
  EXPECT_EQ(desk::traces_of(heard()).down(), 0);
  EXPECT_EQ(heard().front().state, input::ContactState::began);
}

}  // namespace
}  // namespace greenline
