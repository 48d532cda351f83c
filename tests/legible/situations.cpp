#include "legible/situations.h"

#include <stdexcept>

#include "simulate/simulation.h"

namespace greenline::legible {
namespace {

using app::OffscreenWall;
using interact::HandOnWall;
using model::PixelPoint;
using station::Session;

constexpr const char* six_circles = "both-sides-of-the-line";
constexpr const char* nested = "finding-our-place";

PixelPoint in(OffscreenWall& offscreen, const std::string& region, float x = 0, float y = 0) {
  const auto& scene = offscreen.wall().scene();
  return scene.camera()(scene.pixel_of({region, {x, y}}));
}

void expect(bool happened, const char* what) {
  if (!happened) throw std::runtime_error(std::string(what) + " did not happen");
}

// A finger that stays on a key or button.
void hold(OffscreenWall& offscreen, HandOnWall& hand, int seat, const std::string& control) {
  const auto key = offscreen.wall().seats().control(seat, control);
  expect(key.has_value(), control.c_str());
  hand.touch(input::ContactState::began, key->centre());
}

void two_write(OffscreenWall& offscreen, HandOnWall& hand, Session&) {
  hand.tap(in(offscreen, "information", 0, -0.2F));
  expect(hand.write("two keys"), "writing");
  hand.tap(in(offscreen, "process", 0, -0.2F));  // and somebody sits down who has not begun
  expect(offscreen.wall().seats().rects().size() == 2, "two seats");
  hold(offscreen, hand, 1, "e");
}

void one_selects_and_changes_keyboards(OffscreenWall& offscreen, HandOnWall& hand, Session&) {
  hand.tap(in(offscreen, "identity", 0, -0.2F));
  expect(hand.write("two keys"), "writing");
  expect(hand.tap_control("keyboard:pa"), "another keyboard");
  offscreen.wall().press(ui::Seats::Key::select_all);
}

void one_writes_capitals(OffscreenWall& offscreen, HandOnWall& hand, Session&) {
  hand.tap(in(offscreen, "relationships", 0, -0.2F));
  hand.tap_control("shift");
  hold(offscreen, hand, 1, "place");
}

void one_draws(OffscreenWall& offscreen, HandOnWall& hand, Session&) {
  hand.tap(in(offscreen, "process", 0, -0.2F));
  expect(hand.write("two"), "writing");
  expect(hand.tap_control("draw"), "drawing");
}

void many_wait(OffscreenWall& offscreen, HandOnWall& hand, Session&) {
  ui::Seats& seats = offscreen.wall().seats();
  bool waits = false;
  for (int i = 0; i < 20 && !waits; ++i) {
    const ui::ComposeCard card{
        {"structure", {}}, {i == 0 ? 100.0F : 600.0F, 700}, {{"en", "Structure"}}, {{"en", "What is fixed?"}}, "structure"};
    const int seat = seats.open(card, {}, {});
    waits = seat != 0 && seats.waiting(seat);
  }
  expect(waits, "waiting");
  hand.frames(30);
}

void nobody_comes_back(OffscreenWall& offscreen, HandOnWall& hand, Session& session) {
  one_draws(offscreen, hand, session);
  offscreen.wall().skip_time(90);
  hand.frames(120);
}

model::CardId first_card(const Session& session) { return session.convening().cards.begin()->first; }

void one_reads(OffscreenWall& offscreen, HandOnWall& hand, Session& session) {
  const model::CardId card = first_card(session);
  expect(offscreen.wall().request(model::Nourish{card, model::NourishKind::offer, {"We have a van", "en", {}}}, {}).has_value(),
         "an offer");
  hand.tap(offscreen.wall().scene().card(card)->centre);
  expect(hand.seat() != 0, "reading");
}

void one_reads_what_is_veiled(OffscreenWall& offscreen, HandOnWall& hand, Session& session) {
  for (const auto& [id, card] : session.convening().cards) {
    const scene::CardView* view = offscreen.wall().scene().card(id);
    if (view == nullptr || !view->veiled) continue;
    hand.tap(view->centre);
    return expect(hand.seat() != 0, "reading");
  }
  expect(false, "a veiled card");
}

void a_word_and_a_name_are_asked_for(OffscreenWall& offscreen, HandOnWall& hand, Session& session) {
  const auto& threads = session.convening().threads;
  const auto& gatherings = session.convening().gatherings;
  expect(!threads.empty() && !gatherings.empty(), "threads and gatherings");
  for (const scene::ThreadView& thread : offscreen.wall().scene().threads()) {
    if (!thread.alive || thread.word == nullptr) continue;
    hand.tap(thread.pill.centre());
    break;
  }
  expect(hand.seat() != 0, "a word asked for");
}

void some_rest(OffscreenWall& offscreen, HandOnWall& hand, Session& session) {
  std::vector<model::CardId> cards;
  for (const auto& [id, card] : session.convening().cards) cards.push_back(id);
  expect(offscreen.wall().request(model::LetGoCard{cards.at(0), "thanks"}, {}).has_value(), "letting go");
  expect(offscreen.wall().request(model::LetGoCard{cards.at(1), "thanks"}, {}).has_value(), "letting go");
  expect(offscreen.wall().request(model::MarkCard{cards.at(1)}, {}).has_value(), "marking");
  expect(offscreen.wall().request(model::LightCard{cards.at(2), {}}, {}).has_value(), "lighting");
  hand.frames(120);
  hand.tap(offscreen.wall().scene().card(cards.at(1))->centre);
}

void a_reason_is_told(OffscreenWall& offscreen, HandOnWall& hand, Session&) {
  hand.tap(in(offscreen, "structure", 0, -0.97F));  // clear of every card
  hand.tap(in(offscreen, "identity", 0, -0.97F));
  expect(!offscreen.wall().atmosphere().notices.empty(), "a reason");
}

void one_looks_nearer(OffscreenWall& offscreen, HandOnWall& hand, Session&) {
  const PixelPoint at{960, 20};
  hand.together({{at, at + PixelPoint{-300, 0}}, {at + PixelPoint{40, 0}, at + PixelPoint{300, 0}}});
  expect(!offscreen.wall().atmosphere().chips.empty(), "zooming");
}

std::vector<Situation> made() {
  return {
      {"six circles, a few cards", six_circles, "across", 5, 1920, 1080, "", false, {}},
      {"six circles", six_circles, "across", 60, 1920, 1080, "", false, {}},
      {"six circles in rows, in two languages", six_circles, "across", 24, 1920, 1080, "rows", true, {}},
      {"six circles on a tall screen", six_circles, "across", 12, 1080, 1920, "", false, {}},
      {"nested communities", nested, "crossings", 60, 1920, 1080, "", false, {}},
      {"nested communities on a tall screen", nested, "both-ways", 60, 1080, 1920, "", false, {}},
      {"two write", six_circles, "name", 0, 1920, 1080, "", false, two_write},
      {"one writes capitals", six_circles, "name", 0, 1920, 1080, "", false, one_writes_capitals},
      {"one selects and changes keyboards", six_circles, "name", 0, 1920, 1080, "", false, one_selects_and_changes_keyboards},
      {"one draws", six_circles, "name", 0, 1920, 1080, "", false, one_draws},
      {"many wait", six_circles, "name", 0, 1280, 800, "", false, many_wait},
      {"nobody comes back to a seat", six_circles, "name", 0, 1920, 1080, "", false, nobody_comes_back},
      {"one reads", six_circles, "across", 5, 1920, 1080, "", false, one_reads},
      {"one reads what is veiled", nested, "crossings", 12, 1920, 1080, "", false, one_reads_what_is_veiled},
      {"a word is asked for", six_circles, "across", 30, 1920, 1080, "", false, a_word_and_a_name_are_asked_for},
      {"some rest", six_circles, "across", 5, 1920, 1080, "", false, some_rest},
      {"a reason is told", six_circles, "look", 12, 1920, 1080, "", false, a_reason_is_told},
      {"one looks nearer", six_circles, "across", 12, 1920, 1080, "", false, one_looks_nearer},
  };
}

}  // namespace

const std::vector<Situation>& situations() {
  static const std::vector<Situation> all = made();
  return all;
}

Room::Room(const Situation& situation, const std::string& palette) {
  auto resources = app::load_resources(situation.activity, palette);
  if (!resources) throw std::runtime_error(resources.error());
  resources_ = std::make_unique<app::Resources>(std::move(*resources));
  if (!situation.layout.empty()) resources_->pack.activity.layout = situation.layout;
  // Whatever may ever be done to a card may be done here.
  for (content::Phase& phase : resources_->pack.activity.phases)
    if (situation.name == "some rest")
      phase.rules.verbs.insert({model::Verb::let_go, model::Verb::mark, model::Verb::illuminate, model::Verb::veil});
  session_ = std::make_unique<station::Session>(resources_->pack, station::seeded_sources(1));
  if (situation.cards > 0) {
    const auto phrases = simulate::load_phrases(resources_->paths.content / "simulation" / "phrases.json", "en");
    if (!phrases) throw std::runtime_error(phrases.error());
    if (auto played = simulate::play(*session_, *phrases, {1, situation.cards, situation.phase}); !played)
      throw std::runtime_error(played.error());
  }
  if (session_->phase().id != situation.phase) (void)session_->submit(model::EnterPhase{situation.phase}, model::the_host);
  view::WallSetting setting;
  setting.width = situation.width;
  setting.height = situation.height;
  setting.still = true;
  if (situation.two_languages) setting.second_language = "fr";
  auto offscreen = app::OffscreenWall::open(*resources_, *session_, setting);
  if (!offscreen) throw std::runtime_error(offscreen.error());
  offscreen_ = std::move(*offscreen);
  offscreen_->wall().settle_now();
  interact::HandOnWall hand(*offscreen_);
  if (situation.happens) situation.happens(*offscreen_, hand, *session_);
  // What hands set in motion comes to rest, rings where fingers were are gone, and letters of every keyboard are read: none
  // comes into the atlas any more.
  // Only what stands at the end is drawn.
  constexpr int at_least = 40, at_most = 240, drawn = 4;
  for (int frame = 0; frame < at_most && (offscreen_->wall().advance(1.0F / 60) || frame < at_least); ++frame) continue;
  for (int frame = 0; frame < drawn; ++frame) offscreen_->frame(1.0F / 60);
}

}  // namespace greenline::legible
