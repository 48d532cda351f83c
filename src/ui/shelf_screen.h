// The shelf as a quiet layer over the whole wall: what can be begun with, to be read from a step away and touched with a
// finger. It changes nothing; it says what was touched.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "ui/buttons.h"
#include "ui/own_texture.h"
#include "ui/seats.h"
#include "ui/shelf_page.h"
#include "ui/surroundings.h"
#include "ui/whole_screen.h"

namespace greenline::ui {

// The key of the button that closes it.
inline constexpr const char* shelf_closes = "close";

class ShelfScreen {
 public:
  explicit ShelfScreen(const HostContext& host) : host_(host), layer_(host) {}

  void show(const ShelfPage&, const Setting&);
  // What was touched: the key of a tile or a button. Turning pages it does itself.
  [[nodiscard]] std::optional<std::string> touch(const input::Contact&);
  void forget_touches();
  // Where a tile or a button stands, pixels, by its key; also "on" and "back", which turn pages. Nothing when it is not in
  // sight. For whoever guides a finger there.
  [[nodiscard]] std::optional<PixelRect> place_of(const std::string& key) const;

  // Drawn anew only when something of it changed. `seconds`: since the last call.
  const Drawing& draw(float seconds, GlyphTextures, const Surroundings&);
  [[nodiscard]] bool stale() const { return layer_.stale(); }
  void draw_again() { layer_.draw_again(); }

 private:
  // Buttons' numbers: tiles from 0, then those of the sheet, then these.
  static constexpr int first_of_sheet = 1000, closes = 2000, turns_back = 2001, turns_on = 2002;

  void lay_out();
  void lay_out_grid(const PixelRect& ground);
  void lay_out_sheet(const PixelRect& ground);
  void lay_out_foot(PixelRect foot);
  void fill(Painter&, const Surroundings&) const;
  void draw_tile(Painter&, const ShelfTile&, const PixelRect&, bool pressed) const;
  void draw_sheet(Painter&, const Surroundings&) const;
  // What it shows of itself: its cover, else its canvas; where that stands.
  PixelRect draw_picture(Painter&, const CanvasMap*, const content::SmallPicture* cover, const PixelRect& box) const;
  void keep_covers();
  // Words that fit into a box, from its top, smaller where they must be; how high they are.
  float write(Painter&, const std::string& words, const PixelRect& box, text::Style, Colour) const;

  const HostContext& host_;
  WholeScreen layer_;
  ShelfPage page_;
  Setting setting_;  // as it is for who reads it: on its side a screen is as wide as it is high
  Pose pose_;
  Measures measures_;
  float em_ = 20, gap_ = 20;  // px
  std::size_t first_ = 0, shown_ = 0;
  Buttons tiles_, buttons_;
  std::map<std::shared_ptr<const content::SmallPicture>, std::unique_ptr<OwnTexture>> covers_;  // of what is shown
  PixelRect heading_, said_, sheet_;
  float sheet_words_ = 0;  // where its words end, y
};

}  // namespace greenline::ui
