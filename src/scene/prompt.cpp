// The phase's prompt in the layout's box: as large as fits, the mode above it, the second language under it.
#include <algorithm>
#include <string_view>

#include "scene/stage.h"

namespace greenline::scene {
namespace {

constexpr float largest_units = 0.046F, smallest_units = 0.020F, step_ratio = 0.92F;

struct Words {
  std::string_view mode, prompt, second;
};

struct Attempt {
  text::BlockPtr mode, prompt, second;
  float height = 0;
  bool fits = false;
};

constexpr float mode_of_prompt = 0.56F, second_of_prompt = 0.66F;
constexpr float gap_of_prompt = 0.28F;

text::BlockPtr lay(std::string_view words, text::Face face, float size, float width, text::Align align,
                   std::string_view language, float detail, text::Engine& engine) {
  if (words.empty()) return nullptr;
  text::Style style{.face = face,
                    .size_px = size,
                    .width_px = width,
                    .align = align,
                    .line_spacing = 1.2F,
                    .language = std::string(language),
                    .detail = detail};
  return engine.layout(words, style);
}

Attempt attempt(const Words& words, const PixelRect& box, float size, text::Align align, const Stage& stage,
                text::Engine& engine) {
  Attempt out;
  const float least = stage.legible_px;
  const float width = box.width();
  out.mode = lay(words.mode, text::Face::words, std::max(size * mode_of_prompt, least), width, align, stage.language,
                 stage.detail, engine);
  out.prompt = lay(words.prompt, text::Face::prompt, size, width, align, stage.language, stage.detail, engine);
  out.second = lay(words.second, text::Face::prompt_italic, std::max(size * second_of_prompt, least), width, align,
                   stage.second_language, stage.detail, engine);
  out.fits = true;
  for (const text::BlockPtr& block : {out.mode, out.prompt, out.second}) {
    if (!block) continue;
    if (out.height > 0) out.height += size * gap_of_prompt;
    out.height += block->height;
    out.fits = out.fits && block->width <= width * 1.005F;
  }
  out.fits = out.fits && out.height <= box.height();
  return out;
}

}  // namespace

PromptView make_prompt(const Stage& stage, const content::Layout& layout, const model::PixelFromCanvas& to_pixel,
                       text::Engine& engine) {
  PromptView view;
  const content::Phase* phase = content::find_phase(stage.activity, stage.phase);
  if (!phase) return view;
  Words words{content::in_language(phase->mode_words, stage.language), content::in_language(phase->prompt, stage.language), {}};
  if (words.mode.empty()) words.mode = stage.mode_line;
  if (!stage.second_language.empty() && stage.second_language != stage.language) {
    words.second = content::in_language(phase->prompt, stage.second_language);
    if (words.second == words.prompt) words.second = {};
  }
  const PixelPoint top_left = to_pixel({layout.prompt.x0, layout.prompt.y1});
  const PixelPoint bottom_right = to_pixel({layout.prompt.x1, layout.prompt.y0});
  const PixelRect box = {top_left.x, top_left.y, bottom_right.x, bottom_right.y};
  const text::Align align = layout.prompt_centred ? text::Align::centre : text::Align::left;
  const float unit = to_pixel.pixels_per_unit;
  const float smallest = std::max(smallest_units * unit, stage.legible_px * 1.1F);
  float size = std::max(largest_units * unit, smallest);
  Attempt best = attempt(words, box, size, align, stage, engine);
  while (!best.fits && size > smallest) {
    size = std::max(size * step_ratio, smallest);
    best = attempt(words, box, size, align, stage, engine);
  }
  if (!best.fits && best.second) {  // the first language whole, rather than both cut
    words.second = {};
    best = attempt(words, box, size, align, stage, engine);
  }
  float y = box.y0;
  const auto stand = [&](const text::BlockPtr& block, const char* role) {
    TextView out{block, {layout.prompt_centred ? box.centre().x - block->width / 2 : box.x0, y}, role};
    y += block->height + size * gap_of_prompt;
    view.zone = joined(view.zone, out.rect());
    return out;
  };
  if (best.mode) view.mode = stand(best.mode, "line");
  if (best.prompt) view.lines.push_back(stand(best.prompt, "text"));
  if (best.second) view.lines.push_back(stand(best.second, "quiet_text"));
  if (!view.zone.empty()) view.zone = view.zone.grown(std::max(4.0F, unit * 0.01F));
  return view;
}

}  // namespace greenline::scene
