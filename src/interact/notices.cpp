#include "interact/notices.h"

#include <algorithm>
#include <cmath>

namespace greenline::interact {
namespace {

constexpr float margin_em = 2;

scene::TextView laid_out(text::Engine& engine, const std::string& sentence, scene::PixelPoint centre,
                         const Notices::Room& room) {
  // As many lines as the screen has: a path may be longer than anybody reads.
  const float line_px = 1.5F * room.em_px;
  const int most_lines = std::max(1, static_cast<int>((room.height - 2 * margin_em * room.em_px) / line_px));
  const float widest = std::min(room.width - 2 * margin_em * room.em_px, 26 * room.em_px);
  scene::TextView view;
  view.block = engine.layout(sentence, {.face = text::Face::words,
                                        .size_px = room.em_px,
                                        .width_px = widest,
                                        .align = text::Align::centre,
                                        .max_lines = most_lines,
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
  return model::PixelRect{view.at.x, view.at.y, view.at.x + view.block->width, view.at.y + view.block->height}.grown(1.2F *
                                                                                                                     em_px);
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
  // Along the lower edge, then higher: the first place that no seat has any part of.
  constexpr int rows = 8;
  for (int row = 0; row <= rows; ++row) {
    const float y = room.height * (1 - static_cast<float>(row) / rows);
    for (const float across : {0.5F, 0.0F, 1.0F}) {
      scene::TextView view = laid_out(engine, standing_, {room.width * across, y}, room);
      const model::PixelRect ground = ground_of(view, room.em_px);
      if (std::ranges::none_of(room.seats, [&](const model::PixelRect& seat) { return seat.touches(ground); })) return view;
    }
  }
  return laid_out(engine, standing_, {room.width / 2, room.height}, room);  // over them, then
}

std::optional<model::PixelRect> Notices::standing_on(text::Engine& engine, const Room& room) const {
  if (standing_.empty()) return std::nullopt;
  return ground_of(standing_view(engine, room), room.em_px);
}

std::vector<scene::TextView> Notices::views(text::Engine& engine, const Room& room) const {
  std::vector<scene::TextView> views;
  for (const Passing& passing : passing_) {
    views.push_back(laid_out(engine, passing.sentence, passing.at + scene::PixelPoint{0, -3.5F * room.em_px}, room));
  }
  if (!standing_.empty()) views.push_back(standing_view(engine, room));
  return views;
}

}  // namespace greenline::interact
