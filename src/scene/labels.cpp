// Regions' names and their help, in one language or in two. All names of a wall have one size. What does not fit steps down,
// goes on to another line or moves a little; nothing is cut or left out that the screen has room for.
#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "content/region_words.h"
#include "scene/free_ground.h"
#include "scene/legible.h"
#include "scene/measured.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

constexpr std::array name_sizes_units = {0.036F, 0.033F, 0.030F, 0.027F, 0.024F, 0.021F, 0.018F};
constexpr std::array help_sizes_units = {0.0195F, 0.0175F, 0.016F, 0.0145F, 0.013F};
constexpr float step_to_room = 0.88F;  // from what the room needs down to what the layout has
constexpr float second_of_name = 0.76F;
constexpr float second_of_help = 1.1F;  // its face has smaller small letters
constexpr float name_spacing = 1.15F, words_spacing = 1.25F;
// How far a label may move from its place, in ems of its name, down first.
constexpr std::array shifts_ems = {0.0F, 0.3F, 0.6F, -0.3F, 1.0F, -0.6F, 1.5F, -1.0F, 2.2F, -1.6F, 3.0F};
constexpr float up_of_further_lines = 0.25F;  // of a name
constexpr float just = 1.001F;                // floats
constexpr float apart_ems = 0.55F;            // between two texts on one line

// Each under the other; a name and its help on one line; both languages' names on one line, or all of it.
enum class Arrangement { under, help_beside, names_beside, all_beside };

struct Sizes {
  float name = 0, second_name = 0, help = 0, second_help = 0;
};

// How much a label may take.
struct Bounds {
  int most_lines = 2;
  float below_px = 0;  // height of what stands under the name
};

struct Label {
  TextView name, help, second_name, second_help;
};

struct Cell {
  const Measured* words = nullptr;
  float size = 0;
  float spacing = words_spacing;
  TextView* view = nullptr;
};

text::BlockPtr laid(const Cell& cell, float width, int lines, const Stage& stage, text::Engine& engine) {
  return engine.layout(cell.words->words(), {.face = cell.words->face(),
                                             .size_px = cell.size,
                                             .width_px = width,
                                             .align = text::Align::centre,
                                             .max_lines = lines,
                                             .line_spacing = cell.spacing,
                                             .language = cell.words->language(),
                                             .detail = stage.detail});
}

// What one region says, and where it may say it.
struct Sign {
  std::size_t region = 0;
  PixelPoint at;  // where the layout has the name's middle
  float tallest = 0;
  Measured name, help, second_name, second_help;
  FreeGround ground;

  [[nodiscard]] bool has_second() const { return !second_name.empty() || !second_help.empty(); }
};

// Puts one label together, row by row, at one size and place; fails where a row does not fit.
class Attempt {
 public:
  Attempt(Sign& sign, const Stage& stage, text::Engine& engine) : sign_(sign), stage_(stage), engine_(engine) {}

  [[nodiscard]] bool name_may_fit(float size, PixelPoint at, int most_lines) {
    for (int lines = 1; lines <= most_lines; ++lines) {
      const float one = size * name_spacing, height = one * static_cast<float>(lines);
      const float y = at.y - one / 2 - up_of_further_lines * (height - one);
      const int needs = sign_.name.lines(size, sign_.ground.width(at.x, y, y + height) * just);
      if (needs >= 1 && needs <= lines) return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<Label> label(const Sizes& sizes, Arrangement how, PixelPoint at, const Bounds& bounds) {
    Label label;
    const Cell name{&sign_.name, sizes.name, name_spacing, &label.name};
    const Cell second{&sign_.second_name, sizes.second_name, name_spacing, &label.second_name};
    const Cell help{&sign_.help, sizes.help, words_spacing, &label.help};
    const Cell second_help{&sign_.second_help, sizes.second_help, words_spacing, &label.second_help};
    at_ = at;
    y_ = -1;
    if (how == Arrangement::help_beside) {
      const bool fits = pair(name, help) && pair(second, second_help);
      return fits && y_ - at.y <= bounds.below_px ? std::optional(std::move(label)) : std::nullopt;
    }
    bool fits = how == Arrangement::under ? row(name, bounds.most_lines) && row(second, bounds.most_lines) : pair(name, second);
    const float under = y_;
    if (fits && how != Arrangement::all_beside)
      fits = row(help, bounds.most_lines) && row(second_help, bounds.most_lines);
    else if (fits)
      fits = pair(help, second_help);
    const float below = y_ - (how == Arrangement::under && label.name.block ? label.name.rect().y1 : under);
    if (!fits || below > bounds.below_px) return std::nullopt;
    return label;
  }

 private:
  // A name's first line stays near its place; further lines lead down, where there is more room.
  [[nodiscard]] float top_for(float height, int lines = 1) const {
    const float one = height / static_cast<float>(lines);
    return y_ < 0 ? at_.y - one / 2 - up_of_further_lines * (height - one) : y_;
  }

  void stand(const Cell& cell, const text::BlockPtr& block, float x, float middle_y) const {
    *cell.view = {block, {x, middle_y - block->height / 2}, {}};
  }

  bool row(const Cell& cell, int most_lines) {
    if (cell.words->empty()) return true;
    for (int lines = 1; lines <= most_lines; ++lines) {
      const float height = cell.size * cell.spacing * static_cast<float>(lines), top = top_for(height, lines);
      const float width = sign_.ground.width(at_.x, top, top + height);
      if (lines > 1 && width < cell.size * 4) continue;
      const int needs = cell.words->lines(cell.size, width * just);
      if (needs == 0 || needs > lines) continue;
      const text::BlockPtr block = laid(cell, lines == 1 ? 0 : width, lines, stage_, engine_);
      const float y = top_for(block->height, block->lines);
      if (block->cut || block->lines > lines || block->width > width * just) continue;
      if (block->height > height * 1.1F && sign_.ground.width(at_.x, y, y + block->height) < block->width * 0.99F) continue;
      stand(cell, block, at_.x - block->width / 2, y + block->height / 2);
      y_ = y + block->height;
      return true;
    }
    return false;
  }

  bool pair(const Cell& first, const Cell& second) {
    if (first.words->empty() || second.words->empty()) return row(first, 2) && row(second, 2);
    const float gap = apart_ems * first.size, height = std::max(first.size * first.spacing, second.size * second.spacing);
    const float top = top_for(height), free = sign_.ground.width(at_.x, top, top + height) * just;
    if (first.words->width(first.size) + gap + second.words->width(second.size) > free) return false;
    const text::BlockPtr one = laid(first, 0, 1, stage_, engine_), other = laid(second, 0, 1, stage_, engine_);
    const float tall = std::max(one->height, other->height), y = top_for(tall);
    const float x = at_.x - (one->width + gap + other->width) / 2;
    // The first stands where its script begins.
    const bool from_right = one->right_to_left;
    stand(first, one, from_right ? x + other->width + gap : x, y + tall / 2);
    stand(second, other, from_right ? x : x + one->width + gap, y + tall / 2);
    y_ = y + tall;
    return true;
  }

  Sign& sign_;
  const Stage& stage_;
  text::Engine& engine_;
  PixelPoint at_;
  float y_ = -1;  // under what is written so far; < 0: nothing is
};

class Labels {
 public:
  Labels(const Stage& stage, text::Engine& engine, Backdrop& backdrop) : stage_(stage), engine_(engine), backdrop_(backdrop) {}

  void add(std::size_t region, const content::Region& what, PixelPoint at) {
    const std::string &first = stage_.language, &second = stage_.second_language;
    const auto other = [&](const content::LocalText& text) {
      const std::string_view in_other = second.empty() ? std::string_view() : content::only_in_language(text, second);
      return in_other == content::in_language(text, first) ? std::string_view() : in_other;
    };
    const auto measured = [&](std::string_view said, text::Face face, const std::string& language) {
      return Measured(said, face, language, engine_);
    };
    const content::RegionWords words =
        content::words_of(what, content::find_phase(stage_.activity, stage_.phase), stage_.shut.contains(what.id));
    if (content::in_language(words.name, first).empty()) return;
    signs_.push_back(
        {region, at, backdrop_.regions[region].bounds().height() / 2,
         measured(content::in_language(words.name, first), text::Face::names, first),
         measured(content::in_language(words.help, first), text::Face::words, first),
         measured(other(words.name), second_face(other(words.name)), second),
         measured(other(words.help), second_face(other(words.help)), second),
         FreeGround(backdrop_.regions, region, at.x, {0, 0, backdrop_.width, backdrop_.height}, backdrop_.unit_px * 0.004F)});
  }

  void write() {
    const std::vector<float> names = name_sizes();
    helps_ = steps(help_sizes_units, stage_.legible_px);
    // One language that nobody reads from afar stands just where the layout has it; else larger letters go before that.
    const bool in_place = stage_.room_capital_px <= 0 &&
                          std::none_of(signs_.begin(), signs_.end(), [](const Sign& sign) { return sign.has_second(); });
    for (const Freedom freedom : {Freedom::in_place, Freedom::near})
      for (const float size : names)
        if ((in_place || freedom != Freedom::in_place) && all_at(size, {2, 1, freedom})) return finish(size);
    // The least that can be read: on more lines, further into the region, elsewhere in it.
    const Slack much{.most_lines = 4, .tallness = 3, .freedom = Freedom::anywhere};
    helps_ = {std::min(helps_.back(), stage_.legible_px)};
    const float least = std::min(names.back(), stage_.legible_px * 1.05F);
    for (const float size : {names.back(), std::max(least, names.back() * 0.85F), least})
      if (all_at(size, much)) return finish(size);
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      if (auto label = label_at(signs_[i], least, much)) {
        labels_[i] = *std::move(label);
        continue;
      }
      Crowded crowded{Crowded::What::name, backdrop_.regions[signs_[i].region].id, 1, false};
      labels_[i] = beyond(signs_[i], least, crowded.cut);
      crowded.times = times_too_large(signs_[i], least, much);
      backdrop_.crowded.push_back(std::move(crowded));
    }
    finish(least);
  }

 private:
  enum class Freedom { in_place, near, anywhere /* in the region */ };
  struct Slack {
    int most_lines;
    float tallness;
    Freedom freedom;
  };

  [[nodiscard]] std::vector<float> steps(std::span<const float> units, float least_px) const {
    std::vector<float> out;
    for (const float size : units) {
      const float px = std::max(size * backdrop_.unit_px, least_px);
      if (out.empty() || px < out.back()) out.push_back(px);
    }
    return out;
  }

  // Names are as large as they can be, and while it fits not smaller than the room needs.
  [[nodiscard]] std::vector<float> name_sizes() const {
    std::vector<float> sizes = steps(name_sizes_units, stage_.legible_px * 1.15F);
    if (const float room = room_em(text::Face::names); room > sizes.back()) {
      const float largest = sizes.front();
      sizes.push_back(room);
      for (float size = room * step_to_room; size > largest; size *= step_to_room) sizes.push_back(size);
      std::sort(sizes.begin(), sizes.end(), std::greater<>());
    }
    return sizes;
  }
  [[nodiscard]] float room_em(text::Face face) const { return stage_.room_capital_px / capital_of_em(face); }

  [[nodiscard]] Sizes sizes_of(float name, float help) const {
    const float second =
        std::max({name * second_of_name, room_em(text::Face::prompt_italic), stage_.legible_px * second_of_help});
    return {name, std::min(name, second), help, help * second_of_help};
  }

  [[nodiscard]] std::optional<Label> label_at(Sign& sign, float name, const Slack& slack) {
    static constexpr std::array ways = {Arrangement::help_beside, Arrangement::under, Arrangement::names_beside,
                                        Arrangement::all_beside};
    // Without help, all its sizes are alike, and so is beside the name and under it.
    const bool has_help = !sign.help.empty() || !sign.second_help.empty();
    const std::size_t first_way = has_help ? 0 : 1, most_ways = sign.has_second() ? (has_help ? ways.size() : 3) : 2;
    const std::span<const float> helps = std::span(helps_).first(has_help ? helps_.size() : 1);
    Attempt attempt(sign, stage_, engine_);
    const float share = sign.has_second() ? 0.62F : 0.3F;
    const Bounds bounds{slack.most_lines, sign.tallest * share * slack.tallness};
    for (const float shift : shifts(sign, name, slack.freedom)) {
      const float y = sign.at.y + shift * name, top = y - name * name_spacing / 2;
      float tried_x = -1;
      for (const float x : slack.freedom == Freedom::in_place ? std::vector{sign.at.x} : columns(sign, top, name)) {
        if (x == tried_x || !attempt.name_may_fit(name, {x, y}, slack.most_lines)) continue;
        tried_x = x;
        for (const float help : helps)
          for (std::size_t way = first_way; way < most_ways; ++way)
            if (auto label = attempt.label(sizes_of(name, help), ways[way], {x, y}, bounds)) return label;
      }
    }
    return std::nullopt;
  }

  // Where the middle of a label may be: at its place, and where there is most room for its name, or for all of it.
  [[nodiscard]] static std::vector<float> columns(Sign& sign, float top, float name) {
    std::vector<float> columns{sign.at.x};
    for (const float height : {name_spacing, 2.4F, 3.8F, 5.2F})
      if (const auto middle = sign.ground.middle(top, top + height * name)) columns.push_back(*middle);
    return columns;
  }

  // In ems of the name, the nearest first.
  [[nodiscard]] static std::vector<float> shifts(const Sign& sign, float name, Freedom freedom) {
    std::vector<float> shifts{0};
    if (freedom == Freedom::in_place) return shifts;
    if (freedom == Freedom::near) return {shifts_ems.begin(), shifts_ems.end()};
    for (float shift = 0.35F; shift * name < 2 * sign.tallest; shift += 0.35F) shifts.insert(shifts.end(), {shift, -shift});
    return shifts;
  }

  bool all_at(float name, const Slack& slack) {
    labels_.assign(signs_.size(), {});
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      auto label = label_at(signs_[i], name, slack);
      if (!label) return false;
      labels_[i] = *std::move(label);
    }
    return true;
  }

  // How many times as large as its place a label is whose letters are the least that can be read.
  [[nodiscard]] float times_too_large(Sign& sign, float least, const Slack& slack) {
    constexpr float step = 1.15F, most = 10;
    const std::vector<float> helps = helps_;
    float times = 1;
    do {
      times *= step;
      helps_ = {helps.back() / times};
    } while (times < most && !label_at(sign, least / times, slack));
    helps_ = helps;
    return times;
  }

  // A region too small for its own words, on this screen: they stand over its edge, and on the screen; whole, unless the screen
  // is too small for them as well.
  [[nodiscard]] Label beyond(const Sign& sign, float name, bool& cut) const {
    Label label;
    const Sizes sizes = sizes_of(name, helps_.back());
    const std::array cells = {Cell{&sign.name, sizes.name, name_spacing, &label.name},
                              Cell{&sign.second_name, sizes.second_name, name_spacing, &label.second_name},
                              Cell{&sign.help, sizes.help, words_spacing, &label.help},
                              Cell{&sign.second_help, sizes.second_help, words_spacing, &label.second_help}};
    float height = 0;
    for (const int most_lines : {0, 6, 3, 1}) {
      height = 0;
      for (const Cell& cell : cells) {
        if (cell.words->empty()) continue;
        cell.view->block = laid(cell, std::min(cell.size * 10, backdrop_.width), most_lines, stage_, engine_);
        height += cell.view->block->height;
        cut = cut || cell.view->block->cut;
      }
      if (height <= backdrop_.height) break;
    }
    float y = std::clamp(sign.at.y - name * name_spacing / 2, 0.0F, std::max(0.0F, backdrop_.height - height));
    for (const Cell& cell : cells) {
      if (!cell.view->block) continue;
      const float most_x = std::max(0.0F, backdrop_.width - cell.view->block->width);
      cell.view->at = {std::clamp(sign.at.x - cell.view->block->width / 2, 0.0F, most_x), y};
      y += cell.view->block->height;
    }
    return label;
  }

  void finish(float name) {
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      RegionView& region = backdrop_.regions[signs_[i].region];
      Label& label = labels_[i];
      label.name.role = label.second_name.role = region.colour;
      label.help.role = label.second_help.role = "quiet_text";
      region.name = std::move(label.name);
      region.second_name = std::move(label.second_name);
      region.help = std::move(label.help);
      region.second_help = std::move(label.second_help);
      region.label_zone =
          joined(joined(region.name.rect(), region.second_name.rect()), joined(region.help.rect(), region.second_help.rect()))
              .grown(std::max(3.0F, backdrop_.unit_px * 0.006F));
    }
    if (signs_.empty()) return;
    const bool two = std::any_of(signs_.begin(), signs_.end(), [](const Sign& sign) { return !sign.second_name.empty(); });
    const float smallest = two ? sizes_of(name, 0).second_name : name;
    backdrop_.room_capital_px = smallest * capital_of_em(text::Face::names);
  }

  const Stage& stage_;
  text::Engine& engine_;
  Backdrop& backdrop_;
  std::vector<Sign> signs_;
  std::vector<Label> labels_;
  std::vector<float> helps_;
};

}  // namespace

void add_labels(const Stage& stage, const content::Layout& layout, const model::PixelFromCanvas& to_pixel, text::Engine& engine,
                Backdrop& backdrop) {
  Labels labels(stage, engine, backdrop);
  for (std::size_t i = 0; i < backdrop.regions.size(); ++i) {
    const std::string& id = backdrop.regions[i].id;
    const content::Region* what = content::find_region(stage.canvas, id);
    const auto where = std::find_if(layout.regions.begin(), layout.regions.end(),
                                    [&](const content::PlacedRegion& one) { return one.region == id; });
    if (what && where != layout.regions.end()) labels.add(i, *what, to_pixel(where->label));
  }
  labels.write();
}

}  // namespace greenline::scene
