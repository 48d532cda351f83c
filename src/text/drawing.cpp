// Blocks from galleys, and room for their glyphs in the atlases.
#include <algorithm>
#include <cmath>
#include <vector>

#include "text/inside.h"

namespace greenline::text {
namespace {

// Packing anew (10 ms where thousands of notes are shown) is worth it while what is shown takes up no more than this part of
// the atlas; at its largest, while there is any sense in it.
constexpr double kWorthPacking = 0.3, kLastWorthPacking = 0.85;

}  // namespace

BlockPtr Engine::Inside::draw(const std::shared_ptr<Galley>& galley, float detail) {
  for (const std::weak_ptr<Block>& known : galley->drawn) {
    const auto block = known.lock();
    if (block && block->detail == detail && block->atlas_generation == generation()) return block;
  }
  auto block = std::make_shared<Block>();
  block->detail = detail;
  bool again = false, last_try = false;
  block->missing = galley->missing;
  while (draws && !fill(*block, *galley, last_try)) {
    last_try = !make_room_for_glyphs(raster.full(), again);
    again = true;
  }
  block->width = galley->width;
  block->height = galley->height;
  block->right_to_left = galley->right_to_left;
  block->lines = galley->lines;
  block->cut = galley->cut;
  block->atlas_generation = generation();
  block->galley = galley;
  std::erase_if(galley->drawn, [](const std::weak_ptr<Block>& known) { return known.expired(); });
  galley->drawn.push_back(block);
  return block;
}

bool Engine::Inside::fill(Block& block, const Galley& galley, bool last_try) {
  const float size = galley.size_px * block.detail;
  const int phases = Raster::phases(size);
  block.glyphs.clear();
  block.missing = galley.missing;
  for (const Galley::Piece& piece : galley.pieces) {
    const double x = double{piece.x} * block.detail, y = double{piece.y} * block.detail;
    const double steps = std::floor(x * phases + 0.5), whole = std::floor(steps / phases);
    const Drawn* drawn = raster.draw(piece.font, piece.glyph, size, static_cast<int>(steps - whole * phases));
    if (drawn == nullptr && !last_try) return false;
    if (drawn == nullptr || drawn->kind == Drawn::Kind::absent) ++block.missing;
    if (drawn == nullptr || drawn->kind != Drawn::Kind::inked) continue;
    block.glyphs.push_back({static_cast<float>(whole + drawn->left), static_cast<float>(std::round(y) + drawn->top), drawn->u,
                            drawn->v, drawn->w, drawn->h, drawn->picture});
  }
  return true;
}

// Blocks that somebody holds; those of an earlier era are to be laid out again.
template <class Use>
void Engine::Inside::each_block(Use use) {
  for (const auto& [key, kept] : galleys) {
    for (const std::weak_ptr<Block>& known : kept.galley->drawn) {
      const auto block = known.lock();
      if (block && block->atlas_generation == generation()) use(*block);
    }
  }
}

std::vector<Drawn*> Engine::Inside::shown_glyphs(bool in_pictures) {
  std::unordered_map<std::uint32_t, Drawn*> by_place = raster.by_place(in_pictures);
  std::vector<Drawn*> shown;
  each_block([&](const Block& block) {
    for (const Glyph& glyph : block.glyphs) {
      if (glyph.picture != in_pictures) continue;
      const auto found = by_place.find(Raster::place_key(glyph.u, glyph.v));
      if (found == by_place.end()) continue;  // seen before
      shown.push_back(found->second);
      by_place.erase(found);
    }
  });
  return shown;
}

bool Engine::Inside::pack_anew(Atlas& atlas, std::vector<Drawn*> shown) {
  const bool in_pictures = &atlas == &pictures;
  std::sort(shown.begin(), shown.end(), [](const Drawn* a, const Drawn* b) { return a->h > b->h; });
  std::vector<Atlas::Move> moves;
  moves.reserve(shown.size());
  for (const Drawn* drawn : shown) moves.push_back({{drawn->u, drawn->v}, drawn->w, drawn->h, {}});
  std::vector<Block*> blocks;
  each_block([&](Block& block) { blocks.push_back(&block); });
  if (!atlas.pack(moves)) return false;
  ++packings;
  std::unordered_map<std::uint32_t, Atlas::Place> to_from;
  to_from.reserve(shown.size());
  for (std::size_t i = 0; i < shown.size(); ++i) {
    to_from[Raster::place_key(shown[i]->u, shown[i]->v)] = moves[i].to;
    shown[i]->u = static_cast<std::uint16_t>(moves[i].to.x);
    shown[i]->v = static_cast<std::uint16_t>(moves[i].to.y);
  }
  raster.forget_all_but(shown, in_pictures);
  for (Block* block : blocks) {
    for (Glyph& glyph : block->glyphs) {
      if (glyph.picture != in_pictures) continue;
      const Atlas::Place to = to_from.at(Raster::place_key(glyph.u, glyph.v));
      glyph.u = static_cast<std::uint16_t>(to.x);
      glyph.v = static_cast<std::uint16_t>(to.y);
    }
    block->atlas_generation = generation();
  }
  return true;
}

bool Engine::Inside::make_room_for_glyphs(Atlas& atlas, bool again) {
  if (!again) {
    for (auto& [key, kept] : galleys)
      if (kept.last.use_count() == 1) kept.last = nullptr;
    const std::vector<Drawn*> shown = shown_glyphs(&atlas == &pictures);
    double area = 0;
    for (const Drawn* drawn : shown) area += Atlas::area_of(drawn->w, drawn->h);
    const bool worth = area < atlas.area() * (atlas.can_grow() ? kWorthPacking : kLastWorthPacking);
    if (worth && pack_anew(atlas, shown)) return true;
  }
  if (atlas.grow()) return true;
  raster.forget();
  letters.start_over();
  pictures.start_over();
  return false;
}

}  // namespace greenline::text
