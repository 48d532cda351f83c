// What somebody had begun in a composer: out of it, and back into one.
#include <algorithm>
#include <cmath>

#include "ui/card_actions.h"
#include "ui/composer.h"

namespace greenline::ui {
namespace {

bool somewhere(const model::InkPoint& p) { return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.width); }

// As much as a card may hold, without strokes that are none.
std::vector<model::Stroke> bounded(const std::vector<model::Stroke>& ink) {
  std::vector<model::Stroke> kept;
  for (const model::Stroke& stroke : ink) {
    if (kept.size() == model::max_strokes) break;
    model::Stroke points;
    for (const model::InkPoint& p : stroke) {
      if (points.size() == model::max_stroke_points) break;
      if (!somewhere(p)) continue;
      points.push_back({std::clamp(p.x, 0.0F, 1.0F), std::clamp(p.y, 0.0F, 1.0F), std::clamp(p.width, 0.0F, 1.0F)});
    }
    if (!points.empty()) kept.push_back(std::move(points));
  }
  return kept;
}

}  // namespace

Draft Composer::draft() const {
  Draft draft;
  if (const auto* card = std::get_if<ComposeCard>(&purpose_)) {
    draft.becomes = DraftCard{card->place};
  } else if (const auto* beside = std::get_if<ComposeNourishment>(&purpose_)) {
    draft.becomes = DraftNourishment{beside->beside_what, kind_};
  } else if (const auto* word = std::get_if<ComposeWord>(&purpose_)) {
    draft.becomes = DraftWord{word->thread};
  } else if (const auto* line = std::get_if<ComposeLine>(&purpose_)) {
    draft.becomes = DraftNourishment{line->card, card_action(line->action)->begun_line};
  } else {
    draft.becomes = DraftName{std::get<ComposeName>(purpose_).gathering};
  }
  draft.words = field_.text;
  draft.language = language_;
  draft.ink = pad_.strokes();
  return draft;
}

void Composer::resume(const Draft& draft, const Surroundings& s) {
  if (s.keyboards.find(draft.language) != nullptr) language_ = draft.language;
  if (const auto* beside = std::get_if<DraftNourishment>(&draft.becomes)) kind_ = beside->kind;
  field_.fill(draft.words);
  if (may_draw()) pad_.resume(bounded(draft.ink));
}

}  // namespace greenline::ui
