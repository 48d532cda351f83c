// Draws a draw list without OpenGL, each visual as its shader does. For machines where the processor draws: there OpenGL spends
// tens of microseconds on a long thin curve, most of them on blocks of pixels that it does not touch, whatever it draws has to
// be copied to where it is shown, and its compiler alone takes as much memory as the rest of the program. Here a curve costs a
// few, and is drawn where it is shown.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "content/palette.h"
#include "render/draw_list.h"
#include "render/gl.h"
#include "render/hand_cards.h"
#include "render/leaf_pictures.h"
#include "render/membranes.h"
#include "render/piece_rows.h"
#include "render/sheet.h"
#include "text/text.h"

namespace greenline::render {

// The colours across a lit line, by distance from its middle.
class Profile {
 public:
  static constexpr int steps_a_pixel = 64;
  Profile() = default;
  Profile(const RibbonInstance&, Rgba8 light);
  [[nodiscard]] bool is_of(const RibbonInstance&, Rgba8 light) const;
  [[nodiscard]] float reach_px() const { return reach_px_; }
  [[nodiscard]] std::span<const std::uint32_t> colours() const { return colours_; }  // the last one is nothing
  [[nodiscard]] const std::optional<PlainLine>& plain() const { return plain_; }     // where no light shines from it

 private:
  float half_core_ = -1, glow_ = 0, strength_ = 0, reach_px_ = 0;
  Rgba8 colour_, light_;
  std::vector<std::uint32_t> colours_;
  std::optional<PlainLine> plain_;
};

class ByHand {
 public:
  void set_palette(const content::Palette&);

  // What it draws from; all of it lives until the last call of a frame.
  struct Sources {
    text::AtlasImage letters, pictures;
    std::span<const Membranes::Field> fields;  // of the membranes, by layer
    PixelMemory backdrop;                      // what haze lies over
  };
  void set_sources(const Sources& sources) { sources_ = sources; }

  // Draws the commands in [from, to) onto what is in `onto` already, within `rect` (whole pixels). What is below is taken from
  // there first, a few rows at a time, unless it is `onto` itself.
  void draw(const DrawList&, std::size_t from, std::size_t to, const PixelMemory& below, const PixelMemory& onto,
            const PixelRect& rect);

  // The same from one of OpenGL's surfaces to another of its size, or within one. That costs a copy each way: it pays for
  // curves and leaves alone, and does nothing else.
  [[nodiscard]] bool pays_on_surfaces(const DrawList&, const Command&) const;
  void lay(const DrawList&, std::size_t from, std::size_t to, const gl::Surface& below, const gl::Surface& onto,
           const PixelRect& rect);

 private:
  static constexpr int band_px = 128;  // rows at once: they stay in the processor's own memory while they are drawn on
  struct Piece {                       // of a curve: a band along a straight line
    std::array<PixelPoint, 4> corners;
    float across_x = 0, across_y = 0, across_0 = 0;  // distance from the line: across_x * x + across_y * y + across_0
    PixelRect box;
    std::uint32_t profile = 0;
  };
  // One thing to draw: an instance of the list, a piece of one of its curves, or all that a command draws.
  enum class Kind : std::uint8_t { piece, leaf, pill, letter, picture, card, command };
  struct Thing {
    Kind kind = Kind::command;
    std::uint32_t index = 0;
  };
  // Puts everything on the bands of rows that it reaches, in order.
  void take(const DrawList&, std::size_t from, std::size_t to, const PixelRect& rect);
  void take_command(const DrawList&, std::uint32_t index);
  void take_curve(const RibbonInstance&, std::uint32_t segments);
  void put(Thing, const PixelRect& reach);
  void draw_on(const DrawList&, std::span<const Thing>, const Sheet&);
  void draw_command(const DrawList&, const Command&, const Sheet&);
  void draw_piece(const Sheet&, const Piece&);
  void draw_leaf(const Sheet&, const LeafInstance&);

  Rgba8 light_;
  float glow_ = 1;
  Sources sources_;
  PixelRect rect_;                         // that is drawn now
  std::vector<std::vector<Thing>> bands_;  // of it, from the top
  std::vector<Piece> pieces_;
  std::vector<Profile> profiles_;
  std::size_t profiles_used_ = 0;
  LeafPictures pictures_;
  HandCards cards_;
  std::vector<std::uint32_t> band_, row_;
  std::array<Across, band_px + PieceRows::slack_rows> rows_;  // of one piece, while it is drawn
};

}  // namespace greenline::render
