// The host's console, in a window of its own (console_window.h) or over the touched wall (corner_console.h): there the room is
// run. It shows what the wall shows, small; what runs and for how
// long; what comes next before it is pressed; and what the host alone is told. What is touched there acts as the host's keys
// do.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/console_page.h"
#include "app/drawn_over.h"
#include "app/host_desk.h"
#include "app/pin_layer.h"
#include "app/resources.h"
#include "app/room_check.h"
#include "app/screen_signs.h"
#include "app/touch_ring.h"
#include "interact/wall.h"
#include "platform/window.h"
#include "platform/window_system.h"
#include "ui/console_screen.h"
#include "view/view.h"

namespace greenline::app {

// Whether there is something that the page does not say yet. A wall that moves is drawn sixty times a second; what stands
// beside it is another once a second, and when something happens.
class ConsoleNews {
 public:
  void heard() { happened_ = true; }  // that something happened in the convening
  [[nodiscard]] bool is_heard() const { return happened_; }
  // Since the last call, or there was none.
  [[nodiscard]] bool there_is(const station::Session&, bool asks_to_close);

 private:
  bool happened_ = true, asks_to_close_ = false;
  std::int64_t second_ = -1;  // of the phase
};

// What a touch on a small wall means beside its cards, within so many pixels: a region's name, a gathering's, a thread's word.
[[nodiscard]] std::optional<model::Shown> named_at(const scene::Scene&, model::PixelPoint, float slop_px);
// Where that is seen, pixels of the window; nothing for all of the wall.
[[nodiscard]] std::optional<model::PixelRect> place_of(const scene::Scene&, const model::Shown&);

// Does what a key of that page means that a clicker has, too, touched at this time (of the window's touches). False where it is
// no such key.
bool press_at_console(interact::Wall&, const std::string& key, double time_s, const model::Actor& by = model::the_host,
                      const model::EventId& visit = {});

// The programme's day, where one is followed: of the program, so that it stays when another activity begins.
struct FollowedDay {
  DayPlan plan;
  std::function<void(const content::Session&)> begin;  // its activity, on the wall
};

// A wall of this program, to be shown small: its last frame.
struct SeenWall {
  std::string role;
  platform::Window* window = nullptr;
  const render::Renderer* renderer = nullptr;
};

// What a console needs of the program; all must outlive it.
struct ConsoleAround {
  platform::WindowSystem& system;
  const Resources& resources;
  station::Session& session;
  interact::Wall& wall;
  FollowedDay* day = nullptr;                    // null: none is followed
  RoomCheck* check = nullptr;                    // null: the room is not checked here
  const std::vector<SeenWall>* walls = nullptr;  // all of this program; may be filled until the first frame. Null: none
  HostDesk* desk = nullptr;             // what all consoles of the program share; null: this is the only one there will ever be
  std::uint32_t number = 1;             // which console of the station's it is
  std::optional<std::string> pin = {};  // the hash of the host's number; nothing: none is set
  bool over_wall = false;               // it lies over the touched wall
};

// The console itself, in whatever window it is shown: its page, what its keys do, the small wall.
class ConsoleFace {
 public:
  ConsoleFace(ConsoleAround, text::Engine&);
  ~ConsoleFace();
  ConsoleFace(const ConsoleFace&) = delete;
  ConsoleFace& operator=(const ConsoleFace&) = delete;

  // `own`: the glass that it has, all of it. Comes before all else.
  void resize(const view::WallSetting& own);
  [[nodiscard]] bool stands_otherwise() const { return around_.wall.setting() != wall_seen_; }  // the wall: resize

  // What came in. True when a frame is wanted.
  bool hear(const input::TouchFrame&, std::span<const platform::Stroke>, double now_s);
  // Where a mouse's arrow is, with no button down.
  void hover(model::PixelPoint, double now_s);
  // The room's keys alone of those: what is written at a console is nobody's card.
  [[nodiscard]] std::span<const platform::Stroke> strokes() const { return strokes_; }
  [[nodiscard]] bool leaves() const { return leaves_; }  // for the wall that it lies over

  struct Drawn {
    std::span<const model::PixelRect> rects;  // that changed; until the next draw
    bool moves = false;
    double still_s = 1;  // else: so long, from what `seconds` were counted to
  };
  // Comes before each draw: what there is to say, and the small pictures of walls. Leaves another context current.
  void look(double now_s);
  // In the context of the renderer's window. `seconds`: since the last call.
  Drawn draw(render::Renderer&, float seconds, double now_s);
  void make_current() const { host_.make_current(); }

 private:
  void look_again();  // at what it has to say
  void act(const std::string& key, double time_s);
  void act_on_room(const std::string& key, double time_s);
  void take_chair(double now_s);
  [[nodiscard]] model::Actor host() const;
  [[nodiscard]] bool has_chair() const { return around_.session.has_chair(around_.number); }
  [[nodiscard]] HostNow now_of_host(double now_s) const;
  bool turn_to(const std::string& key, double now_s);
  bool act_on_check(const std::string& key, double time_s);
  void hear_keys(std::span<const platform::Stroke>, double now_s);
  bool follow_day(const std::string& key);
  bool give_screen(const std::string& key);
  bool ask_for_touch(const std::string& key);
  bool hear_ring(double now_s);
  void look_at_walls(double now_s);
  [[nodiscard]] ScreenSigns::Said said_of_screens() const;
  void pick(const input::Contact&);
  void mark_picked();

  ConsoleAround around_;
  station::Session& session_ = around_.session;
  interact::Wall& wall_ = around_.wall;
  platform::WindowSystem& system_ = around_.system;
  FollowedDay* day_ = around_.day;
  RoomCheck* check_ = around_.check;
  text::Engine& engine_;
  view::View view_;
  ui::HostContext host_;
  ui::ConsoleScreen screen_;
  PinLayer pin_;  // asks before the chair is taken
  DrawnOver over_;
  ui::Setting setting_;
  view::WallSetting wall_seen_;  // as the wall was when this glass was laid out
  ConsoleNews news_;
  ConsoleMode mode_;
  ui::ConsolePage page_;     // that is shown
  model::EventId visit_;     // to the phase that it shows
  std::uint32_t epoch_ = 0;  // of the chair, as it shows it
  ScreenSigns signs_;
  TouchRing ring_;
  std::uint64_t screens_seen_ = 0;  // versions of both, as this page tells them
  std::uint64_t panels_seen_ = 0;
  struct Glimpse {
    std::uint64_t frame = 0;  // that is shown small
    model::PixelRect place;   // where
    double at_s = -1e9;
  };
  std::map<std::string, Glimpse> glimpses_;  // by role
  std::uint64_t desk_seen_ = 0;
  double now_s_ = 0;
  bool leaves_ = false;
  std::vector<platform::Stroke> strokes_;
};

}  // namespace greenline::app
