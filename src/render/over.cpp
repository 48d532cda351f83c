// What lies over the layer, and what of it changed.
#include "render/over.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>
#include <utility>

namespace greenline::render {
namespace {

// A hash of values as they are, order included (FNV-1a by words).
class Signature {
 public:
  Signature& with(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x100000001b3ULL;
    value_ ^= value_ >> 29;
    return *this;
  }
  Signature& with(float x) { return with(std::uint64_t{std::bit_cast<std::uint32_t>(x)}); }
  Signature& with(PixelPoint p) { return with(p.x).with(p.y); }
  Signature& with(const void* p) { return with(static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(p))); }
  Signature& with(const text::Block* block) {
    with(static_cast<const void*>(block));
    return block == nullptr
               ? *this
               : with(block->width).with(std::uint64_t{block->glyphs.size()}).with(std::uint64_t{block->atlas_generation});
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

std::uint64_t flags_of(const scene::CardView& card) {
  std::uint64_t flags = card.nourished;
  for (const bool flag :
       {card.leaf, card.veiled, card.lit, card.marked, card.resting_forever, card.alive, card.motion == scene::Motion::held})
    flags = flags << 1 | (flag ? 1U : 0U);
  return flags;
}

std::uint64_t signature_of(const scene::CardView& card) {
  return Signature()
      .with(card.centre)
      .with(card.half_width)
      .with(card.half_height)
      .with(card.turn)
      .with(card.scale)
      .with(card.opacity)
      .with(card.kept)
      .with(card.warm)
      .with(card.slip_begun)
      .with(flags_of(card))
      .with(card.words.get())
      .with(card.words_at)
      .with(static_cast<const void*>(card.ink))
      .with(card.ink != nullptr ? std::uint64_t{card.ink->size()} : 0)  // it may still be drawn
      .value();
}

std::uint64_t signature_of(const scene::ThreadView& thread) {
  Signature s;
  for (const PixelPoint p : thread.curve) s.with(p);
  return s.with(thread.width)
      .with(thread.glow)
      .with(thread.opacity)
      .with(thread.word.get())
      .with(std::uint64_t{thread.nourished})
      .with(thread.slip_begun)
      .with(thread.pill.x0)
      .with(thread.pill.y0)
      .value();
}

std::uint64_t signature_of(std::span<const PixelPoint> loop) {
  Signature s;
  for (const PixelPoint p : loop) s.with(p);
  return s.value();
}

constexpr std::size_t crowd = 256;  // things that move at once: hardly one of them stands still, so none is compared
constexpr std::string_view dim_role = "ground.edge";
constexpr float dims_by = 0.92F;
constexpr float dusk_share = 0.030F;  // of the canvas unit: how high the light reaches

float line_px(const scene::TextView& text) {
  return text.block == nullptr ? 0 : text.block->height / static_cast<float>(std::max(1, text.block->lines));
}

// The prompt's mode, then its lines.
const scene::TextView& line_of(const scene::PromptView& prompt, std::uint32_t i) {
  return i == 0 ? prompt.mode : prompt.lines[i - 1];
}

}  // namespace

PixelRect notice_pill(const scene::TextView& notice) {
  const PixelRect rect = notice.rect();
  const float line = line_px(notice), aside = 0.85F * line + 4, above = 0.36F * line + 3;
  return {rect.x0 - aside, rect.y0 - above, rect.x1 + aside, rect.y1 + above};
}

Dusk dusk_of(const scene::Backdrop& backdrop, const Atmosphere& air) {
  if (air.dusk < 0) return {};
  const PixelRect glass = backdrop.glass();
  // Of a wall that keeps clear of its glass's edges the light reaches down to them.
  const float beyond = std::max(0.0F, glass.height() - backdrop.height) / 2;
  const float height = std::ceil(dusk_share * backdrop.unit_px + beyond);
  return {{0, std::floor(glass.y1) - height, glass.x1, std::floor(glass.y1)},
          std::round(std::min(air.dusk, 1.0F) * (glass.x1 + 6 * height))};
}

// What is spoken of lies on the ground's own colour, in every palette. The light of the phase's time shows through it.
void add_dimming(DrawList& list, const content::Palette& palette, const Drawn& drawn, const Dusk& dusk) {
  constexpr int steps = 16;
  constexpr float dims_light_by = 0.35F;
  const auto add = [&](const PixelRect& rect, float by) {
    const Rgba8 ground = rgba8(palette[dim_role], by * drawn.dimness);
    list.add(PillInstance{rect, 0, 0, ground, ground});
  };
  const PixelRect glass = drawn.backdrop.glass();
  if (dusk.end_px < 0) return add(glass.grown(2), dims_by);
  const float step = std::max(1.0F, std::round(1.25F * dusk.band.height() / steps));
  float y = glass.y1 - step * steps;
  add({-2, -2, glass.x1 + 2, y}, dims_by);
  for (int i = 1; i <= steps; ++i, y += step)
    add({-2, y, glass.x1 + 2, y + step}, dims_by + (dims_light_by - dims_by) * static_cast<float>(i) / steps);
}

PixelRect difference(const Dusk& a, const Dusk& b) {
  if (a.end_px == b.end_px && a.band == b.band) return {};
  if (a.end_px < 0 || b.end_px < 0 || a.band != b.band) return joined(a.band, b.band);
  const float fade = 6 * a.band.height();
  return {std::min(a.end_px, b.end_px) - fade - 1, a.band.y0, std::max(a.end_px, b.end_px) + 1, a.band.y1};
}

void Over::look(const Drawn& drawn, const Atmosphere& air, Rects& changed) {
  std::swap(now_, before_);
  now_.clear();
  const float unit_px = drawn.backdrop.unit_px;
  const bool all_change = drawn.moving_cards.size() + drawn.moving_threads.size() > crowd;
  const auto on_glass = [&](const PixelRect& reach) { return drawn.camera(reach); };
  for (const std::uint32_t slot : drawn.moving_threads)
    if (drawn.threads[slot].alive && (drawn.threads[slot].opacity > 0 || slips_shown(drawn.threads[slot]) > 0))
      now_.push_back({Kind::thread, slot, on_glass(reach_of(drawn.threads[slot])),
                      all_change ? ++changes_ : signature_of(drawn.threads[slot])});
  for (const std::uint32_t slot : drawn.moving_cards)
    if (drawn.cards[slot].alive)
      now_.push_back(
          {Kind::card, slot, on_glass(drawn.cards[slot].reach()), all_change ? ++changes_ : signature_of(drawn.cards[slot])});
  for (std::uint32_t i = 0; i < drawn.faint.size(); ++i)
    now_.push_back({Kind::faint, i, on_glass(drawn.faint[i].reach()), signature_of(drawn.faint[i])});
  if (drawn.dimness > 0) {
    now_.push_back({Kind::dim, 0, drawn.backdrop.glass(), Signature().with(drawn.dimness).value()});
    const scene::PromptView& prompt = drawn.backdrop.prompt;
    for (std::uint32_t i = 0; i <= prompt.lines.size(); ++i)
      if (const scene::TextView& line = line_of(prompt, i); line.block)
        now_.push_back({Kind::prompt, i, on_glass(line.rect()), Signature().with(line.block.get()).with(line.at).value()});
  }
  for (std::uint32_t i = 0; i < drawn.raised.size(); ++i)
    now_.push_back({Kind::raised, i, on_glass(drawn.raised[i].view.reach()), signature_of(drawn.raised[i].view)});
  for (std::uint32_t i = 0; i < drawn.raised_names.size(); ++i) {
    const scene::GatheringView& view = drawn.raised_names[i];
    now_.push_back({Kind::raised_name, i, on_glass(view.reach),
                    Signature().with(view.name.block.get()).with(view.name.at).with(view.leader[1]).value()});
  }
  for (std::uint32_t i = 0; i < drawn.live_loops.size(); ++i)
    if (drawn.live_loops[i].size() > 1)
      now_.push_back({Kind::loop, i, reach_of_loop(drawn.live_loops[i], unit_px), signature_of(drawn.live_loops[i])});
  for (std::uint32_t i = 0; i < drawn.pulled.size(); ++i)
    now_.push_back({Kind::pulled, i, reach_of(drawn.pulled[i], unit_px),
                    Signature().with(drawn.pulled[i].from).with(drawn.pulled[i].to).value()});
  for (std::uint32_t i = 0; i < air.ripples.size(); ++i) {
    const Ripple& ripple = air.ripples[i];
    now_.push_back({Kind::ripple, i, model::rect_around(ripple.at, ripple.radius, ripple.radius).grown(2),
                    Signature().with(ripple.at).with(ripple.radius).with(ripple.light).value()});
  }
  for (std::uint32_t i = 0; i < air.chips.size(); ++i) {
    const Chip& chip = air.chips[i];
    now_.push_back({Kind::chip, i, chip.rect.grown(2),
                    Signature().with(chip.rect.x0).with(chip.rect.y0).with(chip.words.block.get()).value()});
  }
  for (std::uint32_t i = 0; i < air.notices.size(); ++i) {
    const scene::TextView& notice = air.notices[i];
    if (notice.block != nullptr)
      now_.push_back(
          {Kind::notice, i, notice_pill(notice).grown(2), Signature().with(notice.block.get()).with(notice.at).value()});
  }
  if (air.blank > 0) now_.push_back({Kind::blank, 0, drawn.backdrop.glass(), Signature().with(air.blank).value()});

  const std::size_t both = std::min(now_.size(), before_.size());
  for (std::size_t i = 0; i < both; ++i) compare(before_[i], now_[i], drawn, changed);
  for (std::size_t i = both; i < now_.size(); ++i) changed.add(now_[i].rect);
  for (std::size_t i = both; i < before_.size(); ++i) changed.add(before_[i].rect);
  loops_before_.resize(drawn.live_loops.size());
  for (std::size_t i = 0; i < loops_before_.size(); ++i) {
    loops_before_[i].assign(drawn.live_loops[i].begin(), drawn.live_loops[i].end());
  }
}

void Over::compare(const Item& before, const Item& now, const Drawn& drawn, Rects& changed) const {
  if (now.kind == before.kind && now.signature == before.signature) return;
  if (now.kind == Kind::loop && before.kind == Kind::loop && before.index < loops_before_.size()) {
    // A loop grows at its end, where the finger is: what it was stays as it is.
    const std::vector<PixelPoint>& was = loops_before_[before.index];
    const std::span<const PixelPoint> is = drawn.live_loops[now.index];
    if (!was.empty() && was.size() <= is.size() && std::equal(was.begin(), was.end(), is.begin())) {
      return changed.add(reach_of_loop(is.subspan(was.size() - 1), drawn.backdrop.unit_px));
    }
  }
  if (before.rect.touches(now.rect)) return changed.add(joined(before.rect, now.rect));
  changed.add(before.rect);
  changed.add(now.rect);
}

void Over::add(DrawList& list, const Manner& manner, const Drawn& drawn, const Atmosphere& air, const PixelRect& rect) {
  // Threads and cards that move go together in a few calls; whatever is held or raised lies on top by itself.
  threads_.clear();
  cards_.clear();
  for (const Item& item : now_) {
    if (!item.rect.touches(rect)) continue;
    if (item.kind == Kind::thread) threads_.push_back(item.index);
    if (item.kind == Kind::card) cards_.push_back(item.index);
  }
  list.look_through(drawn.camera);
  add_threads(list, manner, drawn.threads, threads_);
  add_cards(list, manner, drawn.cards, cards_);
  for (const Item& item : now_)
    if (item.kind != Kind::thread && item.kind != Kind::card && !is_said(item, air) && item.rect.touches(rect))
      add_item(list, manner, drawn, air, item, rect);
}

bool Over::is_said(const Item& item, const Atmosphere& air) { return item.kind == Kind::notice && air.blank <= 0; }

void Over::add_said(DrawList& list, const Manner& manner, const Drawn& drawn, const Atmosphere& air, const PixelRect& rect) {
  for (const Item& item : now_)
    if (is_said(item, air) && item.rect.touches(rect)) add_item(list, manner, drawn, air, item, rect);
}

void Over::add_item(DrawList& list, const Manner& manner, const Drawn& drawn, const Atmosphere& air, const Item& item,
                    const PixelRect& rect) {
  const content::Palette& palette = manner.ink.palette;
  const bool on_the_wall =
      item.kind == Kind::prompt || item.kind == Kind::raised || item.kind == Kind::faint || item.kind == Kind::raised_name;
  list.look_through(on_the_wall ? drawn.camera : model::Camera{});
  switch (item.kind) {
    case Kind::faint: add_card(list, manner, drawn.faint[item.index]); break;
    case Kind::dim: add_dimming(list, palette, drawn, dusk_of(drawn.backdrop, air)); break;
    case Kind::prompt: add_text(list, manner.ink, line_of(drawn.backdrop.prompt, item.index)); break;
    case Kind::raised: add_card(list, manner, drawn.raised[item.index].view); break;
    case Kind::raised_name:
      add_gathering_names(list, manner, drawn.raised_names.subspan(item.index, 1), drawn.raised_names[item.index].reach);
      break;
    case Kind::loop: add_live_loop(list, manner, drawn.live_loops[item.index], drawn.backdrop.unit_px, rect); break;
    case Kind::pulled: add_pulled_thread(list, manner, drawn.pulled[item.index], drawn.backdrop.unit_px); break;
    case Kind::ripple: {
      const Ripple& ripple = air.ripples[item.index];
      const Rgba8 ring = rgba8(palette["thread"], palette.firm(0.7F) * ripple.light),
                  within = rgba8(palette["thread"], 0.1F * ripple.light);
      list.add(PillInstance{model::rect_around(ripple.at, ripple.radius, ripple.radius), ripple.radius,
                            std::max(1.5F, 0.09F * ripple.radius), within, ring});
      break;
    }
    case Kind::chip:
      add_pill(list, palette, air.chips[item.index].rect);
      add_text(list, manner.ink, air.chips[item.index].words);
      break;
    case Kind::notice:
      add_pill(list, palette, notice_pill(air.notices[item.index]), 1, 1.1F * line_px(air.notices[item.index]));
      add_text(list, manner.ink, air.notices[item.index]);
      break;
    case Kind::blank: {
      // At rest the wall is near dark in any palette: what is behind it stays a guess.
      const Rgba8 dark = rgba8({0.024F, 0.034F, 0.038F, 1}, 0.985F * std::min(air.blank, 1.0F));
      list.add(PillInstance{item.rect.grown(2), 0, 0, dark, dark});
      break;
    }
    case Kind::thread:
    case Kind::card: break;  // in batches, above
  }
}

}  // namespace greenline::render
