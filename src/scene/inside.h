// What a scene is made of, and the steps that keep it. Each group of steps is a file of its own.
#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "arrange/arrangement.h"
#include "arrange/settlers.h"
#include "scene/beside.h"
#include "scene/curve.h"
#include "scene/damage.h"
#include "scene/focus.h"
#include "scene/grid.h"
#include "scene/haze.h"
#include "scene/nearness.h"
#include "scene/raised.h"
#include "scene/routes.h"
#include "scene/scene.h"
#include "scene/slots.h"
#include "scene/spring.h"
#include "scene/thread_crowd.h"

namespace greenline::scene {

struct Leaning;

struct Scene::Inside {
  explicit Inside(text::Engine& text_engine) : engine(text_engine) {}

  // stage_change.cpp
  void set_stage(const Stage&, const model::Convening&, bool jump);
  void rebuild(const model::Convening&);
  [[nodiscard]] PixelPoint pixel_of(const model::Place&) const;
  // Where a card would rest if everybody stood still.
  [[nodiscard]] PixelPoint guessed_rest(std::uint32_t slot) const;
  [[nodiscard]] HalfSize in_pixels(arrange::Half) const;
  [[nodiscard]] arrange::Half card_units(std::uint32_t slot) const;  // half its size at rest, canvas units
  [[nodiscard]] HalfSize card_half(std::uint32_t slot) const;        // the same in pixels
  void refresh_text_if_glyphs_moved(const model::Convening&);
  void lay_labels(const model::Convening&);
  void move_haze();

  // camera.cpp
  void look_through(const model::Camera&);
  void sharpen();
  // Draws the words that are seen in the detail that they are seen in: nothing is laid out. True while some are left, after so
  // many letters.
  bool redraw_words(std::uint64_t most_letters);
  bool keep_crisp(float seconds);
  // How long so many millimetres of glass are here.
  [[nodiscard]] float px_of(float mm) const { return mm * stage.pixels_per_mm / camera.zoom; }
  // The smallest em that carries words, as large as it is seen. A wall seen from afar does not lose its words to that: whoever
  // shrank it stands before it.
  [[nodiscard]] float legible_px() const { return stage.legible_px / std::max(1.0F, stage.detail); }

  // follow.cpp: what an event changes
  void changed(const model::Convening&, const model::Event&, bool settling);
  void kept(const model::EventId&);
  void refresh_card(const model::Convening&, const model::CardId&);
  [[nodiscard]] bool is_shown(const model::Card&) const;
  void remember_what_it_left(const model::Card&);
  void refresh_nourished(const model::Convening&, const model::NourishmentId&);
  void refresh_marker(const model::Convening&, const model::MarkerId&);
  [[nodiscard]] Haze::Stand haze_at(const model::Place&) const;

  // cards.cpp
  [[nodiscard]] std::uint32_t slot_of(const model::CardId&) const;
  std::uint32_t add_card(const model::Card&);
  void place_card(std::uint32_t slot, const model::Place&, const model::Timestamp&);
  void look_card(std::uint32_t slot, const model::Card&);
  void take_away(std::uint32_t slot);
  void activate(std::uint32_t slot);
  void wake(std::uint32_t slot);
  void fall_asleep(std::uint32_t slot);
  void set_half_size(std::uint32_t slot, HalfSize);
  void free_slot(std::uint32_t slot);
  [[nodiscard]] const std::vector<std::uint32_t>& list_moving_cards() const;  // held ones last
  // In the order in which they are drawn: of cards that touch, the lower lies over the upper, so that the order changes with
  // where they rest and with nothing else. Leaves lie over none.
  void sort_as_drawn(std::span<std::uint32_t> slots) const;

  // near.cpp
  void bring_near(const model::Convening&, std::string_view region);
  void stand_in(const model::Convening&, const PixelRect& ground, std::vector<std::string> at,
                std::span<const PixelRect> seats);
  void stand_between(const model::Convening&, std::vector<PixelRect> seats);
  [[nodiscard]] content::Layout laid_between(std::span<const PixelRect> seats);
  void stand_otherwise(const model::Convening&);  // everything goes where it is to stand now
  [[nodiscard]] Backdrop staged_backdrop();       // as it is to stand, its words laid out anew
  void stand_near(Backdrop& whole);
  void let_wait(RegionView&, const NearLayout::Stand&) const;
  [[nodiscard]] content::Layout shown_layout() const;  // before any region is near
  [[nodiscard]] std::vector<std::size_t> regions_near(const Backdrop&) const;
  void show_line(float part);
  void fit_name_of_waiting(RegionView&, float width);
  void lay_near_ground();
  void widen_shelf();
  void leave_line_unsaid(Backdrop&) const;
  void blend_regions();
  bool ease_near(float seconds);
  void size_near();
  // Of all that do not wait, and these beside them.
  [[nodiscard]] std::vector<arrange::Standing> near_standing(std::span<const arrange::Standing> also) const;
  [[nodiscard]] std::vector<arrange::Rested> near_rest();
  [[nodiscard]] arrange::Rested as_shown(const arrange::Rested&) const;  // where it waits
  [[nodiscard]] const RegionView* named_at(PixelPoint) const;
  [[nodiscard]] bool stands_otherwise() const { return !nearness.stands.empty(); }
  [[nodiscard]] const arrange::Zones& shown_zones() const { return stands_otherwise() ? nearness.zones : zones; }
  [[nodiscard]] const arrange::TypeSize& shown_type() const { return stands_otherwise() ? nearness.type : type; }
  [[nodiscard]] bool zone_waits(std::size_t zone) const { return stands_otherwise() && nearness.stands[zone].waits; }
  // Whether a card is one of those that wait small at the side.
  [[nodiscard]] bool waits(std::uint32_t slot) const { return zone_waits(infos[slot].zone); }
  // As a card is shown that no hand holds.
  [[nodiscard]] arrange::TypeSize type_of(std::uint32_t slot) const;
  [[nodiscard]] bool is_leaf(std::uint32_t slot) const { return waits(slot) || shown_type().leaves; }

  // words.cpp
  void want_words(std::uint32_t slot);
  bool lay_words(const model::Convening&, std::size_t most);  // true while some are left
  // `shown_px`: of its height, from the top. Its lines are balanced where all of them are shown and it has been said: under
  // hands that write, each letter would move them.
  enum class Said : std::uint8_t { still_written, all };
  void fit_saying(CardView&, const model::Saying&, arrange::Sheet, float shown_px, Said = Said::all);
  [[nodiscard]] float type_px() const { return shown_type().em * pixel_from_canvas.pixels_per_unit; }
  [[nodiscard]] arrange::Sheet measured(const model::Saying&);
  void measure_cards(const model::Convening&);

  // settle.cpp
  [[nodiscard]] std::vector<arrange::Tie> ties_by_threads() const;  // where the canvas settles by them
  [[nodiscard]] float least_em() const;                             // the smallest type that can be read, canvas units
  void stand_as_arranged();
  void stand(const arrange::Rested&);
  void regrid(HalfSize largest);
  void size_cards(const model::Convening&);
  void look_who_left(const model::Convening&);
  void start_solver();
  // Of all that are there, and these beside them.
  [[nodiscard]] std::vector<arrange::Standing> standing_cards(std::span<const arrange::Standing> also) const;
  void take_rest();
  void start_router();
  void take_routes();
  bool settle_slice(const model::Convening&);
  void settle_now(const model::Convening&);

  // leaning.cpp
  void lean_cards();
  void lean_names();  // lean_names.cpp
  [[nodiscard]] std::vector<PixelRect> things_over_cards() const;
  void leave_out_covered_lines(std::span<const std::uint32_t> slots);
  // `sheet`: as it is shown.
  [[nodiscard]] Leaning leaning(const CardView&, arrange::Sheet, std::uint16_t zone, PixelPoint rest, PixelPoint aside) const;
  [[nodiscard]] std::vector<geometry::Box> on_canvas(std::span<const PixelRect>) const;
  std::vector<PixelPoint> leans_of(std::span<const Leaning>);
  [[nodiscard]] int begin_hidden_at(std::vector<Leaning>, std::span<const PixelPoint> leans) const;
  // Of one, all others standing where they are.
  [[nodiscard]] PixelPoint leans_from(std::span<const PixelRect> things, std::vector<Leaning> beside, const Leaning& own) const;
  // Where a card stands once it has come to rest: aside of where it belongs, if something stands over that.
  [[nodiscard]] PixelPoint stand_of(std::uint32_t slot) const { return eases[slot].rest + eases[slot].aside; }
  [[nodiscard]] PixelRect rest_rect(std::uint32_t slot) const {
    return rect_around(stand_of(slot), cards[slot].half_width, cards[slot].half_height);
  }
  // It is there and no hand has it.
  [[nodiscard]] bool lies_there(std::uint32_t slot) const {
    return cards[slot].alive && !eases[slot].leaving && !eases[slot].held;
  }

  // faint.cpp
  void begin(std::vector<Begun>);
  void begin_slips(std::vector<model::NourishTarget>);
  [[nodiscard]] float slip_begun_beside(const model::NourishTarget&) const;
  // Cards of a region that faces another stand in it faintly, until their twins have come.
  void reflect(const model::Convening&);
  void show_faint();
  void relink_faint_ink();
  void measure_faint(std::size_t);
  void place_faint();
  void rest_as_if_placed(std::vector<arrange::Standing> begun);
  [[nodiscard]] PixelPoint brought_in(std::size_t, arrange::Point to) const;
  void lean_faint();
  [[nodiscard]] bool is_under(std::span<const PixelRect> things, std::size_t, float part) const;
  [[nodiscard]] float faintness_of(std::size_t) const;
  bool ease_faint(float seconds);
  void drop_faint(std::size_t);
  // The card comes into sight where and as faint as that one is, which goes. False when there is none.
  bool arrive_as_begun(const model::CardId&, int key);
  void refresh_faint() {
    for (FaintInfo& one : faint_infos) one.words_stale = true;
  }

  // ease.cpp
  bool advance(const model::Convening&, float seconds);
  bool ease_cards(float seconds);
  bool ease_threads(float seconds);

  // hands.cpp
  void hold(const model::CardId&, PixelPoint);
  void let_fall(const model::CardId&, PixelPoint velocity);
  void lean(const model::CardId&, PixelPoint toward);
  void attend(std::optional<PixelPoint> finger);
  void attend_threads(std::uint32_t slot);
  bool ease_raised(const model::Convening&, float seconds);
  void raise_leaves(const model::Convening&);
  [[nodiscard]] HalfSize reading_size(arrange::Sheet) const;

  // closely.cpp
  bool speak_of(Spoken);
  void raise_spoken(const model::Convening&);
  static constexpr float name_of_spoken_ems = 2;  // over them, of `reading_em`
  void name_spoken();                             // gathering_names.cpp
  bool ease_dimness(float seconds);
  [[nodiscard]] std::vector<std::size_t> pages_of(const model::Convening&, std::span<const model::CardId>, bool named);
  [[nodiscard]] float reading_em() const;  // the least that the room reads
  [[nodiscard]] PixelRect spoken_ground(bool named) const;
  [[nodiscard]] float spoken_tall_ems(const model::Card&, float width_ems);
  void write_spoken(CardView&, const model::Saying&, float em) const;
  [[nodiscard]] std::vector<const model::Card*> spoken_cards(const model::Convening&, std::span<const model::CardId>) const;

  // thread_views.cpp
  void refresh_thread(const model::Convening&, const model::ThreadId&);
  [[nodiscard]] float word_size() const;  // the em of words on threads
  [[nodiscard]] text::BlockPtr lay_word(const model::Thread&);
  // In which a line is laid out; the wall's own where nobody knows.
  [[nodiscard]] const std::string& language_of(const model::Phrase& phrase) const {
    return phrase.language.empty() ? stage.language : phrase.language;
  }
  void drop_thread(std::uint32_t slot);
  void look_threads();
  void look_thread(std::uint32_t slot);
  void look_for_tangles();
  void leave_gap(ThreadView&) const;  // where it passes names, the prompt or what the line says
  void wake_thread(std::uint32_t slot);
  void sleep_thread(std::uint32_t slot);
  void shape_thread(std::uint32_t slot);
  void wake_threads_of(std::uint32_t card_slot);
  void damage_thread(std::uint32_t slot);
  void list_resting_thread(std::uint32_t slot);
  void unlist_resting_thread(std::uint32_t slot);
  void lay_slips(std::uint32_t slot);
  [[nodiscard]] ThreadTie tie(std::uint32_t thread_slot, int end, bool at_rest) const;

  // gatherings.cpp
  void refresh_gatherings(const model::Convening&);
  [[nodiscard]] std::vector<GatheringView> outlined_gatherings(const model::Convening&);
  // Found anew only when what it depends on is another: some milliseconds for a wide one.
  const std::vector<PixelPoint>& loop_of(const model::GatheringId&, LoopOf, float spacing);

  // gathering_names.cpp
  // False when the name of one found no place for all its words.
  bool name_gatherings(const model::Convening&, std::vector<GatheringView>&);
  [[nodiscard]] PixelRect ground_of_names() const;
  [[nodiscard]] text::BlockPtr lay_name(const model::Phrase&, float em, float width_ems, int lines);
  void choose_raised_names(const model::Convening&);
  [[nodiscard]] bool is_touched(const model::Gathering&, const GatheringView&) const;
  [[nodiscard]] bool name_rests(const GatheringView&) const;  // it is read where it rests
  void raise_name(const model::Phrase&, const GatheringView&);

  // hit.cpp
  [[nodiscard]] input::Target hit(PixelPoint) const;
  [[nodiscard]] std::uint32_t card_at(PixelPoint, float slop) const;
  [[nodiscard]] const RegionView* region_at(PixelPoint) const;
  [[nodiscard]] bool allows(model::Verb) const;

  text::Engine& engine;
  Stage stage;
  model::Camera camera;
  Focus focus;  // in which detail words are drawn; `stage.detail` is that in which they were laid out
  Backdrop backdrop;
  PixelRect screen;  // what is kept on the glass stays within
  model::PixelFromCanvas pixel_from_canvas;
  arrange::Zones zones;
  arrange::TypeSizes sizes;
  arrange::TypeSize type;  // of all cards, on a whole wall
  Nearness nearness;
  Frame frame;
  HalfSize largest_half{10, 10};  // of all cards at rest: pixels
  std::shared_ptr<const arrange::Arrangement> arrangement = std::make_shared<arrange::Arrangement>();
  std::uint32_t atlas_era = 0;
  DamageList damage;

  std::vector<CardView> cards;
  std::vector<CardEase> eases;
  std::vector<CardInfo> infos;
  std::vector<std::uint32_t> free_cards;
  std::unordered_map<model::CardId, std::uint32_t, model::IdHash> card_slots;
  std::vector<std::uint32_t> active_cards, held_cards;
  // From so many cards on their way, those that have arrived wait for the others: laying each into the picture of what rests,
  // and taking the next one out, would cost more than drawing all of them. Threads find their ways when fewer are.
  static constexpr std::size_t crowd_on_its_way = 128;
  std::size_t busy_cards = 0;                       // on their way in the last step
  mutable std::vector<std::uint32_t> moving_cards;  // made when asked for: a frame may bring hundreds of events
  mutable bool moving_stale = false;
  std::vector<arrange::ZoneLoad> zone_loads;  // by zone; what left is found when it is asked for
  // Cards that left a zone, and what they need once they are measured.
  std::unordered_map<model::CardId, std::optional<arrange::Sheet>, model::IdHash> left_something;
  std::vector<std::uint32_t> unmeasured;  // slots
  std::vector<std::uint32_t> wordless;    // slots whose words are to be laid out
  geometry::CentreGrid resting_cards;
  std::unordered_map<model::CardId, Arrival, model::IdHash> arrivals;
  std::unordered_map<model::EventId, model::CardId, model::IdHash> settling;
  Beside<model::CardId> beside_cards;  // present nourishments
  Beside<model::ThreadId> beside_threads;

  arrange::RestSolver solver;
  Router router;
  std::vector<PixelRect> over;  // seats: cards lean aside from under them
  struct NameAside {            // of a region's turned name: how far, and where that is
    PixelPoint by, stands;
  };
  std::vector<NameAside> names_aside;  // as the backdrop has regions; empty: none yet
  bool some_lean = false;
  int hidden_cards = 0;  // whose first line is not seen all the same
  bool lean_stale = false;
  bool sizes_stale = false, rest_stale = false, routes_stale = false, gatherings_stale = false;

  std::vector<ThreadView> threads;
  std::vector<ThreadInfo> thread_infos;
  std::vector<std::uint32_t> free_threads, moving_threads;
  std::unordered_map<model::ThreadId, std::uint32_t, model::IdHash> thread_slots;
  // Threads that name a card, whether or not either is there yet: events come in any order.
  std::unordered_map<model::CardId, std::vector<model::ThreadId>, model::IdHash> threads_naming;
  RectGrid resting_threads;
  ThreadCrowd thread_crowd;
  std::uint32_t attended = no_slot;

  std::vector<GatheringView> gatherings;
  std::unordered_map<model::GatheringId, KnownLoop, model::IdHash> loops;
  Haze haze;  // markers

  std::vector<Begun> begun_by_hands, reflections;
  std::vector<model::NourishTarget> begun_slips;
  std::unordered_map<model::CardId, int, model::IdHash> reflection_keys;
  std::vector<CardView> faint;
  std::vector<FaintInfo> faint_infos;
  bool faint_stale = false;  // where they stand

  Spoken spoken;
  float dimness = 0;
  Raised raised;
  bool raised_names_stale = false;
  std::vector<GatheringView> raised_names;  // without dots: their loops rest
};

}  // namespace greenline::scene
