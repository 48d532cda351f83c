// What glass says through its cable (VESA E-EDID A.2), for tests that plug some in.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <string>

#include "platform/glass.h"

namespace greenline::platform {

using Edid = std::array<std::uint8_t, 128>;

// With its name and its serial number in words, 13 letters each at most.
inline Edid edid_of(const Glass& glass) {
  Edid edid{0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00};
  unsigned packed = 0;
  for (const char letter : glass.maker) packed = packed << 5U | static_cast<unsigned>(letter - 'A' + 1);
  edid[8] = static_cast<std::uint8_t>(packed >> 8U);
  edid[9] = static_cast<std::uint8_t>(packed & 0xFFU);
  edid[18] = 1;
  edid[19] = 3;
  const auto describe = [&edid](std::size_t at, std::uint8_t tag, const std::string& words) {
    if (words.empty()) return;
    std::fill_n(edid.begin() + static_cast<std::ptrdiff_t>(at), 18, std::uint8_t{' '});
    std::fill_n(edid.begin() + static_cast<std::ptrdiff_t>(at), 5, std::uint8_t{0});
    edid[at + 3] = tag;
    for (std::size_t i = 0; i < std::min<std::size_t>(13, words.size()); ++i)
      edid[at + 5 + i] = static_cast<std::uint8_t>(words[i]);
    if (words.size() < 13) edid[at + 5 + words.size()] = '\n';
  };
  describe(90, 0xfc, glass.model);
  describe(108, 0xff, glass.serial);
  edid[127] = static_cast<std::uint8_t>(256 - std::accumulate(edid.begin(), edid.end() - 1, 0U) % 256);
  return edid;
}

}  // namespace greenline::platform
