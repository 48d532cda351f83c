// Words fallen into lines: Pango itemises, shapes and breaks them at the reference em; the last few results are kept, since
// fitting, drawing and the caret ask for the same words in a row.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/dictionary_breaks.h"
#include "text/fonts.h"
#include "text/untold.h"

namespace greenline::text {

inline constexpr int kUnbroken = -1;

// Everything that decides how words fall into lines.
struct Setting {
  Face face = Face::words;
  int width = kUnbroken;  // Pango units at the reference em
  std::string language;
  bool one_line = false;       // the end gives way to an ellipsis
  bool right_to_left = false;  // with one_line: the direction, which a part of a paragraph cannot tell by itself
  bool balanced = false;       // lines as long as each other; else each is filled
  friend bool operator==(const Setting&, const Setting&) = default;
};
[[nodiscard]] Setting setting_of(const Style&);

struct Line {
  PangoLayoutLine* line = nullptr;      // the layout's
  int start = 0, end = 0;               // bytes of the words; the line's end is not in it
  int offset = 0;                       // where Pango itself puts the line's left edge
  int width = 0;                        // logical
  int ink_ascent = 0, ink_descent = 0;  // of the ink, from the baseline, both outward
  bool right_to_left = false;
  bool runs_on = false;      // broken to fit: the next line goes on with the same paragraph
  bool breaks_word = false;  // broken inside a word
};

// What stands for a character that no font has: a dotted circle in the face's own font.
struct Placeholder {
  FontPtr font;
  std::uint32_t glyph = 0;  // 0: there is none
  double width = 0;         // Pango units at the reference em
};

// Good until kKept other words have been composed. Lengths in Pango units at the reference em.
struct Composed {
  std::string words;  // as asked
  Setting setting;
  ContextPtr context;
  LayoutPtr layout;
  std::vector<LayoutPtr> told;  // pictures that no font has, in words: the lines that told_in gives
  std::vector<int> breaks;      // offsets in the words where a break was put in for Pango
  std::vector<Line> lines;      // never empty once it is composed
  int widest = 0;
  std::uint64_t asked = 0;

  [[nodiscard]] bool is(std::string_view asked_words, const Setting& asked_setting) const {
    return !lines.empty() && words == asked_words && setting == asked_setting;
  }
  // Pango's index for a byte offset in the words, and back.
  [[nodiscard]] int index_of(std::size_t offset) const { return with_breaks(static_cast<int>(offset), breaks); }
  [[nodiscard]] std::size_t offset_of(int index) const { return static_cast<std::size_t>(without_breaks(index, breaks)); }
};

class Typesetter {
 public:
  explicit Typesetter(const Fonts& fonts) : fonts_(&fonts) {}  // must outlive this

  void tell_pictures_by(Engine::PictureWords words) { picture_words_ = std::move(words); }

  [[nodiscard]] const Composed& compose(std::string_view words, const Setting&);
  // The same words in as many lines, balanced (balance.h); the same lines where no others are better.
  [[nodiscard]] const Composed& balance(const Composed& filled);
  // Line `index` of `whole` with everything after it, cut to one line by an ellipsis.
  [[nodiscard]] const Composed& cut_at(const Composed& whole, std::size_t index);
  [[nodiscard]] FaceMeasure measure(Face);
  [[nodiscard]] const Placeholder& placeholder(Face);
  [[nodiscard]] std::uint64_t composed() const { return composed_; }  // laid out since the start

 private:
  static constexpr std::size_t kKept = 12;  // six seats' words, and as many for what else a frame asks
  // The one that is known, else the one that was asked for least lately.
  [[nodiscard]] Composed& find(std::string_view words, const Setting&);
  // `starts`: of lines that are to be balanced.
  void set(Composed&, std::string_view words, const Setting&, std::span<const int> starts = {});
  void tell_pictures(Composed&);
  [[nodiscard]] std::uint32_t flag_of_nowhere();

  const Fonts* fonts_;
  std::array<Composed, kKept> kept_;
  std::array<std::optional<FaceMeasure>, 5> measures_;
  std::array<Placeholder, 5> placeholders_;
  std::uint64_t asked_ = 0, composed_ = 0;
  Engine::PictureWords picture_words_;
  std::optional<std::uint32_t> flag_of_nowhere_;
};

}  // namespace greenline::text
