// Sets words once, and finds them again.
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

// Of glyphs of this size, and no larger than they can be drawn.
float bounded_detail(float detail, float size_px) { return std::clamp(detail, 1 / size_px, largest_px / size_px); }

}  // namespace

bool drawable(const Style& style) {
  return style.size_px >= 1 && style.size_px <= largest_px && std::isfinite(style.detail) && style.detail > 0 &&
         std::isfinite(style.width_px) && std::isfinite(style.line_spacing);
}

Engine::Engine(Purpose purpose) : inside_(std::make_unique<Inside>()) { inside_->draws = purpose == Purpose::to_draw; }
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

void Engine::tell_pictures_by(PictureWords words) { inside_->typesetter.tell_pictures_by(std::move(words)); }

BlockPtr Engine::layout(std::string_view words, const Style& style) {
  Inside& in = *inside_;
  if (!in.can_set(style)) return in.nothing;
  Style plain = style;
  plain.detail = 1;
  auto found = in.galleys.find(GalleyAsked{words, plain});
  if (found == in.galleys.end()) {
    std::shared_ptr<Galley> galley = in.set(words, plain);
    in.make_room_for_galley();
    found = in.galleys.emplace(GalleyKey{std::string(words), std::move(plain)}, KeptGalley{std::move(galley), nullptr}).first;
  }
  KeptGalley& kept = found->second;
  kept.asked = true;
  kept.last = in.draw(kept.galley, bounded_detail(style.detail, style.size_px));
  return kept.last;
}

BlockPtr Engine::in_detail(const BlockPtr& block, float detail) {
  if (!block || !block->galley || !std::isfinite(detail) || detail <= 0) return block;
  return inside_->draw(std::const_pointer_cast<Galley>(block->galley), bounded_detail(detail, block->galley->size_px));
}

const Composed& Engine::Inside::compose(std::string_view words, const Style& style) {
  const Composed& filled = typesetter.compose(words, setting_of(style));
  const bool cut = style.max_lines > 0 && filled.lines.size() > static_cast<std::size_t>(style.max_lines);
  if (!style.balanced || cut) return filled;
  const Composed& balanced = typesetter.balance(filled);
  // In a tall script other letters come to stand above each other.
  const FaceMeasure measure = typesetter.measure(style.face);
  return place(balanced, style, measure).height <= place(filled, style, measure).height ? balanced : filled;
}

std::shared_ptr<Galley> Engine::Inside::set(std::string_view words, const Style& style) {
  const Composed& whole = compose(words, style);
  const auto most = static_cast<std::size_t>(std::max(style.max_lines, 0));
  const bool cut = most > 0 && whole.lines.size() > most;
  const Composed* end = cut && style.ellipsis ? &typesetter.cut_at(whole, most - 1) : nullptr;
  Placing placing = place(whole, style, typesetter.measure(style.face), style.max_lines);
  if (end != nullptr) placing.width = std::max(placing.width, static_cast<float>(end->widest * placing.scale));

  auto galley = std::make_shared<Galley>();
  for (std::size_t i = 0; i < static_cast<std::size_t>(placing.lines); ++i) {
    const Line& line = end != nullptr && i + 1 == most ? end->lines.front() : whole.lines[i];
    const double left = line_left(placing, style, line.width, line.right_to_left);
    set_line(*galley, line.line, {left, placing.baseline(i), placing.scale}, style.face);
  }
  galley->size_px = style.size_px;
  galley->width = placing.width;
  galley->height = placing.height;
  galley->right_to_left = whole.lines.front().right_to_left;
  galley->lines = placing.lines;
  galley->cut = cut;
  return galley;
}

void Engine::Inside::set_line(Galley& galley, PangoLayoutLine* line, const LineAt& at, Face face) {
  double pen = at.left;
  for (const GSList* node = line->runs; node != nullptr; node = node->next) {
    const auto* run = static_cast<const PangoGlyphItem*>(node->data);
    if (PangoLayoutLine* told = told_in(*run)) {
      set_line(galley, told, {pen, at.baseline, at.scale}, face);
      for (int i = 0; i < run->glyphs->num_glyphs; ++i) pen += run->glyphs->glyphs[i].geometry.width * at.scale;
      continue;
    }
    const Raster::FontId font = raster.open(run->item->analysis.font);
    for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
      const PangoGlyphInfo& info = run->glyphs->glyphs[i];
      const double from = pen;
      pen += info.geometry.width * at.scale;
      if (info.glyph == PANGO_GLYPH_EMPTY) continue;
      if ((info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
        ++galley.missing;
        const Placeholder& placeholder = typesetter.placeholder(face);
        if (placeholder.glyph == 0) continue;
        const double room = info.geometry.width - placeholder.width;
        galley.pieces.push_back({raster.open(placeholder.font.get()), placeholder.glyph,
                                 static_cast<float>(from + room / 2 * at.scale), static_cast<float>(at.baseline)});
        continue;
      }
      galley.pieces.push_back({font, info.glyph, static_cast<float>(from + info.geometry.x_offset * at.scale),
                               static_cast<float>(at.baseline + (info.geometry.y_offset - run->y_offset) * at.scale)});
    }
  }
}

void Engine::Inside::make_room_for_galley() {
  make_room(galleys, most_galleys, [](const KeptGalley& kept) { return kept.in_use(); });
}

void Engine::Inside::make_room_for_fit() {
  make_room(fits, most_fits, [](const KeptFit&) { return false; });
}

AtlasImage Engine::Inside::image_of(const Atlas& atlas) const {
  AtlasImage image = atlas.image();
  image.generation = generation();
  image.era = letters.era();  // they start over together
  return image;
}

AtlasImage Engine::atlas() const { return inside_->image_of(inside_->letters); }
AtlasImage Engine::pictures() const { return inside_->image_of(inside_->pictures); }

model::PixelRect Engine::take_dirty() { return inside_->letters.take_dirty(); }
model::PixelRect Engine::take_dirty_pictures() { return inside_->pictures.take_dirty(); }

Engine::Figures Engine::figures() const {
  const Inside& in = *inside_;
  return {.blocks = in.galleys.size(),
          .glyphs = in.raster.glyphs(),
          .atlas_bytes = in.letters.bytes() + in.pictures.bytes(),
          .layouts = in.typesetter.composed(),
          .drawn = in.raster.drawn(),
          .packings = in.packings};
}

}  // namespace greenline::text
