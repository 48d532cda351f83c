// Whether a request may happen now. The checks come in the order a person would want to hear them: is anything open, may
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
  Answer operator()(const OpenActivity& request) const {
    if (const auto no = flaw_of(request.activity)) return unexpected(*no);
    if (const auto no = flaw_of(request.canvas)) return unexpected(*no);
    if (const auto no = flaw_of(request.activity_text, max_pack_text_bytes)) return unexpected(*no);
    if (const auto no = flaw_of(request.canvas_text, max_pack_text_bytes)) return unexpected(*no);
    return ActivityOpened{request.activity, request.canvas, request.activity_text, request.canvas_text};
  }
  Answer operator()(const CloseActivity&) const { return ActivityClosed{}; }
  Answer operator()(const EnterPhase& request) const {
    if (const auto no = flaw_of(request.phase)) return unexpected(*no);
    return PhaseEntered{request.phase, stamp.steady};
  }

  Answer operator()(const MakeCard& request) const {
    if (const auto no = barred(Verb::name)) return unexpected(*no);
    if (const auto no = flaw_of(request.saying)) return unexpected(*no);
    if (!sound(request.place)) return unexpected(Refusal::not_there);
    const bool veiled = rules.veils_new_cards || rules.protected_regions.contains(request.place.region);
    return CardMade{{stamp.fresh}, request.saying, request.place, phase_visit(), veiled};
  }
  Answer operator()(const MoveCard& request) const {
    const Card* card = find_card(now, request.card);
    if (const auto no = barred_to_move(card)) return unexpected(*no);
    if (!sound(request.place)) return unexpected(Refusal::not_there);
    return CardMoved{request.card, request.place};
  }
  Answer operator()(const TakeBackCard& request) const {
    const Card* card = find_card(now, request.card);
    if (const auto no = barred_to_take_back(card != nullptr && present(*card), card ? card->phase_visit : EventId{})) {
      return unexpected(*no);
    }
    return CardTakenBack{request.card};
  }
  Answer operator()(const LetGoCard& request) const {
    const Card* card = find_card(now, request.card);
    if (const auto no = barred_on(Verb::let_go, card)) return unexpected(*no);
    if (card->let_go.value) return unexpected(Refusal::already_so);
    if (const auto no = flaw_of(request.thanks, max_words_bytes)) return unexpected(*no);
    return CardLetGo{request.card, request.thanks};
  }
  Answer operator()(const VeilCard& request) const {
    const Card* card = find_card(now, request.card);
    if (const auto no = barred_on(card)) return unexpected(*no);
    if (card->veiled.value) return unexpected(Refusal::already_so);
    if (!rules.verbs.contains(Verb::veil) && !shelters(*card) && !opened_in_this_phase_visit(*card)) {
      return unexpected(Refusal::not_in_this_phase);
    }
    return CardVeiled{request.card, true};
  }
  // Needs two people, and no verb: else a pack could veil for ever. What a phase holds until it is over stays held.
  Answer operator()(const LiftVeil& request) const {
    const Card* card = find_card(now, request.card);
    if (const auto no = barred_on(card)) return unexpected(*no);
    if (!card->veiled.value) return unexpected(Refusal::already_so);
    const bool held = rules.veils_new_cards && card->phase_visit == phase_visit() && !rules.verbs.contains(Verb::illuminate);
    if (held) return unexpected(Refusal::not_in_this_phase);
    return CardVeiled{request.card, false};
  }
  // A second lighting would write over the line that somebody gave for the first.
  Answer operator()(const LightCard& request) const {
    const Card* card = find_card(now, request.card);
    if (const auto no = barred_on(Verb::illuminate, card)) return unexpected(*no);
    if (card->veiled.value) return unexpected(Refusal::two_hands);
    if (card->lit_up.value) return unexpected(Refusal::already_so);
    if (const auto no = flaw_of(request.why)) return unexpected(*no);
    return CardLit{request.card, request.why};
  }
  Answer operator()(const MarkCard& request) const {
    const Card* card = find_card(now, request.card);
    if (const auto no = barred_on(Verb::mark, card)) return unexpected(*no);
    if (card->marked.value) return unexpected(Refusal::already_so);
    return CardMarked{request.card};
  }
  Answer operator()(const TakeBackLetGo& request) const {
    if (const auto no = barred_to_undo(request.card, &Card::let_go)) return unexpected(*no);
    return CardLetGoTakenBack{request.card};
  }
  Answer operator()(const TakeBackLight& request) const {
    if (const auto no = barred_to_undo(request.card, &Card::lit_up)) return unexpected(*no);
    return CardLightTakenBack{request.card};
  }
  Answer operator()(const TakeBackMark& request) const {
    if (const auto no = barred_to_undo(request.card, &Card::marked)) return unexpected(*no);
    return CardMarkTakenBack{request.card};
  }

  Answer operator()(const SetMarker& request) const {
    if (const auto no = barred(Verb::place)) return unexpected(*no);
    if (!rules.sets_markers) return unexpected(Refusal::not_in_this_phase);
    if (!sound(request.place)) return unexpected(Refusal::not_there);
    return MarkerSet{{stamp.fresh}, request.place, phase_visit()};
  }
  Answer operator()(const MoveMarker& request) const {
    if (const auto no = barred_to_move(find_record(now.markers, request.marker))) return unexpected(*no);
    if (!sound(request.place)) return unexpected(Refusal::not_there);
    return MarkerMoved{request.marker, request.place};
  }
  Answer operator()(const TakeBackMarker& request) const {
    const Marker* marker = find_record(now.markers, request.marker);
    if (const auto no = barred_to_take_back(marker != nullptr && present(*marker), marker ? marker->phase_visit : EventId{})) {
      return unexpected(*no);
    }
    return MarkerTakenBack{request.marker};
  }

  Answer operator()(const DrawThread& request) const {
    if (const auto no = barred(Verb::connect)) return unexpected(*no);
    if (!there(request.from) || !there(request.to)) return unexpected(Refusal::not_there);
    if (request.from == request.to) return unexpected(Refusal::same_ends);
    if (joined(request.from, request.to)) return unexpected(Refusal::already_joined);
    return ThreadDrawn{{stamp.fresh}, request.from, request.to, phase_visit()};
  }
  Answer operator()(const WordThread& request) const {
    const Thread* thread = find_record(now.threads, request.thread);
    if (const auto no = barred(Verb::connect)) return unexpected(*no);
    if (thread == nullptr || !present(now, *thread)) return unexpected(Refusal::not_there);
    if (const auto no = flaw_of(request.word)) return unexpected(*no);
    if (thread->word.value == request.word) return unexpected(Refusal::already_so);
    return ThreadWorded{request.thread, request.word};
  }
  Answer operator()(const TakeBackThread& request) const {
    const Thread* thread = find_record(now.threads, request.thread);
    const bool here = thread != nullptr && present(now, *thread);
    if (const auto no = barred_to_take_back(here, here ? thread->ends.value.phase_visit : EventId{})) return unexpected(*no);
    return ThreadTakenBack{request.thread};
  }

  Answer operator()(const Gather& request) const {
    if (const auto no = barred(Verb::gather)) return unexpected(*no);
    std::vector<CardId> cards;
    std::copy_if(request.cards.begin(), request.cards.end(), std::back_inserter(cards),
                 [&](const CardId& id) { return there(id); });
    std::sort(cards.begin(), cards.end());
    cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
    if (cards.size() < 2) return unexpected(Refusal::too_few);
    if (cards.size() > max_gathering_cards) return unexpected(Refusal::too_long);
    if (gathering_of(now, cards)) return unexpected(Refusal::already_so);
    return GatheringMade{{stamp.fresh}, std::move(cards), phase_visit()};
  }
  Answer operator()(const NameGathering& request) const {
    const Gathering* gathering = find_record(now.gatherings, request.gathering);
    if (const auto no = barred(Verb::gather)) return unexpected(*no);
    if (gathering == nullptr || !present(now, *gathering)) return unexpected(Refusal::not_there);
    if (const auto no = flaw_of(request.name)) return unexpected(*no);
    if (gathering->name.value == request.name) return unexpected(Refusal::already_so);
    return GatheringNamed{request.gathering, request.name};
  }
  Answer operator()(const TakeBackGathering& request) const {
    const Gathering* gathering = find_record(now.gatherings, request.gathering);
    const bool here = gathering != nullptr && present(now, *gathering);
    if (const auto no = barred_to_take_back(here, here ? gathering->cards.value.phase_visit : EventId{}))
      return unexpected(*no);
    return GatheringTakenBack{request.gathering};
  }

  Answer operator()(const Nourish& request) const {
    if (const auto no = barred(Verb::nourish)) return unexpected(*no);
    if (!std::visit([this](const auto& beside) { return there(beside); }, request.beside))
      return unexpected(Refusal::not_there);
    if (const auto no = flaw_of(request.saying)) return unexpected(*no);
    return NourishmentLeft{{stamp.fresh}, request.beside, request.kind, request.saying, phase_visit()};
  }
  Answer operator()(const TakeBackNourishment& request) const {
    const Nourishment* nourishment = find_record(now.nourishments, request.nourishment);
    const bool here = nourishment != nullptr && present(now, *nourishment);
    if (const auto no = barred_to_take_back(here, here ? nourishment->body.value.phase_visit : EventId{}))
      return unexpected(*no);
    return NourishmentTakenBack{request.nourishment};
  }

 private:
  [[nodiscard]] const EventId& phase_visit() const { return now.phase.event; }

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
    if (!in_this_phase_visit((card->*done).at)) return Refusal::phase_has_closed;
    return std::nullopt;
  }
  [[nodiscard]] bool in_this_phase_visit(const Timestamp& at) const { return at > now.phase.at; }
  [[nodiscard]] bool shelters(const Card& card) const { return rules.protected_regions.contains(card.place.value.region); }
  // Not born open: its veil was lifted.
  [[nodiscard]] bool opened_in_this_phase_visit(const Card& card) const {
    return !card.veiled.value && card.veiled.event != card.saying.event && in_this_phase_visit(card.veiled.at);
  }
  // `place` lets people shift about what they have just put down; `move` lets them move what was there.
  template <class CardOrMarker>
  [[nodiscard]] std::optional<Refusal> barred_to_move(const CardOrMarker* moved) const {
    if (const auto no = barred()) return no;
    if (!rules.verbs.contains(Verb::move) && !rules.verbs.contains(Verb::place)) return Refusal::not_in_this_phase;
    if (moved == nullptr || !present(*moved)) return Refusal::not_there;
    if (!rules.verbs.contains(Verb::move) && moved->phase_visit != phase_visit()) return Refusal::not_in_this_phase;
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Refusal> barred_to_take_back(bool here, const EventId& made_in) const {
    if (const auto no = barred()) return no;
    if (!here) return Refusal::not_there;
    if (made_in != phase_visit()) return Refusal::phase_has_closed;
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

tl::expected<void, Refusal> check(const Convening& convening, const Rules& rules, const Request& request) {
  const Stamp none;
  if (const auto body = std::visit(Decide{convening, rules, none}, request); !body) return unexpected(body.error());
  return {};
}

tl::expected<Event, Refusal> decide(const Convening& convening, const Rules& rules, const Request& request,
                                    const Stamp& stamp) {
  auto body = std::visit(Decide{convening, rules, stamp}, request);
  if (!body) return unexpected(body.error());
  return Event{stamp.event, stamp.at, std::move(*body)};
}

}  // namespace greenline::model
