#include "render/deflate.h"

#include <zlib.h>

namespace greenline::render {

std::string deflated(std::string_view bytes, Packing packing) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string packed(size, '\0');
  const int level = packing == Packing::quickly ? Z_BEST_SPEED : Z_BEST_COMPRESSION;
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                static_cast<uLong>(bytes.size()), level) != Z_OK)
    return {};
  packed.resize(size);
  return packed;
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
  std::string bytes(size, '\0');
  uLongf found = static_cast<uLongf>(size);
  const int done = uncompress(reinterpret_cast<Bytef*>(bytes.data()), &found, reinterpret_cast<const Bytef*>(packed.data()),
                              static_cast<uLong>(packed.size()));
  if (done != Z_OK || found != size) return std::nullopt;
  return bytes;
}

}  // namespace greenline::render
