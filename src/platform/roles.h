// Which screen each of the program's roles is on, whatever is plugged in and out: by what a screen's glass tells of itself,
// then by its connector, never by where it lies or which number it has.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/glass.h"
#include "platform/monitors.h"

namespace greenline::platform {

// hands: the wall that is touched. It has to be seen: while its own screen is away it stands on one that nobody else has.
// wall: only shows. console: the host's, and never on glass that may be the room's.
enum class Use : std::uint8_t { hands, wall, console };

// The screen that a role belongs to.
struct Bound {
  Glass glass = {};            // where that tells who it is
  std::string connector = {};  // it was plugged in there last
  friend bool operator==(const Bound&, const Bound&) = default;
};
[[nodiscard]] Bound bound_to(const Monitor&);

// How the picture of a screen was turned that is not upright.
struct TurnedScreen {
  Bound screen = {};
  Turned turned = {};
  friend bool operator==(const TurnedScreen&, const TurnedScreen&) = default;
};

struct Role {
  std::string name = "hands";  // one a role, the same at the next start
  Use use = Use::hands;
  std::string asked_for = {};           // a screen, as `asked_for_in` takes it; empty: any
  std::optional<Bound> bound = {};      // nothing: it had no screen yet
  std::optional<Bound> meanwhile = {};  // where its own is away since the start: another, that was there then
  friend bool operator==(const Role&, const Role&) = default;
};

// The screen that somebody means: by its connector's name, its number from 0 (`listed`), its letter (`letter_of`), or its
// model or serial number.
[[nodiscard]] std::optional<std::size_t> asked_for_in(std::span<const Monitor>, const std::string& asked_for);
// "A" for the first: what is shown on each screen when they are told apart.
[[nodiscard]] std::string letter_of(std::size_t monitor);

// For each role the screen that it is on now, none twice. `strange[i]`: that screen came while the program ran, is nobody's and
// was not chosen: nothing is shown there, unless it is the only one and the touched wall would be nowhere. Of roles that want
// the same the touched wall comes first, then the console, then walls in their order. Screens that show the same part of the
// surface (mirrored ones) count as one. Pure; it looks at places for that alone.
[[nodiscard]] std::vector<std::optional<std::size_t>> screens_for(std::span<const Monitor>, const std::vector<bool>& strange,
                                                                  std::span<const Role>);

// Whether a screen that is plugged in and dark should be lit: it is a role's own, or one was asked for it; or nothing at all is
// lit, and then any is better than a black room.
[[nodiscard]] bool wants_light(const Bound& dark, std::span<const Monitor> lit, std::span<const Role>);

// The same over time: which screen each role had, and which screens are known here.
class RoleScreens {
 public:
  explicit RoleScreens(std::vector<Role> roles = {}) : roles_(std::move(roles)) {}

  // One more; a role of its name that is there already stays as it is. Looks again.
  void add(const Role&);
  // As the screens are now. The first time there are any decides what is known, and gives roles that never had a screen one.
  void look(std::vector<Monitor> monitors);
  // The role has this one of `monitors()` from now on; whoever had it gets the one that this role had. Looks again.
  void choose(const std::string& role, std::size_t monitor);

  [[nodiscard]] const std::vector<Monitor>& monitors() const { return monitors_; }
  [[nodiscard]] const std::vector<Role>& roles() const { return roles_; }
  // That the role is on, one of `monitors()`; nothing: none now.
  [[nodiscard]] std::optional<std::size_t> screen_of(const std::string& role) const;
  [[nodiscard]] bool is_strange(std::size_t monitor) const { return strange_[monitor]; }
  // Another one each time that anything of the above became another.
  [[nodiscard]] std::uint64_t version() const { return version_; }

 private:
  void settle();
  void bind_those_without();
  void give_one_meanwhile();
  [[nodiscard]] std::vector<std::optional<std::size_t>> places() const { return screens_for(monitors_, strange_, roles_); }
  [[nodiscard]] bool is_known(const Monitor&) const;
  void keep_up();

  std::vector<Role> roles_;
  std::vector<Monitor> monitors_;
  std::vector<bool> strange_;
  std::vector<std::optional<std::size_t>> on_;  // by role
  std::vector<Bound> known_;                    // screens that were there at the start, or were chosen
  bool begun_ = false;
  std::uint64_t version_ = 0;
};

}  // namespace greenline::platform
