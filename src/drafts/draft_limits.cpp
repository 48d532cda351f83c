#include "drafts/draft_limits.h"

#include <algorithm>
#include <cmath>

#include "model/limits.h"

namespace greenline::drafts {
namespace {

using Mistake = std::optional<DraftMistake>;

Mistake in_text(std::string_view text, std::size_t most_bytes, const char* pointer) {
  if (text.size() > most_bytes) {
    return DraftMistake{pointer, std::to_string(text.size()) + " bytes", "at most " + std::to_string(most_bytes) + " bytes"};
  }
  if (!model::is_text(text)) return DraftMistake{pointer, "bytes that are not UTF-8", "a text in UTF-8"};
  return std::nullopt;
}

Mistake in_place(const model::Place& place) {
  if (auto wrong = in_text(place.region, model::max_name_bytes, "/becomes/card/region")) return wrong;
  if (model::sound(place)) return std::nullopt;
  return DraftMistake{"/becomes/card/at", "a place that is nowhere", "two finite numbers"};
}

Mistake in_becomes(const ui::Draft& draft) {
  if (const auto* card = std::get_if<ui::DraftCard>(&draft.becomes)) return in_place(card->place);
  const auto* nourishment = std::get_if<ui::DraftNourishment>(&draft.becomes);
  if (nourishment == nullptr) return std::nullopt;
  const auto* end = std::get_if<model::RegionEnd>(&nourishment->beside);
  return end == nullptr ? std::nullopt : in_text(end->region, model::max_name_bytes, "/becomes/nourishment/beside/region");
}

Mistake in_ink(const std::vector<model::Stroke>& ink) {
  if (ink.size() > model::max_strokes) {
    return DraftMistake{"/ink", std::to_string(ink.size()) + " strokes",
                        "at most " + std::to_string(model::max_strokes) + " strokes"};
  }
  const auto finite = [](const model::InkPoint& point) {
    return std::isfinite(point.x) && std::isfinite(point.y) && std::isfinite(point.width);
  };
  for (std::size_t i = 0; i < ink.size(); ++i) {
    const std::string pointer = "/ink/" + std::to_string(i);
    if (ink[i].size() > model::max_stroke_points) {
      return DraftMistake{pointer, std::to_string(ink[i].size()) + " points",
                          "at most " + std::to_string(model::max_stroke_points) + " points"};
    }
    if (!std::ranges::all_of(ink[i], finite)) return DraftMistake{pointer, "a point that is nowhere", "finite numbers"};
  }
  return std::nullopt;
}

bool on_screen(float share) { return share >= 0 && share <= 1; }  // false for what is no number

}  // namespace

std::optional<DraftMistake> mistake_in(const ui::Draft& draft) {
  if (auto wrong = in_text(draft.words, model::max_words_bytes, "/words")) return wrong;
  if (auto wrong = in_text(draft.language, model::max_name_bytes, "/language")) return wrong;
  if (auto wrong = in_becomes(draft)) return wrong;
  if (auto wrong = in_ink(draft.ink)) return wrong;
  if (on_screen(draft.across) && on_screen(draft.down)) return std::nullopt;
  return DraftMistake{"/seat", "a seat that is not on the screen", "two numbers between 0 and 1"};
}

}  // namespace greenline::drafts
