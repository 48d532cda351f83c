// A picture made small, to be shown among others: what is on the shelf.
#pragma once
#include <cstdint>
#include <vector>

namespace greenline::content {

struct SmallPicture {
  int width = 0, height = 0;       // pixels
  std::vector<std::uint8_t> rgba;  // rows top down
};

}  // namespace greenline::content
