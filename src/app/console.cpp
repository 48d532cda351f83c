#include "app/console.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
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

tl::expected<std::unique_ptr<Console>, std::string> Console::open(platform::WindowSystem& system,
                                                                  const platform::WindowOptions& options,
                                                                  const Resources& resources, station::Session& session,
                                                                  interact::Wall& wall, const std::vector<SeenWall>& walls,
                                                                  Fitted fitted, FollowedDay* day, RoomCheck* check) {
  auto opened = open_window(system, options, resources, resources.palette);
  if (!opened) return tl::unexpected(opened.error());
  return std::unique_ptr<Console>(
      new Console(system, *std::move(opened), resources, session, wall, walls, std::move(fitted), day, check));
}

Console::Console(platform::WindowSystem& system, Opened opened, const Resources& resources, station::Session& session,
                 interact::Wall& wall, const std::vector<SeenWall>& walls, Fitted wanted, FollowedDay* day, RoomCheck* check)
    : FurtherWindow(system, std::move(opened), std::move(wanted)),
      resources_(resources),
      session_(session),
      wall_(wall),
      walls_(walls),
      day_(day),
      check_(check),
      view_(session, engine_, resources.strings),
      screen_(host_) {
  pace_.breath.stop();
  resize();
}

// What the renderer has belongs to the window's own context, and what it began there to the host's.
Console::~Console() {
  if (ring_.on()) system_.listen_to_panels(false);
  window_.make_current();
  host_.make_current();
  renderer_.reset();
}

// The wall stands as it does for the room, however large that is, and is seen through the hole that the console leaves.
void Console::resize() {
  view::WallSetting own = fitted();
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

void Console::look_again() {
  ui::ConsolePage page = console_page(session_, resources_.strings, setting_.language, mode_,
                                      {.asks_to_close = wall_.asks_to_close(),
                                       .minute_of_day = minute_of_day(),
                                       .day = day_ != nullptr ? &day_->plan : nullptr,
                                       .screens = &system_.screens(),
                                       .panels = &system_.panels(),
                                       .ring_on = ring_.asked(),
                                       .somebody_writes = wall_.writing(),
                                       .check = check_,
                                       .keys = &wall_.room_keys().map});
  page.glass_aspect = wall_seen_.width / wall_seen_.height;
  screen_.show(page, setting_);
  page_ = std::move(page);
}

bool press_at_console(interact::Wall& wall, const std::string& key, double time_s) {
  const auto act = interact::host_key_called(key);
  if (!act) return false;
  wall.host({*act, time_s});
  return true;
}

// Shows another page. False where the key asks something else.
bool Console::turn_to(const std::string& key, double now_s) {
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
bool Console::follow_day(const std::string& key) {
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

ScreenSigns::Said Console::said_of_screens() const {
  return
      [this](std::size_t monitor) { return said_of_screen(system_.screens(), monitor, resources_.strings, setting_.language); };
}

// A role is given another screen, or screens tell which they are. False where the key asks something else.
bool Console::give_screen(const std::string& key) {
  if (key == "identify") return signs_.show(system_.screens(), platform::monotonic_s(), said_of_screens());
  const auto choice = screen_choice_of(key);
  if (choice) system_.choose(choice->role, choice->monitor);
  return choice.has_value();
}

// Which touchscreen lies on which screen: each shows a ring in turn. False where the key asks something else.
bool Console::ask_for_touch(const std::string& key) {
  const double now_s = platform::monotonic_s();
  if (key == "touch_ring") {
    const auto say = [this](const char* words) { return std::string(resources_.strings(words, setting_.language)); };
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
bool Console::hear_ring(double now_s) {
  const bool was_on = ring_.on();
  const auto asked = ring_.asked();
  if (const auto found = ring_.look(system_.screens(), system_.panel_touches(), now_s))
    system_.choose_panel(found->who, found->monitor);
  if (was_on && !ring_.on()) system_.listen_to_panels(false);
  const bool another = was_on != ring_.on() || asked != ring_.asked();
  if (another) news_.heard();
  return another;
}

// What comes of it is seen here and on the wall.
void Console::act(const std::string& key, double time_s) {
  news_.heard();
  if (mode_.shows == ConsoleMode::Shows::check && check_ != nullptr && check_->act(key, system_.screens(), time_s)) return;
  if (turn_to(key, time_s) || follow_day(key) || give_screen(key) || ask_for_touch(key) ||
      press_at_console(wall_, key, time_s) || !wall_.is_another_step(key, time_s))
    return;
  const auto request = request_of_key(session_, mode_, key);
  if (!request) return;
  (void)session_.submit(*request, model::the_host);
  if (mode_.shows == ConsoleMode::Shows::card) mode_ = {};
}

// A card that is touched on the small wall is shown, with what may be done with it. A region's or a gathering's name, or a
// thread's word, that is touched there is what the walls show; touched again, they show all.
void Console::pick(const input::Contact& contact) {
  const bool has_no_wall = !page_.glasses.empty() || !page_.lines.empty();
  if (has_no_wall || contact.state != input::ContactState::ended || !screen_.glass().contains(contact.at)) return;
  news_.heard();
  if (const auto named = named_at(view_.scene(), contact.at, 3 * setting_.pixels_per_mm)) {
    const bool again = shown_on_walls(session_.convening()) == *named;
    (void)session_.submit(model::ShowOnWalls{again ? model::Shown{} : *named}, model::the_host);
    mode_ = {.shows = ConsoleMode::Shows::walls};
    return;
  }
  const input::Target at = view_.scene().hit(contact.at);
  const auto* card = std::get_if<input::OnCard>(&at);
  if (card == nullptr) return;
  mode_ = {.shows = ConsoleMode::Shows::card, .card = card->card};
}

// The card that is shown, or what the walls show, where it stands on the small wall.
void Console::mark_picked() {
  const bool of_card = mode_.shows == ConsoleMode::Shows::card;
  screen_.mark(place_of(view_.scene(), of_card ? model::Shown{mode_.card} : shown_on_walls(session_.convening())));
}

// The letters that the page shows, but for keys that the host's own file gives something to do; the room's keys go on to the
// wall.
void Console::hear_keys(std::span<const platform::Stroke> strokes, double now_s) {
  strokes_.clear();
  const interact::RoomKeys& keys = wall_.room_keys();
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
    else if (const auto key = key_of_stroke(page_, stroke); key && !was_given && !wall_.writing())
      act(*key, now_s);
  }
}

void Console::hear(double now_s) {
  const platform::WindowInput& input = window_.input();
  if (input.close) return window_.take_away();
  const bool other_screen = input.resized || wall_.setting() != wall_seen_;
  if (other_screen) {
    resize();
    pace_.beat.keep_to(window_.refresh_hz());
  }
  for (const input::Contact& contact : input.touches.contacts) {
    if (const auto key = screen_.touch(contact, now_s)) act(*key, input.touches.time_s);
    pick(contact);
  }
  const bool others = std::exchange(screens_seen_, system_.screens().version()) != system_.screens().version();
  const bool other_panels = std::exchange(panels_seen_, system_.panels().version()) != system_.panels().version();
  const bool other_screens = others || other_panels;
  if (input.hover) {
    screen_.hover(*input.hover, now_s);
    pace_.answer(now_s);
  }
  signs_.look(system_.screens(), now_s, said_of_screens());
  if (ring_.on() && hear_ring(now_s)) pace_.answer(now_s);
  hear_keys(input.strokes, now_s);
  if (other_screens || (check_ != nullptr && check_->look(system_.screens(), now_s))) {
    news_.heard();
    pace_.answer(now_s);
  }
  exposed_ = exposed_ || input.exposed;
  const view::View::Followed followed = view_.follow();
  if (followed.happened) news_.heard();
  if (input.any() || other_screen || other_screens || followed.any) pace_.answer(now_s);
}

// Each wall's last frame, made small where that is another by now. Leaves another context current.
void Console::look_at_walls(double now_s) {
  for (const SeenWall& wall : walls_) {
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

FurtherWindow::Frame Console::draw(double now_s) {
  pace_.beat.drawn(now_s);
  const float seconds = pace_.clock.step(now_s);
  if (news_.there_is(session_, wall_.asks_to_close())) look_again();
  look_at_walls(now_s);
  window_.make_current();
  host_.make_current();
  window_.lend_memory(*renderer_);
  const bool moves = view_.advance(seconds);
  if (!moves && !view_.scene().sharp()) view_.scene().sharpen();
  mark_picked();
  const ui::Surroundings around{engine_, resources_.strings, resources_.keyboards, resources_.palette, setting_};
  const auto over = over_.draw(screen_, host_, seconds, {renderer_->glyph_texture(), renderer_->picture_texture()}, around);
  render::Atmosphere air;
  air.dusk = -1;  // the page counts the time
  air.blank = view_.light().dark;
  const Frame frame = show(renderer_->draw(view_.scene(), engine_, std::span(&over.overlay, 1), air));
  const double to_next_second_s = 1 - static_cast<double>(session_.phase_age_ms() % 1000) / 1000;
  pace_.due_s = moves || screen_.stale() ? pace_.beat.next_s() : pace_.clock.told_s() + to_next_second_s + 0.005;
  if (!page_.glasses.empty()) pace_.due_s = std::min(pace_.due_s, now_s + glance_every_s);
  pace_.due_s = std::min({pace_.due_s, ring_.due_s(), std::max(now_s, screen_.pass(now_s))});
  return frame;
}

}  // namespace greenline::app
