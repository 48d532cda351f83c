// Puts threads and the loops and lines that hands are drawing into a draw list.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "render/things.h"
#include "scene/curve.h"

namespace greenline::render {
namespace {

// How far the curve strays from its chord, pixels.
float stray_px(const std::array<PixelPoint, 4>& curve) {
  const PixelPoint chord = curve[3] - curve[0];
  const float long_px = std::max(length(chord), 1.0F);
  const auto off = [&](PixelPoint p) {
    return std::abs((p.x - curve[0].x) * chord.y - (p.y - curve[0].y) * chord.x) / long_px;
  };
  return 0.75F * std::max(off(curve[1]), off(curve[2]));
}

// What of it is drawn: all, or what lies before and after the gap.
template <class Draw>
void each_part(const scene::ThreadView& thread, Draw&& draw) {
  if (thread.gap_from >= thread.gap_to) return draw(thread.curve);
  if (thread.gap_from > 0) draw(scene::part_of(thread.curve, 0, thread.gap_from));
  if (thread.gap_to < 1) draw(scene::part_of(thread.curve, thread.gap_to, 1));
}

// Straight pieces that a curve is drawn with: few kinds, since each kind is a call of its own.
constexpr std::array<std::uint32_t, 8> piece_counts = {1, 2, 3, 5, 8, 12, 18, 28};

// An arc of sagitta s cut into n pieces strays from them by s / n².
std::size_t pieces_of(const scene::ThreadView& thread, float tolerance_px) {
  const float wanted = std::sqrt(stray_px(thread.curve) / tolerance_px);
  std::size_t kind = 0;
  while (kind + 1 < piece_counts.size() && static_cast<float>(piece_counts[kind]) < wanted) ++kind;
  return kind;
}

// The same of all threads. Where light shines little, what lies along a thread only parts it from what it crosses.
struct ThreadLook {
  float light_share, light_strength, weight;
  content::Colour colour;
};

ThreadLook look_of(const Manner& manner) {
  const content::Palette& palette = manner.ink.palette;
  const float share = (manner.detail == Detail::cheap ? 0.7F : 1.0F) * (0.4F + 0.6F * palette.glow);
  return {share, palette["thread.light"].a, palette.weight, palette["thread"]};
}

RibbonInstance ribbon_of(const ThreadLook& look, const scene::ThreadView& thread, const scene::Curve& part) {
  return {part[0],
          part[1],
          part[2],
          part[3],
          look.weight * thread.width / 2,
          thread.glow * look.light_share,
          thread.glow > 0 ? look.light_strength : 0,
          0,
          rgba8(look.colour, thread.opacity)};
}

content::Colour faint(content::Colour colour, float by) {
  colour.a *= by;
  return colour;
}

// As the slips at a card's edge: warm paper, the first in front.
void add_slips(DrawList& list, const content::Palette& palette, const scene::ThreadView& thread) {
  const content::Colour edge = palette["card.edge"].a > 0 ? palette["card.edge"] : faint(palette["shadow"], 0.35F);
  for (int k = slips_shown(thread) - 1; k >= 0; --k) {
    const float seen = thread.opacity * (k < thread.nourished ? 1.0F : thread.slip_begun);
    const PixelRect rect = scene::slip_of(thread, k);
    const content::Colour paper = mixed(palette["paper"], palette["glow.warm"], 0.16F + 0.12F * static_cast<float>(k));
    list.add(PillInstance{rect, 0.25F * rect.height(), 1, rgba8(paper, seen), rgba8(edge, seen)});
  }
}

float dot_radius(float unit_px) { return std::max(1.5F, 0.0026F * unit_px); }

}  // namespace

PixelRect reach_of(const scene::ThreadView& thread) {
  PixelRect all{thread.curve[0].x, thread.curve[0].y, thread.curve[0].x, thread.curve[0].y};
  for (const PixelPoint p : thread.curve)
    all = {std::min(all.x0, p.x), std::min(all.y0, p.y), std::max(all.x1, p.x), std::max(all.y1, p.y)};
  all = all.grown(thread.width / 2 + thread.glow + 2);
  if (thread.word != nullptr) all = joined(all, thread.pill.grown(2));
  return slips_shown(thread) > 0 ? joined(all, scene::slips_of(thread).grown(2)) : all;
}

void add_threads(DrawList& list, const Manner& manner, std::span<const scene::ThreadView> threads,
                 std::span<const std::uint32_t> slots) {
  // Kind by kind, in few calls: the slots of each kind, kept between frames so that nothing is allocated.
  thread_local std::array<std::vector<std::uint32_t>, piece_counts.size()> of_kind;
  for (auto& kind : of_kind) kind.clear();
  for (const std::uint32_t slot : slots)
    if (threads[slot].alive && threads[slot].opacity > 0)
      of_kind[pieces_of(threads[slot], manner.tolerance_px)].push_back(slot);
  const ThreadLook look = look_of(manner);
  for (std::size_t kind = 0; kind < of_kind.size(); ++kind)
    for (const std::uint32_t slot : of_kind[kind])
      each_part(threads[slot],
                [&](const scene::Curve& part) { list.add(ribbon_of(look, threads[slot], part), piece_counts[kind]); });
  for (const std::uint32_t slot : slots)
    if (threads[slot].alive && slips_shown(threads[slot]) > 0) add_slips(list, manner.ink.palette, threads[slot]);
  for (const std::uint32_t slot : slots)
    if (threads[slot].alive && threads[slot].word != nullptr)
      add_pill(list, manner.ink.palette, threads[slot].pill, threads[slot].opacity);
  for (const std::uint32_t slot : slots) {
    const scene::ThreadView& thread = threads[slot];
    if (!thread.alive || thread.word == nullptr) continue;
    content::Colour colour = manner.ink.palette["text"];
    colour.a *= thread.opacity;
    const PixelPoint middle = thread.pill.centre();
    add_text(list, manner.ink, thread.word.get(), {middle.x - thread.word->width / 2, middle.y - thread.word->height / 2},
             colour);
  }
}

void add_live_loop(DrawList& list, const Manner& manner, std::span<const PixelPoint> loop, float unit_px, const PixelRect& in) {
  const float radius = dot_radius(unit_px);
  const float step = radius * 4.2F;
  const Rgba8 colour = rgba8(manner.ink.palette["glow.warm"], 0.95F);
  float until_dot = 0;
  for (std::size_t i = 1; i < loop.size(); ++i) {
    const PixelPoint way = loop[i] - loop[i - 1];
    const float way_px = length(way);
    float at = until_dot;
    for (; at < way_px; at += step) {
      const PixelPoint p = loop[i - 1] + way * (at / way_px);
      const PixelRect dot = model::rect_around(p, radius, radius);
      if (dot.touches(in)) list.add(PillInstance{dot, radius, 0, colour, colour});
    }
    until_dot = at - way_px;
  }
}

void add_pulled_thread(DrawList& list, const Manner& manner, const scene::PulledThread& pulled, float unit_px) {
  const content::Palette& palette = manner.ink.palette;
  const PixelPoint way = pulled.to - pulled.from;
  const PixelPoint sag{0, std::min(0.06F * unit_px, 0.12F * length(way))};
  const float radius = dot_radius(unit_px);
  list.add(RibbonInstance{pulled.from, pulled.from + way * 0.33F + sag, pulled.from + way * 0.67F + sag, pulled.to,
                          radius * 0.6F * palette.weight, radius * 5, palette["thread.light"].a, 0, rgba8(palette["thread"])},
           24);
  const Rgba8 end = rgba8(palette["glow.warm"]);
  list.add(PillInstance{model::rect_around(pulled.to, radius * 2, radius * 2), radius * 2, 0, end, end});
}

PixelRect reach_of_loop(std::span<const PixelPoint> loop, float unit_px) {
  if (loop.size() < 2) return {};
  PixelRect all{loop[0].x, loop[0].y, loop[0].x, loop[0].y};
  for (const PixelPoint p : loop)
    all = {std::min(all.x0, p.x), std::min(all.y0, p.y), std::max(all.x1, p.x), std::max(all.y1, p.y)};
  return all.grown(dot_radius(unit_px) + 2);
}

PixelRect reach_of(const scene::PulledThread& pulled, float unit_px) {
  const PixelRect ends{std::min(pulled.from.x, pulled.to.x), std::min(pulled.from.y, pulled.to.y),
                       std::max(pulled.from.x, pulled.to.x), std::max(pulled.from.y, pulled.to.y) + 0.06F * unit_px};
  return ends.grown(dot_radius(unit_px) * 6 + 2);
}

}  // namespace greenline::render
