// What an engine holds.
#pragma once
#include <unordered_map>

#include "text/atlas.h"
#include "text/galley.h"
#include "text/keys.h"
#include "text/placing.h"
#include "text/raster.h"
#include "text/typesetter.h"

namespace greenline::text {

// As many galleys, or fits, are known before those that nobody holds nor asked for lately are looked for and dropped. Each
// letter that somebody types makes one; twice as many may be known for a while.
inline constexpr std::size_t kKnownAtLeast = 512;

[[nodiscard]] bool drawable(const Style&);

struct KeptGalley {
  std::shared_ptr<Galley> galley;
  BlockPtr last;      // the block that was asked for last: it need not be drawn again though nobody holds it
  bool asked = true;  // since the last time
  [[nodiscard]] bool in_use() const { return galley.use_count() > (last ? 2 : 1) || last.use_count() > 1; }
};

struct KeptFit {
  float size_px = 0;
  bool fits = false;
  int max_lines = 0;  // of the style to lay out with: fewer where the height cuts
  bool asked = true;
};

struct Engine::Inside {
  bool draws = true;  // else blocks have no glyphs
  Fonts fonts;
  Typesetter typesetter{fonts};
  Atlas letters;
  Atlas pictures{{.first_width = 256, .first_height = 128, .channels = 4}};
  Raster raster{letters, pictures};
  std::unordered_map<GalleyKey, KeptGalley, Hash, Same> galleys;
  std::unordered_map<FitKey, KeptFit, Hash, Same> fits;
  std::size_t most_galleys = kKnownAtLeast, most_fits = kKnownAtLeast;
  std::uint64_t packings = 0;
  BlockPtr nothing = std::make_shared<const Block>();

  // Whether words of this style can be set at all: Pango ends the program when it finds no font.
  [[nodiscard]] bool can_set(const Style& style) const { return fonts.any() && drawable(style); }
  // As the style asks: balanced where it is no taller for that, and nothing is cut.
  [[nodiscard]] const Composed& compose(std::string_view words, const Style&);
  [[nodiscard]] std::shared_ptr<Galley> set(std::string_view words, const Style&);
  [[nodiscard]] KeptFit search(std::string_view words, const Style&, float max_height, std::span<const float> sizes);
  // Before another is added: drops what is not in use where there are very many, so that memory stays bounded.
  void make_room_for_galley();
  void make_room_for_fit();
  struct LineAt {  // where a line begins, and how large it is; pixels
    double left = 0, baseline = 0;
    double scale = 1;  // pixels a Pango unit
  };
  void set_line(Galley&, PangoLayoutLine*, const LineAt&, Face);

  // drawing.cpp: blocks from galleys
  [[nodiscard]] BlockPtr draw(const std::shared_ptr<Galley>&, float detail);
  // Of both atlases: a block's glyphs are good while neither has moved its own.
  [[nodiscard]] std::uint32_t generation() const { return letters.generation() + pictures.generation(); }
  [[nodiscard]] AtlasImage image_of(const Atlas&) const;
  // False when an atlas is full; at the last try what has no room is left out and counted as missing.
  bool fill(Block&, const Galley&, bool last_try);
  // Somewhere for another glyph: drops what nobody shows, or grows, or starts over. False when it started over: nothing more
  // can be done. `again`: the last time was not enough.
  bool make_room_for_glyphs(Atlas&, bool again);
  template <class Use>
  void each_block(Use);
  [[nodiscard]] std::vector<Drawn*> shown_glyphs(bool in_pictures);
  // Drops all glyphs of the atlas but these, which move together, and corrects the blocks that show them. False when that did
  // not work out.
  bool pack_anew(Atlas&, std::vector<Drawn*> shown);
};

}  // namespace greenline::text
