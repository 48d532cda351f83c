// A place to sit at in tests: the real keyboards, strings, palette and text, a screen, and fingers.
#pragma once
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "places.h"
#include "ui/seats.h"

namespace greenline::ui {

inline std::string source(const std::string& path) { return (source_folder() / path).string(); }

class AtASeat : public ::testing::Test {
 protected:
  AtASeat()
      : keyboards(Keyboards::load(source("assets/keyboards"))),
        strings(content::Strings::load(source("assets/strings"))),
        palette(content::load_palette("dusk", source("assets"))) {
    if (!keyboards || !strings || !palette) std::abort();
    seats.emplace(engine, *strings, *keyboards);
    seats->set_palette(*palette);
    seats->set_setting(setting);
  }

  static ComposeCard a_card() {
    ComposeCard card;
    card.place = {"information", {0.25F, -0.5F}};
    card.beside = {1400, 700};
    card.title = {{"en", "Information"}, {"fr", "Information"}};
    card.prompt = {{"en", "What does everyone know that nobody says?"},
                   {"fr", "Que sait tout le monde sans que personne le dise ?"}};
    card.colour = "information";
    return card;
  }
  int open(const Purpose& purpose) { return seats->open(purpose, {}, {}); }

  void touch(int seat, input::ContactId contact, input::ContactState state, PixelPoint at) {
    seats->touch(seat, {contact, state, at, 0});
  }
  void tap(int seat, PixelPoint at, input::ContactId contact = 1) {
    touch(seat, contact, input::ContactState::began, at);
    touch(seat, contact, input::ContactState::ended, at);
  }
  std::vector<Outcome> pass(float seconds = 0.016F) {
    std::vector<Outcome> out;
    seats->update(seconds, {7, 8}, out);
    return out;
  }
  void type(std::u32string_view words) {
    for (const char32_t c : words) seats->type(c);
  }

  // Where things stand, in the key pitches that a seat is made of: ten keys wide, a third of one around them.
  [[nodiscard]] float unit(int seat) const { return seats->rect_of(seat)->width() / 10.68F; }
  [[nodiscard]] PixelRect inner(int seat) const { return seats->rect_of(seat)->grown(-0.34F * unit(seat)); }
  [[nodiscard]] PixelPoint place_key(int seat) const {
    if (const auto key = seats->control(seat, "place")) return key->centre();
    return {inner(seat).x1 - unit(seat), inner(seat).y1 - 0.56F * unit(seat)};
  }
  [[nodiscard]] PixelPoint other_way_key(int seat) const {
    if (const auto key = seats->control(seat, "draw")) return key->centre();
    return {inner(seat).x0 + unit(seat), inner(seat).y1 - 0.56F * unit(seat)};
  }
  [[nodiscard]] PixelPoint leave_key(int seat) const {
    if (const auto key = seats->control(seat, "leave")) return key->centre();
    const PixelRect panel = *seats->rect_of(seat);
    return {panel.x1 - 0.6F * unit(seat), panel.y0 + 0.6F * unit(seat)};
  }
  // A key of the keyboard's own grid: row from the top (0), column in key pitches. The seat keeps room for the tallest keyboard
  // offered: five rows with French, of which English has four.
  [[nodiscard]] PixelPoint key(int seat, float column, int row, int rows = 4) const {
    const float bottom = inner(seat).y1 - (1.12F + 0.18F) * unit(seat);
    const float row_height = 5 * unit(seat) / static_cast<float>(rows);
    return {inner(seat).x0 + (column + 0.5F) * unit(seat), bottom - (static_cast<float>(rows - row) - 0.5F) * row_height};
  }
  // The English key of a letter.
  [[nodiscard]] PixelPoint letter(int seat, char c) const {
    static constexpr std::string_view rows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    for (int row = 0; row < 3; ++row) {
      const auto column = rows[row].find(c);
      if (column != std::string_view::npos) return key(seat, static_cast<float>(column) + (row == 2 ? 1.5F : 0.0F), row);
    }
    return key(seat, 5, 3);  // the space key
  }
  // What the seat would place now.
  std::optional<model::Saying> placed(int seat) {
    tap(seat, place_key(seat), 99);
    for (const Outcome& outcome : pass()) {
      const auto* wants = std::get_if<Wants>(&outcome);
      if (wants == nullptr) continue;
      if (const auto* made = std::get_if<model::MakeCard>(&wants->request)) return made->saying;
    }
    return std::nullopt;
  }

  Setting setting{1920, 1080, 2.9F, "en", {"en", "fr"}, false};  // high enough for seats that are not low
  text::Engine engine;
  tl::expected<Keyboards, std::string> keyboards;
  tl::expected<content::Strings, content::Diagnostics> strings;
  tl::expected<content::Palette, content::Diagnostics> palette;
  std::optional<Seats> seats;
};

}  // namespace greenline::ui
