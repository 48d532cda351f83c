#include "app/half_written.h"

#include <algorithm>
#include <string>
#include <variant>

namespace greenline::app {

station::Begun begun_in(std::span<const ui::Draft> drafts) {
  station::Begun begun;
  for (const ui::Draft& draft : drafts) {
    if (const auto* card = std::get_if<ui::DraftCard>(&draft.becomes)) ++begun.cards[card->place.region];
    if (const auto* gift = std::get_if<ui::DraftNourishment>(&draft.becomes))
      if (const auto* region = std::get_if<model::RegionEnd>(&gift->beside)) ++begun.beside[region->region];
  }
  return begun;
}

void go_along(std::vector<ui::Draft>& drafts, const station::Move& move) {
  for (ui::Draft& draft : drafts) {
    auto* card = std::get_if<ui::DraftCard>(&draft.becomes);
    if (card == nullptr) continue;
    const auto goes = std::ranges::find(move.goes, card->place.region, &station::Goes::from);
    if (goes != move.goes.end()) card->place.region = goes->to;
  }
}

}  // namespace greenline::app
