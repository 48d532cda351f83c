// The atlases of texts (text/text.h) as textures that Dear ImGui's renderer knows: GL names.
#pragma once
#include <cstdint>

namespace greenline::ui {

struct GlyphTextures {
  std::uint64_t letters = 0, pictures = 0;
  friend bool operator==(const GlyphTextures&, const GlyphTextures&) = default;
};

}  // namespace greenline::ui
