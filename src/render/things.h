// Puts what people made into a draw list: haze, gatherings' loops, threads, gatherings'
// names, cards. In that order they lie on each other.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "render/drawn.h"
#include "render/renderer.h"
#include "render/words.h"

namespace greenline::render {

struct Manner {  // how things are drawn now
  Ink ink;
  Detail detail = Detail::rich;
  float tolerance_px = 0.3F;  // by which a thread may stray from its curve
};

// By how much a thread may stray on a glass as this one is; of a crowd on its way nobody follows the finest bend of each.
[[nodiscard]] float tolerance_of(Detail, const Drawn&);
[[nodiscard]] Manner over_manner(const Manner&, const Drawn&);  // of what lies over the layer

// All that rests within `rect` of the glass, in the order it lies. `slots` is kept from call to call.
void add_what_rests(DrawList&, const Manner&, const Drawn&, const PixelRect& rect, std::vector<std::uint32_t>& slots);

void add_haze(DrawList&, const Manner&, std::span<const scene::HazeView>, std::span<const scene::RegionView>,
              const PixelRect& in);
void add_gathering_loops(DrawList&, const Manner&, std::span<const scene::GatheringView>, const PixelRect& in);
// Over the threads, so that none runs through a name.
void add_gathering_names(DrawList&, const Manner&, std::span<const scene::GatheringView>, const PixelRect& in);

// Slots of `threads`: first every curve, then the pills with their words.
void add_threads(DrawList&, const Manner&, std::span<const scene::ThreadView> threads, std::span<const std::uint32_t> slots);
// Slots of `cards`, in the order they lie.
void add_cards(DrawList&, const Manner&, std::span<const scene::CardView> cards, std::span<const std::uint32_t> slots);
void add_card(DrawList&, const Manner&, const scene::CardView&);

// All that a thread's drawing may touch.
[[nodiscard]] PixelRect reach_of(const scene::ThreadView&);

// Its dots that reach into `in`.
void add_live_loop(DrawList&, const Manner&, std::span<const PixelPoint>, float unit_px, const PixelRect& in);
void add_pulled_thread(DrawList&, const Manner&, const scene::PulledThread&, float unit_px);
[[nodiscard]] PixelRect reach_of_loop(std::span<const PixelPoint>, float unit_px);
[[nodiscard]] PixelRect reach_of(const scene::PulledThread&, float unit_px);

}  // namespace greenline::render
