// Puts shapes, icons and glyphs into a draw list: rounded panels, pebbles, soft shadows, ink, words from text::Engine.
//
// Shapes go in at once; glyphs wait until `finish_layer`, because they come from another texture and each change of texture is
// a draw call. So a layer is shapes, then the words on them.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "content/palette.h"
#include "model/values.h"
#include "text/text.h"
#include "ui/glyph_textures.h"

struct ImDrawList;
struct ImTextureData;

namespace greenline::ui {

using content::Colour;
using model::PixelPoint;
using model::PixelRect;

[[nodiscard]] inline Colour faded(Colour colour, float by) {
  colour.a *= by;
  return colour;
}
[[nodiscard]] Colour mixed(Colour a, Colour b, float of_b);

[[nodiscard]] inline PixelRect shrunk(const PixelRect& rect, float by) { return rect.grown(-by); }
[[nodiscard]] inline PixelRect moved(PixelRect rect, PixelPoint by) {
  return {rect.x0 + by.x, rect.y0 + by.y, rect.x1 + by.x, rect.y1 + by.y};
}

enum class Icon : std::uint8_t {
  none,
  erase,
  shift,
  shift_locked,
  space,
  enter,
  close,
  undo,
  afresh,
  draw,
  write,
  thread,
  nourish,
  take_back,
  let_go,
  mark,
  veil,
  light
};

// Words in a box in at most `style.max_lines`, as large as they may be, stepping down until they fit.
struct LabelFit {
  text::BlockPtr block;
  float size_px = 0;
  bool whole = true;  // all of them, no word broken
};
[[nodiscard]] LabelFit fit_label(text::Engine&, std::string_view words, const PixelRect& box, text::Style);

class Painter {
 public:
  // All must outlive the painter.
  Painter(ImDrawList&, text::Engine&, const content::Palette&, GlyphTextures);
  ~Painter() { finish_layer(); }
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  [[nodiscard]] Colour role(std::string_view name) const { return palette_[name]; }
  [[nodiscard]] text::Engine& engine() { return engine_; }

  void fill(const PixelRect&, float corner, Colour);
  void edge(const PixelRect&, float corner, Colour, float width);  // the line lies inside the rectangle
  void shadow(const PixelRect&, float corner, float spread, Colour);
  void pebble(const PixelRect&, Colour);  // the cards' paper
  void pebble_shadow(const PixelRect&, float spread, Colour);
  void disc(PixelPoint centre, float radius, Colour);
  void fill_shape(std::span<const PixelPoint> edge, Colour);  // any shape whose edge does not cross itself
  void line(std::span<const PixelPoint>, Colour, float width, bool closed = false);
  void ink(const model::Stroke&, const PixelRect& pad, Colour);
  // All of a texture (own_texture.h). Its corners are round.
  void picture(ImTextureData&, const PixelRect&, float corner);
  void icon(Icon, PixelPoint centre, float size, Colour);

  void words(text::BlockPtr, PixelPoint top_left, Colour);
  // In a box, at its side or in its middle as `align` says, in at most `max_lines`, stepping down in size until they fit.
  void label(std::string_view words, const PixelRect& box, const text::Style&, Colour);

  // From the top of a box, at the side where their script begins, stepping down by these parts of the style's size until they
  // fit; how high they are.
  float from_top(std::string_view words, const PixelRect& box, text::Style, std::span<const float> steps, Colour);

  void clip(const PixelRect&);  // finishes the layer; ended by `unclip`
  void unclip();
  void finish_layer();

 private:
  struct Written {
    text::BlockPtr block;
    PixelPoint at;
    Colour colour;
  };
  ImDrawList& list_;
  text::Engine& engine_;
  const content::Palette& palette_;
  void add_glyphs(bool pictures);  // of what is written: those of one atlas

  GlyphTextures glyphs_;
  std::vector<Written> written_;
};

}  // namespace greenline::ui
