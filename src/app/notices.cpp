#include "app/notices.h"

#include <algorithm>

namespace greenline::app {
namespace {

constexpr float margin_em = 2;

scene::TextView laid_out(text::Engine& engine, const std::string& sentence, scene::PixelPoint centre, float width, float height,
                         float em_px, std::string_view language) {
  // As many lines as the screen has: a path may be longer than anybody reads.
  const float line_px = 1.5F * em_px;
  const int most_lines = std::max(1, static_cast<int>((height - 2 * margin_em * em_px) / line_px));
  const float widest = std::min(width - 2 * margin_em * em_px, 26 * em_px);
  scene::TextView view;
  view.block = engine.layout(sentence, {.face = text::Face::words,
                                        .size_px = em_px,
                                        .width_px = widest,
                                        .align = text::Align::centre,
                                        .max_lines = most_lines,
                                        .language = std::string(language)});
  view.role = "text";
  const float margin = margin_em * em_px;
  view.at = {std::clamp(centre.x - view.block->width / 2, margin, std::max(margin, width - margin - view.block->width)),
             std::clamp(centre.y - view.block->height / 2, margin, std::max(margin, height - margin - view.block->height))};
  view.at = {std::round(view.at.x), std::round(view.at.y)};
  return view;
}

}  // namespace

void Notices::say(std::string_view sentence, scene::PixelPoint at) {
  for (Passing& passing : passing_) {
    if (passing.sentence == sentence) {
      passing.at = at;
      passing.left_s = lasts_s;
      return;
    }
  }
  passing_.push_back({std::string(sentence), at, lasts_s});
}

void Notices::advance(float seconds) {
  for (Passing& passing : passing_) passing.left_s -= seconds;
  std::erase_if(passing_, [](const Passing& passing) { return passing.left_s <= 0; });
}

std::vector<scene::TextView> Notices::views(text::Engine& engine, float width, float height, float em_px,
                                            std::string_view language) const {
  std::vector<scene::TextView> views;
  for (const Passing& passing : passing_) {
    views.push_back(
        laid_out(engine, passing.sentence, passing.at + scene::PixelPoint{0, -3.5F * em_px}, width, height, em_px, language));
  }
  if (!standing_.empty()) views.push_back(laid_out(engine, standing_, {width / 2, height}, width, height, em_px, language));
  return views;
}

}  // namespace greenline::app
