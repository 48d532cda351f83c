// The host's console: a window of its own in which the room is run. It shows what the wall shows, small; what runs and for how
// long; what comes next before it is pressed; and what the host alone is told. What is touched there acts as the host's keys
// do.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "app/console_page.h"
#include "app/drawn_over.h"
#include "app/further_window.h"
#include "app/room_check.h"
#include "app/screen_signs.h"
#include "app/touch_ring.h"
#include "interact/wall.h"
#include "ui/console_screen.h"
#include "view/view.h"

namespace greenline::app {

// Whether there is something that the page does not say yet. A wall that moves is drawn sixty times a second; what stands
// beside it is another once a second, and when something happens.
class ConsoleNews {
 public:
  void heard() { happened_ = true; }  // that something happened in the convening
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
bool press_at_console(interact::Wall&, const std::string& key, double time_s);

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

class Console final : public FurtherWindow {
 public:
  // Leaves its own GL context current. All must outlive it. `walls`: may be filled until the first frame. `day`: null where
  // none is followed; `check`: where the room is not checked. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<Console>, std::string> open(
      platform::WindowSystem&, const platform::WindowOptions&, const Resources&, station::Session&, interact::Wall&,
      const std::vector<SeenWall>& walls, Fitted, FollowedDay* day, RoomCheck* check = nullptr);
  ~Console() override;

  void hear(double now_s) override;
  // The room's keys alone: what is written at the console is nobody's card.
  [[nodiscard]] std::span<const platform::Stroke> strokes() override { return strokes_; }
  Frame draw(double now_s) override;

 private:
  Console(platform::WindowSystem&, Opened, const Resources&, station::Session&, interact::Wall&, const std::vector<SeenWall>&,
          Fitted, FollowedDay*, RoomCheck*);
  void resize();
  void look_again();  // at what it has to say
  void act(const std::string& key, double time_s);
  void hear_keys(std::span<const platform::Stroke>, double now_s);
  bool turn_to(const std::string& key, double now_s);
  bool follow_day(const std::string& key);
  bool give_screen(const std::string& key);
  bool ask_for_touch(const std::string& key);
  bool hear_ring(double now_s);
  void look_at_walls(double now_s);
  [[nodiscard]] ScreenSigns::Said said_of_screens() const;
  void pick(const input::Contact&);
  void mark_picked();

  const Resources& resources_;
  station::Session& session_;
  interact::Wall& wall_;
  const std::vector<SeenWall>& walls_;
  FollowedDay* day_;
  RoomCheck* check_;
  view::View view_;
  ui::HostContext host_;
  ui::ConsoleScreen screen_;
  DrawnOver over_;
  ui::Setting setting_;
  view::WallSetting wall_seen_;  // as the wall was when this window was laid out
  ConsoleNews news_;
  ConsoleMode mode_;
  ui::ConsolePage page_;  // that is shown
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
  std::vector<platform::Stroke> strokes_;
};

}  // namespace greenline::app
