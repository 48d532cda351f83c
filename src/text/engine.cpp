// Lays a block out once, and finds it again.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "text/inside.h"

namespace greenline::text {

namespace {

constexpr float largest_px = 1000;

// Half of what may be known next time stays free, so that looking for what to drop costs little an addition.
template <class Known, class InUse>
void make_room(Known& known, std::size_t& most, InUse in_use) {
  if (known.size() < most) return;
  for (auto entry = known.begin(); entry != known.end();) {
    const bool keep = std::exchange(entry->second.asked, false) || in_use(entry->second);
    entry = keep ? std::next(entry) : known.erase(entry);
  }
  most = std::max(kKnownAtLeast, 2 * known.size());
}

float detail_of(const Style& style) { return std::clamp(style.detail, 1 / style.size_px, largest_px / style.size_px); }

}  // namespace

bool drawable(const Style& style) {
  return style.size_px >= 1 && style.size_px <= largest_px && std::isfinite(style.detail) && style.detail > 0 &&
         std::isfinite(style.width_px) && std::isfinite(style.line_spacing);
}

Engine::Engine() : inside_(std::make_unique<Inside>()) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

BlockPtr Engine::layout(std::string_view words, const Style& style) {
  Inside& in = *inside_;
  if (!drawable(style)) return in.nothing;
  const auto found = in.blocks.find(BlockAsked{words, style});
  if (found != in.blocks.end()) {
    KeptBlock& kept = found->second;
    kept.asked = true;
    if (kept.block->atlas_generation != in.atlas.generation()) kept.block = in.build(words, style);
    return kept.block;
  }
  BlockPtr block = in.build(words, style);
  in.make_room_for_block();
  in.blocks.emplace(BlockKey{std::string(words), style}, KeptBlock{block});
  return block;
}

BlockPtr Engine::Inside::build(std::string_view words, const Style& style) {
  const Composed& whole = composer.compose(words, setting_of(style));
  const auto most = static_cast<std::size_t>(std::max(style.max_lines, 0));
  const bool cut = most > 0 && whole.lines.size() > most;
  const Composed* end = cut ? &composer.cut_at(whole, most - 1) : nullptr;
  const float detail = detail_of(style);
  Placing placing = place(whole, style, composer.measure(style.face), style.max_lines);
  if (end != nullptr) placing.width = std::max(placing.width, static_cast<float>(end->widest * placing.scale));

  auto block = std::make_shared<Block>();
  for (const bool last_try : {false, true}) {
    *block = {};
    bool placed = true;
    for (std::size_t i = 0; i < static_cast<std::size_t>(placing.lines) && placed; ++i) {
      const Line& line = cut && i + 1 == most ? end->lines.front() : whole.lines[i];
      const double left = line_left(placing, style, line.width, line.right_to_left);
      placed = add_line(*block, line.line, {left * detail, placing.baseline(i) * detail, placing.scale * detail},
                        style.size_px * detail, last_try);
    }
    if (placed) break;
    raster.forget();
    atlas.start_over();
  }
  block->width = placing.width;
  block->height = placing.height;
  block->right_to_left = whole.lines.front().right_to_left;
  block->lines = placing.lines;
  block->cut = cut;
  block->detail = detail;
  block->atlas_generation = atlas.generation();
  return block;
}

bool Engine::Inside::add_line(Block& block, PangoLayoutLine* line, const LineAt& at, float size_texels, bool last_try) {
  const int phases = Raster::phases(size_texels);
  double pen = at.left;
  for (const GSList* node = line->runs; node != nullptr; node = node->next) {
    const auto* run = static_cast<const PangoGlyphItem*>(node->data);
    const Raster::FontId font = raster.open(run->item->analysis.font);
    for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
      const PangoGlyphInfo& info = run->glyphs->glyphs[i];
      const double x = pen + info.geometry.x_offset * at.scale;
      const double y = at.baseline + (info.geometry.y_offset - run->y_offset) * at.scale;
      pen += info.geometry.width * at.scale;
      if (info.glyph == PANGO_GLYPH_EMPTY) continue;
      if ((info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
        ++block.missing;
        continue;
      }
      const double steps = std::floor(x * phases + 0.5), whole = std::floor(steps / phases);
      const Drawn* drawn = raster.draw(font, info.glyph, size_texels, static_cast<int>(steps - whole * phases));
      if (drawn == nullptr && !last_try) return false;
      if (drawn == nullptr || drawn->kind == Drawn::Kind::absent) ++block.missing;
      if (drawn == nullptr || drawn->kind != Drawn::Kind::inked) continue;
      block.glyphs.push_back({static_cast<float>(whole + drawn->left), static_cast<float>(std::round(y) + drawn->top), drawn->u,
                              drawn->v, drawn->w, drawn->h});
    }
  }
  return true;
}

void Engine::Inside::make_room_for_block() {
  make_room(blocks, most_blocks, [](const KeptBlock& kept) { return kept.block.use_count() > 1; });
}

void Engine::Inside::make_room_for_fit() {
  make_room(fits, most_fits, [](const KeptFit&) { return false; });
}

AtlasImage Engine::atlas() const { return inside_->atlas.image(); }

model::PixelRect Engine::take_dirty() { return inside_->atlas.take_dirty(); }

Engine::Figures Engine::figures() const {
  const Inside& in = *inside_;
  return {in.blocks.size(), in.raster.glyphs(), in.atlas.bytes(), in.composer.composed()};
}

}  // namespace greenline::text
