// What a host's console says of a convening, and what may be done there now.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "app/day_plan.h"
#include "app/host_desk.h"
#include "content/strings.h"
#include "interact/key_map.h"
#include "model/id.h"
#include "model/kinds.h"
#include "platform/roles.h"
#include "platform/touch_panels.h"
#include "station/session.h"
#include "ui/console_page.h"

namespace greenline::app {

class RoomCheck;

// What the host is looking at.
struct ConsoleMode {
  enum class Shows : std::uint8_t {
    room,     // what runs, and what may be done with all of it
    card,     // one card, and what may be done with it
    aside,    // those that are set aside
    day,      // what comes today, and how it gives way
    walls,    // what the room's walls show
    screens,  // which screen is whose
    check,    // the room, before people come
    help,     // every control with its key
  };
  Shows shows = Shows::room;
  model::CardId card = {};  // where it shows one
  std::size_t page = 0;     // of those set aside
  bool shuffled = false;    // cards are read aloud in an order of their own
  friend bool operator==(const ConsoleMode&, const ConsoleMode&) = default;
};

// Who hosts from where, and what the touched wall asks.
struct HostNow {
  const HostDesk* desk = nullptr;                             // null: this is the only console there will ever be
  std::optional<std::uint32_t> chair_went_to = std::nullopt;  // another console that has the chair; nothing: this one has it
  std::optional<int> clean_in_s = std::nullopt;               // the touched glass is cleaned for so long
  bool over_wall = false;                                     // it lies over the touched wall, and a key leads back there
  bool no_number = false;                                     // anybody who knows how may open it there
};

// What is known beside the convening.
struct ConsoleNow {
  bool asks_to_close = false;                       // the host was asked whether the activity may end
  std::optional<int> minute_of_day = std::nullopt;  // by the clock on the wall of the room; nothing: it is not told
  const DayPlan* day = nullptr;                     // that this convening stands in; null: none is followed
  const platform::RoleScreens* screens = nullptr;   // which is whose; null: nothing is said of them
  const platform::TouchPanels* panels = nullptr;    // where each touchscreen lies; null: nothing is said of them
  std::optional<std::size_t> ring_on = {};          // the screen whose ring is to be touched now; mostly none
  // At the touched wall: a keyboard that is plugged in may be theirs, so no letter runs the room then.
  bool somebody_writes = false;
  const RoomCheck* check = nullptr;        // null: the room is not checked here
  const interact::KeyMap* keys = nullptr;  // the host's, to be told; null: the usual ones
  HostNow host = {};
};

// `mode` is brought back to the room where what it shows is not there any more.
[[nodiscard]] ui::ConsolePage console_page(const station::Session&, const content::Strings&, const std::string& language,
                                           ConsoleMode& mode, const ConsoleNow&);

// What each key does, in a sentence.
void tell_hints(ui::ConsolePage&, const content::Strings&, const std::string& language);

// How the day gives way from now on, where a key of that page's says it.
[[nodiscard]] std::optional<content::GivingWay> way_of_key(const std::string& key);

// What a key that `console_page` named asks of the convening; nothing where it asks something else.
[[nodiscard]] std::optional<model::Request> request_of_key(const station::Session&, const ConsoleMode&, const std::string& key);

}  // namespace greenline::app
