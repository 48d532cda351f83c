// What stands on the wall this instant, ready to draw: plain values in pixels, y down. The scene writes them, the renderer
// reads them. Colours are roles of the palette.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/canvas.h"
#include "geometry/area.h"
#include "model/id.h"
#include "model/space.h"
#include "model/values.h"
#include "text/text.h"

namespace greenline::scene {

using model::PixelPoint;
using model::PixelRect;

struct TextView {
  text::BlockPtr block;
  PixelPoint at;        // the block's top left
  std::string role;     // "text", "quiet_text", "line", a region's colour
  bool turned = false;  // by half, about its middle: for who sits opposite
  [[nodiscard]] PixelRect rect() const {
    return block ? PixelRect{at.x, at.y, at.x + block->width, at.y + block->height} : PixelRect{};
  }
};

struct RegionView {
  std::string id;
  std::string colour;                        // role
  geometry::Area area;                       // canvas units
  model::PixelFromCanvas pixel_from_canvas;  // where the area lies
  bool permeable = false, lit = false, is_protected = false;
  std::uint32_t seed = 0;  // of its uneven edge
  TextView name, help;
  TextView second_name, second_help;  // in the second language; no block where there is none, or where it says the same
  PixelRect label_zone;               // no card stands here
  float presence = 1;                 // of its light: less while it is shut, or waits and another region is near
  // Once more for who sits opposite, at the far side of the region; only round a table.
  TextView turned_name, turned_second_name;
  PixelRect turned_zone;  // nor here
  [[nodiscard]] bool contains(PixelPoint p) const {
    const model::CanvasPoint on = pixel_from_canvas.inverse(p);
    return area.contains({on.x, on.y});
  }
  [[nodiscard]] PixelRect bounds() const {
    const geometry::Box& box = area.bounds();
    const PixelPoint upper = pixel_from_canvas({box.x0, box.y1}), lower = pixel_from_canvas({box.x1, box.y0});
    return {upper.x, upper.y, lower.x, lower.y};
  }
  [[nodiscard]] PixelPoint centre() const { return bounds().centre(); }
  // What is drawn round its name, in all languages: a touch there brings it near.
  [[nodiscard]] PixelRect handle() const {
    const PixelRect names = joined(name.rect(), second_name.rect());
    const float side = 0.22F * name.rect().height(), off = 0.03F * name.rect().height();
    return names.empty() ? names : PixelRect{names.x0 - side, names.y0 + off, names.x1 + side, names.y1 - off};
  }
};

struct LineView {
  float y = 0;
  TextView above, below;
  TextView second_above, second_below;  // in the second language, on the same side of the line
  float capital_px = 0;                 // height of its smallest capital letter; 0: it says nothing
  bool crowded = false;                 // nowhere was free for it
  float presence = 1;                   // of its light: none while a region is near and stands over it
};

// The phase's question. Never a card: serif, on the ground itself.
struct PromptView {
  TextView mode;                // "on your own, quietly"
  std::vector<TextView> lines;  // the prompt; then, in the second language, the mode and the prompt
  // Round a table all of it once more, turned by half, for who sits opposite.
  std::vector<TextView> turned;
  // The second is empty but where the second language, or the mode, stands apart, or all of it stands turned.
  PixelRect zone, second_zone;
  float capital_px = 0;  // height of its smallest capital letter
  float times = 1;       // how many times as high as the room for it it would be; 1: it fits
  bool cut = false;      // its end is left off, so that it stays on the screen
};

// Words of the pack that have no room on this screen, at any size that can be read.
struct Crowded {
  enum class What : std::uint8_t { prompt, name /* and help of a region */, line };
  What what = What::prompt;
  std::string region;  // of a name
  float times = 1;     // how many times as much room they need as there is; 1 of the line: nobody knows
  bool cut = false;    // they would not even be on the screen: their end is left off
};

struct Backdrop {
  float width = 0, height = 0;                            // of the wall
  float glass_width = 0, glass_height = 0;                // of the framebuffer, if that is another; 0: the same
  std::shared_ptr<const content::CanvasPicture> picture;  // under all else; null: none
  PixelRect picture_rect;                                 // where all of it lies
  bool picture_is_quiet = true;                           // words are to be read over it
  std::vector<RegionView> regions;
  bool has_line = false;
  LineView line;
  std::vector<std::array<PixelPoint, 2>> faint_lines;
  PromptView prompt;
  std::vector<Crowded> crowded;  // empty: all that is written has its place
  float unit_px = 1;             // pixels a canvas unit: strokes and glows scale with it
  // Height of the smallest capital letter among names, prompts and the line's words, pixels: what the room must read.
  float room_capital_px = 0;
  // The first changes when anything above does, but for the second, which changes when only the drawing of its words does.
  std::uint64_t generation = 0, words_generation = 0;
  // All of the framebuffer. Only without a camera it is the wall's own pixels.
  [[nodiscard]] PixelRect glass() const {
    return {0, 0, glass_width > 0 ? glass_width : width, glass_height > 0 ? glass_height : height};
  }
};

enum class Motion : std::uint8_t { resting, moving, held };

struct CardView {
  model::CardId id;
  bool alive = false;  // a slot whose card went away is reused later
  Motion motion = Motion::resting;
  PixelPoint centre;
  float half_width = 0, half_height = 0;
  float turn = 0;   // radians, up to 1.1 degrees
  float scale = 1;  // of everything: landing, rising
  float opacity = 1;
  float kept = 1;                                                             // 0: still being written down; 1: kept
  float warm = 0;                                                             // a brief warm edge when it is kept, 0..1
  bool leaf = false;                                                          // too small for words: something is there
  bool veiled = false, lit = false, marked = false, resting_forever = false;  // let go
  std::uint8_t nourished = 0;                       // how many slips show at its edge, 0..3: not a count
  float slip_begun = 0;                             // of one more that somebody is writing: how much of it is seen, 0..1
  text::BlockPtr words;                             // null when leaf or veiled or only ink
  PixelPoint words_at;                              // relative to the centre, before turning
  const std::vector<model::Stroke>* ink = nullptr;  // lives in the convening; in the card's own frame
  PixelRect ink_box;                                // relative to the centre
  // All that its drawing may touch: shadow, warm edge, slips; words and ink that were set when it was larger, until they are
  // set anew.
  [[nodiscard]] PixelRect reach() const {
    const float pad = 0.18F * half_height * scale + 6;
    float wide = half_width, high = half_height * 1.35F;
    if (words) {
      wide = std::max({wide, -words_at.x, words_at.x + words->width});
      high = std::max({high, -words_at.y, words_at.y + words->height});
    }
    if (ink != nullptr) {
      wide = std::max({wide, -ink_box.x0, ink_box.x1});
      high = std::max({high, -ink_box.y0, ink_box.y1});
    }
    return model::rect_around(centre, wide * scale + pad, high * scale + pad);
  }
};

struct ThreadView {
  model::ThreadId id;
  bool alive = false;
  bool moving = false;
  std::array<PixelPoint, 4> curve;  // cubic Bézier
  float width = 2;                  // pixels, of the core
  float glow = 8;                   // pixels, half width of the soft light; 0: none
  float opacity = 1;
  float gap_from = 1, gap_to = 1;  // of the curve's parameter: what passes under words is not drawn
  text::BlockPtr word;             // null: none, or not shown now
  PixelRect pill;                  // behind the word
  std::uint8_t nourished = 0;      // how many slips show beside it, 0..3: not a count
  float slip_begun = 0;            // of one more that somebody is writing: how much of it is seen, 0..1
  PixelRect slip;                  // the first of them; empty: none
};

// Where a thread's slips lie: the first in front, the others peek out under it.
[[nodiscard]] inline PixelRect slip_of(const ThreadView& thread, int behind) {
  const float step = thread.slip.height() * static_cast<float>(behind);
  const PixelRect& first = thread.slip;
  return {first.x0 + 0.2F * step, first.y0 + 0.45F * step, first.x1 + 0.2F * step, first.y1 + 0.45F * step};
}
inline constexpr std::uint8_t most_slips = 3;
// How many are drawn, with the one that is being written.
[[nodiscard]] inline int slips_shown(const ThreadView& thread) {
  return thread.nourished + (thread.slip_begun > 0 && thread.nourished < most_slips ? 1 : 0);
}
// All of them; only where there are any.
[[nodiscard]] inline PixelRect slips_of(const ThreadView& thread) {
  return joined(thread.slip, slip_of(thread, slips_shown(thread) - 1));
}

// What gatherings are told apart by, roles of colours: the first where it stands alone, another beside each neighbour.
inline constexpr std::array<std::string_view, 6> gathering_tints = {"text", "glow.warm",     "pattern",
                                                                    "line", "relationships", "process"};
inline constexpr float text_in_tint = 0.3F;  // so much of the text's colour is mixed in, to stand out on every ground

struct GatheringView {
  model::GatheringId id;
  std::size_t tint = 0;                // of gathering_tints
  std::vector<PixelPoint> dots;        // along its loop
  std::array<PixelPoint, 2> leader{};  // from a name that stands further away to the loop; both alike: none
  float dot_radius = 2;
  TextView name;
  PixelRect pill;
  PixelRect reach;
};

struct RaisedCard {  // a leaf near a finger, at reading size
  CardView view;
};

// People who stand here, as haze: it thickens, it is not counted.
struct HazeView {
  PixelPoint centre;
  float radius = 0;
  float strength = 0;
};

struct PulledThread {  // being drawn by a hand
  PixelPoint from, to;
};

}  // namespace greenline::scene
