// Gives each part to the reader of still pictures, as a file of its own.
#include "picture/played.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

namespace greenline::picture {
namespace {

std::size_t number_at(const std::string& bytes, std::size_t at) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::string chunk(const std::string& name, const std::string& data) {
  std::string size(4, '\0');
  for (std::size_t i = 0; i < 4; ++i) size[i] = static_cast<char>(data.size() >> (24 - 8 * i) & 0xFFU);
  return size + name + data + std::string(4, '\0');  // nobody looks at the sum
}

struct Part {
  std::string control, data;
};

void lay_over(render::Picture& all, const render::Picture& part, std::size_t x, std::size_t y) {
  for (int row = 0; row < part.height; ++row)
    for (int column = 0; column < part.width; ++column) {
      const auto from =
          4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(part.width) + static_cast<std::size_t>(column));
      const auto to = 4 * ((y + static_cast<std::size_t>(row)) * static_cast<std::size_t>(all.width) + x +
                           static_cast<std::size_t>(column));
      if (part.rgba[from + 3] != 0) std::memcpy(all.rgba.data() + to, part.rgba.data() + from, 4);
    }
}

}  // namespace

std::vector<Played> played(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::string header, colours;
  std::vector<Part> parts;
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t size = number_at(bytes, at);
    if (size > bytes.size() - at - 12) return {};
    const std::string name = bytes.substr(at + 4, 4), data = bytes.substr(at + 8, size);
    if (name == "IHDR") header = data;
    if (name == "PLTE" || name == "tRNS") colours += chunk(name, data);
    if (name == "fcTL") parts.push_back({data, {}});
    if (name == "IDAT" && !parts.empty()) parts.back().data += data;
    if (name == "fdAT" && !parts.empty()) parts.back().data += data.substr(4);
    at += 12 + size;
  }
  std::vector<Played> all;
  const std::filesystem::path one = path.string() + ".part";
  for (const Part& part : parts) {
    if (part.control.size() != 26 || header.size() != 13) return {};
    std::ofstream(one, std::ios::binary) << bytes.substr(0, 8) << chunk("IHDR", part.control.substr(4, 8) + header.substr(8))
                                         << colours << chunk("IDAT", part.data) << chunk("IEND", {});
    const auto picture = render::read_png(one);
    std::filesystem::remove(one);
    if (!picture) return {};
    if (all.empty()) {
      all.push_back({*picture, 0});
    } else {
      const std::size_t x = number_at(part.control, 12), y = number_at(part.control, 16);
      render::Picture next = all.back().picture;
      if (x + static_cast<std::size_t>(picture->width) > static_cast<std::size_t>(next.width) ||
          y + static_cast<std::size_t>(picture->height) > static_cast<std::size_t>(next.height))
        return {};
      lay_over(next, *picture, x, y);
      all.push_back({std::move(next), 0});
    }
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(part.control[i]); };
    all.back().stands_ms = (byte(20) << 8U | byte(21)) * 1000 / std::max(1, byte(22) << 8 | byte(23));
  }
  return all;
}

}  // namespace greenline::picture
