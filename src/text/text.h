// Text in any script: Pango itemises, shapes and breaks lines; FreeType rasterises each glyph once into one atlas, each picture
// into another.
//
// Everything people read on the canvas goes through here. A block is laid out once and kept; asking again for the same words,
// style, size and width is a look-up. Loop thread only. All lengths are pixels, y down.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/space.h"

namespace greenline::text {

enum class Face : std::uint8_t {
  words,  // Andika: people's words, help, keys
  words_bold,
  names,          // Gentium Book Plus bold: regions' names
  prompt,         // Gentium Book Plus: prompts
  prompt_italic,  // Gentium Book Plus italic: second language, gatherings' names
};
enum class Align : std::uint8_t { left, centre, right };  // left means the side where the script begins

struct Style {
  Face face = Face::words;
  float size_px = 20;  // the em
  float width_px = 0;  // lines are broken to this; 0: only where the words have line ends
  Align align = Align::left;
  // Lines are as long as each other, as far as words let them: as many as without it and none further apart, but no lone short
  // word in the last. Lines that are cut are filled instead. For what has been said (cards, slips, names of threads and
  // gatherings), not for what somebody is writing: there each letter would move words of all lines; nor for running text.
  bool balanced = false;
  int max_lines = 0;           // there are no more; 0: as many as it takes
  bool ellipsis = true;        // says so where lines are left out
  float line_spacing = 1.25F;  // of the em; lines of a tall script stand further apart where they would touch
  std::string language;        // BCP 47; picks glyph forms and fonts. May be empty
  float detail = 1;            // texels drawn for a pixel: what is seen enlarged is drawn as large as it is seen
  friend bool operator==(const Style&, const Style&) = default;
};

// A glyph to draw: a rectangle relative to the block's top left, and where it lies in the atlas, both in texels, of which
// `Block::detail` make a pixel. Its corners are whole (the part of a texel is in the coverage), so a block drawn upright at a
// whole pixel, a texel a pixel, is sharp. The texel beyond each edge is empty: a turned glyph may be drawn one texel larger all
// round to soften its edges.
struct Glyph {
  float x = 0, y = 0;  // top left
  std::uint16_t u = 0, v = 0, w = 0, h = 0;
  bool picture = false;  // it lies in the atlas of pictures and has colours of its own
};

struct Galley;  // words set in lines, at no detail yet

// Lines stand within [0, width]: those shorter than the widest are centred or shifted inside it. Where the block itself goes is
// the caller's: centre it by width and height (the middle of small letters is the middle of a line). Accents on capitals may
// stand over the top edge by up to a fifth of an em, so that labels with and without them sit alike.
struct Block {
  std::vector<Glyph> glyphs;
  float width = 0, height = 0;  // of the lines' logical rectangles: the widest line, not width_px
  bool right_to_left = false;   // of the first line: a block aligned `left` belongs at its column's right side
  int lines = 0;
  bool cut = false;                      // did not fit in max_lines
  int missing = 0;                       // characters no font has: a dotted circle stands for each
  float detail = 1;                      // texels of its glyphs to a pixel
  std::uint32_t atlas_generation = 0;    // glyphs are good while the atlas's generation is this
  std::shared_ptr<const Galley> galley;  // what it was drawn from: the engine's own
};

// The engine corrects the blocks that somebody holds when glyphs move in the atlas: what is copied out of one is good until the
// next layout.
using BlockPtr = std::shared_ptr<const Block>;

// A part of some words: byte offsets, on grapheme boundaries.
struct Range {
  std::size_t from = 0, to = 0;  // `to` is not in it
  [[nodiscard]] bool empty() const { return from >= to; }
  friend bool operator==(const Range&, const Range&) = default;
};

// Where the caret stands in a block: x, top and bottom, in pixels.
struct Caret {
  float x = 0, top = 0, bottom = 0;
};

struct AtlasImage {
  int width = 0, height = 0;  // texels
  // Rows top down, without gaps; lives until the next layout. A texel of letters is a byte, their coverage; one of pictures is
  // four, red, green, blue and alpha, which the colours are not multiplied with.
  std::span<const std::uint8_t> texels;
  std::uint32_t generation = 0;  // changes when glyphs move, in either atlas
  std::uint32_t era = 0;         // changes when all glyphs were dropped: every block must be laid out again
};

// What somebody sets words for. To see how much room they take, no glyph need be drawn: blocks have none.
enum class Purpose : std::uint8_t { to_draw, to_measure };

class Engine {
 public:
  // On a machine without any font (families.h: any_font) every block is empty.
  explicit Engine(Purpose = Purpose::to_draw);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  // What is written in place of a picture (emoji) that no font here has: a word or two, in this language (BCP 47, may be
  // empty). Called while words are laid out; until it is told, an ellipsis. Blocks that were laid out before stay as they are.
  using PictureWords = std::function<std::string(char32_t picture, std::string_view language)>;
  void tell_pictures_by(PictureWords);

  // The block for these words, laid out now or found. Never null. Good to draw while its generation is the atlas's.
  // A size outside 1 to 1,000 px gives an empty block; detail goes no further than glyphs of 1,000 texels. Lines break alike
  // at every detail. About 0.1 ms for a new note, less than a microsecond for a known one. Known are the blocks that somebody
  // holds and the last thousands that were asked for: each letter that somebody types makes a new one.
  [[nodiscard]] BlockPtr layout(std::string_view words, const Style&);

  // The same block drawn at another detail, or itself where that is its own: nothing is laid out, glyphs that were never drawn
  // that large are (17 µs each). Null for null.
  [[nodiscard]] BlockPtr in_detail(const BlockPtr&, float detail);

  // The largest of `sizes_px` (descending) at which the words fit into width by max_height; the last when none does.
  // Words are never broken inside unless a single one is wider than the line at the smallest size.
  struct Fitted {
    BlockPtr block;
    float size_px = 0;
    bool fits = false;
  };
  Fitted fit(std::string_view words, Style style, float max_height, std::span<const float> sizes_px);

  // How the words fall into lines of `width_px`, whatever the size and balanced or not: lengths are in ems. Nothing is drawn.
  struct Fall {
    int lines = 0;        // as many as it takes
    float pitch_ems = 0;  // from line to line; more than the style asks for where a tall script needs it
  };
  [[nodiscard]] Fall fall(std::string_view words, const Style&);

  // Caret positions are byte offsets into the words, on grapheme boundaries; pixels are in the block that layout() gives for
  // the same style without max_lines.
  [[nodiscard]] Caret caret(std::string_view words, const Style&, std::size_t byte_offset);
  [[nodiscard]] std::size_t offset_at(std::string_view words, const Style&, model::PixelPoint at);
  // One grapheme on, in visual order: direction -1 or +1. At an end it stays.
  [[nodiscard]] std::size_t move_caret(std::string_view words, const Style&, std::size_t byte_offset, int direction);

  // What lies behind a part of the words, line by line, from left to right, each as tall as a caret: several rectangles in a
  // line where directions mix. A line's end that is in it shows as a narrow one.
  [[nodiscard]] std::vector<model::PixelRect> rects_of(std::string_view words, const Style&, const Range&);
  // The line, as it fell, that a caret there stands in: from its beginning to the last place for a caret in it.
  [[nodiscard]] Range line_around(std::string_view words, const Style&, std::size_t byte_offset);

  [[nodiscard]] AtlasImage atlas() const;     // of letters, which take the colour of whoever writes
  [[nodiscard]] AtlasImage pictures() const;  // of pictures (emoji) in colours
  // What changed in the atlas since the last call, in texels; empty when nothing did. The renderer uploads it.
  [[nodiscard]] model::PixelRect take_dirty();
  [[nodiscard]] model::PixelRect take_dirty_pictures();
  struct Figures {
    std::size_t blocks = 0, glyphs = 0, atlas_bytes = 0;
    std::uint64_t layouts = 0;   // laid out since the start: none a frame when nothing is new
    std::uint64_t drawn = 0;     // glyphs drawn since the start
    std::uint64_t packings = 0;  // how often glyphs that nobody shows were dropped and the rest packed anew
  };
  [[nodiscard]] Figures figures() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// The word touched there (ICU, UAX 29); the one that ends there; nothing between words.
[[nodiscard]] Range word_around(std::string_view words, std::size_t byte_offset);
// Up to where a delete key takes away what is before: a whole letter with its marks, of scripts whose letters are built up from
// signs only the last of these (Pango's rule).
[[nodiscard]] std::size_t backspaced_to(std::string_view words, std::size_t byte_offset);
// The start of the grapheme before `byte_offset` (ICU, UAX 29).
[[nodiscard]] std::size_t previous_grapheme(std::string_view words, std::size_t byte_offset);
[[nodiscard]] std::size_t next_grapheme(std::string_view words, std::size_t byte_offset);
// Unicode NFC; invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string normalised(std::string_view words);

}  // namespace greenline::text
