#include "input/pinch.h"

#include <algorithm>
#include <cmath>

namespace greenline::input {

Pinch::Pinch(Finger first, Finger second, float least_span_px)
    : first_(first), second_(second), least_span_px_(least_span_px), began_middle_(middle()), told_middle_(middle()) {
  began_span_ = told_span_ = span();
}

float Pinch::span() const { return std::max(length(first_.at - second_.at), least_span_px_); }

void Pinch::move(ContactId contact, model::PixelPoint to, double time_s) {
  (first_.contact == contact ? first_ : second_).at = to;
  pace_.add(middle(), time_s);
}

void Pinch::begin_beyond(float threshold_px) {
  if (under_way_) return;
  if (length(middle() - began_middle_) <= threshold_px && std::abs(span() - began_span_) <= threshold_px) return;
  under_way_ = true;
  // From here on: the wall does not jump by the threshold.
  told_middle_ = middle();
  told_span_ = span();
}

std::optional<Pinch::Move> Pinch::take() {
  if (!under_way_ || (middle() == told_middle_ && span() == told_span_)) return std::nullopt;
  const Move move{told_middle_, middle(), span() / told_span_};
  told_middle_ = middle();
  told_span_ = span();
  return move;
}

}  // namespace greenline::input
