// What several kinds ask before they say yes.
#include "model/kinds/asking.h"

#include "model/blank.h"
#include "model/decide.h"
#include "model/limits.h"

namespace greenline::model {

std::optional<Refusal> Asking::barred_to_take_back(bool here, const EventId& made_in) const {
  if (!here) return Refusal::not_there;
  if (made_in != phase_visit()) return Refusal::phase_has_closed;
  return std::nullopt;
}

std::optional<Refusal> Asking::barred_to_undo(const CardId& id, Newest<bool> Card::*done) const {
  const Card* card = find_card(now, id);
  if (card == nullptr || !present(*card)) return Refusal::not_there;
  if (!(card->*done).value) return Refusal::already_so;
  if (!in_this_phase_visit((card->*done).at)) return Refusal::phase_has_closed;
  return std::nullopt;
}

std::optional<Refusal> Asking::barred_from(const std::string& region) const {
  if (by.role != Role::seat || !is_shut(now, rules, region)) return std::nullopt;
  return Refusal::shut;
}

bool Asking::there(const CardId& id) const {
  const Card* card = find_card(now, id);
  return card != nullptr && present(*card);
}

bool Asking::there(const ThreadId& id) const {
  const Thread* thread = find_record(now.threads, id);
  return thread != nullptr && present(now, *thread);
}

bool Asking::there(const GatheringId& id) const {
  const Gathering* gathering = find_record(now.gatherings, id);
  return gathering != nullptr && present(now, *gathering);
}

bool Asking::there(const RegionEnd& end) const { return !end.region.empty() && !flaw_of(end.region); }

std::optional<Refusal> flaw_of(const Saying& saying) {
  if (!within_limits(saying)) return Refusal::too_long;
  if (!something_said(saying)) return Refusal::nothing_said;
  return std::nullopt;
}

Phrase phrase_of(const std::string& words, const std::string& language) {
  return words.empty() ? Phrase{} : Phrase{words, language};
}

std::optional<Refusal> flaw_of(const Phrase& phrase, std::size_t most_bytes) {
  if (phrase.language.size() > max_name_bytes) return Refusal::too_long;
  if (!is_text(phrase.language)) return Refusal::nothing_said;
  return flaw_of(phrase.words, most_bytes);
}

std::optional<Refusal> flaw_of(std::string_view line, std::size_t most_bytes) {
  if (line.size() > most_bytes) return Refusal::too_long;
  if (!line.empty() && !shows_something(line)) return Refusal::nothing_said;
  return std::nullopt;
}

}  // namespace greenline::model
