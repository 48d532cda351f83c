#include "cli/sitting.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <memory>
#include <utility>
#include <vector>

#include "app/console_help.h"
#include "app/console_window.h"
#include "app/crowding.h"
#include "app/in_use.h"
#include "app/kept_drafts.h"
#include "app/kept_keys.h"
#include "app/kept_readings.h"
#include "app/kept_screens.h"
#include "app/looked_after.h"
#include "app/loop.h"
#include "app/projection.h"
#include "app/room_check.h"
#include "cli/choices.h"
#include "harvest/carry.h"
#include "journal/folders.h"
#include "platform/cpu_clock.h"
#include "platform/ending.h"

namespace greenline::cli {
namespace {

using FurtherWindows = std::vector<std::unique_ptr<app::FurtherWindow>>;
using Failed = tl::unexpected<std::string>;

station::Remark remark_of(const journal::Trouble& trouble) {
  return {"journal." + std::string(to_text(trouble.fault)), {trouble.file.string()}, trouble.detail};
}

// How the convening is now, in English: to the terminal and into the log.
void tell_terminal(const station::Session& session, const Venue& venue) {
  const content::Strings& strings = venue.resources.strings;
  if (session.convening().resting.value) venue.log.warn(sentence_of(station::Remark{"convening.rests"}, strings, "en"));
  if (const auto trouble = session.trouble()) venue.log.warn(sentence_of(remark_of(*trouble), strings, "en"));
}

// What was kept, said at the end; the exit code.
int closed(station::Session& session, const std::filesystem::path& kept_in, const Venue& venue) {
  venue.log.note("the wall closes; " + to_text(session.tally()));
  if (venue.options.in_memory) return 0;
  if (kept_in.empty()) {
    venue.log.warn("Nothing of this wall was kept.");
    return 1;
  }
  if (session.flush() && session.tally().lost == 0) return 0;
  const auto trouble = session.trouble();
  venue.log.warn("Some of what is on the wall could not be written to the disk" +
                 (trouble ? ": " + trouble->detail : std::string()) + ".");
  return 1;
}

app::OpenedConvening open_session(const Venue& venue, const app::ConveningWanted& wanted, const station::Ears& ears) {
  if (!venue.options.in_memory) return open_convening(wanted, ears);
  return {std::make_unique<station::Session>(wanted.pack, station::real_sources()), {}, {}, {}};
}

// Sentences of an earlier harvest, where that is asked for, the activity carries some, and the convening begins just now.
void carry(station::Session& session, const Venue& venue) {
  const content::Activity& activity = session.pack().activity;
  if (venue.options.carry.empty() || !activity.carries || !session.convening().cards.empty()) return;
  const auto all = harvest::read_to_carry(venue.options.carry, activity, venue.options.seed);
  if (!all) return venue.log.warn(app::to_text(all.error()));
  venue.log.note(std::to_string(harvest::carry_in(session, *all)) + " cards of " + venue.options.carry + " lie on the wall");
}

// What the host sent on from the convening before.
void lay_what_was_sent_on(station::Session& session, Venue& venue) {
  const std::vector<harvest::SentOn> all = std::exchange(venue.sent_on, {});
  if (all.empty()) return;
  const std::size_t laid = harvest::lay_sent_on(session, all);
  venue.log.note(std::to_string(laid) + " cards that were sent on lie on the wall");
  if (laid < all.size())
    venue.log.warn(std::to_string(all.size() - laid) +
                   " cards that were sent on found no place here; they are where they were.");
}

// Where the day's session begins with a later phase.
void begin_where_the_day_does(station::Session& session, Venue& venue) {
  const std::string phase = std::exchange(venue.begins_at, {});
  const auto& phases = session.pack().activity.phases;
  const auto at = std::ranges::find(phases, phase, &content::Phase::id);
  if (at == phases.end() || std::cmp_greater_equal(session.phase_number(), at - phases.begin())) return;
  if (const auto entered = session.submit(model::EnterPhase{phase}, model::the_host); !entered)
    venue.log.warn("The day's session could not begin in its phase \"" + phase + "\".");
}

// What the day has next is chosen as from the shelf; where it is on the wall already, it goes on there.
std::optional<app::ShelfLayer::Chosen> chosen_by_day(const content::Session& next, station::Session& session, Venue& venue) {
  venue.begins_at = next.from_phase;
  if (next.activity == session.pack().activity.id) {
    begin_where_the_day_does(session, venue);
    return std::nullopt;
  }
  auto loaded = app::load_resources(next.activity, venue.options.wall.palette);
  if (loaded) return app::ShelfLayer::Chosen{std::move(loaded->pack), std::move(loaded->phrases), false};
  venue.log.warn(loaded.error());
  return std::nullopt;
}

// "2026-11-28 16:40", where it stands.
std::string as_date(std::int64_t wall_ms) {
  const std::time_t seconds = static_cast<std::time_t>(wall_ms / 1000);
  std::tm there{};
  if (localtime_r(&seconds, &there) == nullptr) return {};
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &there);
  return {text.data(), length};
}

// A group must not inherit the last one's wall without a word: since when nothing was done on one that is there already, where
// that is to be asked. Not where its file or a day was named, nor on a kiosk that has a number (its host opens the shelf), nor
// where the program was only started again.
std::string asked_since(Venue& venue, const station::Session& session) {
  constexpr std::int64_t started_again_ms = 30 * 60 * 1000;
  const bool begins = std::exchange(venue.has_just_begun, false);
  const bool named = !venue.options.convening.empty() || venue.options.in_memory || venue.day != nullptr;
  if (!begins || named || venue.pin || venue.plainly) return {};
  const model::Convening& now = session.convening();
  const bool has_work = std::ranges::any_of(now.cards, [](const auto& card) { return present(card.second); });
  const auto clock = std::chrono::system_clock::now().time_since_epoch();
  const std::int64_t idle_ms = std::chrono::duration_cast<std::chrono::milliseconds>(clock).count() - now.latest.wall_ms;
  return has_work && idle_ms > started_again_ms ? as_date(now.latest.wall_ms) : std::string();
}

// So that the shelf keeps the version of its pack as long as it needs it.
void note_where_it_lies(const station::Session& session, const std::filesystem::path& kept_in, const Venue& venue) {
  const auto usual = journal::convenings_folder();
  if (kept_in.empty() || !usual) return;
  if (const auto noted = app::note_elsewhere(*usual, kept_in, content::fingerprint(session.pack())); !noted)
    venue.log.note("that a convening is kept in " + kept_in.string() + " could not be noted: " + noted.error());
}

// The host's keys as they are in this room. What is wrong in their file is said; the rest of it holds.
app::KeptKeys room_keys(const Venue& venue) {
  const auto file = app::keys_file();
  app::KeptKeys kept = file ? app::read_keys(*file) : app::KeptKeys();
  for (const app::KeyTrouble& trouble : kept.troubles)
    venue.log.warn(file->string() + ": " + told(trouble, venue.resources.strings, "en"));
  return kept;
}

// What was read from the back of the room on the screen that this role is on now; null: nothing.
const app::Reading* reading_on(const platform::WindowSystem& system, const std::string& role,
                               const app::KeptReadings& readings) {
  const auto on = system.screens().screen_of(role);
  return on ? reading_of(readings, bound_to(system.screens().monitors()[*on])) : nullptr;
}

// The colours that were asked for, else those that were read best there.
content::Palette palette_on(const Venue& venue, const std::string& role, const app::KeptReadings& readings) {
  const app::Reading* reading = reading_on(venue.system, role, readings);
  const bool chosen = !venue.options.palette_named && reading != nullptr && !reading->palette.empty();
  for (const std::string& name : {chosen ? reading->palette : venue.options.wall.palette, venue.options.wall.palette})
    if (auto palette = content::load_palette(name, venue.resources.paths.assets)) return *std::move(palette);
  return venue.resources.palette;
}

tl::expected<FurtherWindows, std::string> open_further_windows(Venue& venue, station::Session& session, interact::Wall& wall,
                                                               std::vector<app::SeenWall>& seen, app::HostDesk& desk,
                                                               const WallOptions& of_wall, app::RoomCheck& check) {
  WallOptions of_console = of_wall;
  // A density that was given is that of the wall's glass.
  of_console.pixels_per_mm = 0;
  const app::Fitted console_fitted = [of_console](const platform::Window& now) {
    return wall_setting(of_console, now.width(), now.height(), now.pixels_per_mm());
  };
  FurtherWindows further;
  for (std::size_t i = 0; i < venue.options.walls.size(); ++i) {
    const platform::WindowOptions window{.role = {.name = role_name("wall", i), .use = platform::Use::wall},
                                         .present = present_from_text(venue.options.present),
                                         .alone = false,
                                         .title = "Greenline, a wall"};
    const app::Fitted fitted = [&, of_wall, role = window.role.name](const platform::Window& now) {
      return as_read(wall_setting(of_wall, now.width(), now.height(), now.pixels_per_mm()),
                     reading_on(venue.system, role, check.readings()));
    };
    auto opened = app::Projection::open(venue.system, window, venue.resources, session, fitted,
                                        palette_on(venue, window.role.name, check.readings()));
    if (!opened) return Failed(opened.error());
    seen.push_back({window.role.name, &(*opened)->window(), &(*opened)->renderer()});
    further.push_back(*std::move(opened));
  }
  for (std::size_t i = 0; i < venue.options.consoles.size(); ++i) {
    const platform::WindowOptions window{.role = {.name = role_name("console", i), .use = platform::Use::console},
                                         .present = present_from_text(venue.options.present),
                                         .alone = false,
                                         .title = "Greenline, the host's console"};
    const app::ConsoleAround around{.system = venue.system,
                                    .resources = venue.resources,
                                    .session = session,
                                    .wall = wall,
                                    .day = venue.day,
                                    .check = &check,
                                    .walls = &seen,
                                    .desk = &desk,
                                    .number = static_cast<std::uint32_t>(i + 1),
                                    .pin = venue.pin};
    auto opened = app::Console::open(window, around, console_fitted);
    if (!opened) return Failed(opened.error());
    further.push_back(*std::move(opened));
  }
  return further;
}

// Whether some console is on a screen: what a kiosk asks for is read there.
bool some_console_is_seen(const FurtherWindows& further) {
  return std::ranges::any_of(further, [](const auto& one) {
    return dynamic_cast<const app::Console*>(one.get()) != nullptr && one->window().on_screen();
  });
}

// "14:05", where it stands.
std::string time_of_day() {
  const auto minute = app::minute_of_day();
  return minute ? content::clock_text(*minute) : std::string();
}

// Where roles and touchscreens are, when that became another; it is tried once, and said where it fails.
void remember_screens(Venue& venue) {
  const platform::RoleScreens& screens = venue.system.screens();
  const auto file = app::screens_file();
  if (file && venue.system.panels_told()) {
    venue.system.know_panels(app::read_screens(*file).panels);
    venue.panels_kept = venue.system.panels().version();
  }
  const bool others = std::exchange(venue.screens_kept, screens.version()) != screens.version();
  const std::uint64_t panels = venue.system.panels().version();
  const bool other_panels = std::exchange(venue.panels_kept, panels) != panels;
  auto turned = venue.system.turned();
  const bool others_turned = std::exchange(venue.turned_kept, turned) != turned;
  if (!file || (!others && !other_panels && !others_turned)) return;
  const app::KeptScreens before = app::read_screens(*file);
  app::KeptScreens now = app::remembered(before, screens.roles());
  now.panels = venue.system.panels().bounds();
  now.turned = std::move(turned);
  if (now == before) return;
  if (const auto kept = app::keep_screens(*file, now); !kept)
    venue.log.warn("Which screen is whose is not remembered in " + file->string() + ": " + kept.error() + ".");
}

void say_what_is_crowded(const Venue& venue, const WallOptions& wall, const view::WallSetting& setting, text::Engine& engine) {
  for (const std::string& note : {note_of_distance(wall, venue.resources, setting, engine),
                                  app::note_of_crowding(venue.resources.pack, venue.resources.strings, setting, engine)})
    if (!note.empty()) venue.log.warn(note);
}

}  // namespace

std::filesystem::path file_for(const Venue& venue, const content::Activity& activity) {
  if (const auto known = venue.kept.find(activity.id); known != venue.kept.end()) return known->second;
  if (venue.options.convening.empty()) return {};
  std::error_code unknown;
  return std::filesystem::absolute(venue.options.convening, unknown).parent_path() / (activity.id + ".greenline");
}

namespace {

// Whether a convening of this activity can be gone on with.
bool convening_there(const Venue& venue, const content::Pack& pack) {
  if (venue.options.in_memory) return false;
  const std::filesystem::path file = file_for(venue, pack.activity);
  std::error_code unknown;
  if (!file.empty()) return std::filesystem::exists(file, unknown);
  const auto folder = journal::convenings_folder();
  return folder && app::convening_in(*folder, pack.activity).has_value();
}

}  // namespace

tl::expected<Sat, std::string> sit(Venue& venue, const WallOptions& options, const app::ConveningWanted& wanted) {
  app::Resources& resources = venue.resources;
  platform::Window& window = venue.window;
  const auto say = [&](const std::string& sentence) { venue.log.warn(sentence); };
  window.make_current();
  auto renderer = app::fitting_renderer(resources.paths.shaders, window);
  if (!renderer) return Failed(renderer.error());
  const auto readings_kept = app::readings_file();
  const app::KeptReadings readings = readings_kept ? app::read_readings(*readings_kept) : app::KeptReadings();
  resources.palette = palette_on(venue, role_name("hands", 0), readings);
  renderer->set_palette(resources.palette);
  app::set_ground(window, resources.palette["ground.middle"]);

  const station::Ears ears{.wake = &platform::WindowSystem::wake,
                           .log = [&](const std::string& line) { venue.log.note(line); },
                           .remark = [&](const station::Remark& it) { say(sentence_of(it, resources.strings, "en")); }};
  const app::OpenedConvening opened = open_session(venue, wanted, ears);
  station::Session& session = *opened.session;
  venue.log.note("a wall opens, kept in " + (opened.kept_in.empty() ? "nothing" : opened.kept_in.string()));
  tell_terminal(session, venue);
  resources.pack = session.pack();  // which may be another than was asked for
  if (const std::string missing = choose(options, resources); !missing.empty()) return Failed(missing);
  session.lay_out(resources.pack.activity.layout);
  carry(session, venue);
  lay_what_was_sent_on(session, venue);
  begin_where_the_day_does(session, venue);
  note_where_it_lies(session, opened.kept_in, venue);
  if (!opened.asked_for.empty()) venue.kept[resources.pack.activity.id] = opened.asked_for;

  text::Engine engine;
  const view::WallSetting setting = as_read(wall_setting(options, window.width(), window.height(), window.pixels_per_mm()),
                                            reading_on(venue.system, role_name("hands", 0), readings));
  interact::Wall wall(session, engine, resources.strings, resources.keyboards, resources.palette, setting);
  app::KeptKeys kept_keys = room_keys(venue);
  wall.room_keys().map = kept_keys.map;
  app::RoomCheck check({.strings = resources.strings,
                        .paths = resources.paths,
                        .keyboards = resources.keyboards.languages(),
                        .keys = wall.room_keys(),
                        .room_language = wall.setting().language,
                        .activity = std::string(content::in_language(resources.pack.activity.title, wall.setting().language)),
                        .wake = [] { platform::WindowSystem::wake(nullptr); },
                        .pixels_per_mm = static_cast<float>(options.pixels_per_mm)},
                       std::move(kept_keys));
  app::KeysOnWall keys_on_wall;
  wall.room_keys().help = [&] {
    const std::string& language = wall.setting().language;
    keys_on_wall.turn(venue.system.screens(), app::lines_of_keys(wall.room_keys().map, resources.strings, language), language,
                      platform::monotonic_s());
  };
  say_what_is_crowded(venue, options, setting, engine);
  app::PinLayer pin({wall.seats().host_context(), [&wall] { return app::screen_of(wall.setting()); }, engine, resources.strings,
                     resources.palette, resources.keyboards, wall.room_keys(), [] { platform::WindowSystem::wake(nullptr); }},
                    venue.pin);
  app::ShelfLayer shelf({venue.keeper, wall, engine, resources.strings, resources.palette, resources.keyboards, session.pack(),
                         [&](const content::Pack& pack) { return convening_there(venue, pack); },
                         [&pin](ui::Side side) {
                           pin.ask(app::PinLayer::For::the_shelf, side, platform::monotonic_s());
                           return !pin.is_set();
                         }});
  app::HostDesk desk{.consoles = static_cast<std::uint32_t>(venue.options.consoles.size()),
                     .log = [&](const std::string& line) { venue.log.note(line); },
                     .time_of_day = &time_of_day};
  desk.seat_the_host(session, false);
  std::vector<app::SeenWall> seen{{"hands", &window, &*renderer}};
  FurtherWindows* others = nullptr;  // once they are open
  app::CallLayer calls({wall, engine, resources.strings, resources.palette, resources.keyboards, desk,
                        [&others] { return others != nullptr && some_console_is_seen(*others); }});
  app::CornerConsole corner(
      {.console = {.system = venue.system,
                   .resources = resources,
                   .session = session,
                   .wall = wall,
                   .day = venue.day,
                   .walls = &seen,
                   .desk = &desk,
                   .number = desk.number_on_wall(),
                   .pin = venue.pin},
       .window = window,
       .fitted = [&] { return wall_setting(options, window.width(), window.height(), window.pixels_per_mm()); },
       .is_taken = [&calls](model::PixelPoint at) { return calls.is_at(at, platform::monotonic_s()); },
       .may_open =
           [&pin](ui::Side side) {
             pin.ask(app::PinLayer::For::the_console, side, platform::monotonic_s());
             return !pin.is_set();
           }});
  if (const std::string since = asked_since(venue, session); !since.empty()) shelf.ask_again(since);
  app::LoopHooks hooks = venue.tape.hooks(wall);
  std::optional<app::ShelfLayer::Chosen> next;
  if (venue.day != nullptr)
    venue.day->begin = [&](const content::Session& session_of_day) { next = chosen_by_day(session_of_day, session, venue); };
  hooks.ending = [&next] { return platform::EndSignals::came() || next.has_value(); };
  hooks.shelf = &shelf;
  hooks.pin = pin.is_set() ? &pin : nullptr;
  hooks.corner = &corner;
  hooks.calls = &calls;
  hooks.desk = &desk;
  hooks.strings = &resources.strings;
  app::LookedAfter looked_after(venue.supervisor, session, venue.plainly, [&] { venue.system.hear_from_server(); });
  hooks.first_frame = [&] { looked_after.first_frame(); };
  hooks.after_round = [&](const app::Round& round) {
    remember_screens(venue);
    return std::min(looked_after.round(round), keys_on_wall.look(round.now_s));
  };
  const app::Fitted fitted = [&](const platform::Window& now) {
    return as_read(wall_setting(options, now.width(), now.height(), now.pixels_per_mm()),
                   reading_on(venue.system, role_name("hands", 0), check.readings()));
  };
  hooks.fitted = fitted;
  auto further = open_further_windows(venue, session, wall, seen, desk, options, check);
  window.make_current();
  if (!further) return Failed(further.error());
  others = &*further;
  remember_screens(venue);
  std::optional<app::KeptDrafts> drafts;
  if (!opened.kept_in.empty()) {
    const app::KeptDrafts::Files files{.convening = opened.kept_in, .earlier = opened.drafts_from};
    drafts.emplace(wall, session, files, &platform::WindowSystem::wake);
  }
  hooks.shown = [&] {
    if (drafts) drafts->poll();
  };
  if (venue.frame_log != nullptr) {
    hooks.after_frame = [&](const app::FrameTimes& times) {
      venue.frame_log->add(times, platform::monotonic_s());
      return true;
    };
  }
  const auto ran = run_loop(venue.system, window, wall, *renderer, engine, setting, hooks, *further);
  corner.close();
  further->clear();
  window.make_current();       // what draws in it goes after it
  if (drafts) drafts->poll();  // letters that came with the wish to end
  drafts.reset();
  if (platform::EndSignals::came() || !next) next = shelf.chosen();
  const bool another = next && next->pack.activity.id != session.pack().activity.id;  // not the same for a new group
  if (another && !platform::EndSignals::came()) venue.sent_on = harvest::take_sent_on(session);
  Sat sat{closed(session, opened.kept_in, venue), std::move(next)};
  if (!ran) return Failed(ran.error());
  return sat;
}

}  // namespace greenline::cli
