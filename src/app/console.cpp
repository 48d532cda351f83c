#include "app/console.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>
#include <variant>

#include "app/console_letters.h"
#include "app/console_screens.h"
#include "interact/plugged_keyboard.h"
#include "platform/cpu_clock.h"
#include "render/small_frame.h"
#include "view/staging.h"

namespace greenline::app {
namespace {

constexpr double glance_every_s = 0.4;  // at walls; not more often than somebody follows who has other things to do

}  // namespace

std::optional<model::Shown> named_at(const scene::Scene& scene, model::PixelPoint at, float slop_px) {
  const model::PixelPoint there = scene.camera().inverse(at);
  const float slop = slop_px / scene.camera().zoom;
  for (const scene::GatheringView& gathering : scene.gatherings())
    if (gathering.name.block && gathering.pill.grown(slop).contains(there)) return gathering.id;
  for (const scene::ThreadView& thread : scene.threads())
    if (thread.alive && thread.word && thread.pill.grown(slop).contains(there)) return thread.id;
  for (const scene::RegionView& region : scene.backdrop().regions)
    if (region.name.block && joined(region.name.rect(), region.help.rect()).grown(slop).contains(there))
      return model::RegionEnd{region.id};
  return std::nullopt;
}

std::optional<model::PixelRect> place_of(const scene::Scene& scene, const model::Shown& shown) {
  const auto seen = [&](const model::PixelRect& rect) { return std::optional(scene.camera()(rect)); };
  if (const auto* id = std::get_if<model::CardId>(&shown)) {
    if (const scene::CardView* card = scene.card(*id))
      return seen(model::rect_around(card->centre, card->half_width, card->half_height));
  } else if (const auto* end = std::get_if<model::RegionEnd>(&shown)) {
    for (const scene::RegionView& region : scene.backdrop().regions)
      if (region.id == end->region) return seen(region.bounds());
  } else if (const auto* gathering_id = std::get_if<model::GatheringId>(&shown)) {
    for (const scene::GatheringView& gathering : scene.gatherings())
      if (gathering.id == *gathering_id) return seen(gathering.reach);
  } else if (const auto* thread_id = std::get_if<model::ThreadId>(&shown)) {
    if (const scene::ThreadView* thread = scene.thread(*thread_id); thread != nullptr && thread->word)
      return seen(thread->pill);
  }
  return std::nullopt;
}

bool ConsoleNews::there_is(const station::Session& session, bool asks_to_close) {
  const std::int64_t second = session.phase_age_ms() / 1000;
  const bool time_is_another = second != std::exchange(second_, second);
  const bool question_is_another = asks_to_close != std::exchange(asks_to_close_, asks_to_close);
  return std::exchange(happened_, false) || time_is_another || question_is_another;
}

ConsoleFace::ConsoleFace(ConsoleAround around, text::Engine& engine)
    : around_(std::move(around)),
      engine_(engine),
      view_(session_, engine_, around_.resources.strings),
      screen_(host_),
      pin_({host_, [this] { return setting_; }, engine_, around_.resources.strings, around_.resources.palette,
            around_.resources.keyboards, wall_.room_keys(), [] { platform::WindowSystem::wake(nullptr); }, false},
           around_.pin) {}

ConsoleFace::~ConsoleFace() {
  if (ring_.on()) system_.listen_to_panels(false);
}

// The wall stands as it does for the room, however large that is, and is seen through the hole that the console leaves.
void ConsoleFace::resize(const view::WallSetting& glass_of_own) {
  view::WallSetting own = glass_of_own;
  view::choose_languages(session_.pack().activity, own);
  setting_ = screen_of(own);
  wall_seen_ = wall_.setting();
  look_again();
  view::WallSetting seen = wall_seen_;
  seen.still = true;
  seen.glass_width = own.width;
  seen.glass_height = own.height;
  const model::PixelRect glass = screen_.glass();
  view_.resize(seen, {glass.width() / seen.width, {glass.x0, glass.y0}});
}

void ConsoleFace::look_again() {
  ui::ConsolePage page = console_page(session_, around_.resources.strings, setting_.language, mode_,
                                      {.asks_to_close = wall_.asks_to_close(),
                                       .minute_of_day = minute_of_day(),
                                       .day = day_ != nullptr ? &day_->plan : nullptr,
                                       .screens = &system_.screens(),
                                       .panels = &system_.panels(),
                                       .ring_on = ring_.asked(),
                                       .somebody_writes = wall_.writing() || around_.over_wall,
                                       .check = check_,
                                       .keys = &wall_.room_keys().map,
                                       .host = now_of_host(now_s_)});
  page.glass_aspect = wall_seen_.width / wall_seen_.height;
  screen_.show(page, setting_);
  page_ = std::move(page);
  visit_ = session_.convening().phase.event;
  epoch_ = session_.convening().epoch;
}

bool press_at_console(interact::Wall& wall, const std::string& key, double time_s, const model::Actor& by,
                      const model::EventId& visit) {
  const auto act = interact::host_key_called(key);
  if (!act) return false;
  wall.host({*act, time_s, false, by, visit});
  return true;
}

// Shows another page. False where the key asks something else.
bool ConsoleFace::turn_to(const std::string& key, double now_s) {
  using Shows = ConsoleMode::Shows;
  if (key == "room" && mode_.shows == Shows::check && check_ != nullptr) check_->leave();
  if (key == "check" && check_ != nullptr) {
    mode_ = {.shows = Shows::check};
    check_->begin(now_s);
  } else if (key == "help")
    mode_ = {.shows = mode_.shows == Shows::help ? Shows::room : Shows::help};
  else if (key == "room")
    mode_ = {};
  else if (key == "aside")
    mode_ = {.shows = Shows::aside};
  else if (key == "day")
    mode_ = {.shows = Shows::day};
  else if (key == "walls")
    mode_ = {.shows = Shows::walls};
  else if (key == "shuffle")
    wall_.read_in_mixed_order(mode_.shuffled = !mode_.shuffled);
  else if (key == "screens")
    mode_ = {.shows = Shows::screens};
  else if (key == "more_asides")
    ++mode_.page;
  else
    return false;
  return true;
}

// How the day gives way, and what comes of it next. False where the key asks something else.
bool ConsoleFace::follow_day(const std::string& key) {
  if (day_ == nullptr) return false;
  if (const auto way = way_of_key(key)) {
    day_->plan.way = *way;
    return true;
  }
  const auto minute = minute_of_day();
  if (key != "begin" || !minute) return false;
  if (const auto next = day_now(day_->plan, session_, *minute).activity) day_->begin(*next);
  return true;
}

ScreenSigns::Said ConsoleFace::said_of_screens() const {
  return [this](std::size_t monitor) {
    return said_of_screen(system_.screens(), monitor, around_.resources.strings, setting_.language);
  };
}

// A role is given another screen, or screens tell which they are. False where the key asks something else.
bool ConsoleFace::give_screen(const std::string& key) {
  if (key == "identify") return signs_.show(system_.screens(), platform::monotonic_s(), said_of_screens());
  const auto choice = screen_choice_of(key);
  if (choice) system_.choose(choice->role, choice->monitor);
  return choice.has_value();
}

// Which touchscreen lies on which screen: each shows a ring in turn. False where the key asks something else.
bool ConsoleFace::ask_for_touch(const std::string& key) {
  const double now_s = platform::monotonic_s();
  if (key == "touch_ring") {
    const auto say = [this](const char* words) { return std::string(around_.resources.strings(words, setting_.language)); };
    if (!ring_.begin({say("console.ring_here"), say("console.ring_felt"), setting_.language}, now_s)) return true;
    system_.listen_to_panels(true);
  } else if (key == "ring_next") {
    ring_.pass_over(now_s);
  } else if (key == "ring_stop") {
    ring_.end();
    system_.listen_to_panels(false);
  } else {
    return false;
  }
  (void)hear_ring(now_s);
  return true;
}

// Whether the page says something else now.
bool ConsoleFace::hear_ring(double now_s) {
  const bool was_on = ring_.on();
  const auto asked = ring_.asked();
  if (const auto found = ring_.look(system_.screens(), system_.panel_touches(), now_s))
    system_.choose_panel(found->who, found->monitor);
  if (was_on && !ring_.on()) system_.listen_to_panels(false);
  const bool another = was_on != ring_.on() || asked != ring_.asked();
  if (another) news_.heard();
  return another;
}

// What all consoles share, as it is now.
HostNow ConsoleFace::now_of_host(double now_s) const {
  HostNow now;
  now.over_wall = around_.over_wall;
  now.no_number = around_.over_wall && !around_.pin;
  if (around_.desk == nullptr) return now;
  now.desk = around_.desk;
  now.clean_in_s = around_.desk->cleaning.left_s(now_s);
  // One that is nowhere here is at another station.
  if (!has_chair()) now.chair_went_to = around_.desk->console_in(session_).value_or(0);
  return now;
}

// Pressed for what the page shows.
model::Actor ConsoleFace::host() const {
  model::Actor by = model::at_console(around_.number);
  by.epoch = epoch_;
  return by;
}

// The number is asked for where one is set; over the wall it has been given already.
void ConsoleFace::take_chair(double now_s) {
  if (pin_.is_set() && !around_.over_wall) return pin_.ask(PinLayer::For::the_chair, ui::Side::below, now_s);
  (void)session_.take_chair(around_.number);
}

void ConsoleFace::act(const std::string& key, double time_s) {
  news_.heard();
  if (key == "wall")
    leaves_ = true;
  else if (key == "take_chair")
    take_chair(time_s);
  else if (!act_on_check(key, time_s) && !turn_to(key, time_s) && has_chair())
    act_on_room(key, time_s);
}

// What the page of the room's check asks. False where the key asks something else.
bool ConsoleFace::act_on_check(const std::string& key, double time_s) {
  if (mode_.shows != ConsoleMode::Shows::check || check_ == nullptr || !has_chair()) return false;
  return check_->act(key, system_.screens(), time_s);
}

// What comes of it is seen here and on the wall.
void ConsoleFace::act_on_room(const std::string& key, double time_s) {
  if (around_.desk != nullptr && around_.desk->press(key, time_s)) {
    leaves_ = leaves_ || key == "clean";
    return;
  }
  if (follow_day(key) || give_screen(key) || ask_for_touch(key) || press_at_console(wall_, key, time_s, host(), visit_) ||
      !wall_.is_another_step(key, time_s))
    return;
  const auto request = request_of_key(session_, mode_, key);
  if (!request) return;
  (void)session_.submit(*request, host());
  if (mode_.shows == ConsoleMode::Shows::card) mode_ = {};
}

// A card that is touched on the small wall is shown, with what may be done with it. A region's or a gathering's name, or a
// thread's word, that is touched there is what the walls show; touched again, they show all.
void ConsoleFace::pick(const input::Contact& contact) {
  const bool has_no_wall = !page_.glasses.empty() || !page_.lines.empty();
  if (has_no_wall || contact.state != input::ContactState::ended || !screen_.glass().contains(contact.at)) return;
  news_.heard();
  if (const auto named = named_at(view_.scene(), contact.at, 3 * setting_.pixels_per_mm)) {
    const bool again = shown_on_walls(session_.convening()) == *named;
    (void)session_.submit(model::ShowOnWalls{again ? model::Shown{} : *named}, host());
    mode_ = {.shows = ConsoleMode::Shows::walls};
    return;
  }
  const input::Target at = view_.scene().hit(contact.at);
  const auto* card = std::get_if<input::OnCard>(&at);
  if (card == nullptr) return;
  mode_ = {.shows = ConsoleMode::Shows::card, .card = card->card};
}

// The card that is shown, or what the walls show, where it stands on the small wall.
void ConsoleFace::mark_picked() {
  const bool of_card = mode_.shows == ConsoleMode::Shows::card;
  screen_.mark(place_of(view_.scene(), of_card ? model::Shown{mode_.card} : shown_on_walls(session_.convening())));
}

// The letters that the page shows, but for keys that the host's own file gives something to do; the room's keys go on to the
// wall.
void ConsoleFace::hear_keys(std::span<const platform::Stroke> strokes, double now_s) {
  strokes_.clear();
  const interact::RoomKeys& keys = wall_.room_keys();
  const bool page_has_no_letters = wall_.writing() || around_.over_wall;
  bool was_given = false;  // and so what it writes is meant by nobody
  for (const platform::Stroke& stroke : strokes) {
    const auto* pressed = std::get_if<platform::KeyPress>(&stroke);
    if (pressed != nullptr && keys.tries && !interact::leaves(*pressed) && keys.tries(*pressed)) {
      was_given = true;
      continue;
    }
    if (pressed != nullptr && pressed->key == platform::KeyName::f1) {
      if (!pressed->repeated) act("help", now_s);
      continue;
    }
    if (pressed != nullptr) was_given = interact::is_given(*pressed, keys.map);
    if (interact::is_of_room(stroke, keys.map) || (pressed != nullptr && was_given))
      strokes_.push_back(stroke);
    else if (const auto key = key_of_stroke(page_, stroke); key && !was_given && !page_has_no_letters)
      act(*key, now_s);
  }
}

void ConsoleFace::hover(model::PixelPoint at, double now_s) {
  if (!pin_.is_open()) screen_.hover(at, now_s);
}

bool ConsoleFace::hear(const input::TouchFrame& touches, std::span<const platform::Stroke> struck, double now_s) {
  now_s_ = now_s;
  const bool asked = pin_.is_open();
  const input::TouchFrame touched = pin_.take(touches);
  const std::vector<platform::Stroke> strokes = pin_.take(struck, now_s);
  if (pin_.granted(now_s)) (void)session_.take_chair(around_.number);
  if (asked != pin_.is_open()) news_.heard();
  for (const input::Contact& contact : touched.contacts) {
    if (const auto key = screen_.touch(contact, now_s)) act(*key, touched.time_s);
    pick(contact);
  }
  const bool others = std::exchange(screens_seen_, system_.screens().version()) != system_.screens().version();
  const bool other_panels = std::exchange(panels_seen_, system_.panels().version()) != system_.panels().version();
  const bool other_screens = others || other_panels;
  const std::uint64_t desk = around_.desk != nullptr ? around_.desk->changes : 0;
  if (other_screens || std::exchange(desk_seen_, desk) != desk) news_.heard();
  signs_.look(system_.screens(), now_s, said_of_screens());
  const bool other_ring = ring_.on() && hear_ring(now_s);
  hear_keys(strokes, now_s);
  const bool other_check = check_ != nullptr && check_->look(system_.screens(), now_s);
  if (other_check) news_.heard();
  const view::View::Followed followed = view_.follow();
  if (followed.happened) news_.heard();
  return other_screens || other_ring || other_check || followed.any || news_.is_heard() || asked != pin_.is_open();
}

// Each wall's last frame, made small where that is another by now. Leaves another context current.
void ConsoleFace::look_at_walls(double now_s) {
  if (around_.walls == nullptr) return;
  for (const SeenWall& wall : *around_.walls) {
    const auto place = screen_.place_of_glass(wall.role);
    if (!place) continue;
    Glimpse& glimpse = glimpses_[wall.role];
    const bool is_shown = glimpse.frame == wall.window->frames() && glimpse.place == *place;
    if (is_shown || (now_s < glimpse.at_s + glance_every_s && glimpse.place == *place)) continue;
    wall.window->make_current();
    screen_.show_glass(wall.role, render::small_frame(*wall.renderer, static_cast<int>(std::lround(place->width())),
                                                      static_cast<int>(std::lround(place->height()))));
    glimpse = {wall.window->frames(), *place, now_s};
  }
}

void ConsoleFace::look(double now_s) {
  now_s_ = now_s;
  if (news_.there_is(session_, wall_.asks_to_close())) look_again();
  look_at_walls(now_s);
}

ConsoleFace::Drawn ConsoleFace::draw(render::Renderer& renderer, float seconds, double now_s) {
  host_.make_current();
  const bool moves = view_.advance(seconds);
  if (!moves && !view_.scene().sharp()) view_.scene().sharpen();
  mark_picked();
  const Resources& resources = around_.resources;
  const ui::Surroundings around{engine_, resources.strings, resources.keyboards, resources.palette, setting_};
  const ui::GlyphTextures glyphs{renderer.glyph_texture(), renderer.picture_texture()};
  const auto over = over_.draw(screen_, host_, seconds, glyphs, around);
  std::vector<render::Overlay> overlays{over.overlay};
  if (const auto asks = pin_.overlay(seconds, glyphs, now_s)) overlays.push_back(*asks);
  render::Atmosphere air;
  air.dusk = -1;  // the page counts the time
  air.blank = view_.light().dark;
  Drawn drawn;
  drawn.rects = renderer.draw(view_.scene(), engine_, overlays, air);
  drawn.moves = moves || screen_.stale() || pin_.wants_another();
  const double to_next_second_s = 1 - static_cast<double>(session_.phase_age_ms() % 1000) / 1000;
  drawn.still_s = std::min(to_next_second_s + 0.005, pin_.idle_s());
  if (!page_.glasses.empty()) drawn.still_s = std::min(drawn.still_s, glance_every_s);
  drawn.still_s = std::min({drawn.still_s, ring_.due_s() - now_s, std::max(0.0, screen_.pass(now_s) - now_s)});
  return drawn;
}

}  // namespace greenline::app
