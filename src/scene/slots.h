// What a scene keeps of each card, thread and gathering beside its view: plain structs, by slot.
#pragma once
#include <cstdint>
#include <vector>

#include "arrange/sheet.h"
#include "model/timestamp.h"
#include "model/values.h"
#include "scene/curve.h"
#include "scene/scene.h"
#include "text/text.h"

namespace greenline::scene {

inline constexpr std::uint32_t no_slot = ~0U;

// How a card moves; beside its CardView, slot by slot.
struct CardEase {
  PixelPoint at, velocity;  // without leaning; pixels, pixels a second
  PixelPoint rest;          // where it belongs
  PixelPoint aside;         // from there, while something stands over it
  float size = 1, size_speed = 0, size_to = 1;
  float breath_s = -1, lean_s = -1;  // since it landed, since it leans; < 0: not
  PixelPoint lean;                   // pixels, at its furthest
  PixelPoint grip;                   // from the finger that holds it to its middle
  float opacity_to = 1;
  float calmly_s = 0;    // how long it takes there, unless it hurries
  bool landing = false;  // it was put down: it hurries; others make room at leisure
  bool nearing = false;  // it goes where its region goes, with it
  bool active = false;   // in the list of what is eased
  bool held = false, leaving = false;
  bool threads_awake = false;  // all of its threads are among those that move
};

// What is looked at only when something happens to the card.
struct CardInfo {
  std::uint16_t zone = 0;
  arrange::Point home;  // where its place is, canvas units
  model::Place place;
  model::Timestamp placed_at;
  std::uint32_t unsettled = 0;  // events about it that are not yet durable
  bool words_stale = false;
  bool has_ink = false;
  bool measured = false;
  arrange::Sheet sheet;                // one line's until it is measured
  float tall = 0, shown = 0;           // canvas units: as it was arranged; 0: as its sheet says
  float slip_begun_to = 0;             // of what somebody writes beside it
  float leaned_over = 0;               // what is seen of it while another leans over it, canvas units; 0: all
  std::vector<std::uint32_t> threads;  // slots
};

struct ThreadInfo {
  std::uint32_t card[2] = {no_slot, no_slot};  // slots of the cards at its ends; none: a region
  std::uint16_t zone[2] = {0, 0};              // of the regions at its ends
  Bend bend, bend_to;
  text::BlockPtr word;
  HalfSize pill;
  float shown = 0;  // 0..1: it comes into sight
  int tangle = 0;   // tangle_level, among those that are there
  bool attended = false;
};

struct LoopOf {  // all that a gathering's loop depends on: where its cards rest, and those near it
  float margin = 0;
  std::vector<PixelRect> own, others;
  friend bool operator==(const LoopOf&, const LoopOf&) = default;
};
struct KnownLoop {
  LoopOf of;
  std::vector<PixelPoint> dots;
};

struct FaintInfo {  // of what somebody is writing, beside its CardView
  Begun begun;
  bool is_new = false, words_stale = false, moved = false, leaving = false;
  arrange::Sheet sheet{};
  PixelPoint rest{}, aside{}, velocity{};
};

struct Arrival {
  PixelPoint at;
  float opacity = 0;
  float half_width = 0;  // that it is seen at; 0: its own
};

}  // namespace greenline::scene
