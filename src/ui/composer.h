// The inside of a seat where somebody makes something: a card, a nourishment, the word of a thread, the name of a gathering.
//
// From the top: whose place it is and its question, the paper with what is written or drawn, then keys or the ink pad, then
// two large keys: the other way of saying it, and "place it".
#pragma once
#include <deque>
#include <optional>

#include "ui/buttons.h"
#include "ui/field_hand.h"
#include "ui/ink_pad.h"
#include "ui/keys.h"
#include "ui/offered.h"
#include "ui/surroundings.h"
#include "ui/text_field.h"

namespace greenline::ui {

class Composer {
 public:
  Composer(int seat, Purpose, const Surroundings&);

  // Height it wishes for at this size, pixels; its width is `measures.width()`.
  [[nodiscard]] float wished_height(const Measures&, const Surroundings&) const;
  void lay_out(const PixelRect& panel, const Measures&, const Surroundings&);

  void touch(const input::Contact&, double now_s, const Surroundings&, Answers&);
  void type(char32_t, const Surroundings&, Answers&);
  void press(Seats::Key, bool selecting, const Surroundings&, Answers&);
  void go_on_with(const ComposeCard&, const Surroundings&);
  void face(Side foot) { foot_ = foot; }  // before it is laid out: which way its person looks at the wall
  // Time goes by: holding, repeating. True while it waits for more of it.
  bool pass(double now_s, const Surroundings&, Answers&);
  // `caret`: its strength, 0..1.
  void draw(Painter&, float caret, const Surroundings&) const;
  [[nodiscard]] float keys_top() const { return actions_box_.y0; }  // explanations stand above it
  [[nodiscard]] std::optional<PixelRect> control(std::string_view name) const;
  [[nodiscard]] std::optional<PixelRect> at_keys() const { return buttons_.rect_at_keys(); }
  [[nodiscard]] const std::vector<Button>& plates() const { return buttons_.all; }  // its keys that say what they do
  [[nodiscard]] bool holds_something() const;                                       // that would be lost
  [[nodiscard]] Draft draft() const;                                                // all but where it stands
  // What was begun before goes on here, within the limits of model/values.h: its caret at the end. Before it is laid out.
  void resume(const Draft&, const Surroundings&);
  [[nodiscard]] std::uint64_t edits() const { return edits_; }  // goes up whenever a key of its keyboard acts
  [[nodiscard]] bool shows_caret() const { return !drawing_; }
  // In the language of whoever sits here, as their keyboard tells it; else in the wall's.
  [[nodiscard]] std::string_view say(std::string_view key, const Surroundings&) const;

 private:
  enum Id : int {
    leave,
    place,
    other_way,
    undo,
    afresh,
    no_word,
    take_back,
    first_kind = 100,
    first_offered = 200,
    first_tab = 300
  };

  struct Parts {  // heights of what the panel holds, top down, pixels
    float title = 0, prompt = 0, chips = 0, field = 0, tabs = 0, keys = 0, actions = 0;
    float below_field = 0;  // down to the keys: the tabs, or space
  };
  [[nodiscard]] Parts parts(const Measures&, const Surroundings&) const;
  // The same for each language that this person may change to, so that nothing below the prompt moves when they do.
  [[nodiscard]] float tallest_head(const Measures&, const Surroundings&) const;
  [[nodiscard]] std::size_t kinds_in_a_row(const Measures&, const Surroundings&) const;
  [[nodiscard]] float chips_height(const Measures&, const Surroundings&) const;
  [[nodiscard]] float keys_height(const Measures&, const Surroundings&) const;
  [[nodiscard]] std::string title(const Surroundings&) const;
  [[nodiscard]] std::string prompt(const Surroundings& s) const { return prompt_in(language_, s); }
  [[nodiscard]] std::string prompt_in(std::string_view language, const Surroundings&) const;
  [[nodiscard]] std::string title_role() const;       // of lines and pressed keys
  [[nodiscard]] std::string title_name_role() const;  // of the title itself: readable on a panel
  [[nodiscard]] text::Style prompt_style(const Measures&) const;
  [[nodiscard]] bool may_draw() const;
  [[nodiscard]] std::optional<model::Request> taking_back() const;  // what this is about; nothing when that may not be
  [[nodiscard]] const CanvasMap* map() const;                       // null: none is shown
  [[nodiscard]] MapInSeat map_in_seat() const { return {*map(), map_box_, foot_}; }
  [[nodiscard]] float field_height(const Measures&) const;
  [[nodiscard]] const KeyboardLayout& layout(const Surroundings&) const;
  [[nodiscard]] std::optional<std::string> next_language(const Surroundings&) const;
  // Rows of chips for offered words, each with its place in a box of that width. Null text for measuring.
  [[nodiscard]] std::vector<PixelRect> offered_places(std::string_view language, const Measures&, const Surroundings&,
                                                      PixelPoint from) const;
  [[nodiscard]] PixelRect words_box() const;
  [[nodiscard]] PixelRect thumbnail_box() const;
  [[nodiscard]] FieldView field_view(const Surroundings&) const;

  void place_chips(const PixelRect& box, const Surroundings&);
  void place_actions(const Surroundings&);
  void place_paper(const PixelRect& box, const Surroundings&);
  void place_tabs(const PixelRect& box, const Surroundings&);
  void place_keys(const PixelRect& box, const Surroundings&);
  void relay(const Surroundings& s) { lay_out(panel_, measures_, s); }
  void push(int id, const Surroundings&, Answers&);
  void send(const input::Contact&, Answers&);
  void write(std::string_view, Answers&, int writing = 0);
  [[nodiscard]] std::string_view joined(std::string_view with, const Surroundings&) const;  // with the letter before the caret
  void speak(const std::string& language, const Surroundings&);
  void perform(const KeyAction&, const Surroundings&, Answers&);
  void enter(const Surroundings&, Answers&);
  void finish(const Surroundings&, Answers&);
  void finish_word(model::Phrase word, Answers&);
  void switch_way(bool to_drawing, const Surroundings&);
  void draw_head(Painter&, const Surroundings&) const;
  void draw_field(Painter&, float caret, const Surroundings&) const;
  void draw_selection(Painter&, const FieldView&, text::Engine&) const;
  void draw_pad(Painter&, const Surroundings&) const;

  int seat_;
  Purpose purpose_;
  std::string language_;  // of the keyboard and of what is said here
  TextField field_;
  InkPad pad_;
  Keys keys_;
  Buttons buttons_;
  model::NourishKind kind_ = model::NourishKind::question;
  bool drawing_ = false;
  std::uint64_t edits_ = 0;
  FieldHand hand_;
  input::ContactId map_contact_ = -1;  // is on the map
  Side foot_ = Side::below;

  struct Written {  // by a key, so that an alternate can replace it
    int writing = 0;
    std::size_t at = 0;
    std::string text;
  };
  std::deque<Written> written_;  // the last few

  Measures measures_;
  PixelRect panel_, title_box_, prompt_box_, paper_, map_box_, strip_of_words_, actions_box_;
};

}  // namespace greenline::ui
