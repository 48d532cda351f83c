// Any bytes as a pack's picture: measured, turned upright, laid under a canvas and decoded, or refused; and never larger than
// its front says.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "content/canvas_picture.h"
#include "content/exif.h"
#include "content/picture_head.h"
#include "render/png.h"

namespace {

constexpr std::size_t most_decoded = 1'000'000;  // pixels: what is larger takes the fuzzer's time and shows nothing else

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace greenline;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto head = content::picture_head(bytes);
  if (head && (head->width <= 0 || head->height <= 0)) std::abort();
  const content::Upright upright = content::upright_of(bytes);
  if (upright.quarters < 0 || upright.quarters > 3) std::abort();
  if (!head && content::picture_kind(bytes).empty()) std::abort();
  if (!head || static_cast<std::size_t>(head->width) * static_cast<std::size_t>(head->height) > most_decoded) return 0;
  const auto ground = content::ground_from(std::string(bytes));
  if (ground && (ground->width != head->width || ground->height != head->height)) std::abort();
  const auto picture = render::decoded(bytes);
  if (picture &&
      picture->rgba.size() != static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height) * 4)
    std::abort();
  return 0;
}
