#include "platform/touch_panels.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>
#include <utility>

namespace greenline::platform {
namespace {

using By = PanelPlace::By;
using Found = std::optional<std::size_t>;

bool alike(const PanelName& a, const PanelName& b) { return a.name == b.name && a.product == b.product; }

bool cover_the_same(const Monitor& a, const Monitor& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// Where several show the same, the first.
Found screen_of(std::span<const Monitor> monitors, const Bound& bound) {
  const auto first = [&](const auto& is) -> Found {
    for (std::size_t i = 0; i < monitors.size(); ++i)
      if (is(monitors[i])) return i;
    return std::nullopt;
  };
  if (const Found itself = first([&](const Monitor& one) { return bound_to(one) == bound; })) return itself;
  if (bound.glass.told())
    if (const Found elsewhere = first([&](const Monitor& one) { return one.glass == bound.glass; })) return elsewhere;
  return first([&](const Monitor& one) {
    return !bound.connector.empty() && one.name == bound.connector && !(one.glass.told() && bound.glass.told());
  });
}

std::string small(std::string_view text) {
  std::string all;
  for (const char one : text) all += static_cast<char>(std::tolower(static_cast<unsigned char>(one)));
  return all;
}

// A laptop's own, by the kernel's names of connectors.
bool is_of_the_machine(const Monitor& monitor) {
  return monitor.name.starts_with("eDP") || monitor.name.starts_with("LVDS") || monitor.name.starts_with("DSI");
}

bool is_named_after(const TouchPanel& panel, const Monitor& monitor) {
  constexpr std::size_t least_letters = 4;  // shorter ones are in many names
  const std::string& model = monitor.glass.model;
  return model.size() >= least_letters && small(panel.who.name).find(small(model)) != std::string::npos;
}

bool is_as_large(const TouchPanel& panel, const Monitor& monitor) {
  constexpr double apart = 0.04;  // of glass and what lies on it
  if (panel.width_mm <= 0 || panel.height_mm <= 0 || monitor.width_mm <= 0 || monitor.height_mm <= 0) return false;
  const auto near = [](int a, int b) { return std::abs(a - b) <= apart * std::max(a, b); };
  // As the glass hangs when nobody turned it.
  const bool on_its_side = monitor.turned.quarters % 2 == 1;
  const int width = on_its_side ? monitor.height_mm : monitor.width_mm;
  const int height = on_its_side ? monitor.width_mm : monitor.height_mm;
  return near(panel.width_mm, width) && near(panel.height_mm, height);
}

class Placing {
 public:
  Placing(std::span<const TouchPanel> panels, std::span<const PanelBound> bounds, const RoleScreens& screens)
      : panels_(panels), screens_(screens), monitors_(screens.monitors()), places_(panels.size(), PanelPlace{}) {
    const std::vector<Found> own = bounds_of(panels, bounds);
    for (std::size_t i = 0; i < panels.size(); ++i)
      if (own[i]) chosen(i, bounds[*own[i]].screen);
    for (const auto& says : {&Placing::by_being_built_in, &Placing::by_name, &Placing::by_size})
      for (std::size_t i = 0; i < panels.size(); ++i)
        if (places_[i].by == By::left) told(i, (this->*says)(panels[i]));
    for (std::size_t i = 0; i < panels.size(); ++i)
      if (places_[i].by == By::left) guess(i);
  }
  std::vector<PanelPlace> placed() { return std::move(places_); }

 private:
  // While its glass is away and there is one alone, where the touched wall is now, it goes with the wall: the glass may merely
  // tell of itself otherwise (a splitter that was exchanged), and nobody could choose.
  void chosen(std::size_t panel, const Bound& bound) {
    if (const Found at = screen_of(monitors_, bound)) return put(panel, By::chosen, at);
    const Found wall = touched_wall();
    const bool goes_along = one_glass() && wall && std::ranges::any_of(screens_.roles(), [&](const Role& role) {
                              return role.use == Use::hands && role.bound && same_screen(*role.bound, bound);
                            });
    put(panel, goes_along ? By::guessed : By::away, goes_along ? wall : std::nullopt);
  }
  static bool same_screen(const Bound& a, const Bound& b) {
    return a.glass.told() || b.glass.told() ? a.glass == b.glass : a.connector == b.connector;
  }
  void told(std::size_t panel, const Found& at) {
    if (at) put(panel, By::told, at);
  }
  void guess(std::size_t panel) {
    const bool has_wall = std::ranges::any_of(screens_.roles(), [](const Role& role) { return role.use == Use::hands; });
    const Found wall = touched_wall();
    if (!has_wall) return;
    if (!wall) return put(panel, By::unknown, std::nullopt);
    if (one_glass()) return put(panel, By::alone, wall);
    // The wall has its own already: this one is of the only other screen that has none. Never of the console's: its keys are
    // not pushed by a guess.
    Found other = wall;
    if (is_touched(*wall)) {
      std::size_t without = 0;
      for (std::size_t i = 0; i < monitors_.size(); ++i)
        if (!is_touched(i) && !is_consoles(i) && ++without == 1) other = i;
      if (without != 1) other = wall;
    }
    put(panel, By::guessed, other);
  }

  [[nodiscard]] Found by_being_built_in(const TouchPanel& panel) const {
    return panel.built_in ? only([](const Monitor& one) { return is_of_the_machine(one); }) : std::nullopt;
  }
  [[nodiscard]] Found by_name(const TouchPanel& panel) const {
    return only([&](const Monitor& one) { return is_named_after(panel, one); });
  }
  [[nodiscard]] Found by_size(const TouchPanel& panel) const {
    return only([&](const Monitor& one) { return is_as_large(panel, one); });
  }
  // The screen of which that is true, and of no other; one that has its touchscreen is none.
  [[nodiscard]] Found only(const auto& is) const {
    Found found;
    for (std::size_t i = 0; i < monitors_.size(); ++i) {
      if (!is(monitors_[i])) continue;
      if (found) return std::nullopt;
      found = i;
    }
    return found && !is_touched(*found) ? found : std::nullopt;
  }
  [[nodiscard]] bool is_touched(std::size_t monitor) const {
    return std::ranges::any_of(places_, [&](const PanelPlace& place) {
      return place.monitor && cover_the_same(monitors_[*place.monitor], monitors_[monitor]);
    });
  }
  [[nodiscard]] bool is_consoles(std::size_t monitor) const {
    return std::ranges::any_of(screens_.roles(), [&](const Role& role) {
      return role.use == Use::console && screens_.screen_of(role.name) == monitor;
    });
  }
  [[nodiscard]] bool one_glass() const {
    return !monitors_.empty() &&
           std::ranges::all_of(monitors_, [&](const Monitor& one) { return cover_the_same(monitors_.front(), one); });
  }
  [[nodiscard]] Found touched_wall() const {
    for (const Role& role : screens_.roles())
      if (role.use == Use::hands)
        if (const Found at = screens_.screen_of(role.name)) return at;
    return std::nullopt;
  }
  void put(std::size_t panel, By by, const Found& at) { places_[panel] = {by, at}; }

  std::span<const TouchPanel> panels_;
  const RoleScreens& screens_;
  const std::vector<Monitor>& monitors_;
  std::vector<PanelPlace> places_;
};

PanelMatrix times(const PanelMatrix& a, const PanelMatrix& b) {
  PanelMatrix product{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column)
      for (std::size_t i = 0; i < 3; ++i) product[3 * row + column] += a[3 * row + i] * b[3 * i + column];
  return product;
}

}  // namespace

std::vector<Found> bounds_of(std::span<const TouchPanel> panels, std::span<const PanelBound> bounds) {
  std::vector<Found> own(panels.size());
  std::vector<bool> taken(bounds.size(), false);
  const auto take = [&](std::size_t panel, std::size_t bound) {
    own[panel] = bound;
    taken[bound] = true;
  };
  for (std::size_t i = 0; i < panels.size(); ++i)
    for (std::size_t j = 0; j < bounds.size() && !own[i]; ++j)
      if (!taken[j] && bounds[j].who == panels[i].who) take(i, j);
  for (std::size_t i = 0; i < panels.size(); ++i) {
    if (own[i]) continue;
    std::size_t left_alike = 0;
    for (std::size_t k = 0; k < panels.size(); ++k)
      if (!own[k] && alike(panels[k].who, panels[i].who)) ++left_alike;
    std::vector<std::size_t> may_be;
    for (std::size_t j = 0; j < bounds.size(); ++j)
      if (!taken[j] && alike(bounds[j].who, panels[i].who)) may_be.push_back(j);
    const bool one_screen =
        std::ranges::all_of(may_be, [&](std::size_t j) { return bounds[j].screen == bounds[may_be.front()].screen; });
    if (left_alike == 1 && !may_be.empty() && one_screen) take(i, may_be.front());
  }
  return own;
}

std::vector<PanelPlace> panel_places(std::span<const TouchPanel> panels, std::span<const PanelBound> bounds,
                                     const RoleScreens& screens) {
  return Placing(panels, bounds, screens).placed();
}

// From the glass to the picture as the server draws it (rrtransform.c: turned about its middle, then mirrored), then to where
// that lies.
PanelMatrix panel_matrix(const Monitor& monitor, int surface_width, int surface_height) {
  constexpr std::array<PanelMatrix, 4> turned_left{
      {all_of_surface, {0, -1, 1, 1, 0, 0, 0, 0, 1}, {-1, 0, 1, 0, -1, 1, 0, 0, 1}, {0, 1, 0, -1, 0, 1, 0, 0, 1}}};
  constexpr PanelMatrix mirror_x{-1, 0, 1, 0, 1, 0, 0, 0, 1}, mirror_y{1, 0, 0, 0, -1, 1, 0, 0, 1};
  const auto whole_width = static_cast<float>(std::max(1, surface_width));
  const auto whole_height = static_cast<float>(std::max(1, surface_height));
  PanelMatrix picture = turned_left[static_cast<std::size_t>(monitor.turned.quarters) % turned_left.size()];
  if (monitor.turned.mirrored_x) picture = times(mirror_x, picture);
  if (monitor.turned.mirrored_y) picture = times(mirror_y, picture);
  const PanelMatrix there{static_cast<float>(monitor.width) / whole_width,
                          0,
                          static_cast<float>(monitor.x) / whole_width,
                          0,
                          static_cast<float>(monitor.height) / whole_height,
                          static_cast<float>(monitor.y) / whole_height,
                          0,
                          0,
                          1};
  return times(there, picture);
}

void TouchPanels::look(std::vector<TouchPanel> panels, const RoleScreens& screens) {
  if (panels != panels_) ++version_;
  panels_ = std::move(panels);
  settle(screens);
}

void TouchPanels::choose(const PanelName& who, const Monitor& monitor, const RoleScreens& screens) {
  const auto panel = std::ranges::find(panels_, who, &TouchPanel::who);
  if (panel == panels_.end()) return;
  const Bound screen = bound_to(monitor);
  const std::vector<Found> own = bounds_of(panels_, bounds_);
  const Found had = own[static_cast<std::size_t>(panel - panels_.begin())];
  std::vector<PanelBound> now;
  for (std::size_t i = 0; i < bounds_.size(); ++i) {
    const bool anothers = std::ranges::find(own, Found(i)) != own.end();
    // One of the same kind that was plugged in elsewhere then, and is nowhere now, was this.
    const bool was_this = !anothers && alike(bounds_[i].who, who) && bounds_[i].screen == screen;
    if (Found(i) != had && !was_this) now.push_back(bounds_[i]);
  }
  now.push_back({who, screen});
  know(std::move(now), screens);
}

void TouchPanels::know(std::vector<PanelBound> bounds, const RoleScreens& screens) {
  if (bounds != bounds_) ++version_;
  bounds_ = std::move(bounds);
  settle(screens);
}

void TouchPanels::settle(const RoleScreens& screens) {
  auto now = panel_places(panels_, bounds_, screens);
  if (now != places_) ++version_;
  places_ = std::move(now);
}

}  // namespace greenline::platform
