// Whether a request may happen now. The checks come in the order a person would want to hear them: is it theirs to do, is
// anything open, may hands do anything, may they do this in this phase; then what its kind asks: is it there, is it well
// formed.
#include "model/decide.h"

#include <algorithm>
#include <map>

namespace greenline::model {
namespace {

// A clicker acts for whoever has the chair. A wish for an earlier sitting is no longer one.
bool is_from_the_chair(const Asking& asking) {
  if (asking.by.epoch != 0 && asking.by.epoch != asking.now.epoch) return false;
  return asking.by.seat == 0 || has_chair(asking.now, {asking.by.station, asking.by.seat});
}

// What the host does is always possible, from the chair.
std::optional<Refusal> barred(const Descriptor& about, const Asking& asking) {
  if (!about.who.has(asking.by.role)) return Refusal::not_yours;
  if (asking.by.role == Role::host && !is_from_the_chair(asking) && &about != &TakeChair::about)
    return Refusal::not_in_the_chair;
  if (asking.by.role != Role::seat) return std::nullopt;
  if (!asking.now.activity.value) return Refusal::no_activity;
  if (asking.now.resting.value || asking.now.paused.value) return Refusal::at_rest;
  if (!asking.rules.touch) return Refusal::touch_is_off;
  if (about.verb && !asking.rules.verbs.contains(*about.verb)) return Refusal::not_in_this_phase;
  return std::nullopt;
}

tl::expected<EventBody, Refusal> body_of(const Request& request, const Asking& asking) {
  if (const auto no = barred(about(request), asking)) return tl::unexpected(*no);
  return std::visit([&](const auto& one) -> tl::expected<EventBody, Refusal> { return decide(one, asking); }, request);
}

// The chair's, of all that is said of the whole room; none of what people do.
std::uint32_t epoch_of(const EventBody& body, const Convening& now, Role role) {
  if (const auto* taken = std::get_if<ChairTaken>(&body)) return taken->epoch;
  return role == Role::host || role == Role::program ? now.epoch : 0;
}

}  // namespace

tl::expected<void, Refusal> check(const Convening& convening, const Rules& rules, const Request& request, const Actor& by) {
  if (const auto body = body_of(request, {convening, rules, by, Stamp{}}); !body) return tl::unexpected(body.error());
  return {};
}

tl::expected<Event, Refusal> decide(const Convening& convening, const Rules& rules, const Request& request, const Actor& by,
                                    const Stamp& stamp) {
  Actor whoever = by;
  if (whoever.station.empty()) whoever.station = stamp.at.station;
  auto body = body_of(request, {convening, rules, whoever, stamp});
  if (!body) return tl::unexpected(body.error());
  whoever.epoch = epoch_of(*body, convening, by.role);
  return Event{stamp.event, stamp.at, std::move(*body), whoever};
}

bool is_shut(const Convening& now, const Rules& rules, std::string_view region) {
  const auto rule = rules.openings.find(region);
  if (rule == rules.openings.end()) return false;
  std::map<std::string_view, std::size_t> lying;
  for (const auto& [id, card] : now.cards)
    if (present(card) && !card.let_go.value) ++lying[card.place.value.region];
  const auto filled = [&](const std::string& other) { return lying[other] >= rule->second.cards; };
  return lying[region] == 0 && !std::ranges::all_of(rule->second.in, filled);
}

bool born_veiled(const Convening& now, const Rules& rules, const Place& place) {
  const Stamp nothing_is_made;
  return Asking{now, rules, the_host, nothing_is_made}.veils(place);
}

}  // namespace greenline::model
