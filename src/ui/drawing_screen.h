// The screen on which people draw the regions of a canvas round places of a picture: what was drawn, with its names, what a
// finger draws now, and a few buttons. It changes nothing; it says which button was touched. The picture itself lies under it
// and is drawn by somebody else.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/buttons.h"
#include "ui/seats.h"
#include "ui/surroundings.h"
#include "ui/whole_screen.h"

namespace greenline::ui {

// What it shows: plain words and points of the screen, pixels.
struct DrawingPage {
  struct Region {
    std::vector<PixelPoint> edge;  // closed
    PixelRect words;               // where its name stands, in the middle
    std::string colour;            // a role
    std::string name;
    bool named = true;  // else `name` says that it has none
    friend bool operator==(const Region&, const Region&) = default;
  };
  struct Question {
    std::string asks, more, stay, leave_it;
    friend bool operator==(const Question&, const Question&) = default;
  };
  std::string head, done, undo, leave;
  bool may_undo = false, may_finish = false;
  std::vector<Region> regions;                       // the outer of two first
  std::vector<std::vector<PixelPoint>> being_drawn;  // by fingers that are down
  std::vector<std::vector<PixelPoint>> refused;      // for a moment: what was no region
  std::optional<Question> question;                  // over all of it, which waits meanwhile
  friend bool operator==(const DrawingPage&, const DrawingPage&) = default;
};

class DrawingScreen {
 public:
  enum class Did : std::uint8_t { done, undo, leave, stay, leave_it };

  explicit DrawingScreen(const HostContext& host) : layer_(host) {}

  // `reach_px`: above the screen's lower edge, as high as hands come.
  void set(const Setting&, float wide_by_high, float reach_px);
  // Where the picture stands, as large as there is room for between words and buttons.
  [[nodiscard]] const PixelRect& picture() const { return picture_; }
  [[nodiscard]] const PixelRect& head() const { return head_; }
  void show(DrawingPage);
  [[nodiscard]] const DrawingPage& page() const { return page_; }  // that is shown

  // Whether the contact is a button's; what it did, if it did something.
  struct Touch {
    bool taken = false;
    std::optional<Did> did = {};
  };
  [[nodiscard]] Touch touch(const input::Contact&);
  // Where a button stands, pixels; nothing while it is not there. For whoever guides a finger there.
  [[nodiscard]] std::optional<PixelRect> place_of(Did) const;

  // Drawn anew only when something of it changed. `seconds`: since the last call.
  const Drawing& draw(float seconds, GlyphTextures, const Surroundings&);
  [[nodiscard]] const Drawing& drawn() const { return layer_.drawn(); }  // the last time
  void draw_again() { layer_.draw_again(); }
  [[nodiscard]] bool stale() const { return layer_.stale(); }

 private:
  void lay_out();
  void lay_out_question();
  void fill(Painter&) const;
  void draw_region(Painter&, const DrawingPage::Region&) const;
  void draw_name(Painter&, const DrawingPage::Region&) const;
  void draw_question(Painter&) const;

  WholeScreen layer_;
  Setting setting_;
  float wide_by_high_ = 1, reach_px_ = 1e9F, em_ = 20;
  Measures measures_;
  DrawingPage page_;
  Buttons buttons_;
  PixelRect head_, picture_, question_;
};

}  // namespace greenline::ui
