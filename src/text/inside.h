// What an engine holds.
#pragma once
#include <unordered_map>

#include "text/atlas.h"
#include "text/composer.h"
#include "text/keys.h"
#include "text/placing.h"
#include "text/raster.h"

namespace greenline::text {

// As many blocks, or fits, are known before those that nobody holds nor asked for lately are looked for and dropped.
inline constexpr std::size_t kKnownAtLeast = 2048;

struct KeptBlock {
  BlockPtr block;
  bool asked = true;  // since the last time
};

struct KeptFit {
  float size_px = 0;
  bool fits = false;
  int max_lines = 0;  // of the style to lay out with: fewer where the height cuts
  bool asked = true;
};

struct Engine::Inside {
  Fonts fonts;
  Composer composer{fonts};
  Atlas atlas;
  Raster raster{atlas};
  std::unordered_map<BlockKey, KeptBlock, Hash, Same> blocks;
  std::unordered_map<FitKey, KeptFit, Hash, Same> fits;
  std::size_t most_blocks = kKnownAtLeast, most_fits = kKnownAtLeast;
  BlockPtr nothing = std::make_shared<const Block>();

  [[nodiscard]] BlockPtr build(std::string_view words, const Style&);
  [[nodiscard]] KeptFit search(std::string_view words, const Style&, float max_height, std::span<const float> sizes);
  // Before another is added: drops what is not in use where there are very many, so that memory stays bounded.
  void make_room_for_block();
  void make_room_for_fit();
  struct LineAt {  // where a line begins, and how large it is; texels
    double left = 0, baseline = 0;
    double scale = 1;  // texels a Pango unit
  };
  // Adds a line's glyphs; false when the atlas is full.
  bool add_line(Block&, PangoLayoutLine*, const LineAt&, float size_texels, bool last_try);
};

[[nodiscard]] bool drawable(const Style&);

}  // namespace greenline::text
