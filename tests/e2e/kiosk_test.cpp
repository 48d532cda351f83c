// The real program in a real window, used with real pointer events: a card is typed on the on-screen keyboard, moved and
// threaded; the program is killed and started again, and the same convening comes back, by state hash and by picture.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "drafts/draft_disk.h"
#include "e2e/mirror.h"
#include "e2e/room.h"
#include "e2e/sender.h"
#include "input/tuio_packet.h"
#include "picture/difference.h"
#include "places.h"

namespace greenline {
namespace {

using namespace std::chrono_literals;
using desk::Mirror;
using model::PixelPoint;

// The light along the lower edge tells how much time is left, and time goes on while a program is killed and started again.
render::Picture without_the_light_of_time(render::Picture picture) {
  picture.height -= 40;
  picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
  return picture;
}

class Kiosk : public desk::Room {
 protected:
  void start() { Room::start(hand, server.display()); }
  // What `greenline check` says of the saved convening; waits for the killed process's lock to go.
  [[nodiscard]] std::string state() const {
    desk::Answer answer;
    for (int i = 0; i < 50; ++i) {
      answer = desk::answer_of({program_file(), "check", convening.string()});
      if (answer.code == 0) break;
      std::this_thread::sleep_for(100ms);
    }
    return answer.printed;
  }
  void write(Mirror& mirror, const std::string& words) {
    for (const char letter : words) hand.tap(mirror.control(letter == ' ' ? std::string("space") : std::string(1, letter)));
  }
  // Starts, and goes to the phase in which people name.
  void start_naming() {
    start();
    hand.key("Page_Down");
    (void)at_rest();
  }
  void leave_in_order() {
    hand.key("q", {"Control_L", "Shift_L"});
    ASSERT_EQ(program->finish(20s), 0);
  }
  // What the saved convening holds, as it is read with its own activity.
  [[nodiscard]] model::Convening kept() const {
    auto resources = app::load_resources("both-sides-of-the-line", "dusk");
    auto session = station::Session::open_saved(resources->pack, station::seeded_sources(1), convening);
    if (!session) throw std::runtime_error(session.error().detail);
    return session->convening();
  }
  [[nodiscard]] model::Card the_only_card_kept() const {
    const model::Convening convening_kept = kept();
    if (convening_kept.cards.size() != 1) throw std::runtime_error("there is not just one card");
    return convening_kept.cards.begin()->second;
  }
  // Waits until the wall is there and shows something.
  [[nodiscard]] render::Picture at_rest() const { return desk::photograph_at_rest(hand, 30s); }

  desk::XServer server{1920, 1080};
  desk::Hand hand{server.display()};
};

// Seconds into the run of every frame that answered a hand, as the frame log has them.
std::vector<double> answered_in(const std::filesystem::path& frame_log) {
  std::vector<double> at_s;
  std::ifstream log(frame_log);
  std::string line;
  std::getline(log, line);
  while (std::getline(log, line)) {
    std::istringstream row(line);
    double seconds = 0;
    char comma = 0;
    int contacts = 0;
    if (row >> seconds >> comma >> contacts && contacts > 0) at_s.push_back(seconds);
  }
  return at_s;
}

TEST_F(Kiosk, AFastPointerCostsNoMoreFramesThanTheScreenShows) {
  const std::filesystem::path frame_log = folder / "frames.csv";
  Room::start(hand, server.display(), {"--frame-log", frame_log.string()});
  hand.key("Page_Down");
  (void)at_rest();
  hand.move({300, 300});
  hand.press();
  constexpr int reports = 3000;  // a thousand a second
  const auto from = std::chrono::steady_clock::now();
  for (int i = 0; i < reports; ++i) {
    hand.move({300.0F + static_cast<float>(i % 400), 300.0F + static_cast<float>(i / 10)});
    std::this_thread::sleep_until(from + std::chrono::milliseconds(i));
  }
  hand.release();
  (void)at_rest();
  hand.key("q", {"Control_L", "Shift_L"});
  EXPECT_EQ(program->finish(20s), 0);
  const std::vector<double> answered = answered_in(frame_log);
  ASSERT_GT(answered.size(), 5U);
  constexpr double refresh_hz = 60, by_chance = 10;
  EXPECT_LE(static_cast<double>(answered.size()), refresh_hz * (answered.back() - answered.front()) + by_chance);
}

TEST_F(Kiosk, ComesBackTheSameAfterItIsKilled) {
  start_naming();

  Mirror mirror(std::string("name"));
  const PixelPoint above = mirror.wall().scene().pixel_of({"structure", {0, -0.2F}});
  const PixelPoint below = mirror.wall().scene().pixel_of({"identity", {0, -0.2F}});
  for (const auto& [at, words] : {std::pair{above, "two keys"}, std::pair{below, "a harbour"}}) {
    mirror.hand().tap(at);
    hand.tap(at);
    (void)at_rest();
    write(mirror, words);
    const PixelPoint place = mirror.control("place");
    (void)mirror.hand().write(words);
    mirror.hand().tap(place);
    hand.tap(place);
    (void)at_rest();
  }

  // Moved to another circle, with a real drag.
  const PixelPoint elsewhere = mirror.wall().scene().pixel_of({"pattern", {0, -0.2F}});
  hand.drag(above, elsewhere);
  mirror.hand().drag(above, elsewhere);
  (void)at_rest();

  // Threaded: on to the phase "across", read the card, pull the thread.
  for (int i = 0; i < 3; ++i) {
    hand.key("Page_Down");
    std::this_thread::sleep_for(1500ms);  // sooner it would be the same press, also on a machine that is busy
  }
  (void)mirror.wall().request(model::EnterPhase{"across"}, {}, model::the_host);
  mirror.hand().frames(10);
  (void)at_rest();
  hand.tap(elsewhere);
  mirror.hand().tap(elsewhere);
  (void)at_rest();
  const PixelPoint handle = mirror.control("thread");
  hand.drag(handle, below);
  mirror.hand().drag(handle, below);
  (void)at_rest();
  hand.tap(mirror.control("leave"));  // no word on it
  const render::Picture before = without_the_light_of_time(at_rest());
  ASSERT_TRUE(program->running());

  program->kill();
  const std::string kept = state();
  EXPECT_NE(kept.find("sound"), std::string::npos) << kept;

  start();
  for (int i = 0; i < 150 && without_the_light_of_time(hand.photograph()).rgba != before.rgba; ++i)
    std::this_thread::sleep_for(100ms);
  const render::Picture after = without_the_light_of_time(at_rest());
  const picture::Difference found = picture::difference(before, after);
  EXPECT_LT(found.share_visible, 0.001) << "the wall is not the same wall";
  if (found.share_visible >= 0.001) {
    (void)render::write_png(folder / "before.png", before);
    (void)render::write_png(folder / "after.png", after);
  }
  program->kill();
  EXPECT_EQ(state(), kept);

  // And it holds what was done: both cards, the move, the thread.
  std::map<std::string, std::string> region_of;
  const model::Convening after_all = this->kept();
  for (const auto& [id, card] : after_all.cards) region_of[card.saying.value.words] = card.place.value.region;
  EXPECT_EQ(region_of, (std::map<std::string, std::string>{{"two keys", "pattern"}, {"a harbour", "identity"}}));
  EXPECT_EQ(after_all.threads.size(), 1U);
}

TEST_F(Kiosk, WhatSomebodyHadBegunToWriteIsThereAgainAfterAKill) {
  start_naming();
  Mirror mirror(std::string("name"));
  const PixelPoint above = mirror.wall().scene().pixel_of({"structure", {0, -0.2F}});
  mirror.hand().tap(above);
  hand.tap(above);
  (void)at_rest();
  write(mirror, "half a thought");
  std::this_thread::sleep_for(1s);
  program->kill();
  ASSERT_NE(state().find("sound"), std::string::npos);
  const auto drafts = drafts::load_drafts(drafts::drafts_beside(convening));
  ASSERT_EQ(drafts.drafts.size(), 1U);
  EXPECT_EQ(drafts.drafts[0].words, "half a thought");

  Mirror again(convening);
  start();
  again.wall().bring_back(drafts.drafts);
  again.hand().frames(5);
  ASSERT_NE(again.hand().seat(), 0);
  const PixelPoint head{again.wall().seats().rect_of(again.hand().seat())->centre().x, 1080 - 12};
  again.hand().tap(head);
  hand.tap(head);
  (void)at_rest();
  hand.tap(again.control("place"));
  (void)at_rest();
  hand.key("q", {"Control_L", "Shift_L"});
  EXPECT_EQ(program->finish(10s), 0);
  EXPECT_FALSE(std::filesystem::exists(drafts::drafts_beside(convening))) << "it was placed: nothing is left to keep";
  const model::Card card = the_only_card_kept();
  EXPECT_EQ(card.saying.value.words, "half a thought");
  EXPECT_EQ(card.place.value.region, "structure");
}

// All of it waits while the program is busy, and arrives at once.
TEST_F(Kiosk, TakesKeysAndLettersInTheOrderInWhichTheyWereStruck) {
  start_naming();
  Mirror mirror(std::string("name"));
  hand.tap(mirror.in("structure", 0, -0.2F));
  (void)at_rest();
  program->freeze();
  for (const char* key : {"x", "y", "z", "BackSpace", "Home", "a"}) hand.key(key);
  hand.key("Return", {"Control_L"});
  program->thaw();
  (void)at_rest();
  leave_in_order();
  EXPECT_EQ(the_only_card_kept().saying.value.words, "axy");
}

TEST_F(Kiosk, TakesAClickWhereItWasMadeThoughTheMouseWentOn) {
  start_naming();
  Mirror mirror(std::string("name"));
  program->freeze();
  hand.tap(mirror.in("structure", 0, -0.2F));
  hand.move(mirror.in("identity", 0, -0.2F));
  program->thaw();
  (void)at_rest();
  hand.key("a");
  hand.key("Return", {"Control_L"});
  (void)at_rest();
  leave_in_order();
  EXPECT_EQ(the_only_card_kept().place.value.region, "structure");
}

TEST_F(Kiosk, KeepsAllOfAStrokeThatWasDrawnWhileTheMachineWasBusy) {
  start_naming();
  Mirror mirror(std::string("name"));
  const auto tap = [&](PixelPoint at) {
    hand.tap(at);
    (void)at_rest();
    mirror.hand().tap(at);
  };
  tap(mirror.in("structure", 0, -0.2F));
  tap(mirror.control("draw"));
  const model::PixelRect seat = *mirror.wall().seats().rect_of(mirror.hand().seat());
  const auto round = [&](float turn) {
    const float radius = 0.12F * seat.width();
    return seat.centre() + PixelPoint{radius * std::cos(turn), radius * std::sin(turn)};
  };
  program->freeze();
  hand.move(round(0));
  hand.press();
  for (float turn = 0.1F; turn < 6.3F; turn += 0.1F) hand.move(round(turn));
  hand.release();
  program->thaw();
  (void)at_rest();
  tap(mirror.control("place"));
  leave_in_order();
  const std::vector<model::Stroke> ink = the_only_card_kept().saying.value.ink;
  ASSERT_EQ(ink.size(), 1U);
  EXPECT_GT(ink[0].size(), 20U);
  for (std::size_t i = 1; i < ink[0].size(); ++i)
    EXPECT_LT(std::hypot(ink[0][i].x - ink[0][i - 1].x, ink[0][i].y - ink[0][i - 1].y), 0.1F)
        << "no part of it is a straight line";
}

// As a tracker tells it: one finger, in parts of the screen.
class Tracker {
 public:
  [[nodiscard]] std::string port() const { return sender_.port(); }
  void tap(PixelPoint at) {
    ++session_;
    for (int i = 0; i < 6; ++i) {
      sender_.send(test::frame(++frame_, {session_}, {test::point(session_, at.x / 1920, at.y / 1080)}, "table"));
      std::this_thread::sleep_for(20ms);
    }
    sender_.send(test::frame(++frame_, {}, {}, "table"));
  }

 private:
  desk::Sender sender_;
  std::int32_t session_ = 0, frame_ = 0;
};

TEST_F(Kiosk, AFingerOfATrackerOpensASeatAndPlacesWhatWasTyped) {
  Tracker tracker;
  Room::start(hand, server.display(), {"--tuio", tracker.port()});
  hand.key("Page_Down");
  (void)at_rest();
  Mirror mirror(std::string("name"));
  const PixelPoint high{0.5F * 1920, 0.2F * 1080};
  mirror.hand().tap(high);
  tracker.tap(high);
  (void)at_rest();
  for (const char* key : {"b", "e", "l", "l", "s"}) hand.key(key);
  (void)at_rest();
  tracker.tap(mirror.control("place"));
  (void)at_rest();
  leave_in_order();
  EXPECT_EQ(the_only_card_kept().saying.value.words, "bells");
}

TEST_F(Kiosk, LeavesByTheDeliberateCombinationAndByNoOther) {
  start();
  hand.key("q");
  hand.key("q", {"Control_L"});
  hand.key("Escape");
  hand.key("F4", {"Alt_L"});
  std::this_thread::sleep_for(500ms);
  ASSERT_TRUE(program->running());
  hand.key("q", {"Control_L", "Shift_L"});
  EXPECT_EQ(program->finish(10s), 0);
}

TEST_F(Kiosk, RestsAndWakesByTheHostsKey) {
  start();
  const render::Picture awake = at_rest();
  hand.key("F8");
  std::this_thread::sleep_for(300ms);
  const render::Picture resting = at_rest();
  EXPECT_GT(picture::difference(awake, resting).share_visible, 0.3);
  hand.key("F8");
  std::this_thread::sleep_for(300ms);
  EXPECT_LT(picture::difference(awake, at_rest()).share_visible, 0.01);
}

// The rows of a CSV file with a header, each by its column's name.
std::vector<std::map<std::string, double>> rows_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> names;
  std::vector<std::map<std::string, double>> rows;
  for (std::string line, cell; std::getline(in, line);) {
    std::istringstream cells(line);
    if (names.empty()) {
      while (std::getline(cells, cell, ',')) names.push_back(cell);
      continue;
    }
    rows.emplace_back();
    for (const std::string& name : names) rows.back()[name] = std::getline(cells, cell, ',') ? std::stod(cell) : -1;
  }
  return rows;
}

TEST_F(Kiosk, LogsHowSoonEachFrameAnsweredItsTouches) {
  const std::filesystem::path log = folder / "frames.csv";
  Room::start(hand, server.display(), {"--frame-log", log.string()});
  hand.key("Page_Down");  // to the phase in which people name
  (void)at_rest();
  hand.tap({960, 300});  // opens a seat
  (void)at_rest();
  hand.key("q", {"Control_L", "Shift_L"});
  ASSERT_EQ(program->finish(10s), 0);

  int answers = 0;
  double before_s = 0;
  for (auto& row : rows_of(log)) {
    EXPECT_GE(row["seconds"], before_s);
    before_s = row["seconds"];
    EXPECT_EQ(row["contacts"] > 0, row["answer_ms"] > 0);
    if (row["contacts"] == 0 || row["drawn"] == 0) continue;
    ++answers;
    // The frame was laid out, drawn and shown within it. CPU time of that is no more than its wall time.
    EXPECT_GE(row["answer_ms"] + 0.01, row["layout_ms"] + row["build_ms"] + row["submit_ms"]);
    EXPECT_LE(row["answer_ms"], 1000 * row["seconds"]) << "as long as the log is at most; how quick is the machine's business";
  }
  EXPECT_GT(answers, 0);
}

}  // namespace
}  // namespace greenline
