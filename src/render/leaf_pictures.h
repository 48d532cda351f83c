// Leaves as pictures, as shaders/leaf.frag draws them, in pixels as in sheet.h.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "render/instances.h"

namespace greenline::render {

// Leaves once drawn, by how they look and by the quarter of a pixel that they stand on.
class LeafPictures {
 public:
  struct Picture {
    int left = 0, top = 0, width = 0, height = 0;  // from the whole pixel that the centre is in
    std::vector<std::uint32_t> pixels;             // of solid paper
  };
  // Lives until the next call.
  const Picture& of(const LeafInstance&);
  // Where a leaf with this centre is drawn.
  [[nodiscard]] static PixelPoint on_quarters(PixelPoint);

 private:
  struct Key {
    std::uint32_t half_size = 0, manner = 0, paper = 0, mark = 0, edge = 0;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key&) const;
  };
  std::unordered_map<Key, Picture, Hash> pictures_;
  std::size_t pixels_ = 0;
};

}  // namespace greenline::render
