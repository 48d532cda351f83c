// Pictures to and from PNG files, by stb.
#include "render/png.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <system_error>

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 16384
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#endif
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace greenline::render {
namespace {

constexpr std::size_t max_file_bytes = std::size_t{256} << 20;

void append(void* to, void* bytes, int count) {
  auto& out = *static_cast<std::vector<char>*>(to);
  out.insert(out.end(), static_cast<char*>(bytes), static_cast<char*>(bytes) + count);
}

std::string reason() { return std::strerror(errno); }

}  // namespace

tl::expected<void, std::string> write_png(const std::filesystem::path& path, const Picture& picture) {
  const auto bytes_needed = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
  if (picture.width <= 0 || picture.height <= 0 || picture.rgba.size() != bytes_needed)
    return tl::unexpected("The picture for " + path.string() + " has no size, or not as many pixels as its size says.");
  std::vector<char> encoded;
  if (stbi_write_png_to_func(append, &encoded, picture.width, picture.height, 4, picture.rgba.data(), picture.width * 4) == 0)
    return tl::unexpected("The picture for " + path.string() + " could not be encoded.");
  auto beside = path;
  beside += ".part";
  {
    errno = 0;
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(encoded.data(), static_cast<std::streamsize>(encoded.size()));
    file.close();
    if (!file) {
      const std::string why = reason();
      std::error_code ignored;
      std::filesystem::remove(beside, ignored);
      return tl::unexpected("The picture " + path.string() + " cannot be written: " + why + ".");
    }
  }
  std::error_code failed;
  std::filesystem::rename(beside, path, failed);
  if (failed) {
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    return tl::unexpected("The picture " + path.string() + " cannot be written: " + failed.message() + ".");
  }
  return {};
}

tl::expected<Picture, std::string> read_png(const std::filesystem::path& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  if (failed) return tl::unexpected("The picture " + path.string() + " cannot be read: " + failed.message() + ".");
  if (size > max_file_bytes) return tl::unexpected("The picture " + path.string() + " is larger than 256 MB.");
  std::vector<char> bytes(size);
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    return tl::unexpected("The picture " + path.string() + " cannot be read: " + reason() + ".");
  Picture picture;
  int channels = 0;
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()), &picture.width,
                            &picture.height, &channels, 4),
      stbi_image_free);
  if (!pixels) return tl::unexpected("The file " + path.string() + " is not a PNG picture that can be read.");
  picture.rgba.assign(pixels.get(),
                      pixels.get() + static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
  return picture;
}

}  // namespace greenline::render
