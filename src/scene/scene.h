// Where everything stands this frame. Layout, easing, separation, thread paths, hit-testing; no GL.
//
// Where things rest is arrange's: a snapshot in canvas units, a pure function of the convening and the layout, so the same
// convening gives the same wall after a restart and in every window that shows the layout. What is on screen eases toward it by
// critically damped springs in time, and then sleeps. Work a frame follows what moves; settling a crowd is spread over frames.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "arrange/arrangement.h"
#include "content/activity.h"
#include "content/canvas.h"
#include "input/gestures.h"
#include "model/convening.h"
#include "scene/views.h"
#include "text/text.h"

namespace greenline::scene {

// Everything but people's work that shapes the wall.
struct Stage {
  content::Canvas canvas;
  content::Activity activity;
  std::string phase;           // the phase's id; empty before the first
  std::set<std::string> shut;  // regions that open later
  std::string language = "en";
  std::string second_language;        // shown beside the first, quieter, when not empty
  std::string mode_line;              // "on your own, quietly": used where the phase has no words of its own for its mode
  std::string second_mode_line;       // the same in the second language
  float width = 1920, height = 1080;  // of the wall, pixels
  // Of the framebuffer, where a wall of another size is seen in it through a camera; 0: as large as the wall.
  float glass_width = 0, glass_height = 0;
  model::PixelsPerMm pixels_per_mm = 3.78F;
  float legible_px = 13;  // the smallest em that may carry words: for those who stand at the glass
  // How high capital letters of names and prompts are at least, where they fit: for those who read from across the room. 0: as
  // the layout has it.
  float room_capital_px = 0;
  bool still = false;            // no easing: everything stands at rest at once
  bool without_held = false;     // what the host holds is not there until it is revealed
  bool table = false;            // people sit round it: names and prompts are read from two sides
  bool picture_is_quiet = true;  // the canvas's, so that words are read over it; else as it is
  float detail = 1;              // texels of words to a pixel: the scene's own (see Scene::sharpen)
};

// What somebody is writing and has not placed.
struct Begun {
  int key = 0;  // whose it is
  model::Place place;
  model::Saying saying;
  bool veiled = false;  // it would come veiled: only that something will be there is shown
  friend bool operator==(const Begun&, const Begun&) = default;
};

class Scene {
 public:
  explicit Scene(text::Engine&);  // the engine must outlive the scene
  ~Scene();

  // A new stage: every layout is made anew; cards stand at rest at once when `jump`, else ease over.
  void set_stage(const Stage&, const model::Convening&, bool jump);
  [[nodiscard]] const Stage& stage() const;

  // After apply(): looks at what the event touched. `settling`: not yet durable.
  void changed(const model::Convening&, const model::Event&, bool settling);
  void kept(const model::Convening&, const model::EventId&);  // now durable
  void rebuild(const model::Convening&);                      // after recovery: everything at rest, nothing settling

  // Points and rectangles that come from hands, and those given back to them, are pixels of the glass; views are in the
  // scene's own pixels (see model::Camera). While the camera moves, `advance` draws the words that are seen anew by steps of
  // their size; from `sharpen` on they are as large as they are seen to the pixel, and there are as many as can be read.
  void look_through(const model::Camera& camera);
  [[nodiscard]] const model::Camera& camera() const;
  void sharpen();
  [[nodiscard]] bool sharp() const;  // the camera has not moved since

  // Brings a region near: all of its cards as large as they can be read, in nearly all of the wall; the others wait small and
  // dim at the sides, and all is done there as before. Empty, or one that is not shown: the wall is whole again. Only this
  // scene is another for it: its `arrangement` stays that of the whole wall.
  void bring_near(const model::Convening&, std::string_view region);
  [[nodiscard]] const std::string& near() const;  // which is near; empty: none
  // The wall stands in this part of the glass (pixels of a wall that nobody zoomed; empty: all of it), regions squeezed, cards'
  // type as large as there is room for. Where not even first lines have room, only regions that hands are `at` stand there, and
  // the others wait at the sides. As for a near region, only this scene is another for it. A new size of stage takes it back.
  // `seats`: those that leave it; the prompt stays where none of them is as high as it. None: all else is taken.
  void stand_in(const model::Convening&, const model::PixelRect& ground, std::vector<std::string> at,
                std::span<const model::PixelRect> seats = {});
  // Or each region gives way for itself: those of which these seats take the ground or the name draw in beside them or go to
  // free ground near by, and no card rests under a seat. Only this scene is another for it, until it is to stand_in something
  // else.
  void stand_between(const model::Convening&, std::vector<model::PixelRect> seats);
  [[nodiscard]] const RegionView* named_at(PixelPoint) const;  // whose name a touch there means

  // What the room speaks of stands as large as all of it can be read, over the rest, which is dimmed; no cards: nothing does.
  struct Spoken {
    std::vector<model::CardId> cards;
    model::Phrase name = {};  // of them all: a region's, a gathering's, a thread's word; may be empty
    friend bool operator==(const Spoken&, const Spoken&) = default;
  };
  bool speak_of(Spoken);  // false when it does already
  // How many of these stand at once, one after another, where the room is to read them.
  [[nodiscard]] std::vector<std::size_t> pages_of(const model::Convening&, std::span<const model::CardId>, bool named) const;
  [[nodiscard]] float dimness() const;  // of all but what is spoken of and the prompt, 0..1

  // Hands.
  void hold(const model::CardId&, PixelPoint at);  // first: lifts it, remembering where in the card the finger is
  // Back to rest (after the drop's event, or because there was none), from the speed the hand gave it, pixels a second.
  void let_fall(const model::CardId&, PixelPoint velocity = {});
  // Leaves near it rise to reading size; threads of the card there come forward; the names of gatherings whose loop or card it
  // touches are shown where they do not rest.
  void attend(std::optional<PixelPoint> finger);
  void lean(const model::CardId&, PixelPoint toward);     // a verb that is not allowed: 3 px and back
  void arrive_from(const model::CardId&, PixelPoint at);  // the card's next appearance flies from here (the composer)
  // All that is being written now, beside the reflections of cards whose twins are awaited: faint cards, where and as large as
  // they would come to stand. They move nobody.
  void show_begun(std::vector<Begun>);
  // Beside what somebody writes a question, an offer or thanks now: a faint slip more shows there. Once for each who writes.
  void show_begun_slips(std::vector<model::NourishTarget>);
  // The card's next appearance is where its faint one is, which goes. False when there is none.
  bool arrive_as_begun(const model::CardId&, int key);
  std::map<input::ContactId, std::vector<PixelPoint>> live_loops;  // being drawn, by the finger that draws
  std::map<input::ContactId, PulledThread> pulled;
  std::vector<PixelRect> avoid;  // seats stand here; raised leaves keep clear
  // What stands over the wall once it is seen as it shall be (seats), the scene's own pixels: cards lean aside from under it,
  // and come back when it has gone. Those in a hand do not.
  void lean_from(std::vector<PixelRect> over);
  // Cards of which no first line is seen because of it: they lie under it, or under others that lean or have less room.
  [[nodiscard]] int hidden_cards() const;

  // Eases everything on. True while something still moves or settles: another frame is wanted.
  bool advance(const model::Convening&, float seconds);
  // Settles everything now, at rest, whatever it costs: for pictures.
  void settle_now(const model::Convening&);

  [[nodiscard]] input::Target hit(PixelPoint) const;
  // The place under a point: the topmost region there, or the open ground.
  [[nodiscard]] model::Place place_at(PixelPoint) const;
  [[nodiscard]] PixelPoint pixel_of(const model::Place&) const;
  [[nodiscard]] const RegionView* region_at(PixelPoint) const;
  // The same of the wall as it is arranged, however it stands and is looked at here: for maps of it.
  [[nodiscard]] model::Place place_on_map(PixelPoint) const;
  [[nodiscard]] PixelPoint on_map(const model::Place&) const;
  [[nodiscard]] std::vector<RegionView> regions_on_map() const;  // without words
  [[nodiscard]] float line_on_map() const;                       // how far down the green line lies, pixels
  [[nodiscard]] std::vector<model::CardId> cards_in_loop(std::span<const PixelPoint>) const;
  [[nodiscard]] const CardView* card(const model::CardId&) const;
  [[nodiscard]] std::optional<PixelRect> rect_of(const model::CardId&) const;  // as it is seen, without its shadow
  [[nodiscard]] const ThreadView* thread(const model::ThreadId&) const;
  [[nodiscard]] bool name_rests(const model::GatheringId&) const;  // its name is read where it rests, whole

  // What to draw.
  [[nodiscard]] const Backdrop& backdrop() const;
  [[nodiscard]] std::span<const CardView> cards() const;      // by slot
  [[nodiscard]] std::span<const ThreadView> threads() const;  // by slot
  [[nodiscard]] std::span<const GatheringView> gatherings() const;
  [[nodiscard]] std::span<const HazeView> haze() const;
  [[nodiscard]] std::span<const CardView> faint() const;     // being written, over the cards
  [[nodiscard]] std::span<const RaisedCard> raised() const;  // drawn over everything, each frame while there
  // Over those: names of gatherings that are touched and cannot be read where they rest. Without dots: their loops rest.
  [[nodiscard]] std::span<const GatheringView> raised_names() const;
  [[nodiscard]] std::span<const std::uint32_t> moving_cards() const;  // slots, held ones last
  [[nodiscard]] std::span<const std::uint32_t> moving_threads() const;
  // Slots of what rests and reaches into `rect`, in drawing order. Appends.
  void resting_cards_in(const PixelRect& rect, std::vector<std::uint32_t>& out) const;
  void resting_threads_in(const PixelRect& rect, std::vector<std::uint32_t>& out) const;
  // Parts of the resting picture that are no longer right, since the last call. The whole screen when `everything`.
  struct Damage {
    bool everything = false;
    std::vector<PixelRect> rects;
  };
  [[nodiscard]] Damage take_damage();

  // Where everything rests or goes to rest; the last that was found. A snapshot: nobody changes it.
  [[nodiscard]] std::shared_ptr<const arrange::Arrangement> arrangement() const;
  [[nodiscard]] float type_px() const;  // the em of all cards' words, pixels
  [[nodiscard]] bool leaves() const;    // cards are too small for words, seen from here

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::scene
