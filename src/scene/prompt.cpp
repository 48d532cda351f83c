// The phase's prompt in the layout's box: as large as fits, how people are together above it or, where the question can be
// clearly larger by that, at the other end of its first line. A second language stands on
// the canvas's other side where the ground is free there, beside the first where the box is wide, else under it; each keeps its
// own words together.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "scene/legible.h"
#include "scene/measured.h"
#include "scene/stage.h"

namespace greenline::scene {
namespace {

constexpr float largest_units = 0.046F, smallest_units = 0.020F, step_ratio = 0.92F;
constexpr float mode_of_prompt = 0.56F, second_mode_of_prompt = 0.56F, smallest_second_mode_units = 0.0165F;
constexpr float second_of_prompt = 0.74F, second_beside = 0.9F;
constexpr float gap_of_prompt = 0.28F, between_of_prompt = 0.5F;  // between lines of one language; between two languages
constexpr float bottom_margin = 0.5F;                             // of the prompt, between it and the screen's lower edge
constexpr float just_too_much = 1.01F;                            // a word is wider than its column
constexpr float halves_apart_units = 0.02F;                       // of its box, when it stands there turned as well
constexpr float columns_from = 6;                                 // a box so many times as wide as high has room for two
constexpr float worth_standing_apart = 1.12F;                     // times as large
constexpr float first_baseline_ems = 0.93F;                       // of a line, below its upper edge

// What one language says.
struct Words {
  Measured mode, prompt;
};

struct Said {
  text::BlockPtr mode, prompt;
  float mode_px = 0, prompt_px = 0;
  bool apart = false;   // the mode at the other end of the question's first line
  bool broken = false;  // inside a word
};

enum class PromptArrangement { one, under, columns, across };

struct Try {
  Said first, second;
  PromptArrangement how = PromptArrangement::one;
  float size = 0;       // of the prompt, em
  float overflow = 0;   // pixels by which it is too high; 0: it fits
  bool broken = false;  // a word is wider than its column
  [[nodiscard]] bool fits() const { return overflow <= 0 && !broken; }
};

class Prompt {
 public:
  Prompt(const Stage& stage, const content::Layout& layout, const model::PixelFromCanvas& to_pixel, text::Engine& engine)
      : stage_(stage), engine_(engine), unit_(to_pixel.pixels_per_unit), centred_(layout.prompt_centred) {
    const PixelPoint top_left = to_pixel({layout.prompt.x0, layout.prompt.y1});
    const PixelPoint bottom_right = to_pixel({layout.prompt.x1, layout.prompt.y0});
    box_ = {top_left.x, top_left.y, bottom_right.x, bottom_right.y};
    if (stage.table) {
      make_room_to_turn(layout);
    } else if (is_free_across(layout, 1)) {
      const PixelPoint other = to_pixel({-layout.prompt.x1, layout.prompt.y1});
      across_ = {other.x, box_.y0, other.x + box_.width(), box_.y1};
    }
  }

  [[nodiscard]] PromptView view(const content::Phase& phase) {
    const std::string &first = stage_.language, &second = stage_.second_language;
    std::string_view mode = content::in_language(phase.mode_words, first);
    const std::string_view prompt = content::in_language(phase.prompt, first);
    if (mode.empty()) mode = stage_.mode_line;
    first_ = {Measured(mode, text::Face::words, first, engine_), Measured(prompt, text::Face::prompt, first, engine_)};
    if (!second.empty()) {
      std::string_view other_mode = content::only_in_language(phase.mode_words, second);
      const std::string_view other = content::only_in_language(phase.prompt, second);
      if (phase.mode_words.empty()) other_mode = stage_.second_mode_line;
      if (other_mode == mode) other_mode = {};
      if (!other.empty() && other != prompt)
        second_ = {Measured(other_mode, second_face(other_mode), second, engine_),
                   Measured(other, second_face(other), second, engine_)};
    }
    Try one = best();
    const float times = times_too_high(one);
    const bool cut = keep_on_screen(one);
    PromptView view = stood(one);
    if (stage_.table) turn(view);
    view.times = one.fits() ? 1 : std::max(times, just_too_much);
    view.cut = cut;
    return view;
  }

 private:
  // As large as the room needs, or as near to that as fits.
  [[nodiscard]] Try best() {
    const float room = stage_.room_capital_px;
    const PromptArrangement how = arrangement();
    Try last;
    for (const float share : {1.0F, 0.9F, 0.8F, 0.7F, 0.6F, 0.5F, 0.0F}) {
      if (room <= 0 && share > 0) continue;
      last = largest(how, room * share, false);
      if (may_stand_apart(how))
        if (Try apart = largest(how, room * share, true);
            apart.fits() && (!last.fits() || apart.size > last.size * worth_standing_apart))
          last = std::move(apart);
      if (last.fits()) break;
    }
    return last;
  }

  [[nodiscard]] bool may_stand_apart(PromptArrangement how) const {
    return !stage_.table && how == PromptArrangement::one && !centred_ && !first_->mode.empty() && !first_->prompt.empty() &&
           box_.width() > columns_from * box_.height();
  }

  // The same in every phase, so that people know where to look for their language.
  [[nodiscard]] PromptArrangement arrangement() const {
    if (!second_) return PromptArrangement::one;
    if (!across_.empty()) return PromptArrangement::across;
    return box_.width() > columns_from * box_.height() ? PromptArrangement::columns : PromptArrangement::under;
  }

  // All of it stands turned at the opposite edge where the ground is free there, else in the other half of its own box.
  void make_room_to_turn(const content::Layout& layout) {
    pivot_ = {stage_.width / 2, stage_.height / 2};
    if (layout.prompt.y0 > 0 && stands_as_arranged(layout) && is_free_across(layout, -1)) return;
    pivot_ = box_.centre();
    const bool wide = box_.width() > columns_from * box_.height();
    if (wide) {
      box_.x1 = pivot_.x - halves_apart_units * unit_;
    } else {
      box_.y1 = pivot_.y - halves_apart_units * unit_ / 2;
    }
  }

  // Else seats have taken ground, and they may stand across.
  [[nodiscard]] bool stands_as_arranged(const content::Layout& layout) const {
    const content::Layout& arranged = layout_of(stage_);
    const auto corners = [](const content::Box& box) { return std::array{box.x0, box.y0, box.x1, box.y1}; };
    return corners(layout.prompt) == corners(arranged.prompt) && is_free_across(arranged, -1);
  }

  void turn(PromptView& view) const {
    const auto add = [&](const TextView& text) { view.turned.push_back(turned_about(text, pivot_)); };
    if (view.mode.block) add(view.mode);
    for (const TextView& line : view.lines) add(line);
    const PixelRect& zone = view.zone;
    view.second_zone = {2 * pivot_.x - zone.x1, 2 * pivot_.y - zone.y1, 2 * pivot_.x - zone.x0, 2 * pivot_.y - zone.y0};
  }

  // Whether the ground on the other side of the canvas, `up` above (1) or below (-1), is as free as the prompt's own.
  [[nodiscard]] static bool is_free_across(const content::Layout& layout, float up) {
    const content::Box& box = layout.prompt;
    if (up > 0 && box.x0 < 0 && box.x1 > 0) return false;
    constexpr int steps = 12;
    for (int i = 0; i <= steps; ++i)
      for (int k = 0; k <= steps; ++k) {
        const float u = static_cast<float>(i) / steps, v = static_cast<float>(k) / steps;
        const model::CanvasPoint p{-(box.x0 + u * (box.x1 - box.x0)), up * (box.y0 + v * (box.y1 - box.y0))};
        for (const content::PlacedRegion& region : layout.regions)
          if (content::contains(region.area, p)) return false;
      }
    return true;
  }

  [[nodiscard]] Try largest(PromptArrangement how, float room_px, bool apart) {
    const float room_em = room_px / capital_of_em(text::Face::prompt);
    const float smallest = std::max({smallest_units * unit_, stage_.legible_px * 1.1F, room_em});
    const float legible = std::max(stage_.legible_px, room_em);
    float size = std::max(largest_units * unit_, smallest);
    Try one = tried(how, size, room_px, apart);
    if (one.fits() || size <= legible) return one;
    if (Try least = tried(how, legible, room_px, apart); !least.fits()) return least;  // then nothing between fits either
    while (!one.fits() && size > legible) {
      size = size > smallest ? std::max(size * step_ratio, smallest) : std::max(size * step_ratio, legible);
      one = tried(how, size, room_px, apart);
    }
    return one;
  }

  [[nodiscard]] Try tried(PromptArrangement how, float size, float room_px, bool apart) {
    Try one;
    one.how = how;
    one.size = size;
    const float column = how == PromptArrangement::columns ? (box_.width() - gutter(size)) / 2 : box_.width();
    one.first = said(*first_, {size * mode_of_prompt, size}, column, room_px, apart);
    if (second_) {
      const float mode = std::max(size * second_mode_of_prompt, smallest_second_mode_units * unit_);
      const float prompt = size * (how == PromptArrangement::under ? second_of_prompt : second_beside);
      one.second = said(*second_, {std::min(mode, prompt), prompt}, column, room_px);
    }
    const float first = height(one.first, size), second = height(one.second, size);
    const float all = how == PromptArrangement::under ? first + size * between_of_prompt + second : std::max(first, second);
    one.overflow = all - box_.height();
    one.broken = one.first.broken || one.second.broken;
    return one;
  }

  struct Ems {
    float mode, prompt;
  };

  [[nodiscard]] Said said(const Words& words, const Ems& wanted, float width, float room_px, bool apart = false) {
    const auto at_least = [&](const Measured& some, float em) {
      return std::max({em, stage_.legible_px, room_px / capital_of_em(some.face())});
    };
    Said out;
    out.apart = apart;
    out.mode_px = at_least(words.mode, wanted.mode);
    out.prompt_px = at_least(words.prompt, wanted.prompt);
    const float mode_width = apart ? std::min(words.mode.width(out.mode_px) * just_too_much, width / 3) : width;
    const float prompt_width = apart ? width - mode_width - gutter(out.prompt_px) : width;
    out.mode = lay(words.mode, out.mode_px, mode_width);
    out.prompt = lay(words.prompt, out.prompt_px, prompt_width);
    const auto breaks = [&](const Measured& some, float em, float line) {
      return !some.empty() && some.lines(em, line * 1.005F) == 0;
    };
    out.broken = breaks(words.mode, out.mode_px, mode_width) || breaks(words.prompt, out.prompt_px, prompt_width);
    return out;
  }

  // How many times as high as the room that all else leaves for it the question is.
  [[nodiscard]] float times_too_high(const Try& one) const {
    const auto height_of = [](const text::BlockPtr& block) { return block ? block->height : 0.0F; };
    const float questions = one.how == PromptArrangement::under
                                ? height_of(one.first.prompt) + height_of(one.second.prompt)
                                : std::max(height_of(one.first.prompt), height_of(one.second.prompt));
    const float rest = box_.height() + one.overflow - questions;  // modes and gaps
    return std::max(1.0F, questions / std::max(box_.height() - rest, one.size));
  }

  // What is too high even for the screen loses its end: the mode first, down to a line, then the question.
  [[nodiscard]] bool keep_on_screen(Try& one) {
    const float room = stage_.height - box_.y0 - bottom_margin * one.size;
    const bool under = one.how == PromptArrangement::under && second_;
    const float column = one.how == PromptArrangement::columns ? (box_.width() - gutter(one.size)) / 2 : box_.width();
    const float first = height(one.first, one.size), second = height(one.second, one.size);
    const float between = under ? one.size * between_of_prompt : 0;
    if ((under ? first + between + second : std::max(first, second)) <= room) return false;
    // Of two under each other, each has half, or what the other leaves.
    const float half = (room - between) / 2;
    const float first_room = under ? std::max(half, room - between - second) : room;
    const float second_room = under ? std::max(half, room - between - std::min(first, first_room)) : room;
    bool cut = shorten(one.first, *first_, first_room, column, one.size);
    if (second_) cut = shorten(one.second, *second_, second_room, column, one.size) || cut;
    return cut;
  }

  [[nodiscard]] bool shorten(Said& said, const Words& words, float room, float column, float size) {
    if (height(said, size) <= room) return false;
    const auto to = [&](text::BlockPtr& block, const Measured& some, float em, float most) {
      if (!block || block->height <= most) return;
      const float line = block->height / static_cast<float>(std::max(block->lines, 1));
      block = lay(some, em, column, std::max(1, static_cast<int>(most / line)));
    };
    const float gap = said.mode && said.prompt ? size * gap_of_prompt : 0;
    to(said.mode, words.mode, said.mode_px, said.prompt ? room / 4 : room);
    to(said.prompt, words.prompt, said.prompt_px, room - gap - (said.mode ? said.mode->height : 0));
    return true;
  }

  [[nodiscard]] text::BlockPtr lay(const Measured& some, float size, float width, int most_lines = 0) {
    if (some.empty()) return nullptr;
    return engine_.layout(some.words(), {.face = some.face(),
                                         .size_px = size,
                                         .width_px = width,
                                         .align = centred_ ? text::Align::centre : text::Align::left,
                                         .max_lines = most_lines,
                                         .line_spacing = 1.2F,
                                         .language = some.language(),
                                         .detail = stage_.detail});
  }

  [[nodiscard]] static float height(const Said& said, float size) {
    float height = 0;
    if (said.apart) return std::max(mode_down(said) + said.mode->height, said.prompt->height);
    for (const text::BlockPtr& block : {said.mode, said.prompt})
      if (block) height += block->height + (height > 0 ? size * gap_of_prompt : 0);
    return height;
  }
  // So that both stand on one line.
  [[nodiscard]] static float mode_down(const Said& said) {
    return std::max(0.0F, first_baseline_ems * (said.prompt_px - said.mode_px));
  }
  [[nodiscard]] static float gutter(float size) { return size * 1.5F; }

  [[nodiscard]] PromptView stood(const Try& one) const {
    PromptView view;
    const float column = one.how == PromptArrangement::columns ? (box_.width() - gutter(one.size)) / 2 : box_.width();
    const float second_column = box_.x0 + column + gutter(one.size);
    // Of two columns the first language has that where its script begins.
    const bool from_right = one.how == PromptArrangement::columns && one.first.prompt && one.first.prompt->right_to_left;
    float y = box_.y0, x = from_right ? second_column : box_.x0;
    PixelRect* zone = &view.zone;
    const auto stand = [&](const text::BlockPtr& block, const char* role) {
      const float spare = column - block->width;
      const float from_left = centred_ ? spare / 2 : block->right_to_left ? spare : 0;
      TextView out{block, {x + from_left, y}, role};
      y += block->height + one.size * gap_of_prompt;
      *zone = joined(*zone, out.rect());
      return out;
    };
    if (one.first.apart) {
      view.mode = {one.first.mode, {box_.x1 - one.first.mode->width, y + mode_down(one.first)}, "line"};
      if (one.first.prompt->right_to_left) view.mode.at.x = box_.x0;
      view.second_zone = view.mode.rect();
    } else if (one.first.mode) {
      view.mode = stand(one.first.mode, "line");
    }
    if (one.first.prompt) view.lines.push_back(stand(one.first.prompt, "text"));
    if (one.how == PromptArrangement::columns) {
      x = from_right ? box_.x0 : second_column;
      y = box_.y0;
    } else if (one.how == PromptArrangement::across) {
      x = across_.x0;
      y = across_.y0;
      zone = &view.second_zone;
    } else {
      y += one.size * (between_of_prompt - gap_of_prompt);
    }
    if (one.second.mode) view.lines.push_back(stand(one.second.mode, "line"));
    if (one.second.prompt) view.lines.push_back(stand(one.second.prompt, "quiet_text"));
    for (PixelRect* words : {&view.zone, &view.second_zone})
      if (!words->empty()) *words = words->grown(std::max(3.0F, unit_ * 0.006F));
    view.capital_px = capital(one);
    return view;
  }

  [[nodiscard]] static float capital(const Try& one) {
    float least = 0;
    const auto look = [&](const text::BlockPtr& block, text::Face face, float em) {
      const float capital = em * capital_of_em(face);
      if (block && (least <= 0 || capital < least)) least = capital;
    };
    look(one.first.mode, text::Face::words, one.first.mode_px);
    look(one.first.prompt, text::Face::prompt, one.first.prompt_px);
    look(one.second.mode, text::Face::prompt, one.second.mode_px);
    look(one.second.prompt, text::Face::prompt, one.second.prompt_px);
    return least;
  }

  const Stage& stage_;
  text::Engine& engine_;
  float unit_;
  bool centred_;
  PixelRect box_, across_;  // the second is empty where the ground across is not free
  PixelPoint pivot_;        // round a table: about which it stands turned
  std::optional<Words> first_, second_;
};

}  // namespace

PromptView make_prompt(const Stage& stage, const content::Layout& layout, const model::PixelFromCanvas& to_pixel,
                       text::Engine& engine) {
  const content::Phase* phase = content::find_phase(stage.activity, stage.phase);
  if (!phase) return {};
  return Prompt(stage, layout, to_pixel, engine).view(*phase);
}

}  // namespace greenline::scene
