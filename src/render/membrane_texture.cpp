// The membranes' distance fields as layers of one texture.
#include "render/membrane_texture.h"

#include <algorithm>
#include <utility>

#include "render/submitter.h"

namespace greenline::render {

void MembraneTexture::follow(const Membranes& membranes) {
  const auto fields = membranes.fields();
  if (fields_ && std::ranges::equal(fields, holds_, {}, &Membranes::Field::number)) return;
  const bool room = fields_ && holds_.size() == fields.size();
  if (!fields_) fields_ = gl::Texture::make();
  bind();
  glActiveTexture(GL_TEXTURE0 + membrane_fields_unit);
  constexpr int side = MembraneField::side;
  if (!room) {
    holds_.assign(fields.size(), 0);
    glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, GL_R16F, side, side, std::max(1, static_cast<int>(fields.size())), 0, GL_RED, GL_FLOAT,
                 nullptr);
  }
  for (const auto& [name, value] : {std::pair(GL_TEXTURE_MIN_FILTER, GL_LINEAR),
                                    {GL_TEXTURE_MAG_FILTER, GL_LINEAR},
                                    {GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE},
                                    {GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE},
                                    {GL_TEXTURE_MAX_LEVEL, 0}})
    glTexParameteri(GL_TEXTURE_2D_ARRAY, static_cast<GLenum>(name), value);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (std::exchange(holds_[i], fields[i].number) == fields[i].number) continue;
    glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, 0, 0, static_cast<GLint>(i), side, side, 1, GL_RED, GL_FLOAT,
                    fields[i].distance.data());
  }
  glActiveTexture(GL_TEXTURE0);
}

void MembraneTexture::bind() const {
  glActiveTexture(GL_TEXTURE0 + membrane_fields_unit);
  glBindTexture(GL_TEXTURE_2D_ARRAY, *fields_);
  glActiveTexture(GL_TEXTURE0);
}

}  // namespace greenline::render
