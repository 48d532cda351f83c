// Pictures to and from PNG files, and from JPEG, by stb.
#include "render/png.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "files/read.h"
#include "files/write.h"
#include "render/jpeg_tables.h"

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 16384
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#if defined(__clang__)
// Nothing copied to nowhere is no fault; what is written beyond an array is, and stays watched.
#pragma clang attribute push(__attribute__((no_sanitize("nonnull-attribute"))), apply_to = function)
#endif
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#endif
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
#if defined(__clang__)
#pragma clang attribute pop
#endif

namespace greenline::render {
namespace {

constexpr std::size_t max_picture_bytes = std::size_t{256} << 20;

void append(void* to, void* bytes, int count) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

}  // namespace

tl::expected<std::string, std::string> png_bytes(const Picture& picture) {
  const auto bytes_needed = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
  if (picture.width <= 0 || picture.height <= 0 || picture.rgba.size() != bytes_needed)
    return tl::unexpected(std::string("The picture has no size, or not as many pixels as its size says."));
  std::string encoded;
  if (stbi_write_png_to_func(append, &encoded, picture.width, picture.height, 4, picture.rgba.data(), picture.width * 4) == 0)
    return tl::unexpected(std::string("The picture could not be encoded."));
  return encoded;
}

tl::expected<void, std::string> write_png(const std::filesystem::path& path, const Picture& picture) {
  const auto encoded = png_bytes(picture);
  if (!encoded) return tl::unexpected(path.string() + ": " + encoded.error());
  if (auto written = files::write_whole(path, *encoded); !written)
    return tl::unexpected("The picture " + path.string() + " cannot be written: " + written.error() + ".");
  return {};
}

tl::expected<Picture, std::string> read_png(const std::filesystem::path& path) {
  const auto bytes = files::read_whole(path, max_picture_bytes);
  if (!bytes)
    return tl::unexpected("The picture " + path.string() + " cannot be read: found " + bytes.error().found + "; expected " +
                          bytes.error().expected + ".");
  auto picture = decoded(*bytes);
  if (!picture) return tl::unexpected("The file " + path.string() + " is not a PNG picture that can be read.");
  return *std::move(picture);
}

std::optional<Picture> decoded(std::string_view bytes) {
  if (bytes.size() > max_picture_bytes || !tables_are_sound(bytes)) return std::nullopt;
  Picture picture;
  int channels = 0;
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()), &picture.width,
                            &picture.height, &channels, 4),
      stbi_image_free);
  if (!pixels) return std::nullopt;
  picture.rgba.assign(pixels.get(),
                      pixels.get() + static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
  return picture;
}

}  // namespace greenline::render
