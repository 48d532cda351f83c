// The green line's own words, at an edge of the screen, or in its middle, where they stand clear of regions' names and the
// prompt.
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

#include "scene/legible.h"
#include "scene/measured.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

bool reaches(const RegionView& region, const PixelRect& rect) {
  const PixelPoint middle = rect.centre();
  for (const float u : {0.0F, 0.25F, 0.5F, 0.75F, 1.0F})
    for (const float v : {0.0F, 0.5F, 1.0F})
      if (region.contains({rect.x0 + u * rect.width(), rect.y0 + v * rect.height()})) return true;
  return region.contains(middle);
}

bool covers_words(const Backdrop& backdrop, const PixelRect& rect) {
  if (rect.touches(backdrop.prompt.zone) || rect.touches(backdrop.prompt.second_zone)) return true;
  return std::any_of(backdrop.regions.begin(), backdrop.regions.end(), [&](const RegionView& region) {
    return region.label_zone.touches(rect) || region.turned_zone.touches(rect);
  });
}

bool lies_within(const RegionView& region, const PixelRect& rect) {
  return region.contains({rect.x0, rect.y0}) && region.contains({rect.x1, rect.y0}) && region.contains({rect.x0, rect.y1}) &&
         region.contains({rect.x1, rect.y1});
}

bool holds_others(const Backdrop& backdrop, const RegionView& region) {
  return std::any_of(backdrop.regions.begin(), backdrop.regions.end(),
                     [&](const RegionView& other) { return &other != &region && lies_within(region, other.bounds()); });
}

// The ground of one that is round the others is as good as open ground: the line goes through that too.
bool in_a_region(const Backdrop& backdrop, const PixelRect& rect) {
  return std::any_of(backdrop.regions.begin(), backdrop.regions.end(), [&](const RegionView& region) {
    return reaches(region, rect) && !(lies_within(region, rect) && holds_others(backdrop, region));
  });
}

// What is written on one side of the line: one language, or two, under each other or on one line.
struct Side {
  TextView first, second;
  bool on_one_line = false;
  [[nodiscard]] PixelRect rect() const { return joined(first.rect(), second.rect()); }
};

constexpr float any_size = 1e6F;

class Writer {
 public:
  Writer(const Stage& stage, const Backdrop& backdrop, float line_y, text::Engine& engine)
      : stage_(stage), backdrop_(backdrop), engine_(engine), unit_(backdrop.unit_px), line_y_(line_y) {}

  // Large enough for the room, or as near to that as fits. On one line, then on more; on the left, on the right, in the middle;
  // clear of every region if that can be, and of names and the prompt.
  // No larger than `most_px`.
  Side write(const content::LocalText& text, bool above, float most_px) {
    const std::string_view first = content::in_language(text, stage_.language);
    if (first.empty()) return {};
    std::string_view second =
        stage_.second_language.empty() ? std::string_view() : content::only_in_language(text, stage_.second_language);
    if (second == first) second = {};
    const Words words{Measured(first, text::Face::words, stage_.language, engine_),
                      Measured(second, second_face(second), stage_.second_language, engine_)};
    const float least = stage_.legible_px, usual = std::max(unit_ * 0.0195F, least);
    const float room = stage_.room_capital_px / capital_of_em(text::Face::words);
    std::vector<float> large, small;
    for (const float share : {1.0F, 0.9F, 0.8F, 0.7F})
      if (room * share > usual) large.push_back(room * share);
    large.push_back(usual);
    std::erase_if(large, [&](float size) { return size > most_px; });
    for (const float size : {usual * 0.85F, usual * 0.7F, least})
      if (size >= least && size < usual) small.push_back(size);
    const auto anywhere = [&](std::initializer_list<Where> places) -> std::optional<Side> {
      for (const std::vector<float>& sizes : {large, small})
        for (const Where where : places)
          for (const float size : sizes)
            if (auto side = find(words, size, above, where)) return side;
      return std::nullopt;
    };
    if (auto side = anywhere({{}, {.on_one_line = true}, {.between = true}, {.between = true, .on_one_line = true}}))
      return *side;
    if (auto side = anywhere({{.over_regions = true}})) return *side;
    // Nowhere is free: on the line itself, in the middle of the screen, is still better than nowhere.
    crowded_ = true;
    note(least, !second.empty());
    Side side;
    for (const int most_lines : {0, 8, 4, 2, 1}) {
      side = placed(laid(words, least, 0.34F * unit_, most_lines), 0.5F, above);
      if (side.rect().height() <= backdrop_.height) break;
    }
    return on_the_screen(std::move(side));
  }
  // Of what was written last; 0: nothing was.
  [[nodiscard]] float capital_px() const { return capital_px_; }
  [[nodiscard]] float size_px() const { return size_px_; }
  [[nodiscard]] bool crowded() const { return crowded_; }  // something found no free place

 private:
  struct Words {
    Measured first, second;
  };

  struct Where {
    bool between = false;       // also elsewhere than at the left, at the right and in the middle
    bool on_one_line = false;   // both languages
    bool over_regions = false;  // also where a region's edge or ground is behind it
  };

  [[nodiscard]] std::optional<Side> find(const Words& words, float size, bool above, Where where) {
    if (where.on_one_line && words.second.empty()) return std::nullopt;
    for (const float width_units : {0.34F, 0.18F, 0.125F}) {
      Side side = laid(words, size, width_units * unit_);
      if (words.first.lines(size, width_units * unit_) == 0) continue;  // it would break inside a word
      if (!words.second.empty() && words.second.lines(second_size(size), width_units * unit_) == 0) continue;
      side.on_one_line = where.on_one_line;
      for (const float along : alongs(size, where)) {
        const Side stood = placed(side, along, above);
        const PixelRect rect = stood.rect();
        if (rect.y0 < 0 || rect.y1 > backdrop_.height) continue;
        if (covers_words(backdrop_, rect) || (!where.over_regions && in_a_region(backdrop_, rect))) continue;
        note(size, !words.second.empty());
        return stood;
      }
    }
    return std::nullopt;
  }

  // The left, the right, the middle; any place in between before the room's size is given up, or one that reads less well.
  [[nodiscard]] std::vector<float> alongs(float size, Where where) const {
    std::vector<float> alongs{0, 1, 0.5F};
    if (where.between || size != std::max(unit_ * 0.0195F, stage_.legible_px))
      for (float along = 0.04F; along < 0.98F; along += 0.04F) alongs.push_back(along);
    return alongs;
  }

  [[nodiscard]] float second_size(float size) const { return size * second_of_first; }

  [[nodiscard]] Side laid(const Words& words, float size, float width, int most_lines = 0) {
    const auto block = [&](const Measured& some, float em) {
      return engine_.layout(some.words(), {.face = some.face(),
                                           .size_px = em,
                                           .width_px = width,
                                           .max_lines = most_lines,
                                           .line_spacing = 1.2F,
                                           .language = some.language(),
                                           .detail = stage_.detail});
    };
    Side side;
    side.first.block = block(words.first, size);
    if (!words.second.empty()) side.second.block = block(words.second, second_size(size));
    return side;
  }

  [[nodiscard]] Side placed(Side side, float along, bool above) const {
    if (side.on_one_line) return placed_on_one_line(std::move(side), along, above);
    const float margin = std::max(8.0F, unit_ * 0.03F), away = unit_ * 0.021F;
    float height = 0, width = 0;
    for (const TextView* view : {&side.first, &side.second})
      if (view->block) height += view->block->height, width = std::max(width, view->block->width);
    float y = above ? line_y_ - away - height : line_y_ + away;
    const float x = margin + along * (backdrop_.width - 2 * margin - width);
    for (TextView* view : {&side.first, &side.second}) {
      if (!view->block) continue;
      const float spare = width - view->block->width;
      const float share = along == 0 ? (view->block->right_to_left ? 1.0F : 0.0F) : along;
      view->at = {x + spare * share, y};
      y += view->block->height;
    }
    return side;
  }

  [[nodiscard]] Side placed_on_one_line(Side side, float along, bool above) const {
    const text::Block &first = *side.first.block, &second = *side.second.block;
    const float margin = std::max(8.0F, unit_ * 0.03F), away = unit_ * 0.021F, apart = unit_ * 0.016F;
    const float height = std::max(first.height, second.height), width = first.width + apart + second.width;
    const float middle = above ? line_y_ - away - height / 2 : line_y_ + away + height / 2;
    const float x = margin + along * (backdrop_.width - 2 * margin - width);
    // The first stands where its script begins.
    const bool from_right = first.right_to_left;
    side.first.at = {from_right ? x + second.width + apart : x, middle - first.height / 2};
    side.second.at = {from_right ? x : x + first.width + apart, middle - second.height / 2};
    return side;
  }

  [[nodiscard]] Side on_the_screen(Side side) const {
    const PixelRect rect = side.rect();
    const float down = std::clamp(rect.y0, 0.0F, std::max(0.0F, backdrop_.height - rect.height())) - rect.y0;
    for (TextView* view : {&side.first, &side.second}) view->at.y += down;
    return side;
  }

  void note(float size, bool two) {
    float capital = size * capital_of_em(text::Face::words);
    if (two) capital = std::min(capital, second_size(size) * capital_of_em(text::Face::prompt_italic));
    capital_px_ = capital;
    size_px_ = size;
  }

  // As high, in letters of another face, as the first language.
  static constexpr float second_of_first = capital_of_em(text::Face::words) / capital_of_em(text::Face::prompt_italic);
  const Stage& stage_;
  const Backdrop& backdrop_;
  text::Engine& engine_;
  float unit_, line_y_;
  float capital_px_ = 0, size_px_ = 0;
  bool crowded_ = false;
};

}  // namespace

LineView make_line(const Stage& stage, const content::Layout& layout, const Backdrop& backdrop,
                   const model::PixelFromCanvas& to_pixel, text::Engine& engine) {
  LineView line;
  line.y = to_pixel({0, layout.line_y}).y;
  Writer writer(stage, backdrop, line.y, engine);
  const content::GreenLine& words = *stage.canvas.green_line;
  Side above = writer.write(words.above, true, any_size);
  const float size_above = writer.size_px();
  Side below = writer.write(words.below, false, size_above > 0 ? size_above : any_size);
  if (writer.size_px() < size_above) above = writer.write(words.above, true, writer.size_px());  // both alike
  above.first.role = above.second.role = "line";
  below.first.role = below.second.role = "quiet_text";
  line.above = std::move(above.first);
  line.second_above = std::move(above.second);
  line.below = std::move(below.first);
  line.second_below = std::move(below.second);
  line.capital_px = writer.capital_px();
  line.crowded = writer.crowded();
  return line;
}

}  // namespace greenline::scene
