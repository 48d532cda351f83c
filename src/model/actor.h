// Who asks for something, and who did what happened.
#pragma once
#include <cstdint>
#include <initializer_list>

#include "model/id.h"

namespace greenline::model {

enum class Role : std::uint8_t {
  unknown,  // of an event that a Greenline before 2026-11-29 wrote; asks for nothing
  program,  // nobody: what a convening begins with
  host,     // the host's chair: keys and a console
  seat,     // people at the glass: hands on the wall, and the seats where they write
};

struct Actor {
  Role role = Role::unknown;
  StationId station = {};   // where they are; the station that takes the request fills in its own where this is empty
  std::uint32_t seat = 0;   // which of its seats; 0: hands on the wall itself, and whoever has no seat. Of the host: which
                            // console of the station's; 0: a clicker, which acts for whoever has the chair
  std::uint32_t epoch = 0;  // of the host's chair (kinds/chair.h) when it was done; asked with: that it must have, 0: any
  friend bool operator==(const Actor&, const Actor&) = default;
};
[[nodiscard]] inline constexpr Actor at_seat(std::uint32_t seat) { return {Role::seat, {}, seat}; }
inline constexpr Actor the_host{Role::host};
inline constexpr Actor the_program{Role::program};
[[nodiscard]] inline constexpr Actor at_console(std::uint32_t console) { return {Role::host, {}, console}; }

// Several roles.
class Roles {
 public:
  constexpr Roles() = default;
  constexpr Roles(std::initializer_list<Role> roles) {
    for (const Role role : roles) bits_ |= bit(role);
  }
  [[nodiscard]] constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
  [[nodiscard]] constexpr bool none() const { return bits_ == 0; }

 private:
  static constexpr unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }
  unsigned bits_ = 0;
};

}  // namespace greenline::model
