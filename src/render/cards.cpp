// Puts cards into a draw list: the pebble, its ink, its words.
#include <algorithm>
#include <array>
#include <cmath>

#include "render/things.h"

namespace greenline::render {
namespace {

constexpr std::size_t most_compared = 600;  // cards in one batch that are looked at for lying on each other

bool carries_sign(const scene::CardView& card) {
  return card.kept < 1 || card.warm > 0 || card.lit || card.nourished > 0 || card.slip_begun > 0 || card.veiled ||
         card.marked || card.resting_forever || card.motion == scene::Motion::held;
}

// The last of them is seen as far as its part of one.
float slips_of(const scene::CardView& card) {
  return std::min(static_cast<float>(card.nourished) + card.slip_begun, static_cast<float>(scene::most_slips));
}

float as_share(bool yes) { return yes ? 1.0F : 0.0F; }

void add_body(DrawList& list, const scene::CardView& card) {
  const float half_height = card.half_height * card.scale;
  const float reach = 0.15F * half_height + 4;  // less than CardView::reach() allows, also when turned
  const CardInstance instance{card.centre,
                              card.half_width * card.scale,
                              half_height,
                              std::cos(card.turn),
                              std::sin(card.turn),
                              card.opacity,
                              reach,
                              card.kept,
                              card.warm,
                              as_share(card.lit),
                              slips_of(card),
                              as_share(card.veiled),
                              as_share(card.marked),
                              as_share(card.resting_forever),
                              as_share(card.motion == scene::Motion::held)};
  list.add(instance, carries_sign(card));
}

struct PlainLeaf {  // the colours of most: looked up once for all
  content::Colour paper, mark, edge;
  explicit PlainLeaf(const content::Palette& palette)
      : paper(palette["paper"]), mark(palette["ink"]), edge(palette["card.edge"]) {}
};

void add_leaf(DrawList& list, const Manner& manner, const PlainLeaf& plain, const scene::CardView& card) {
  const content::Palette& palette = manner.ink.palette;
  auto [paper, mark, edge] = plain;
  // A leaf of a crowd is so small that lines at their full width would be all of it.
  const float room = std::clamp(card.half_height * card.scale / 15, 0.2F, 1.0F);
  float edge_px = palette.weight * room, marked = 0.34F + 0.26F * palette.firmness * room;
  if (card.resting_forever) {
    paper = palette["resting"];
    mark = edge = palette["resting.ink"];
    edge.a = palette.firm(0.8F);
  }
  if (card.veiled) {
    paper = palette["veil"];
    mark = edge = palette["veil.wave"];
    edge.a = palette.firm(0.95F);
    marked = palette.firm(0.8F);
  }
  if (card.lit) {  // a frame, not only another paper
    paper = mixed(paper, palette["glow.warm"], 0.3F);
    edge = palette["glow.warm"];
    edge_px = std::max(2.0F, 0.16F * card.half_height * card.scale);
  }
  mark.a = marked;
  const float settling = 1 - 0.3F * (1 - card.kept);
  list.add(LeafInstance{card.centre, card.half_width * card.scale, card.half_height * card.scale,
                        rgba8(paper, card.opacity * settling), rgba8(mark), rgba8(edge), edge_px, as_share(card.veiled)});
}

content::Colour ink_of(const Manner& manner, const scene::CardView& card) {
  return manner.ink.palette[card.resting_forever ? "resting.ink" : "ink"];
}

void add_ink(DrawList& list, const Manner& manner, const scene::CardView& card) {
  if (card.ink == nullptr || card.veiled || card.leaf || card.ink_box.empty()) return;
  const float c = std::cos(card.turn) * card.scale;
  const float s = std::sin(card.turn) * card.scale;
  const PixelRect& box = card.ink_box;
  const auto on_wall = [&](const model::InkPoint& p) {
    const float x = box.x0 + p.x * box.width();
    const float y = box.y0 + p.y * box.height();
    return PixelPoint{card.centre.x + x * c - y * s, card.centre.y + x * s + y * c};
  };
  const auto radius = [&](const model::InkPoint& p) { return std::max(0.5F, p.width * box.width() * 0.5F * card.scale); };
  const Rgba8 colour = rgba8(ink_of(manner, card), card.opacity);
  for (const model::Stroke& stroke : *card.ink) {
    if (stroke.empty()) continue;
    PixelPoint from = on_wall(stroke.front());
    float from_radius = radius(stroke.front());
    if (stroke.size() == 1) list.add(CapsuleInstance{from, from, from_radius, from_radius, colour});
    for (std::size_t i = 1; i < stroke.size(); ++i) {
      const PixelPoint to = on_wall(stroke[i]);
      if (length(to - from) < 0.75F && i + 1 < stroke.size()) continue;  // nearer than can be seen
      const float to_radius = radius(stroke[i]);
      list.add(CapsuleInstance{from, to, from_radius, to_radius, colour});
      from = to;
      from_radius = to_radius;
    }
  }
}

void add_words(DrawList& list, const Manner& manner, const scene::CardView& card) {
  if (card.words == nullptr || card.veiled || card.leaf) return;
  content::Colour colour = ink_of(manner, card);
  colour.a *= card.opacity;
  add_turned_text(list, manner.ink, card.words.get(), card.words_at,
                  {card.centre, std::cos(card.turn) * card.scale, std::sin(card.turn) * card.scale}, colour);
}

bool overlap(const scene::CardView& a, const scene::CardView& b) {
  return std::abs(a.centre.x - b.centre.x) < a.half_width * a.scale + b.half_width * b.scale &&
         std::abs(a.centre.y - b.centre.y) < a.half_height * a.scale + b.half_height * b.scale;
}

void add_batch(DrawList& list, const Manner& manner, std::span<const scene::CardView> cards,
               std::span<const std::uint32_t> slots) {
  const PlainLeaf plain(manner.ink.palette);
  for (const std::uint32_t slot : slots) {
    const scene::CardView& card = cards[slot];
    if (!card.alive || card.opacity <= 0) continue;
    if (card.leaf)
      add_leaf(list, manner, plain, card);
    else
      add_body(list, card);
  }
  for (const std::uint32_t slot : slots)
    if (cards[slot].alive) add_ink(list, manner, cards[slot]);
  for (const std::uint32_t slot : slots)
    if (cards[slot].alive) add_words(list, manner, cards[slot]);
}

}  // namespace

void add_cards(DrawList& list, const Manner& manner, std::span<const scene::CardView> cards,
               std::span<const std::uint32_t> slots) {
  // Bodies, ink and words of many cards go in three calls. Where a card lies on an earlier one a new batch begins, or the lower
  // one's words would show through it.
  std::size_t begin = 0;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const scene::CardView& card = cards[slots[i]];
    if (card.leaf || i - begin > most_compared) continue;
    const auto lies_on = [&](std::uint32_t earlier) { return !cards[earlier].leaf && overlap(cards[earlier], card); };
    const auto batch = slots.subspan(begin, i - begin);
    if (std::any_of(batch.begin(), batch.end(), lies_on)) {
      add_batch(list, manner, cards, batch);
      begin = i;
    }
  }
  add_batch(list, manner, cards, slots.subspan(begin));
}

void add_card(DrawList& list, const Manner& manner, const scene::CardView& card) {
  constexpr std::array<std::uint32_t, 1> only = {0};
  add_batch(list, manner, std::span(&card, 1), only);
}

}  // namespace greenline::render
