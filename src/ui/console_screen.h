// A host's console over a whole window: what runs, what comes next, and large keys for one thumb. The wall is seen small
// through a hole in it. It changes nothing; it says what was touched.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/buttons.h"
#include "ui/console_page.h"
#include "ui/own_texture.h"
#include "ui/seats.h"
#include "ui/surroundings.h"
#include "ui/whole_screen.h"

namespace greenline::ui {

class ConsoleScreen {
 public:
  explicit ConsoleScreen(const HostContext& host) : host_(host), layer_(host) {}

  void show(const ConsolePage&, const Setting&);
  // Where the wall is seen, pixels of the window.
  [[nodiscard]] PixelRect glass() const { return glass_; }
  // Where the picture of that glass of the page's has its place, pixels; nothing: it has none. With the page's glasses the wall
  // is not seen.
  [[nodiscard]] std::optional<PixelRect> place_of_glass(const std::string& role) const;
  void show_glass(const std::string& role, content::SmallPicture);  // from the next draw on
  // What is marked on the small wall, pixels of the window; nothing: nothing is.
  void mark(const std::optional<PixelRect>&);
  // The key of what was touched and may be done. A finger that rests on a key is told what that does instead, as a mouse's
  // arrow is that rests there; it does nothing then.
  [[nodiscard]] std::optional<std::string> touch(const input::Contact&, double now_s = 0);
  // Where a mouse's arrow is, with no button down.
  void hover(PixelPoint, double now_s);
  // Once a round. When somebody will have rested long enough to be told something; far away where nobody rests.
  [[nodiscard]] double pass(double now_s);
  // What is told of a key now: its sentence; empty: nothing is.
  [[nodiscard]] std::string told() const;
  // Where a key stands, pixels. For whoever guides a finger there.
  [[nodiscard]] std::optional<PixelRect> place_of(const std::string& key) const;

  // Drawn anew only when something of it changed. `seconds`: since the last call.
  const Drawing& draw(float seconds, GlyphTextures, const Surroundings&);
  [[nodiscard]] bool stale() const { return layer_.stale(); }
  void draw_again() { layer_.draw_again(); }

 private:
  void lay_out();
  [[nodiscard]] float least_keys_height() const;
  void lay_out_keys(PixelRect ground);
  void fill(Painter&) const;
  void fill_around_glass(Painter&) const;
  void fill_mark(Painter&) const;
  void fill_told(Painter&) const;  // what runs, and what comes
  void fill_card(Painter&) const;
  void fill_lines(Painter&) const;
  static void fill_sign(Painter&, ConsoleLine::Sign, PixelPoint at, float em);
  void fill_tip(Painter&) const;
  [[nodiscard]] const Button* key_at(PixelPoint) const;
  void rest_on(std::optional<int> key, double now_s);
  void fill_asked(Painter&) const;  // what the room is asked, and what the host is told
  // Words that fit into a box, from its top, smaller where they must be; how high they are.
  float write(Painter&, const std::string& words, const PixelRect& box, text::Style, Colour) const;

  void lay_out_glasses(PixelRect ground);
  void fill_glasses(Painter&) const;

  const HostContext& host_;
  WholeScreen layer_;
  ConsolePage page_;
  Setting setting_;
  Measures measures_;
  float em_ = 20, gap_ = 20;   // px
  Buttons buttons_;            // by their place in the page's keys
  std::vector<Button> quiet_;  // those that are not possible
  PixelRect glass_, told_, asked_, lines_;
  std::vector<PixelRect> glasses_;  // of the page's, each its picture's
  std::map<std::string, content::SmallPicture> arrived_;
  std::map<std::string, std::unique_ptr<OwnTexture>> pictures_;  // by role
  // Somebody rests on a key, by its place in the page's: since when; and whether what it does is told.
  struct Rest {
    int key = 0;
    double since_s = 0;
    bool told = false;
  };
  std::optional<Rest> rest_;
  std::optional<input::ContactId> resting_;  // a finger; nothing: a mouse's arrow
  std::optional<PixelRect> marked_;
};

}  // namespace greenline::ui
