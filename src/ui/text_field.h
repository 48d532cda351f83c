// What somebody is writing, with a caret and what is selected: edits go in, never altered on their way.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace greenline::ui {

struct TextField {
  std::string text;                        // UTF-8, as it was typed
  std::size_t caret = 0;                   // byte offset, on a grapheme boundary
  std::optional<std::size_t> anchor = {};  // where the selection began whose moving end is the caret; likewise
  std::size_t max_bytes = 2000;
  bool single_line = false;

  // In place of all that is there, as much as it holds of it in whole graphemes, the caret behind it.
  void fill(std::string_view);
  [[nodiscard]] text::Range selected() const;  // empty, at the caret, when nothing is
  // The caret goes there; `selecting` takes what lies between with it, else the selection ends.
  void put_caret(std::size_t at, bool selecting);
  void select(const text::Range&);
  // At the caret, in place of what is selected. Where it went in, or nothing when the field is full.
  std::optional<std::size_t> insert(std::string_view);
  // Takes `old` away again at that place and puts `text_instead` there; nothing happens when something else stands there by
  // now.
  bool replace(std::size_t at, std::string_view old, std::string_view text_instead);
  // What is selected, else what a delete key takes (text::backspaced_to); one grapheme behind the caret.
  void erase_before();
  void erase_after();
  [[nodiscard]] std::string_view character_before() const;  // one code point before the caret, not a grapheme
  [[nodiscard]] bool blank() const;                         // nothing that would be seen
  [[nodiscard]] std::string said() const;                   // without white space at the ends, NFC
};

// How a field stands in its box now: the words at the largest size that fits, scrolled so that the caret is seen.
struct FieldView {
  text::BlockPtr block;
  text::Style style;
  model::PixelPoint origin;  // of the block, pixels
  text::Caret caret;         // in pixels of the screen
};
[[nodiscard]] FieldView view_of(const TextField&, text::Engine&, const model::PixelRect& box, const text::Style&,
                                std::span<const float> sizes_px);

// The place for a caret nearest to a point.
[[nodiscard]] std::size_t offset_at(const TextField&, text::Engine&, const FieldView&, model::PixelPoint);
// One grapheme to the side, as it is seen; to the selection's end on that side when there is one and it is not made larger.
void move_caret(TextField&, text::Engine&, const FieldView&, int direction, bool selecting);
// To where the line that the caret stands in begins as it is read, or ends.
enum class LineEnd : std::uint8_t { first, last };
void move_caret_to(LineEnd, TextField&, text::Engine&, const FieldView&, bool selecting);
// Behind what is selected, pixels of the screen.
[[nodiscard]] std::vector<model::PixelRect> selected_rects(const TextField&, text::Engine&, const FieldView&);
// Where a caret would stand, pixels of the screen.
[[nodiscard]] text::Caret caret_at(const TextField&, text::Engine&, const FieldView&, std::size_t offset);

}  // namespace greenline::ui
