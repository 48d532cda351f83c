// One seat: its place, its inside, its breath, and what of it has to be drawn again.
#pragma once
#include <string>

#include "ui/composer.h"
#include "ui/imgui_context.h"
#include "ui/place_seat.h"
#include "ui/reader.h"

namespace greenline::ui {

class Seat {
 public:
  Seat(int seat_id, const Purpose&, const HostContext&, const Surroundings&);

  [[nodiscard]] int id() const { return id_; }
  [[nodiscard]] const PixelRect& panel() const { return panel_; }
  [[nodiscard]] PixelPoint beside() const;
  [[nodiscard]] std::optional<PixelRect> control(std::string_view name) const;
  [[nodiscard]] std::optional<model::CardId> reading() const;
  [[nodiscard]] float wished_height(const Measures&, const Surroundings&) const;
  void stand(const PixelRect& panel, const Measures&, const Surroundings&);
  // What it keeps clear of, should it have to find a new place.
  std::vector<PixelRect> shores;
  PixelRect keep_clear;

  // Nobody was here for two minutes: what holds something tucks itself to the edge, the rest may go.
  [[nodiscard]] bool abandoned() const { return !away_ && now_s_ - touched_s_ >= tucks_after_s; }
  [[nodiscard]] bool away() const { return away_; }
  [[nodiscard]] bool holds_something() const;
  [[nodiscard]] float head_height() const;
  // Its head at `head`, the rest beyond the screen's edge; an empty one: there was no room, it stays. `stand` brings it back.
  void tuck(const PixelRect& head, const Surroundings&);
  [[nodiscard]] const Measures& measures() const { return measures_; }

  void stir() { touched_s_ = now_s_; }  // somebody is here again
  void touch(const input::Contact&, const Surroundings&, Answers&);
  void type(char32_t, const Surroundings&, Answers&);
  void press(Seats::Key, const Surroundings&, Answers&);
  void explain(std::string_view sentence);

  void sleep(float seconds) { now_s_ += static_cast<double>(seconds); }
  // Time goes by.
  void pass(float seconds, const Surroundings&, Answers&);
  void draw_again() { stale_ = true; }
  // Draws if anything changed since the last time. `drawing().changed` says whether the picture did.
  void draw(float seconds, std::uint64_t glyphs, const Surroundings&);
  [[nodiscard]] const Drawing& drawing() const { return drawing_; }
  [[nodiscard]] bool stale() const { return stale_; }
  [[nodiscard]] float next_frame_in_s(const Setting&) const;

 private:
  static constexpr double dims_after_s = 60, tucks_after_s = 120;
  void settle(ImDrawData&) const;
  [[nodiscard]] bool dims() const { return now_s_ - touched_s_ >= dims_after_s; }
  void draw_explanation(Painter&, const Surroundings&) const;
  [[nodiscard]] float keys_top() const;
  [[nodiscard]] bool breathes(const Setting&) const;
  [[nodiscard]] int breath_step(const Setting&) const;

  int id_;
  Purpose purpose_;
  std::variant<Composer, Reader> body_;
  SeatContext context_;
  PixelRect panel_;
  Measures measures_;
  double now_s_ = 0;
  double touched_s_ = 0;
  float opened_ = 0;      // 0..1
  float dim_ = 0;         // 0..1: nobody has been here for a while
  bool away_ = false;     // tucked to the edge, or as far as that goes
  int breath_ = 0;        // the caret's step that is drawn
  bool waiting_ = false;  // a hold, a repeat or a stroke needs time to be looked at again
  bool stale_ = true;
  std::string explanation_;
  double explained_until_s_ = -1;
  std::uint64_t picture_ = 0;  // hash of what was drawn last
  Drawing drawing_;
};

}  // namespace greenline::ui
