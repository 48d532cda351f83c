// An atlas of glyphs as a texture, kept like the text engine's own picture of it.
#pragma once
#include "render/gl.h"
#include "text/text.h"

namespace greenline::render {

struct AtlasTexture {
  // White with the coverage as alpha: what ImGui's renderer multiplies a vertex's colour with.
  [[nodiscard]] static AtlasTexture of_letters();
  // Colours and alpha, not multiplied.
  [[nodiscard]] static AtlasTexture of_pictures();

  // Takes over what changed. True when the atlas is of another size than before. Leaves it bound to the active unit where it
  // did anything.
  bool upload(const text::AtlasImage&, model::PixelRect dirty);

  gl::Texture texture;
  GLenum format = GL_RED;
  GLint internal_format = GL_R8;
  std::size_t texel_bytes = 1;
  int width = 0, height = 0;
};

}  // namespace greenline::render
