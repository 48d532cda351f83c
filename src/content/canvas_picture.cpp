// The picture that lies under a canvas's regions.
#include "content/canvas_picture.h"

#include <algorithm>
#include <utility>

#include "content/base64.h"
#include "content/load_one.h"
#include "content/picture_head.h"

namespace greenline::content {

std::string ground_expected() {
  return "a PNG or JPEG of at most " + std::to_string(max_ground_bytes >> 20) + " MB, " + std::to_string(max_ground_side) +
         " pixels a side and " + std::to_string(max_ground_pixels / 1'000'000) + " million in all";
}

std::shared_ptr<const CanvasPicture> ground_from(std::string bytes) {
  if (bytes.size() > max_ground_bytes) return nullptr;
  const auto head = picture_head(bytes);
  if (!head || std::max(head->width, head->height) > max_ground_side || head->width > max_ground_pixels / head->height)
    return nullptr;
  return std::make_shared<const CanvasPicture>(CanvasPicture{std::move(bytes), head->width, head->height});
}

void lay_under(Canvas& canvas, std::shared_ptr<const CanvasPicture> picture) {
  canvas.picture = std::move(picture);
  if (!canvas.picture) return;
  const auto width = static_cast<float>(canvas.picture->width), height = static_cast<float>(canvas.picture->height);
  for (Layout& layout : canvas.layouts) {
    const float unit = std::min(layout.width / width, layout.height / height) / 2;
    layout.picture = {-width * unit, -height * unit, width * unit, height * unit};
  }
}

std::string with_picture_data(std::string_view canvas_text, const CanvasPicture& picture) {
  return with_member(canvas_text, "picture_data", "\"" + base64(picture.bytes) + "\"");
}

}  // namespace greenline::content
