// The shelf over a running wall: who opens it, what is touched there, what is let go over the window. Nothing of it changes the
// convening; when something else is to be begun, the loop ends and `chosen` says with what.
//
// F6 opens and closes it, and so do two touches in the lower left corner within a second, where no seat stands; round a table
// it is the corner to the left of whoever touches it, and the shelf is turned to them. While a stick with packs is in, a small
// sign in that corner opens it with one. While it is open hands touch the shelf; keys go on to whoever writes, but for F6 and
// Escape.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/drawn_over.h"
#include "app/shelf_words.h"
#include "interact/wall.h"
#include "platform/strokes.h"
#include "shelf/keeper.h"
#include "ui/shelf_screen.h"

namespace greenline::app {

class ShelfLayer {
 public:
  struct Around {
    shelf::Keeper& keeper;
    interact::Wall& wall;
    text::Engine& engine;
    const content::Strings& strings;
    const content::Palette& palette;
    const ui::Keyboards& keyboards;
    const content::Pack& running;
    // Whether a convening of this activity can be gone on with. Cheap.
    std::function<bool(const content::Pack&)> convening_there;
    // Whether it may open at once for whoever wants to, at this side; else it opens when `open_for_host` says so. Empty: it
    // may.
    std::function<bool(ui::Side)> may_open = {};
  };
  // What is to be begun with instead of what runs.
  struct Chosen {
    content::Pack pack;
    content::Phrases phrases;
    bool anew = false;        // not to be gone on with
    std::string called = {};  // as in app::ConveningWanted
  };

  explicit ShelfLayer(Around);

  [[nodiscard]] bool is_open() const { return open_; }
  void open();
  void open_for_host();  // who gave the number
  // Whether a wall that is there already is to be gone on with, or a new one begun; as soon as the shelf knows what runs.
  // Whoever does not answer within a minute goes on with it. `since`: when something was last done on it, to be read.
  void ask_again(const std::string& since);
  void close();

  // Takes what is the shelf's, and gives back what is the wall's.
  [[nodiscard]] input::TouchFrame take(const input::TouchFrame&);
  [[nodiscard]] std::vector<platform::Stroke> take(std::span<const platform::Stroke>);
  void take_dropped(std::span<const std::filesystem::path>);

  // After the wall: looks whether there is another listing, and draws what is open. Nothing while it is closed. `seconds`:
  // since the last call.
  [[nodiscard]] std::optional<render::Overlay> overlay(float seconds, ui::GlyphTextures);
  // The sign of a stick, while that is there and the shelf is closed.
  [[nodiscard]] std::optional<render::Chip> sign() const;
  // Whether the atlas was changed by its words: what others drew must be drawn again.
  [[nodiscard]] bool wants_another() const { return wants_another_; }
  // The longest to sleep before it is to be looked at anew.
  [[nodiscard]] double idle_s() const { return asks_again_ ? 0.5 : 3600; }
  [[nodiscard]] const std::optional<Chosen>& chosen() const { return chosen_; }

  // Where something stands while it is open, by the keys of ui::ShelfScreen. For whoever guides a finger there.
  [[nodiscard]] std::optional<model::PixelRect> place_of(const std::string& key);

 private:
  // The lower left corner as it is for whoever sits at this side; and at which side somebody sits who touches one: round a
  // table at any, else below.
  [[nodiscard]] model::PixelRect corner(ui::Side) const;
  [[nodiscard]] std::optional<ui::Side> side_of_corner(model::PixelPoint) const;
  [[nodiscard]] ui::Surroundings surroundings() const;
  [[nodiscard]] ShelfReader reader() const;
  void follow();
  void show();
  void touched(const std::string& key);
  void answer(const std::string& button);
  void choose(const shelf::Item&, bool anew);
  void pass_question(float seconds);
  [[nodiscard]] bool opens(const input::Contact&, double now_s);
  [[nodiscard]] bool has_news_on_stick() const;

  Around around_;
  ui::Setting setting_;
  ui::ShelfScreen screen_;
  std::shared_ptr<const shelf::Listing> listing_;
  Pictures pictures_;
  ShelfState state_;
  std::uint64_t told_on_wall_ = 0;
  bool open_ = false, wants_another_ = false;
  ui::Side side_ = ui::Side::below;  // of whoever opened it
  std::optional<Chosen> chosen_;
  std::optional<std::string> asks_again_;  // since when; until it is answered
  float unanswered_s_ = 0;
  std::set<input::ContactId> on_wall_, on_shelf_;  // by whose they are until they end
  double corner_touched_s_ = -1e9;
  DrawnOver over_;
};

}  // namespace greenline::app
