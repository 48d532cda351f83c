#include "interact/notices.h"

#include <algorithm>
#include <cmath>

namespace greenline::interact {
namespace {

constexpr float margin_em = 2;
constexpr float pill_em = 1.2F;                   // round the words
constexpr float pinned_share = 0.27F;             // of a wide screen, for what is pinned
constexpr float furthest_ems = 16, step_ems = 1;  // from where it was asked for

bool is_free(const model::PixelRect& ground, std::span<const model::PixelRect> things) {
  return std::ranges::none_of(things, [&](const model::PixelRect& one) { return one.touches(ground); });
}

// As many lines as the screen has: a path may be longer than anybody reads.
int lines_on(const Notices::Room& room) {
  const float line_px = 1.5F * room.em_px;
  return std::max(1, static_cast<int>((room.height - 2 * margin_em * room.em_px) / line_px));
}

scene::TextView laid_out(text::Engine& engine, const std::string& sentence, scene::PixelPoint centre,
                         const Notices::Room& room) {
  const float widest = std::min(room.width - 2 * margin_em * room.em_px, 26 * room.em_px);
  scene::TextView view;
  view.block = engine.layout(sentence, {.face = text::Face::words,
                                        .size_px = room.em_px,
                                        .width_px = widest,
                                        .align = text::Align::centre,
                                        .max_lines = lines_on(room),
                                        .language = std::string(room.language)});
  view.role = "text";
  const float margin = margin_em * room.em_px;
  view.at = {
      std::clamp(centre.x - view.block->width / 2, margin, std::max(margin, room.width - margin - view.block->width)),
      std::clamp(centre.y - view.block->height / 2, margin, std::max(margin, room.height - margin - view.block->height))};
  view.at = {std::round(view.at.x), std::round(view.at.y)};
  return view;
}

// With the pill that is drawn round it.
model::PixelRect ground_of(const scene::TextView& view, float em_px) {
  return model::PixelRect{view.at.x, view.at.y, view.at.x + view.block->width, view.at.y + view.block->height}.grown(pill_em *
                                                                                                                     em_px);
}

// Beside the hand that asked, on free ground: the nearest of what lies round that place, in a ring further each time. Where
// there is none it stands over what is there, for its three seconds.
scene::TextView beside(text::Engine& engine, const std::string& sentence, scene::PixelPoint wish, const Notices::Room& room,
                       std::span<const model::PixelRect> others) {
  scene::TextView home = laid_out(engine, sentence, wish, room);
  const scene::PixelPoint size{home.block->width, home.block->height};
  const float margin = margin_em * room.em_px;
  const auto moved = [&](float across, float down) {
    scene::TextView there = home;
    const auto within = [&](float at, float length, float screen) {
      return std::round(std::clamp(at, margin, std::max(margin, screen - margin - length)));
    };
    there.at = {within(home.at.x + across * room.em_px, size.x, room.width),
                within(home.at.y + down * room.em_px, size.y, room.height)};
    return there;
  };
  for (float far = 0; far <= furthest_ems; far += step_ems)
    for (float part = 0; part <= far; part += step_ems) {
      // Straight above and below come before aside: lines of words are wide and low.
      const float down = far - part, across = 2 * part;
      for (const auto& [x, y] : {scene::PixelPoint{across, -down}, {-across, -down}, {across, down}, {-across, down}}) {
        scene::TextView there = moved(x, y);
        const model::PixelRect ground = ground_of(there, room.em_px);
        if (is_free(ground, room.words) && is_free(ground, room.seats) && is_free(ground, others)) return there;
      }
    }
  return home;
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

scene::TextView Notices::standing_view(text::Engine& engine, const Room& room) const {
  // Along the lower edge, then higher: the first place that no seat has any part of, rather without words.
  constexpr int rows = 8;
  const auto pinned = pinned_beside(engine, room);
  for (const bool off_words : {true, false})
    for (int row = 0; row <= rows; ++row) {
      const float y = room.height * (1 - static_cast<float>(row) / rows);
      for (const float across : {0.5F, 0.0F, 1.0F}) {
        scene::TextView view = laid_out(engine, standing_, {room.width * across, y}, room);
        const model::PixelRect ground = ground_of(view, room.em_px);
        if (pinned && pinned->touches(ground)) continue;
        if (is_free(ground, room.seats) && (!off_words || is_free(ground, room.words))) return view;
      }
    }
  return laid_out(engine, standing_, {room.width / 2, room.height}, room);  // over them, then
}

std::optional<model::PixelRect> Notices::standing_on(text::Engine& engine, const Room& room) const {
  if (standing_.empty()) return std::nullopt;
  return ground_of(standing_view(engine, room), room.em_px);
}

scene::TextView Notices::pinned_view(text::Engine& engine, const Room& room) const {
  const bool wide = room.width >= room.height;
  const float margin = margin_em * room.em_px;
  scene::TextView view;
  view.block = engine.layout(pinned_, {.face = text::Face::words,
                                       .size_px = room.em_px,
                                       .width_px = (wide ? pinned_share : 1) * room.width - 2 * margin,
                                       .max_lines = lines_on(room),
                                       .language = std::string(room.language)});
  view.role = "text";
  const float spare = room.height - view.block->height;
  view.at = {margin, std::round(spare - margin)};
  if (!wide) return view;
  // At half the height, or as near to that as it is clear of what is written at the canvas' side, at the green line's end.
  view.at.x = std::round(room.width - margin - view.block->width);
  for (const float down : {0.5F, 0.4F, 0.6F, 0.3F, 0.7F, 0.2F, 0.8F, 0.1F, 0.9F}) {
    view.at.y = std::round(spare * down);
    if (is_free(ground_of(view, room.em_px), room.words)) return view;
  }
  view.at.y = std::round(spare / 2);
  return view;
}

std::optional<model::PixelRect> Notices::pinned_on(text::Engine& engine, const Room& room) const {
  if (pinned_.empty()) return std::nullopt;
  return ground_of(pinned_view(engine, room), room.em_px);
}

std::optional<model::PixelRect> Notices::pinned_beside(text::Engine& engine, const Room& room) const {
  const auto words = pinned_on(engine, room);
  if (!words) return std::nullopt;
  if (room.width >= room.height) return model::PixelRect{words->x0, 0, room.width, room.height};
  return model::PixelRect{0, words->y0, room.width, room.height};
}

std::vector<scene::TextView> Notices::views(text::Engine& engine, const Room& room) const {
  std::vector<scene::TextView> views;
  std::vector<model::PixelRect> taken;
  if (!pinned_.empty()) {
    views.push_back(pinned_view(engine, room));
    taken.push_back(ground_of(views.back(), room.em_px));
  }
  if (!standing_.empty()) {
    views.push_back(standing_view(engine, room));
    taken.push_back(ground_of(views.back(), room.em_px));
  }
  for (const Passing& passing : passing_) {
    views.push_back(beside(engine, passing.sentence, passing.at + scene::PixelPoint{0, -3.5F * room.em_px}, room, taken));
    taken.push_back(ground_of(views.back(), room.em_px));
  }
  return views;
}

}  // namespace greenline::interact
