#include "app/kept_screens.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "files/read.h"
#include "files/write.h"
#include "journal/folders.h"

namespace greenline::app {
namespace {

constexpr std::size_t most_file_bytes = 64 << 10;
constexpr const char* nothing = "-";

std::vector<std::string> parts_of(const std::string& line) {
  std::vector<std::string> parts;
  std::istringstream rest(line);
  for (std::string part; std::getline(rest, part, '\t');) parts.push_back(part == nothing ? std::string() : part);
  return parts;
}

bool is_plain(const std::string& part) {
  return part != nothing && std::ranges::all_of(part, [](unsigned char one) { return one >= ' ' && one != 0x7F; });
}

// Empty where a part could not be read again as it is.
std::string line_of(std::initializer_list<std::string> parts) {
  std::string line;
  for (const std::string& part : parts) {
    if (!is_plain(part)) return {};
    line += (line.empty() ? "" : "\t") + (part.empty() ? std::string(nothing) : part);
  }
  return line + "\n";
}

// By its name, as whoever opens windows gives it.
platform::Use use_of(std::string_view role) {
  return role.starts_with("wall")      ? platform::Use::wall
         : role.starts_with("console") ? platform::Use::console
                                       : platform::Use::hands;
}

std::optional<platform::Role> role_of(const std::vector<std::string>& parts) {
  if (parts.size() != 7 || parts[0] != "screen" || parts[1].empty()) return std::nullopt;
  platform::Bound bound{.glass = {parts[4], parts[5], parts[6]}, .connector = parts[3]};
  if (!bound.glass.told() && bound.connector.empty()) return std::nullopt;
  return platform::Role{.name = parts[1], .use = use_of(parts[1]), .asked_for = parts[2], .bound = std::move(bound)};
}

std::optional<platform::TurnedScreen> turned_of(const std::vector<std::string>& parts) {
  if (parts.size() != 7 || parts[0] != "turned" || parts[1].size() != 1 || parts[1][0] < '0' || parts[1][0] > '3')
    return std::nullopt;
  const auto mirrored = [&](char axis) { return parts[2].find(axis) != std::string::npos; };
  return platform::TurnedScreen{{.glass = {parts[4], parts[5], parts[6]}, .connector = parts[3]},
                                {parts[1][0] - '0', mirrored('x'), mirrored('y')}};
}

std::optional<platform::PanelBound> panel_of(const std::vector<std::string>& parts) {
  if (parts.size() != 8 || parts[0] != "touch" || parts[1].empty()) return std::nullopt;
  platform::Bound screen{.glass = {parts[5], parts[6], parts[7]}, .connector = parts[4]};
  if (!screen.glass.told() && screen.connector.empty()) return std::nullopt;
  return platform::PanelBound{{parts[1], parts[2], parts[3]}, std::move(screen)};
}

}  // namespace

KeptScreens screens_from_text(std::string_view text) {
  KeptScreens kept;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    const std::vector<std::string> parts = parts_of(line);
    if (auto panel = panel_of(parts)) kept.panels.push_back(*std::move(panel));
    if (auto turned = turned_of(parts)) kept.turned.push_back(*std::move(turned));
    const auto role = role_of(parts);
    if (role && std::ranges::find(kept.roles, role->name, &platform::Role::name) == kept.roles.end())
      kept.roles.push_back(*role);
  }
  return kept;
}

std::string to_text(const KeptScreens& kept) {
  std::string text =
      "# Which screen is whose: role, what was asked for, connector, maker, model, serial number. Written by Greenline.\n"
      "# Which touchscreen lies on which: name, product, where it is plugged in, then that screen.\n"
      "# How one is turned: quarters to the left, mirrored along x or y, then that screen.\n";
  for (const platform::Role& role : kept.roles)
    if (role.bound)
      text += line_of({"screen", role.name, role.asked_for, role.bound->connector, role.bound->glass.maker,
                       role.bound->glass.model, role.bound->glass.serial});
  for (const platform::TurnedScreen& one : kept.turned)
    text += line_of({"turned", std::to_string(one.turned.quarters),
                     std::string(one.turned.mirrored_x ? "x" : "") + (one.turned.mirrored_y ? "y" : ""), one.screen.connector,
                     one.screen.glass.maker, one.screen.glass.model, one.screen.glass.serial});
  for (const platform::PanelBound& panel : kept.panels)
    text += line_of({"touch", panel.who.name, panel.who.product, panel.who.path, panel.screen.connector,
                     panel.screen.glass.maker, panel.screen.glass.model, panel.screen.glass.serial});
  return text;
}

std::vector<platform::Role> with_screens(std::vector<platform::Role> wanted, const KeptScreens& kept) {
  for (platform::Role& role : wanted) {
    const auto had = std::ranges::find(kept.roles, role.name, &platform::Role::name);
    if (had != kept.roles.end() && (role.asked_for.empty() || role.asked_for == had->asked_for)) role.bound = had->bound;
  }
  return wanted;
}

// A role that is asked for in no words now is, of those words, still the same.
KeptScreens remembered(KeptScreens before, const std::vector<platform::Role>& now) {
  for (const platform::Role& role : now) {
    if (!role.bound) continue;
    auto had = std::ranges::find(before.roles, role.name, &platform::Role::name);
    if (had == before.roles.end()) had = before.roles.insert(had, platform::Role{.name = role.name, .use = role.use});
    if (!role.asked_for.empty()) had->asked_for = role.asked_for;
    had->bound = role.bound;
  }
  return before;
}

platform::RoleScreens as_remembered(std::vector<platform::Monitor> monitors) {
  const auto file = screens_file();
  platform::RoleScreens screens(file ? read_screens(*file).roles : std::vector<platform::Role>());
  screens.look(std::move(monitors));
  return screens;
}

platform::KnownOfScreens known_of_screens() {
  const auto file = screens_file();
  if (!file) return {};
  KeptScreens kept = read_screens(*file);
  return {std::move(kept.panels), std::move(kept.turned)};
}

std::optional<std::filesystem::path> screens_file() {
  const auto base = journal::base_folder("XDG_CONFIG_HOME", ".config");
  if (!base) return std::nullopt;
  return *base / "greenline" / "screens";
}

KeptScreens read_screens(const std::filesystem::path& file) {
  const auto text = files::read_whole(file, most_file_bytes);
  return text ? screens_from_text(*text) : KeptScreens();
}

tl::expected<void, std::string> keep_screens(const std::filesystem::path& file, const KeptScreens& kept) {
  if (const std::error_code trouble = journal::make_own_folder(file.parent_path())) return tl::unexpected(trouble.message());
  return files::write_whole(file, to_text(kept), files::Readers::owner);
}

}  // namespace greenline::app
