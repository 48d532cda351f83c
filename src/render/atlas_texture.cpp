// Keeps an atlas's texture.
#include "render/atlas_texture.h"

#include <array>
#include <cmath>

namespace greenline::render {

AtlasTexture AtlasTexture::of_letters() {
  AtlasTexture made;
  made.texture = gl::smooth_texture();
  constexpr std::array<GLint, 4> white_by_coverage = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white_by_coverage.data());
  return made;
}

AtlasTexture AtlasTexture::of_pictures() {
  AtlasTexture made;
  made.texture = gl::smooth_texture();
  made.format = GL_RGBA;
  made.internal_format = GL_RGBA8;
  made.texel_bytes = 4;
  return made;
}

bool AtlasTexture::upload(const text::AtlasImage& atlas, model::PixelRect dirty) {
  if (atlas.width <= 0 || atlas.height <= 0) return false;
  const bool fresh = atlas.width != width || atlas.height != height;
  if (!fresh && dirty.empty()) return false;
  glBindTexture(GL_TEXTURE_2D, *texture);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (fresh) {
    glTexImage2D(GL_TEXTURE_2D, 0, internal_format, atlas.width, atlas.height, 0, format, GL_UNSIGNED_BYTE,
                 atlas.texels.data());
    width = atlas.width;
    height = atlas.height;
  } else {
    dirty = model::clipped({std::floor(dirty.x0), std::floor(dirty.y0), std::ceil(dirty.x1), std::ceil(dirty.y1)},
                           {0, 0, static_cast<float>(atlas.width), static_cast<float>(atlas.height)});
    const auto x = static_cast<GLint>(dirty.x0), y = static_cast<GLint>(dirty.y0);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, atlas.width);
    const auto first = static_cast<std::size_t>(y) * static_cast<std::size_t>(atlas.width) + static_cast<std::size_t>(x);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, static_cast<GLsizei>(dirty.width()), static_cast<GLsizei>(dirty.height()), format,
                    GL_UNSIGNED_BYTE, atlas.texels.subspan(texel_bytes * first).data());
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  }
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  return fresh;
}

}  // namespace greenline::render
