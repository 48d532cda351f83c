// Whether an intent may happen now. The checks come in the order a person would want to hear them: is anything open, may
// hands do anything, may they do this in this phase, is it there, is it well formed.
#include "model/decide.h"

#include <algorithm>

#include "model/blank.h"
#include "model/limits.h"

namespace greenline::model {
namespace {

using Answer = tl::expected<EventBody, Refusal>;
using tl::unexpected;

template <class Records, class AnyId>
const typename Records::mapped_type* find_record(const Records& records, const AnyId& id) {
  const auto found = records.find(id);
  return found == records.end() ? nullptr : &found->second;
}

// Nothing is written down that could not be read back.
std::optional<Refusal> flaw_of(const Saying& saying) {
  if (!within_limits(saying)) return Refusal::too_long;
  if (!something_said(saying)) return Refusal::nothing_said;
  return std::nullopt;
}

// Of a word, a name, an id; an empty one is none, and one that only looks empty is nothing at all.
std::optional<Refusal> flaw_of(std::string_view line, std::size_t most_bytes = max_name_bytes) {
  if (line.size() > most_bytes) return Refusal::too_long;
  if (!line.empty() && !shows_something(line)) return Refusal::nothing_said;
  return std::nullopt;
}

struct Decide {
  const Convening& now;
  const Rules& rules;
  const Stamp& stamp;

  // What the host does is always possible.
  Answer operator()(const OpenActivity& wish) const {
    if (const auto no = flaw_of(wish.activity)) return unexpected(*no);
    if (const auto no = flaw_of(wish.canvas)) return unexpected(*no);
    if (const auto no = flaw_of(wish.activity_text, max_pack_text_bytes)) return unexpected(*no);
    if (const auto no = flaw_of(wish.canvas_text, max_pack_text_bytes)) return unexpected(*no);
    return ActivityOpened{wish.activity, wish.canvas, wish.activity_text, wish.canvas_text};
  }
  Answer operator()(const CloseActivity&) const { return ActivityClosed{}; }
  Answer operator()(const EnterPhase& wish) const {
    if (const auto no = flaw_of(wish.phase)) return unexpected(*no);
    return PhaseEntered{wish.phase, stamp.steady};
  }

  Answer operator()(const MakeCard& wish) const {
    if (const auto no = barred(Verb::name)) return unexpected(*no);
    if (const auto no = flaw_of(wish.saying)) return unexpected(*no);
    if (!sound(wish.place)) return unexpected(Refusal::not_there);
    const bool veiled = rules.veils_new_cards || rules.protected_regions.contains(wish.place.region);
    return CardMade{{stamp.fresh}, wish.saying, wish.place, stay(), veiled};
  }
  Answer operator()(const MoveCard& wish) const {
    const Card* card = find_card(now, wish.card);
    if (const auto no = barred_to_move(card)) return unexpected(*no);
    if (!sound(wish.place)) return unexpected(Refusal::not_there);
    return CardMoved{wish.card, wish.place};
  }
  Answer operator()(const TakeBackCard& wish) const {
    const Card* card = find_card(now, wish.card);
    if (const auto no = barred_to_take_back(card != nullptr && present(*card), card ? card->stay : EventId{})) {
      return unexpected(*no);
    }
    return CardTakenBack{wish.card};
  }
  Answer operator()(const LetGoCard& wish) const {
    const Card* card = find_card(now, wish.card);
    if (const auto no = barred_on(Verb::let_go, card)) return unexpected(*no);
    if (card->let_go.value) return unexpected(Refusal::already_so);
    if (const auto no = flaw_of(wish.thanks, max_words_bytes)) return unexpected(*no);
    return CardLetGo{wish.card, wish.thanks};
  }
  Answer operator()(const VeilCard& wish) const {
    const Card* card = find_card(now, wish.card);
    if (const auto no = barred_on(card)) return unexpected(*no);
    if (card->veiled.value) return unexpected(Refusal::already_so);
    if (!rules.verbs.contains(Verb::veil) && !shelters(*card) && !opened_in_this_stay(*card)) {
      return unexpected(Refusal::not_in_this_phase);
    }
    return CardVeiled{wish.card, true};
  }
  // Needs two people, and no verb: else a pack could veil for ever. What a phase holds until it is over stays held.
  Answer operator()(const LiftVeil& wish) const {
    const Card* card = find_card(now, wish.card);
    if (const auto no = barred_on(card)) return unexpected(*no);
    if (!card->veiled.value) return unexpected(Refusal::already_so);
    const bool held = rules.veils_new_cards && card->stay == stay() && !rules.verbs.contains(Verb::illuminate);
    if (held) return unexpected(Refusal::not_in_this_phase);
    return CardVeiled{wish.card, false};
  }
  // A second lighting would write over the line that somebody gave for the first.
  Answer operator()(const LightCard& wish) const {
    const Card* card = find_card(now, wish.card);
    if (const auto no = barred_on(Verb::illuminate, card)) return unexpected(*no);
    if (card->veiled.value) return unexpected(Refusal::two_hands);
    if (card->lit_up.value) return unexpected(Refusal::already_so);
    if (const auto no = flaw_of(wish.why)) return unexpected(*no);
    return CardLit{wish.card, wish.why};
  }
  Answer operator()(const MarkCard& wish) const {
    const Card* card = find_card(now, wish.card);
    if (const auto no = barred_on(Verb::mark, card)) return unexpected(*no);
    if (card->marked.value) return unexpected(Refusal::already_so);
    return CardMarked{wish.card};
  }
  Answer operator()(const TakeBackLetGo& wish) const {
    if (const auto no = barred_to_undo(wish.card, &Card::let_go)) return unexpected(*no);
    return CardLetGoTakenBack{wish.card};
  }
  Answer operator()(const TakeBackLight& wish) const {
    if (const auto no = barred_to_undo(wish.card, &Card::lit_up)) return unexpected(*no);
    return CardLightTakenBack{wish.card};
  }
  Answer operator()(const TakeBackMark& wish) const {
    if (const auto no = barred_to_undo(wish.card, &Card::marked)) return unexpected(*no);
    return CardMarkTakenBack{wish.card};
  }

  Answer operator()(const SetMarker& wish) const {
    if (const auto no = barred(Verb::place)) return unexpected(*no);
    if (!rules.sets_markers) return unexpected(Refusal::not_in_this_phase);
    if (!sound(wish.place)) return unexpected(Refusal::not_there);
    return MarkerSet{{stamp.fresh}, wish.place, stay()};
  }
  Answer operator()(const MoveMarker& wish) const {
    if (const auto no = barred_to_move(find_record(now.markers, wish.marker))) return unexpected(*no);
    if (!sound(wish.place)) return unexpected(Refusal::not_there);
    return MarkerMoved{wish.marker, wish.place};
  }
  Answer operator()(const TakeBackMarker& wish) const {
    const Marker* marker = find_record(now.markers, wish.marker);
    if (const auto no = barred_to_take_back(marker != nullptr && present(*marker), marker ? marker->stay : EventId{})) {
      return unexpected(*no);
    }
    return MarkerTakenBack{wish.marker};
  }

  Answer operator()(const DrawThread& wish) const {
    if (const auto no = barred(Verb::connect)) return unexpected(*no);
    if (!there(wish.from) || !there(wish.to)) return unexpected(Refusal::not_there);
    if (wish.from == wish.to) return unexpected(Refusal::same_ends);
    if (joined(wish.from, wish.to)) return unexpected(Refusal::already_joined);
    return ThreadDrawn{{stamp.fresh}, wish.from, wish.to, stay()};
  }
  Answer operator()(const WordThread& wish) const {
    const Thread* thread = find_record(now.threads, wish.thread);
    if (const auto no = barred(Verb::connect)) return unexpected(*no);
    if (thread == nullptr || !present(now, *thread)) return unexpected(Refusal::not_there);
    if (const auto no = flaw_of(wish.word)) return unexpected(*no);
    if (thread->word.value == wish.word) return unexpected(Refusal::already_so);
    return ThreadWorded{wish.thread, wish.word};
  }
  Answer operator()(const TakeBackThread& wish) const {
    const Thread* thread = find_record(now.threads, wish.thread);
    const bool here = thread != nullptr && present(now, *thread);
    if (const auto no = barred_to_take_back(here, here ? thread->ends.value.stay : EventId{})) return unexpected(*no);
    return ThreadTakenBack{wish.thread};
  }

  Answer operator()(const Gather& wish) const {
    if (const auto no = barred(Verb::gather)) return unexpected(*no);
    std::vector<CardId> cards;
    std::copy_if(wish.cards.begin(), wish.cards.end(), std::back_inserter(cards), [&](const CardId& id) { return there(id); });
    std::sort(cards.begin(), cards.end());
    cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
    if (cards.size() < 2) return unexpected(Refusal::too_few);
    if (cards.size() > max_gathering_cards) return unexpected(Refusal::too_long);
    if (gathering_of(now, cards)) return unexpected(Refusal::already_so);
    return GatheringMade{{stamp.fresh}, std::move(cards), stay()};
  }
  Answer operator()(const NameGathering& wish) const {
    const Gathering* gathering = find_record(now.gatherings, wish.gathering);
    if (const auto no = barred(Verb::gather)) return unexpected(*no);
    if (gathering == nullptr || !present(now, *gathering)) return unexpected(Refusal::not_there);
    if (const auto no = flaw_of(wish.name)) return unexpected(*no);
    if (gathering->name.value == wish.name) return unexpected(Refusal::already_so);
    return GatheringNamed{wish.gathering, wish.name};
  }
  Answer operator()(const TakeBackGathering& wish) const {
    const Gathering* gathering = find_record(now.gatherings, wish.gathering);
    const bool here = gathering != nullptr && present(now, *gathering);
    if (const auto no = barred_to_take_back(here, here ? gathering->cards.value.stay : EventId{})) return unexpected(*no);
    return GatheringTakenBack{wish.gathering};
  }

  Answer operator()(const Nourish& wish) const {
    if (const auto no = barred(Verb::nourish)) return unexpected(*no);
    if (!std::visit([this](const auto& beside) { return there(beside); }, wish.beside)) return unexpected(Refusal::not_there);
    if (const auto no = flaw_of(wish.saying)) return unexpected(*no);
    return NourishmentLeft{{stamp.fresh}, wish.beside, wish.kind, wish.saying, stay()};
  }
  Answer operator()(const TakeBackNourishment& wish) const {
    const Nourishment* nourishment = find_record(now.nourishments, wish.nourishment);
    const bool here = nourishment != nullptr && present(now, *nourishment);
    if (const auto no = barred_to_take_back(here, here ? nourishment->body.value.stay : EventId{})) return unexpected(*no);
    return NourishmentTakenBack{wish.nourishment};
  }

 private:
  [[nodiscard]] const EventId& stay() const { return now.phase.event; }

  [[nodiscard]] std::optional<Refusal> barred() const {
    if (!now.activity.value) return Refusal::no_activity;
    if (!rules.touch) return Refusal::touch_is_off;
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Refusal> barred(Verb verb) const {
    if (const auto no = barred()) return no;
    if (!rules.verbs.contains(verb)) return Refusal::not_in_this_phase;
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Refusal> barred_on(const Card* card) const {
    if (const auto no = barred()) return no;
    if (card == nullptr || !present(*card)) return Refusal::not_there;
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Refusal> barred_on(Verb verb, const Card* card) const {
    if (const auto no = barred(verb)) return no;
    return barred_on(card);
  }
  // Something that was done to a card and is true until somebody takes it back.
  [[nodiscard]] std::optional<Refusal> barred_to_undo(const CardId& id, Newest<bool> Card::*done) const {
    const Card* card = find_card(now, id);
    if (const auto no = barred_on(card)) return no;
    if (!(card->*done).value) return Refusal::already_so;
    if (!in_this_stay((card->*done).at)) return Refusal::phase_has_closed;
    return std::nullopt;
  }
  [[nodiscard]] bool in_this_stay(const Timestamp& at) const { return at > now.phase.at; }
  [[nodiscard]] bool shelters(const Card& card) const { return rules.protected_regions.contains(card.place.value.region); }
  // Not born open: its veil was lifted.
  [[nodiscard]] bool opened_in_this_stay(const Card& card) const {
    return !card.veiled.value && card.veiled.event != card.saying.event && in_this_stay(card.veiled.at);
  }
  // `place` lets people shift about what they have just put down; `move` lets them move what was there.
  template <class CardOrMarker>
  [[nodiscard]] std::optional<Refusal> barred_to_move(const CardOrMarker* moved) const {
    if (const auto no = barred()) return no;
    if (!rules.verbs.contains(Verb::move) && !rules.verbs.contains(Verb::place)) return Refusal::not_in_this_phase;
    if (moved == nullptr || !present(*moved)) return Refusal::not_there;
    if (!rules.verbs.contains(Verb::move) && moved->stay != stay()) return Refusal::not_in_this_phase;
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Refusal> barred_to_take_back(bool here, const EventId& made_in) const {
    if (const auto no = barred()) return no;
    if (!here) return Refusal::not_there;
    if (made_in != stay()) return Refusal::phase_has_closed;
    return std::nullopt;
  }

  [[nodiscard]] bool there(const CardId& id) const {
    const Card* card = find_card(now, id);
    return card != nullptr && present(*card);
  }
  [[nodiscard]] bool there(const ThreadId& id) const {
    const Thread* thread = find_record(now.threads, id);
    return thread != nullptr && present(now, *thread);
  }
  // Which regions a canvas has is not known here, but one without a name is none.
  [[nodiscard]] bool there(const RegionEnd& end) const { return !end.region.empty() && !flaw_of(end.region); }
  [[nodiscard]] bool there(const ThreadEnd& end) const {
    return std::visit([this](const auto& held) { return there(held); }, end);
  }
  [[nodiscard]] bool joined(const ThreadEnd& a, const ThreadEnd& b) const {
    return std::any_of(now.threads.begin(), now.threads.end(), [&](const auto& entry) {
      const ThreadEnds& ends = entry.second.ends.value;
      const bool same = (ends.from == a && ends.to == b) || (ends.from == b && ends.to == a);
      return same && present(now, entry.second);
    });
  }
};

}  // namespace

tl::expected<void, Refusal> check(const Convening& convening, const Rules& rules, const Intent& intent) {
  const Stamp none;
  if (const auto body = std::visit(Decide{convening, rules, none}, intent); !body) return unexpected(body.error());
  return {};
}

tl::expected<Event, Refusal> decide(const Convening& convening, const Rules& rules, const Intent& intent, const Stamp& stamp) {
  auto body = std::visit(Decide{convening, rules, stamp}, intent);
  if (!body) return unexpected(body.error());
  return Event{stamp.event, stamp.at, std::move(*body)};
}

}  // namespace greenline::model
