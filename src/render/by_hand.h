// Draws curves and leaves without OpenGL, as shaders/ribbon.* and shaders/leaf.* do. For a software rasteriser: there a long
// thin curve costs tens of microseconds, most of them spent on blocks of pixels that it does not touch. Here it costs a few.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "content/palette.h"
#include "render/draw_list.h"
#include "render/gl.h"
#include "render/leaf_pictures.h"
#include "render/sheet.h"

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

 private:
  float half_core_ = -1, glow_ = 0, strength_ = 0, reach_px_ = 0;
  Rgba8 colour_, light_;
  std::vector<std::uint32_t> colours_;
};

// The beginning of a list of commands, as far as it is of curves and leaves only.
class ByHand {
 public:
  void set_light(content::Colour);  // of the palette: "thread.light"

  [[nodiscard]] bool can_draw(const DrawList&, const Command&) const;
  // Draws the commands in [from, to), which it can draw, over what `below` shows within `rect` (whole pixels), and puts that
  // into `onto`: the same surface, or one of the same size.
  void lay(const DrawList&, std::size_t from, std::size_t to, const gl::Surface& below, const gl::Surface& onto,
           const PixelRect& rect);

 private:
  struct Piece {  // of a curve: a band along a straight line
    PixelPoint corners[4];
    float across_x = 0, across_y = 0, across_0 = 0;  // distance from the line: across_x * x + across_y * y + across_0
    PixelRect box;
    std::uint32_t profile = 0;
  };
  struct Run {  // things of one kind that lie on all before
    bool leaves = false;
    std::size_t from = 0, to = 0;
  };
  void take(const DrawList&, std::size_t from, std::size_t to);
  void take_curve(const RibbonInstance&, std::uint32_t segments);
  void draw_on(Sheet&);
  void draw_piece(Sheet&, const Piece&);
  void draw_leaf(Sheet&, const LeafInstance&);

  Rgba8 light_;
  std::vector<Run> runs_;
  std::vector<Piece> pieces_;
  std::vector<LeafInstance> leaves_;
  std::vector<Profile> profiles_;
  std::size_t profiles_used_ = 0;
  LeafPictures pictures_;
  Sheet sheet_;
};

}  // namespace greenline::render
