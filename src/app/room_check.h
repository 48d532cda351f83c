// The room check: before people come, one page that says of everything whether it is well, and of what is not what to do. On it
// the host tries the buttons of a clicker, gives them something to do, and finds out from the back of the room what can be read
// on each screen. Nothing of it reaches the room: presses are taken as long as keys are tried or a screen is read.
#pragma once
#include <cstdint>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/console_screens.h"
#include "app/kept_keys.h"
#include "app/kept_readings.h"
#include "app/reading_chart.h"
#include "app/room_facts.h"
#include "interact/key_map.h"
#include "platform/roles.h"
#include "platform/x_signs.h"
#include "ui/console_page.h"

namespace greenline::app {

class RoomCheck {
 public:
  // All must outlive it.
  struct Around {
    const content::Strings& strings;
    const Paths& paths;
    std::vector<std::string> keyboards;   // languages that have one
    interact::RoomKeys& keys;             // that are tried, and become other ones
    std::string room_language;            // what the room reads
    std::string activity;                 // that is on the wall, its title; empty: none is
    std::function<void()> wake;           // the loop, from any thread
    float pixels_per_mm = 0;              // of the walls' glass, where somebody said so; 0: as their monitors say
    std::function<void()> was_read = {};  // a screen has another reading
  };
  enum class Shows : std::uint8_t { list, keys, reading };

  RoomCheck(Around, KeptKeys kept);
  ~RoomCheck();
  RoomCheck(const RoomCheck&) = delete;
  RoomCheck& operator=(const RoomCheck&) = delete;

  // Somebody opens the page: everything is looked at anew.
  void begin(double now_s);
  // Nobody looks at it any more.
  void leave();
  // What a key of its page means; false where it is none of them.
  bool act(const std::string& key, const platform::RoleScreens&, double now_s);
  // After each poll. True when its page says something else than before.
  bool look(const platform::RoleScreens&, double now_s);

  // What it shows, over a page that has nothing else. Null where no display
  // answers.
  void fill(ui::ConsolePage&, const ScreensNow*, const std::string& language) const;
  // That page's letters. While keys are tried each letter may be a pedal's, so that only the one that leaves is left.
  void give_its_letters(ui::ConsolePage&) const;
  [[nodiscard]] Shows shows() const { return shows_; }
  // The lines of its list: what is well, what is to be done.
  [[nodiscard]] std::vector<ui::ConsoleLine> lines(const ScreensNow*, const std::string& language) const;
  // Whether it took this press, which then reaches nothing else.
  [[nodiscard]] bool took(const platform::KeyPress& pressed) { return around_.keys.tries && around_.keys.tries(pressed); }
  // What `begin` looks at beside the loop, where there is no loop; and waiting for the rest of it, where that has ended.
  void look_at_machine() { facts_ = look_at_room(around_.paths, around_.keyboards); }
  void wait();

  [[nodiscard]] const KeptReadings& readings() const { return readings_; }

 private:
  // What its keys that have to do with one screen, or one act, begin with.
  static constexpr std::string_view read_from_back = "read_from_back:", give_the_key = "give_key:";
  using Lines = std::vector<ui::ConsoleLine>;
  [[nodiscard]] bool tried(const platform::KeyPress&);
  void show(Shows);
  void mark(int step);
  void keep_marked();
  void give_key(const std::string& act);
  void put_chart(const platform::RoleScreens&);
  void add_screens(Lines&, const ScreensNow*, const std::string& language) const;
  void add_touch(Lines&, const ScreensNow&, const std::string& language) const;
  void add_readings(Lines&, const platform::RoleScreens&, const std::string& language) const;
  void add_clicker(Lines&, const std::string& language) const;
  void add_machine(Lines&, const std::string& language) const;
  void fill_keys(ui::ConsolePage&, const std::string& language) const;
  void fill_reading(ui::ConsolePage&, const std::string& language) const;
  [[nodiscard]] const interact::KeyMap::Entry* entry_of(const platform::KeyChord&) const;
  [[nodiscard]] bool does_nothing(const platform::KeyChord&) const;
  [[nodiscard]] std::string does(const platform::KeyChord&, const std::string& language) const;
  [[nodiscard]] float density_of(const platform::Monitor&) const;
  [[nodiscard]] std::string said_of_palette(const std::string& name, const std::string& language) const;

  Around around_;
  std::vector<KeyTrouble> troubles_;  // of the file of keys
  std::vector<content::Palette> palettes_;
  KeptReadings readings_;
  std::future<RoomFacts> looking_;
  std::optional<RoomFacts> facts_;
  Shows shows_ = Shows::list;
  std::vector<platform::KeyChord> tried_;  // in the order in which they came, the newest last
  struct OnScreen {
    std::string role;
    platform::Bound screen;
    float side_px = 0, pixels_per_mm = 0;
    ReadingChart chart;
    friend bool operator==(const OnScreen&, const OnScreen&) = default;
  };
  std::optional<OnScreen> reading_;
  std::optional<platform::XSigns> signs_;
  std::optional<OnScreen> put_;       // what stands on the screen now
  std::uint64_t put_on_version_ = 0;  // of the screens
  std::string said_;                  // what came of the last step; mostly empty. A key of strings, or a sentence
  double last_s_ = 0;                 // when something was last pressed
  bool news_ = false;
};

}  // namespace greenline::app
