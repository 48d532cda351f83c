// The inside of a seat where somebody reads a card large: its paper, what others left beside it, and what may be done with it
// now. A thread is pulled out of its handle, or armed by a tap.
#pragma once
#include <algorithm>

#include "ui/buttons.h"
#include "ui/card_actions.h"
#include "ui/surroundings.h"

namespace greenline::ui {

class Reader {
 public:
  Reader(int seat, ReadCard card) : seat_(seat), card_(std::move(card)) {}

  // With room across for the card as it is on the wall, in larger type.
  [[nodiscard]] Measures wide_enough(Measures, const Setting&) const;
  [[nodiscard]] float wished_height(const Measures&, const Surroundings&) const;
  void lay_out(const PixelRect& panel, const Measures&, const Surroundings&);
  // More is known of the card. Fingers on its keys stay there.
  void read(ReadCard card) {
    if (card.card != card_.card) scrolled_ = said_scrolled_ = 0;
    card_ = std::move(card);
  }
  void touch(const input::Contact&, const Surroundings&, Answers&);
  void press(Seats::Key, const Surroundings&, Answers&);
  void type(char32_t c, const Surroundings& s, Answers& out) {
    if (c == U' ') press(Seats::Key::enter, s, out);
  }
  void draw(Painter&, const Surroundings&) const;
  [[nodiscard]] float keys_top() const { return measures_.low ? panel_.y1 : actions_box_.y0; }
  [[nodiscard]] std::optional<PixelRect> control(std::string_view name) const;
  [[nodiscard]] std::optional<PixelRect> at_keys() const {
    for (const Buttons* keys : {&tie_keys_, &slip_keys_, &buttons_})
      if (const auto rect = keys->rect_at_keys()) return rect;
    return std::nullopt;
  }
  [[nodiscard]] std::vector<Button> plates() const {  // its keys that say what they do
    std::vector<Button> all = buttons_.all;
    all.insert(all.end(), slip_keys_.all.begin(), slip_keys_.all.end());
    return all;
  }
  [[nodiscard]] const ReadCard& card() const { return card_; }
  [[nodiscard]] bool shows_veiled_words() const { return card_.veiled && card_.made_here; }
  [[nodiscard]] bool hides_words() const { return card_.veiled && !card_.made_here; }

 private:
  static constexpr float larger = 1.25F;  // than on the wall, at least
  // Of the paper: beside its words, above and below them; words alone, and those with a drawing beneath them.
  static constexpr float beside_said = 0.08F, above_said = 0.10F, said_share = 0.80F, said_above_ink = 0.32F;
  // Of the sizes below, all in units: where the words of a line begin that has a sign before it, and what follows it.
  static constexpr float before_words = 0.75F, after_line = 0.08F;
  // Of a thread's row: where the card at its other end begins, half the arrow to it, the words' distance from that card's edge,
  // and how high a row is at least.
  static constexpr float tie_says = 3.2F, tie_arrow = 0.4F, tie_pad = 0.25F, least_tie = 0.8F;
  enum Id : int {
    leave,
    first_action,  // a row of card_actions.h each
    first_slip = 100,
    first_tie = 100000
  };
  [[nodiscard]] static int id_of(const CardAction&);
  [[nodiscard]] std::vector<const CardAction*> actions() const;
  // What lies beneath the card, one block after another; drawn from `top`. Its height.
  struct Slip {
    text::BlockPtr kind, words;
    const std::vector<model::Stroke>* ink = nullptr;
    float height = 0;
    float key = 0;  // height of the key beneath it that takes it back; 0: none
  };
  [[nodiscard]] std::vector<Slip> slips(const Measures&, const Surroundings&) const;
  // A thread's word, and what the card at its other end says, as on a small card: a touch reads that one.
  struct Tie {
    text::BlockPtr word, says;
    float height = 0;
  };
  [[nodiscard]] std::vector<Tie> ties(const Measures&, const Surroundings&) const;
  struct Line {  // what is true of the card, in a sentence
    Icon icon = Icon::none;
    text::BlockPtr words;
  };
  [[nodiscard]] std::vector<Line> standing(const Measures&, const Surroundings&) const;
  [[nodiscard]] float above_ties(const Measures&, const Surroundings&) const;   // height of what stands above them
  [[nodiscard]] float above_slips(const Measures&, const Surroundings&) const;  // height of what stands above them
  [[nodiscard]] float beneath_height(const Measures&, const Surroundings&) const;
  [[nodiscard]] PixelPoint paper_size(const Measures&, const Surroundings&) const;
  [[nodiscard]] float least_em() const { return larger * card_.wall_em; }
  [[nodiscard]] std::vector<float> sizes(const Measures&, const Setting&) const;  // its words may have, falling
  [[nodiscard]] float actions_height(const Measures&) const;
  [[nodiscard]] std::string_view say(std::string_view key, const Surroundings& s) const {
    return s.strings(key, s.setting.language);
  }
  void push(int id, Answers&);
  void step(int by, const Surroundings&);
  void pull(const input::Contact&, const Surroundings&, Answers&);
  struct Said {  // its words on the paper
    text::BlockPtr block;
    PixelRect box;
    [[nodiscard]] float beyond() const { return std::max(0.0F, block->height - box.height()); }
  };
  [[nodiscard]] std::optional<Said> said(const Surroundings&) const;
  [[nodiscard]] PixelRect pad_box() const;  // of what is drawn on it
  void draw_bar(Painter&, const PixelRect& box, float height, float scrolled, Colour) const;
  void scroll(const input::Contact&, const Surroundings&);
  void place_slip_keys(const Surroundings&);
  void place_ties(const Surroundings&);
  void draw_card(Painter&, const Surroundings&) const;
  void draw_veil(Painter&, const Surroundings&) const;
  void draw_beneath(Painter&, const Surroundings&) const;
  void draw_tie(Painter&, const Tie&, const ThreadAt&, const PixelRect&) const;
  void draw_slip(Painter&, const Slip&, const PixelRect&) const;
  void draw_handle(Painter&) const;

  int seat_;
  ReadCard card_;
  Measures measures_;
  Buttons buttons_;
  Buttons slip_keys_;  // scrolled with what they take back
  Buttons tie_keys_;   // and these with what they lead to
  PixelRect panel_, paper_, beneath_box_, actions_box_;
  float beneath_ = 0;   // height of all that is beneath
  float scrolled_ = 0;  // of it, pixels
  float said_scrolled_ = 0;
  input::ContactId scroll_contact_ = -1, said_contact_ = -1;
  PixelPoint scroll_from_, pull_from_, tie_from_;
  input::ContactId pull_contact_ = -1;
};

}  // namespace greenline::ui
