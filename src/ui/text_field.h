// What somebody is writing, with a caret: edits go in, never altered on their way.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/text.h"

namespace greenline::ui {

struct TextField {
  std::string text;       // UTF-8, as it was typed
  std::size_t caret = 0;  // byte offset, on a grapheme boundary
  std::size_t max_bytes = 2000;
  bool single_line = false;

  // In place of all that is there, as much as it holds of it in whole graphemes, the caret behind it.
  void fill(std::string_view);
  // At the caret. Where it went in, or nothing when the field is full.
  std::optional<std::size_t> insert(std::string_view);
  // Takes `old` away again at that place and puts `text_instead` there; nothing happens when something else stands there by
  // now.
  bool replace(std::size_t at, std::string_view old, std::string_view text_instead);
  void erase_before();  // one grapheme
  void erase_after();
  void home();  // of the line
  void end();
  [[nodiscard]] bool blank() const;        // nothing but white space
  [[nodiscard]] std::string said() const;  // without white space at the ends, NFC
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

// Puts the caret where it was touched.
void place_caret(TextField&, text::Engine&, const FieldView&, model::PixelPoint);
// One grapheme to the side, as it is seen.
void move_caret(TextField&, text::Engine&, const FieldView&, int direction);

}  // namespace greenline::ui
