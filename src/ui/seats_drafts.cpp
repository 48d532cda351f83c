// What people had begun, out of all seats and back into one.
#include <utility>

#include "ui/seats_inside.h"

namespace greenline::ui {

std::vector<Draft> Seats::drafts() const {
  std::vector<Draft> drafts;
  for (const auto& seat : inside_->seats) {
    if (auto draft = seat->draft()) drafts.push_back(*std::move(draft));
  }
  return drafts;
}

std::vector<Seats::Writing> Seats::cards_being_written() const {
  std::vector<Writing> writing;
  for (const auto& seat : inside_->seats) {
    if (seat->waiting() || seat->away()) continue;
    auto draft = seat->draft();
    const auto* card = draft ? std::get_if<DraftCard>(&draft->becomes) : nullptr;
    if (card == nullptr) continue;
    writing.push_back({seat->id(), card->place, {std::move(draft->words), std::move(draft->language), std::move(draft->ink)}});
  }
  return writing;
}

std::vector<model::NourishTarget> Seats::slips_being_written() const {
  std::vector<model::NourishTarget> beside;
  for (const auto& seat : inside_->seats) {
    if (seat->waiting() || seat->away()) continue;
    const auto draft = seat->draft();
    if (const auto* slip = draft ? std::get_if<DraftNourishment>(&draft->becomes) : nullptr) beside.push_back(slip->beside);
  }
  return beside;
}

std::uint64_t Seats::drafts_version() const { return inside_->drafts_version; }

int Seats::bring_back(const Purpose& purpose, const Draft& draft) {
  Inside& in = *inside_;
  auto seat = std::make_unique<Seat>(in.last_id + 1, purpose, in.host, in.surroundings);
  if (!seat->resume(draft, in.surroundings)) return 0;
  in.tuck_somewhere(*seat);
  in.seats.push_back(std::move(seat));
  ++in.drafts_version;
  return ++in.last_id;
}

}  // namespace greenline::ui
