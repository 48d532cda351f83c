#include "app/console_letters.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <variant>

namespace greenline::app {
namespace {

constexpr std::string_view leaves_page = "room";
constexpr std::pair<std::string_view, char> letters[] = {
    {"next", 'N'},        {"back", 'B'},      {"time", 'M'},      {"rest", 'R'},        {"pause", 'P'},
    {"hold", 'H'},        {"reveal", 'V'},    {"undo", 'U'},      {"walls", 'W'},       {"aside", 'A'},
    {"day", 'D'},         {"screens", 'S'},   {"identify", 'I'},  {"read_next", 'N'},   {"whole", 'E'},
    {"read_before", 'B'}, {"shuffle", 'M'},   {"freeze", 'F'},    {"show", 'L'},        {"set_aside", 'A'},
    {"veil", 'V'},        {"lift_veil", 'V'}, {"begin", 'G'},     {"more_asides", 'O'}, {leaves_page, 'X'},
    {"touch_ring", 'T'},  {"ring_next", 'N'}, {"ring_stop", 'X'}, {"send_on", 'S'},     {"keep_here", 'S'},
    {"check", 'C'},       {"help", 'K'},      {"try_keys", 'T'},  {"check_again", 'Y'}, {"check_page", 'X'},
    {"take_chair", 'J'},  {"coming", 'K'},    {"done", 'Q'},      {"clean", 'L'},
};

}  // namespace

void give_letters(ui::ConsolePage& page) {
  char digit = '1';
  for (ui::ConsoleKey& key : page.keys) {
    const auto* const found =
        std::ranges::find(letters, key.key, [](const auto& known) { return std::string_view(known.first); });
    if (found != std::end(letters))
      key.letter = found->second;
    else if (digit <= '9')
      key.letter = digit++;
  }
}

std::optional<std::string> key_of_stroke(const ui::ConsolePage& page, const platform::Stroke& stroke) {
  const auto possible = [&](auto&& is_it) -> std::optional<std::string> {
    const auto found = std::ranges::find_if(page.keys, [&](const ui::ConsoleKey& key) { return key.possible && is_it(key); });
    return found == page.keys.end() ? std::nullopt : std::optional(found->key);
  };
  if (const auto* pressed = std::get_if<platform::KeyPress>(&stroke)) {
    if (pressed->repeated || pressed->control || pressed->other_modifiers) return std::nullopt;
    if (pressed->key == platform::KeyName::escape)
      return possible([](const ui::ConsoleKey& key) { return key.key == leaves_page; });
    const char letter = pressed->letter;
    if (letter < 'a' || letter > 'z') return std::nullopt;
    return possible([&](const ui::ConsoleKey& key) { return key.letter == letter - 'a' + 'A'; });
  }
  // Digits are typed: keyboards write them on other keys, and some with Shift.
  const char32_t typed = std::get<platform::Typed>(stroke).character;
  if (typed < U'1' || typed > U'9') return std::nullopt;
  return possible([&](const ui::ConsoleKey& key) { return key.letter == static_cast<char>(typed); });
}

}  // namespace greenline::app
