#include "platform/roles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace greenline::platform {
namespace {

using Place = std::optional<std::size_t>;

Place number_in(const std::string& text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

Place first_that(std::span<const Monitor> monitors, const auto& is) {
  for (std::size_t i = 0; i < monitors.size(); ++i)
    if (is(monitors[i])) return i;
  return std::nullopt;
}

bool overlap(const Monitor& a, const Monitor& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// A laptop's own, by the kernel's names of connectors.
bool is_built_in(const Monitor& monitor) {
  return std::ranges::any_of(std::array{"eDP", "LVDS", "DSI"},
                             [&](std::string_view kind) { return monitor.name.starts_with(kind); });
}

// By something that stays: neither its number nor its letter.
bool is_called(const Monitor& monitor, const std::string& words) {
  const Glass& glass = monitor.glass;
  return monitor.name == words || (glass.told() && (glass.model == words || glass.serial == words || to_text(glass) == words));
}

// One round of giving roles their screens, the surest first.
class Giving {
 public:
  Giving(std::span<const Monitor> monitors, const std::vector<bool>& strange, std::span<const Role> roles)
      : monitors_(monitors), strange_(strange), roles_(roles), places_(roles.size()) {
    for (const Use use : {Use::hands, Use::console, Use::wall})
      for (std::size_t role = 0; role < roles.size(); ++role)
        if (roles[role].use == use) order_.push_back(role);
  }

  std::vector<Place> given() {
    const auto to_own = [this](auto way) {
      each([&, way](const Role& role) { return role.bound ? (this->*way)(role, *role.bound) : Place(); });
    };
    to_own(&Giving::itself_where_it_was);
    to_own(&Giving::itself_elsewhere);
    to_own(&Giving::on_its_connector);
    each([this](const Role& role) { return role.meanwhile ? meanwhile(*role.meanwhile) : Place(); });
    each([this](const Role& role) { return role.bound ? Place() : not_yet_bound(role); });
    each([this](const Role& role) { return role.use == Use::hands ? anywhere_seen() : Place(); });
    return std::move(places_);
  }

 private:
  void each(const auto& find) {
    for (const std::size_t role : order_)
      if (!places_[role]) places_[role] = find(roles_[role]);
  }
  [[nodiscard]] bool is_free(std::size_t monitor) const {
    return std::ranges::none_of(places_, [&](const Place& place) {
      return place && (*place == monitor || overlap(monitors_[*place], monitors_[monitor]));
    });
  }
  [[nodiscard]] Place first_free(const auto& is) const {
    for (std::size_t i = 0; i < monitors_.size(); ++i)
      if (is_free(i) && is(i)) return i;
    return std::nullopt;
  }

  Place itself_where_it_was(const Role&, const Bound& bound) const {
    return bound.glass.told() ? first_free([&](std::size_t i) { return bound_to(monitors_[i]) == bound; }) : Place();
  }
  Place itself_elsewhere(const Role&, const Bound& bound) const {
    return bound.glass.told() ? first_free([&](std::size_t i) { return monitors_[i].glass == bound.glass; }) : Place();
  }
  // Glass that tells that it is another is taken only where it was there from the start, and never for the host's console: at
  // another venue the same connector has the room's projector.
  Place on_its_connector(const Role& role, const Bound& bound) const {
    return first_free([&](std::size_t i) {
      const Monitor& monitor = monitors_[i];
      if (monitor.name != bound.connector) return false;
      const bool tells_another = monitor.glass.told() && bound.glass.told();
      return !tells_another || (role.use != Use::console && !strange_[i]);
    });
  }
  Place meanwhile(const Bound& bound) const {
    return first_free([&](std::size_t i) { return bound_to(monitors_[i]) == bound; });
  }
  // What was asked for and is not there is waited for.
  Place not_yet_bound(const Role& role) const {
    if (!role.asked_for.empty()) {
      const Place asked = asked_for_in(monitors_, role.asked_for);
      return asked && is_free(*asked) ? asked : std::nullopt;
    }
    const auto may_be = [&](std::size_t i) { return role.use == Use::wall || !strange_[i]; };
    if (role.use == Use::console)
      if (const Place own = first_free([&](std::size_t i) { return may_be(i) && is_built_in(monitors_[i]); })) return own;
    return first_free(may_be);
  }
  Place anywhere_seen() const {
    if (const Place known = first_free([&](std::size_t i) { return !strange_[i]; })) return known;
    const bool nothing_is_shown = std::ranges::none_of(places_, [](const Place& place) { return place.has_value(); });
    return nothing_is_shown ? first_free([](std::size_t) { return true; }) : Place();
  }

  std::span<const Monitor> monitors_;
  const std::vector<bool>& strange_;
  std::span<const Role> roles_;
  std::vector<std::size_t> order_;
  std::vector<Place> places_;
};

}  // namespace

Bound bound_to(const Monitor& monitor) { return {monitor.glass, monitor.name}; }

std::string letter_of(std::size_t monitor) {
  constexpr std::size_t letters = 26;
  return monitor < letters ? std::string(1, static_cast<char>('A' + monitor)) : std::to_string(monitor);
}

// A connector may be called by a number or a letter, too; then the name is meant.
Place asked_for_in(std::span<const Monitor> monitors, const std::string& asked_for) {
  if (asked_for.empty()) return std::nullopt;
  if (const Place by_name = first_that(monitors, [&](const Monitor& one) { return one.name == asked_for; })) return by_name;
  const auto number = number_in(asked_for);
  if (number && *number < monitors.size()) return number;
  for (std::size_t i = 0; i < monitors.size(); ++i)
    if (letter_of(i) == asked_for) return i;
  return first_that(monitors, [&](const Monitor& one) { return is_called(one, asked_for); });
}

std::vector<Place> screens_for(std::span<const Monitor> monitors, const std::vector<bool>& strange,
                               std::span<const Role> roles) {
  return Giving(monitors, strange, roles).given();
}

bool wants_light(const Bound& dark, std::span<const Monitor> lit, std::span<const Role> roles) {
  if (lit.empty()) return true;
  const Monitor as_lit{.name = dark.connector, .glass = dark.glass};
  return std::ranges::any_of(roles, [&](const Role& role) {
    if (!role.bound) return !role.asked_for.empty() && is_called(as_lit, role.asked_for);
    return role.bound->glass.told() && dark.glass.told() ? role.bound->glass == dark.glass
                                                         : role.bound->connector == dark.connector;
  });
}

void RoleScreens::add(const Role& role) {
  if (std::ranges::find(roles_, role.name, &Role::name) != roles_.end()) return;
  roles_.push_back(role);
  settle();
}

void RoleScreens::look(std::vector<Monitor> monitors) {
  monitors_ = std::move(monitors);
  settle();
}

std::optional<std::size_t> RoleScreens::screen_of(const std::string& role) const {
  for (std::size_t i = 0; i < on_.size(); ++i)
    if (roles_[i].name == role) return on_[i];
  return std::nullopt;
}

void RoleScreens::choose(const std::string& role, std::size_t monitor) {
  const auto chooses = std::ranges::find(roles_, role, &Role::name);
  if (chooses == roles_.end() || monitor >= monitors_.size()) return;
  const auto had = chooses->bound;
  for (std::size_t i = 0; i < roles_.size(); ++i)
    if (roles_[i].name != role && on_[i] == monitor) {
      roles_[i].bound = had;
      roles_[i].meanwhile.reset();
    }
  chooses->bound = bound_to(monitors_[monitor]);
  chooses->meanwhile.reset();
  known_.push_back(*chooses->bound);
  settle();
}

bool RoleScreens::is_known(const Monitor& monitor) const {
  const auto is_it = [&](const Bound& bound) {
    return monitor.glass.told() ? bound.glass == monitor.glass : bound.connector == monitor.name;
  };
  return std::ranges::any_of(known_, is_it) ||
         std::ranges::any_of(roles_, [&](const Role& role) { return role.bound && is_it(*role.bound); });
}

void RoleScreens::settle() {
  const auto was = std::pair(on_, roles_);
  const std::vector<bool> strangers = strange_;
  const bool begins = !begun_ && !monitors_.empty();
  if (begins)
    for (const Monitor& monitor : monitors_) known_.push_back(bound_to(monitor));
  begun_ = begun_ || begins;
  strange_.assign(monitors_.size(), false);
  for (std::size_t i = 0; i < monitors_.size(); ++i) strange_[i] = !is_known(monitors_[i]);
  bind_those_without();
  if (begins) give_one_meanwhile();
  on_ = places();
  keep_up();
  if (was != std::pair(on_, roles_) || strangers != strange_) ++version_;
}

// A role that was asked for another screen than any that is there waits, wherever it is seen meanwhile.
void RoleScreens::bind_those_without() {
  const std::vector<Place> now = places();
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    if (roles_[i].bound || !now[i]) continue;
    const bool as_asked = roles_[i].asked_for.empty() || asked_for_in(monitors_, roles_[i].asked_for) == now[i];
    if (as_asked) roles_[i].bound = bound_to(monitors_[*now[i]]);
  }
}

// "The one that is not the console": at another venue the room's projector, and nobody has to say so.
void RoleScreens::give_one_meanwhile() {
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    if (roles_[i].use != Use::wall || !roles_[i].bound || places()[i]) continue;
    std::vector<Role> as_new = roles_;
    as_new[i].bound.reset();
    as_new[i].asked_for.clear();
    if (const Place place = screens_for(monitors_, strange_, as_new)[i]) roles_[i].meanwhile = bound_to(monitors_[*place]);
  }
}

// Where its glass was plugged in last; and who it is, once it tells.
void RoleScreens::keep_up() {
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    if (!on_[i] || !roles_[i].bound) continue;
    const Monitor& monitor = monitors_[*on_[i]];
    Bound& bound = *roles_[i].bound;
    if (bound.glass.told() ? bound.glass == monitor.glass : bound.connector == monitor.name) bound = bound_to(monitor);
  }
}

}  // namespace greenline::platform
