#include "picture/jpeg.h"

#include <string>
#include <utility>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_JPEG
#include <stb/stb_image.h>
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

namespace greenline::picture {

bool write_jpeg(const std::filesystem::path& file, const render::Picture& picture, int quality) {
  return stbi_write_jpg(file.c_str(), picture.width, picture.height, 4, picture.rgba.data(), quality) != 0;
}

namespace {

render::Picture taken_over(unsigned char* pixels, render::Picture picture) {
  if (pixels == nullptr) return {};
  picture.rgba.assign(pixels, pixels + static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
  stbi_image_free(pixels);
  return picture;
}

}  // namespace

render::Picture through_jpeg(const render::Picture& picture, int quality) {
  std::string bytes;
  const auto add = [](void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
  };
  if (stbi_write_jpg_to_func(add, &bytes, picture.width, picture.height, 4, picture.rgba.data(), quality) == 0) return {};
  render::Picture read;
  int channels = 0;
  unsigned char* pixels = stbi_load_from_memory(reinterpret_cast<const unsigned char*>(bytes.data()),
                                                static_cast<int>(bytes.size()), &read.width, &read.height, &channels, 4);
  return taken_over(pixels, std::move(read));
}

render::Picture read_jpeg(const std::filesystem::path& file) {
  render::Picture picture;
  int channels = 0;
  unsigned char* pixels = stbi_load(file.c_str(), &picture.width, &picture.height, &channels, 4);
  return taken_over(pixels, std::move(picture));
}

}  // namespace greenline::picture
