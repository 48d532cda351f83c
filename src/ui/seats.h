// Seats: places on the screen where one person writes, draws or reads. Each is its own Dear ImGui context, so that several
// people type at once. The keys, the ink pad and the text field are our own widgets, fed by the seat's contacts (any number of
// them); their glyphs come from text/. ImGui lays out, clips and collects the triangles.
//
// A seat changes nothing in the convening: it returns what its person wants.
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content/activity.h"
#include "content/palette.h"
#include "content/strings.h"
#include "input/gestures.h"
#include "model/kinds.h"
#include "text/text.h"
#include "ui/canvas_map.h"
#include "ui/draft.h"
#include "ui/glyph_textures.h"
#include "ui/keyboard.h"

struct ImDrawData;

namespace greenline::ui {

class HostContext;

using model::PixelPoint;
using model::PixelRect;

// What a seat is for, with what it shows.
struct ComposeCard {  // a new card
  model::Place place;
  PixelPoint beside;                               // where the person touched
  content::LocalText title, prompt;                // the circle's name and its own question
  std::string colour;                              // role of the region
  std::shared_ptr<const CanvasMap> map = nullptr;  // shown where not all of the wall is within reach
  WallPoint on_map = {};                           // where it goes
};
struct ComposeNourishment {
  model::NourishTarget beside_what;
  PixelPoint beside;
  std::string title;  // the words of the card, shortened by the layout
};
struct ComposeWord {  // of a thread
  model::ThreadId thread;
  PixelPoint beside;
  content::LocalText prompt;
  std::vector<content::LocalText> offered;  // one touch each
  std::string word;                         // now on it
  bool may_take_back = false;               // the whole thread
};
struct ComposeName {  // of a gathering
  model::GatheringId gathering;
  PixelPoint beside;
  std::string name;
  bool may_take_back = false;  // the whole gathering
};
// Something that lies beside a card.
struct LeftBeside {
  model::NourishKind kind = model::NourishKind::question;
  model::Saying saying;
  model::NourishmentId id = {};
  bool may_take_back = false;
  friend bool operator==(const LeftBeside&, const LeftBeside&) = default;
};
// A thread at a card that is read: its word, and what is at its other end.
struct ThreadAt {
  model::ThreadId thread = {};
  model::Phrase word;
  bool outward = true;                     // it leads from the card that is read
  std::optional<model::CardId> card = {};  // at the other end; none: a region
  model::Phrase says = {};                 // what is written there; nothing for words that are veiled
  friend bool operator==(const ThreadAt&, const ThreadAt&) = default;
};
struct ComposeLine {  // that goes with what is done to a card: its thanks, the line why
  model::CardId card;
  PixelPoint beside;
  std::string_view action;  // a row of card_actions.h that takes one
};
// Of the sentence that asks for it.
[[nodiscard]] inline std::string line_key(const ComposeLine& line) { return "read." + std::string(line.action) + "_line"; }
struct ReadCard {  // a card large, and what may be done with it now
  model::CardId card;
  PixelPoint beside;
  model::Saying saying;
  bool veiled = false;
  bool made_here = false;  // at this very seat, a moment ago: here it can be read though it is veiled
  bool half_open = false;  // one person asks for its veil to be lifted: a second one is waited for
  std::vector<LeftBeside> nourishments;
  std::vector<ThreadAt> threads;
  std::vector<std::string_view> offered = {};  // what may be done with it now, by the names in card_actions.h
  float wall_em = 0, wall_width = 0;  // of its words and of itself as it was touched, pixels on the glass: here it is larger
  bool marked = false, lit = false, resting = false;
  model::Phrase why = {}, thanks = {};  // what was said when it was lit, and when it was let go
  friend bool operator==(const ReadCard&, const ReadCard&) = default;
};
using Purpose = std::variant<ComposeCard, ComposeNourishment, ComposeWord, ComposeName, ComposeLine, ReadCard>;

// What the person at a seat did.
struct Wants {  // a request, and where its card flies from
  int seat = 0;
  model::Request request;
  PixelPoint from;
};
struct WantsThread {  // pulled out of the card's handle by this contact, or armed by a tap (contact < 0)
  int seat = 0;
  model::CardId card;
  input::ContactId contact = -1;
};
struct WantsNourish {
  int seat = 0;
  model::CardId card;
};
struct WantsLine {  // to do this with the card it reads, and to say something with it
  int seat = 0;
  model::CardId card;
  std::string_view action;  // a row of card_actions.h
};
struct WantsSecondHand {  // to lift the veil of the card it reads: this is the first hand
  int seat = 0;
  model::CardId card;
};
struct WantsCard {  // to read this one instead
  int seat = 0;
  model::CardId card;
};
struct WantsElsewhere {  // its card shall go there; the answer is `go_on_with`
  int seat = 0;
  WallPoint to;
};
struct Left {
  int seat = 0;
};  // closed without doing anything
using Outcome = std::variant<Wants, WantsThread, WantsNourish, WantsLine, WantsSecondHand, WantsCard, WantsElsewhere, Left>;

struct Setting {
  float width = 1920, height = 1080;  // framebuffer, pixels
  model::PixelsPerMm pixels_per_mm = 3.78F;
  std::string language = "en";
  std::vector<std::string> languages;  // whose keyboards are offered, in this order
  bool still = false;
  // A table that people sit round: each seat is turned to the side of the screen nearest to the touch and docks there.
  bool table = false;
};

struct Drawing {
  ImDrawData* data = nullptr;  // framebuffer pixels, y down; lives until the next `update`
  PixelRect rect;
  bool changed = true;
};

class Seats {
 public:
  // All must outlive the seats. No GL is used here; `update` leaves the host's ImGui context current, which is where a renderer
  // initialises and finds its ImGui backend. Should that backend still live at the end, the seats shut it down, for which its
  // GL context must be current.
  Seats(text::Engine&, const content::Strings&, const Keyboards&);
  ~Seats();
  // Where other things of the same screen get their ImGui contexts from; as long as the seats.
  [[nodiscard]] HostContext& host_context();
  void set_setting(const Setting&);
  void set_palette(const content::Palette&);

  // Opens a seat beside where the person touched, on the nearest free ground: not over what is to be kept clear (the card they
  // touched, those that others hold) and inside the screen. On a table shores do not matter.
  //
  // `rather_clear`: what it leaves in sight where there is any room at all, and else covers as little of as there is (cards at
  // the other ends of the threads of one that is read).
  //
  // Where there is no room it waits, as a chip at the nearest side of the screen: it opens by itself in an `update` after
  // somebody left, first come first served, and a tap lets it go. Its id; 0 when not even the chip finds a place.
  //
  // `own_name`: that of the region it was opened for. It is covered only where there is no other place at all.
  int open(const Purpose&, std::span<const PixelRect> shores, std::span<const PixelRect> keep_clear,
           std::span<const PixelRect> rather_clear = {}, const std::optional<PixelRect>& own_name = {});
  // The wall's own words. Those that open from now on cover neither the prompt nor a warning; a prompt only where the screen is
  // too small for it and a single seat. Names they leave free where they can.
  struct WallWords {
    std::vector<PixelRect> prompts = {}, warnings = {}, names = {};
    // Round a table, each name where it stands and turned for who sits opposite: one of both is left to be read.
    std::vector<std::array<PixelRect, 2>> names_twice = {};
    bool gives_way = false;  // on a small screen all of it stands anew in the ground that seats leave
  };
  void leave_free(WallWords);
  // A seat closes only by this: after an outcome it waits for the answer, which may be `explain`. Unknown ids are let be.
  void close(int seat);
  // What is being written there becomes a card for another place.
  void go_on_with(int seat, const ComposeCard&);
  // From now on this card is read there: it was made there, or more is known of it. It keeps its place where it can, but not
  // over what is to be kept clear from now on; nothing: what it kept clear before.
  void read(int seat, const ReadCard&, const std::optional<PixelRect>& keep_clear = {},
            std::span<const PixelRect> rather_clear = {});
  [[nodiscard]] bool empty() const;
  // A landscape screen that is not high: somebody alone has a tall seat there at one end, if the canvas gives way to it; when
  // others come, all are low, side by side. The one that was there first becomes low when nobody has touched it for 1.5 s.
  [[nodiscard]] bool on_small_screen() const;
  [[nodiscard]] bool waiting(int seat) const;
  [[nodiscard]] std::optional<int> seat_at(PixelPoint) const;
  [[nodiscard]] std::optional<PixelRect> rect_of(int seat) const;
  [[nodiscard]] std::vector<PixelRect> rects() const;  // of all
  // The same when each that is about to move has done so.
  [[nodiscard]] std::vector<PixelRect> rects_to_come() const;
  [[nodiscard]] std::optional<model::CardId> reading(int seat) const;
  struct Read {
    int seat = 0;
    ReadCard card;
  };
  [[nodiscard]] std::vector<Read> all_reading() const;  // what is read, and where
  // Where one of a seat's controls stands, pixels: a key by what it writes now, "space", "erase", "shift", "page", "language"
  // (the next keyboard), "keyboard:fr" (that one's own), "words" (where they are written), or "place", "leave", "draw", "undo",
  // "clear", "take_back", "map", the names in card_actions.h, "take_back_beside" (the newest thing beside a card), "other_end"
  // (of its first thread). Nothing when it has none such now. Of a seat that waits there is only "leave". For whatever guides
  // or drives a hand from outside.
  [[nodiscard]] std::optional<PixelRect> control(int seat, std::string_view name) const;

  // Where the thing stands that a plugged-in keyboard would push there; nothing when it writes.
  [[nodiscard]] std::optional<PixelRect> at_keys(int seat) const;

  void touch(int seat, const input::Contact&);
  // A keyboard that is plugged in writes into the seat opened or touched last.
  void type(char32_t);
  // `selecting`: arrows, home and end take with them what they pass over.
  // `place`: what is written goes where it is meant for. `next`, `previous`: to the seat's next thing that can be pushed, which
  // then has a ring; `enter` or a space pushes it. After the last comes the text again.
  enum class Key { backspace, remove, left, right, home, end, enter, escape, select_all, place, next, previous };
  void press(Key, bool selecting = false);
  // A sentence in the seat, gone in 3 s: why something is not possible now.
  void explain(int seat, std::string_view sentence);

  // What would be lost if the seats went now, in their order: words or ink, of those that are tucked away too. A word or a name
  // counts when it differs from what is there. O(what people wrote).
  [[nodiscard]] std::vector<Draft> drafts() const;
  // Cards that are being written now, and by which seat: of seats that stand here, not of those that wait or are tucked away.
  struct Writing {
    int seat = 0;
    model::Place place;
    model::Saying saying;
  };
  [[nodiscard]] std::vector<Writing> cards_being_written() const;
  // Of the same seats: beside what a question, an offer or thanks is being written.
  [[nodiscard]] std::vector<model::NourishTarget> slips_being_written() const;
  // Goes up whenever drafts() or what is being written may have changed, so that whoever keeps them knows when to ask.
  [[nodiscard]] std::uint64_t drafts_version() const;
  // A seat with what somebody had begun, tucked to the edge where it was: a touch brings it up. What goes beyond the limits of
  // model/values.h is cut off. Where the edge is full it lies over others rather than being lost. Its id; 0 when there is
  // nothing to bring back.
  int bring_back(const Purpose&, const Draft&);

  // A seat that nobody touches dims after a minute. After two, one that holds something tucks itself to the edge it is turned
  // to, from where a touch brings it back as it was; one that holds nothing is left. One that shows a veiled card to its maker
  // is left after half a minute: whoever steps up next shall not read it.
  // Time that went by with nothing moving, before what is touched now.
  void skip_time(float seconds);
  // Draws every seat and appends what people did.   // True while something in a seat moves right now: another frame is wanted
  // at once. A caret's breath or a message that goes want theirs in `next_frame_in_s` (infinity when nothing will change by
  // itself).
  bool update(float seconds, GlyphTextures, std::vector<Outcome>& out);
  // Everything at rest at once, for pictures: a tall seat that is to be one of a row is low, unless a finger is on it; who
  // waits stands where room came free. Shown with the next `update`.
  void settle_now();
  [[nodiscard]] float next_frame_in_s() const;
  [[nodiscard]] std::span<const Drawing> drawings() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::ui
