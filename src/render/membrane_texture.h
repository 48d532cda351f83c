// The membranes' distance fields as layers of one texture.
#pragma once
#include <cstdint>
#include <vector>

#include "render/gl.h"
#include "render/membranes.h"

namespace greenline::render {

class MembraneTexture {
 public:
  void follow(const Membranes&);  // takes over the fields that are new
  void bind() const;              // to the texture unit that the membranes' program reads

 private:
  gl::Texture fields_;
  std::vector<std::uint64_t> holds_;  // the fields' numbers, by layer
};

}  // namespace greenline::render
