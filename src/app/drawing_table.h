// A picture on which people draw the regions of a canvas with their fingers, name them at seats as they name other things, and
// take back what they did. Knows no window and no GL.
//
// A touch that moves is a loop; one that does not is a wish to name the region there anew. Several people draw and name at
// once. What is drawn is a content::DrawnCanvas; it is written by whoever made the table, when somebody touches "done".
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/drawn_over.h"
#include "content/canvas_picture.h"
#include "content/drawn_canvas.h"
#include "content/palette.h"
#include "content/strings.h"
#include "input/palms.h"
#include "input/trail.h"
#include "interact/notices.h"
#include "model/convening.h"
#include "platform/strokes.h"
#include "render/renderer.h"
#include "scene/scene.h"
#include "ui/drawing_screen.h"
#include "ui/seats.h"
#include "view/wall_setting.h"

namespace greenline::app {

class DrawingTable {
 public:
  // All must outlive the table.
  struct Around {
    text::Engine& engine;
    const content::Strings& strings;
    const content::Palette& palette;
    const ui::Keyboards& keyboards;
  };
  // Called when somebody is done: every region has its name then, and there is one. An empty answer: it is written, and the
  // table ends; else a sentence, which stands there, and the table stays.
  using Write = std::function<std::string(const content::DrawnCanvas&)>;
  enum class End : std::uint8_t { not_yet, written, left };

  // In the setting's language names are written, and the program speaks.
  DrawingTable(Around, std::shared_ptr<const content::CanvasPicture>, const view::WallSetting&, Write);

  void resize(const view::WallSetting&);
  void touch(const input::TouchFrame&);
  void take(std::span<const platform::Stroke>);
  // Somebody wants to go: at once where nothing is lost or who is asked already, else it is asked.
  void leave();
  [[nodiscard]] End end() const { return end_; }

  // Time that went by with nothing moving, before what is touched now.
  void skip_time(float seconds);
  // True when another frame is wanted at once.
  bool advance(float seconds, ui::GlyphTextures);
  // The longest to sleep before something is due though nobody touches anything.
  [[nodiscard]] double idle_s() const;

  // What to draw, after `advance`.
  [[nodiscard]] scene::Scene& scene() { return scene_; }
  [[nodiscard]] std::vector<render::Overlay> overlays() const;
  [[nodiscard]] render::Atmosphere atmosphere() const;

  [[nodiscard]] const content::DrawnCanvas& drawn() const { return drawn_; }
  [[nodiscard]] const ui::DrawingScreen& screen() const { return screen_; }
  // Where a point of the picture stands, pixels; see content/drawn_canvas.h.
  [[nodiscard]] model::PixelPoint pixel_of(geometry::Point) const;
  // The seat at which this region is named now; nothing: at none.
  [[nodiscard]] std::optional<int> seat_of(int region) const;
  [[nodiscard]] const ui::Seats& seats() const { return seats_; }

 private:
  struct Path {
    input::Trail trail;
    float reach = 0;  // how far from its beginning it has been
  };
  struct Refused {
    std::vector<model::PixelPoint> points;
    float left_s = 0;
  };

  void let_time_pass(float seconds);  // for what stands for a moment
  void began(const input::Contact&);
  void moved(const input::Contact&);
  void draw(const std::vector<model::PixelPoint>& path);
  void tap(model::PixelPoint);
  void did(ui::DrawingScreen::Did);
  void undo();
  void finish();
  void name_at_seat(const content::DrawnRegion&, model::PixelPoint beside);
  void answer(const ui::Outcome&);
  void close_seats_of_the_gone();
  [[nodiscard]] geometry::Point point_of(model::PixelPoint) const;
  [[nodiscard]] model::PixelRect bounds_of(const content::DrawnRegion&) const;
  void follow_drawn();
  [[nodiscard]] ui::DrawingPage page() const;
  void set_scene();
  [[nodiscard]] std::string say(std::string_view key) const { return std::string(around_.strings(key, setting_.language)); }
  [[nodiscard]] ui::Surroundings surroundings() const;

  Around around_;
  std::shared_ptr<const content::CanvasPicture> picture_;
  view::WallSetting setting_;
  Write write_;
  content::DrawnCanvas drawn_;
  const model::Convening nothing_;  // nobody puts a card on it
  scene::Scene scene_;
  ui::Seats seats_;
  ui::Setting seats_setting_;
  ui::DrawingScreen screen_;
  DrawnOver over_;
  render::Overlay overlay_;  // of the screen, as it was drawn last
  input::Palms palms_;
  interact::Notices notices_;
  std::map<input::ContactId, Path> paths_;    // being drawn
  std::map<input::ContactId, int> at_seats_;  // contacts that are a seat's
  std::map<int, int> names_;                  // the region that a seat names
  std::vector<Refused> refused_;
  std::vector<ui::DrawingPage::Region> shown_;  // as they stand on this glass
  std::optional<std::uint64_t> shown_changes_;  // of what is drawn, that they show; nothing: they are of another glass
  bool asks_to_leave_ = false;
  End end_ = End::not_yet;
};

}  // namespace greenline::app
