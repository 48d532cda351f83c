// One seat: its place, its inside, its breath, and what of it has to be drawn again.
//
// The inside lives in the seat's own pixels; whatever comes in or goes out here is of the screen.
#pragma once
#include <optional>
#include <set>
#include <string>

#include "ui/chip.h"
#include "ui/composer.h"
#include "ui/imgui_context.h"
#include "ui/pose.h"
#include "ui/reader.h"

namespace greenline::ui {

class Seat {
 public:
  Seat(int seat_id, const Purpose&, const HostContext&, const Surroundings&);

  [[nodiscard]] int id() const { return id_; }
  [[nodiscard]] const PixelRect& panel() const { return panel_; }  // on the screen
  [[nodiscard]] const Pose& pose() const { return pose_; }
  [[nodiscard]] std::optional<PixelRect> control(std::string_view name) const;  // on the screen
  [[nodiscard]] std::optional<PixelRect> at_keys() const;                       // on the screen
  [[nodiscard]] std::optional<model::CardId> reading() const;
  [[nodiscard]] Measures wide_enough(Measures, const Setting&) const;  // for what it holds
  [[nodiscard]] float wished_height(const Measures&, const Surroundings&) const;
  // Opens, comes back or moves there, its lower side turned to `foot`. The panel is on the screen.
  void stand(const PixelRect& panel, Side foot, const Measures&, const Surroundings&);
  void stand_up() { panel_ = {}; }  // takes no room until it stands or waits again
  PixelPoint beside;                // where its person touched, pixels of the screen as it is now
  // What it keeps clear of, should it have to find a new place.
  std::vector<PixelRect> shores, keep_clear, rather_clear;
  std::optional<PixelRect> own_name;  // of the region it is about: covered last of all

  // While there is no room it is a chip.
  void wait(const PixelRect& panel, Side foot, const Measures&, const Surroundings&);
  [[nodiscard]] bool waiting() const { return chip_.has_value(); }

  // Somebody else came: it shall stand there, in this size, once nobody has touched it for a moment (`may_set_out`). On the way
  // its frame moves while its inside fades; the new inside comes up where it will be. So no key ever moves: each is where it is
  // seen, and a finger that comes down before the change takes it back for now.
  void mean_to_move(const PixelRect& to, const Measures& m) { move_ = Move{{}, to, m}; }
  void stay() { move_.reset(); }
  [[nodiscard]] bool means_to_move() const { return move_ && !move_->under_way; }
  [[nodiscard]] bool may_set_out() const { return means_to_move() && !touched() && now_s_ - touched_s_ >= sets_out_after_s; }
  void set_out() {
    move_->from = panel_;
    move_->under_way = true;
    move_->back = false;  // a finger that has gone again
  }
  [[nodiscard]] bool touched() const { return !fingers_.empty(); }
  void arrive(const Surroundings&);  // at once, where it is on the way to
  // Where it stands when all that is to move has moved.
  [[nodiscard]] const PixelRect& bound_for() const { return move_ ? move_->to : panel_; }

  // Nobody was here for two minutes: what holds something tucks itself to the edge, the rest may go.
  [[nodiscard]] bool abandoned() const { return !away_ && now_s_ - touched_s_ >= leaves_after_s(); }
  [[nodiscard]] bool away() const { return away_; }
  [[nodiscard]] bool holds_something() const;
  [[nodiscard]] std::optional<Draft> draft() const;  // nothing when it holds nothing
  // Only before it stands. False when there is nothing in the draft for it.
  [[nodiscard]] bool resume(const Draft&, const Surroundings&);
  [[nodiscard]] static float head_height(const Measures& m) { return 1.35F * m.unit; }
  // To where only its head is on the screen. `stand` brings it back.
  void tuck(const PixelRect& panel, Side foot, const Measures&, const Surroundings&);
  void give_up() { away_ = true; }  // tucked where it stands, or nothing to be kept
  [[nodiscard]] const Measures& measures() const { return measures_; }

  void go_on_with(const ComposeCard&, const Surroundings&);
  // Becomes a reader, or one that knows more; not laid out anew.
  void read(const ReadCard&, const Surroundings&);
  [[nodiscard]] const ReadCard* reads() const;
  void stir() { touched_s_ = now_s_; }  // somebody is here again
  void touch(const input::Contact&, const Surroundings&, Answers&);
  void type(char32_t, const Surroundings&, Answers&);
  void press(Seats::Key, bool selecting, const Surroundings&, Answers&);
  // A sentence of the interface for whoever sits here.
  [[nodiscard]] std::string_view say(std::string_view key, const Surroundings&) const;
  void explain(std::string_view sentence);

  [[nodiscard]] std::uint64_t edits() const;  // goes up with each change of what it holds that time itself made

  void sleep(float seconds) { now_s_ += static_cast<double>(seconds); }
  // Time goes by.
  void pass(float seconds, const Surroundings&, Answers&);
  void draw_again() { stale_ = true; }
  // Draws if anything changed since the last time. `drawing().changed` says whether the picture did.
  void draw(float seconds, GlyphTextures, const Surroundings&);
  [[nodiscard]] const Drawing& drawing() const { return drawing_; }
  [[nodiscard]] bool stale() const { return stale_; }
  [[nodiscard]] float next_frame_in_s(const Setting&) const;

 private:
  static constexpr double dims_after_s = 60, tucks_after_s = 120;
  static constexpr double covers_after_s = 30;  // a veiled card that only its maker shall read
  static constexpr double sets_out_after_s = 1.5;
  static constexpr int breath_steps = 4;  // of the caret
  [[nodiscard]] double leaves_after_s() const;
  void lie(const PixelRect& panel, Side foot, const Measures&);
  void lay_out(const Surroundings&);
  void note_home(const Surroundings&);
  void move_on(float seconds, const Surroundings&);
  [[nodiscard]] bool is_moving() const { return move_ && move_->under_way; }
  [[nodiscard]] PixelRect frame() const;  // of its picture, on the screen
  [[nodiscard]] Composer* composer() { return std::get_if<Composer>(&body_); }
  [[nodiscard]] const Composer* composer() const { return std::get_if<Composer>(&body_); }
  void fill(Painter&, const Surroundings&) const;
  void fill_frame(Painter&) const;
  void fill_inside(Painter&, const Surroundings&) const;
  void draw_on_the_way(ImDrawList&, Painter&, const Surroundings&) const;
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
  std::optional<Chip> chip_;
  PixelRect panel_;  // on the screen
  PixelRect own_;    // the same in own pixels
  Pose pose_;
  Measures measures_;
  float across_ = 0.5F, down_ = 0.5F;  // where it stood last, as a draft says it
  double now_s_ = 0;
  double touched_s_ = 0;
  float opened_ = 0;  // 0..1
  float dim_ = 0;     // 0..1: nobody has been here for a while
  struct Move {
    PixelRect from, to;
    Measures measures;
    bool under_way = false, back = false;
    float part = 0;  // of the way; from the half on it stands there
  };
  std::optional<Move> move_;
  std::set<input::ContactId> fingers_;  // that are on it
  bool away_ = false;                   // tucked to the edge, or as far as that goes
  int breath_ = 0;                      // the caret's step that is drawn
  bool due_ = false;                    // a hold, a repeat or a stroke needs time to be looked at again
  bool stale_ = true;
  std::string explanation_;
  double explained_until_s_ = -1;
  std::uint64_t picture_ = 0;  // hash of what was drawn last
  Drawing drawing_;
};

}  // namespace greenline::ui
