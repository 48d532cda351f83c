// All kinds. A new one is a pair of structs in kinds/ and its two names in the lists below; whatever is missing of it does not
// compile.
#pragma once
#include <algorithm>
#include <array>
#include <concepts>
#include <string_view>
#include <variant>

#include "model/kinds/activity.h"
#include "model/kinds/aside.h"
#include "model/kinds/card.h"
#include "model/kinds/chair.h"
#include "model/kinds/gathering.h"
#include "model/kinds/hold.h"
#include "model/kinds/marker.h"
#include "model/kinds/nourishment.h"
#include "model/kinds/on_card.h"
#include "model/kinds/onward.h"
#include "model/kinds/rest.h"
#include "model/kinds/thread.h"
#include "model/kinds/time.h"
#include "model/kinds/veil.h"
#include "model/kinds/walls.h"

namespace greenline::model {

// What somebody wants to happen: the one way in for hands, simulation and consoles. `decide` turns it into an event or a
// reason.
using Request = std::variant<OpenActivity, CloseActivity, EnterPhase, MakeCard, MoveCard, TakeBackCard, LetGoCard, VeilCard,
                             LightCard, MarkCard, SetMarker, MoveMarker, TakeBackMarker, DrawThread, WordThread, TakeBackThread,
                             Gather, NameGathering, TakeBackGathering, Nourish, TakeBackNourishment, LiftVeil, TakeBackLetGo,
                             TakeBackLight, TakeBackMark, RestWall, HoldCards, RevealCards, SayOrigin, GiveTime, SetCardAside,
                             BringCardBack, PauseTouch, ShowOnWalls, FreezeWalls, TakeChair, SendCardOn, KeepCardHere>;

// Everything that can happen. An event is a fact: it is written down, applied, replayed, never changed.
using EventBody =
    std::variant<ActivityOpened, ActivityClosed, PhaseEntered, CardMade, CardMoved, CardTakenBack, CardLetGo, CardVeiled,
                 CardLit, CardMarked, MarkerSet, MarkerMoved, MarkerTakenBack, ThreadDrawn, ThreadWorded, ThreadTakenBack,
                 GatheringMade, GatheringNamed, GatheringTakenBack, NourishmentLeft, NourishmentTakenBack, CardLetGoTakenBack,
                 CardLightTakenBack, CardMarkTakenBack, WallRested, CardsHeld, CardsRevealed, TimeGiven, CardSetAside,
                 TouchPaused, ShownOnWalls, WallsFrozen, ChairTaken, CardSentOn>;

template <class Of, class List>
inline constexpr bool is_among = false;
template <class Of, class... All>
inline constexpr bool is_among<Of, std::variant<All...>> = (std::same_as<Of, All> || ...);

template <class Kind>
concept EventKind = HasFields<Kind> && std::equality_comparable<Kind> && keys_go_up<Kind>() && lists_all_members<Kind>() &&
                    (Kind::number > 0) &&
                    requires(const Kind& event, const Applying& on) {
  { apply(event, on) } -> std::same_as<void>;
};

// A kind that cannot be taken back, or is not told, says why.
[[nodiscard]] constexpr bool complete(const Descriptor& about) {
  return !about.name.empty() && !about.who.none() && about.taken_back.by.empty() != about.taken_back.why_not.empty() &&
         !about.told.as.empty();
}
template <class Kind>
concept RequestKind = is_among<typename Kind::Makes, EventBody> && complete(Kind::about) &&
    requires(const Kind& request, const Asking& asking) {
  { decide(request, asking) } -> std::same_as<Answer<typename Kind::Makes>>;
};

template <class List>
struct Kinds;
template <class... All>
struct Kinds<std::variant<All...>> {
  static constexpr bool are_events() { return (EventKind<All> && ...); }
  static constexpr bool are_requests() { return (RequestKind<All> && ...); }
  static constexpr auto descriptors() { return std::array{&All::about...}; }
  static constexpr auto numbers() { return std::array{All::number...}; }
  template <class Event>
  static constexpr bool makes() {
    return (std::same_as<typename All::Makes, Event> || ...);
  }
};
template <class... All>
[[nodiscard]] constexpr bool each_is_asked_for(const Kinds<std::variant<All...>>&) {
  return (Kinds<Request>::makes<All>() && ...);
}

// In the order of Request.
inline constexpr auto all_descriptors = Kinds<Request>::descriptors();
inline constexpr KindNumber highest_kind_number = std::ranges::max(Kinds<EventBody>::numbers());

[[nodiscard]] constexpr const Descriptor* descriptor_named(std::string_view name) {
  const auto found = std::ranges::find_if(all_descriptors, [&](const Descriptor* about) { return about->name == name; });
  return found == all_descriptors.end() ? nullptr : *found;
}
[[nodiscard]] constexpr bool each_differs(auto values) {
  std::ranges::sort(values);
  return std::ranges::adjacent_find(values) == values.end();
}
[[nodiscard]] constexpr bool names_differ_and_lead_somewhere() {
  std::array<std::string_view, all_descriptors.size()> names;
  std::ranges::transform(all_descriptors, names.begin(), [](const Descriptor* about) { return about->name; });
  return each_differs(names) && std::ranges::all_of(all_descriptors, [](const Descriptor* about) {
           return about->taken_back.by.empty() || descriptor_named(about->taken_back.by) != nullptr;
         });
}

static_assert(Kinds<EventBody>::are_events(), "an event lacks its number, its list of fields, or its apply");
static_assert(Kinds<Request>::are_requests(), "a request lacks its descriptor, a part of it, or its decide");
static_assert(each_is_asked_for(Kinds<EventBody>{}), "an event that nobody can ask for");
static_assert(each_differs(Kinds<EventBody>::numbers()), "two kinds of event with one number");
static_assert(names_differ_and_lead_somewhere(), "two requests with one name, or one taken back by what there is not");

[[nodiscard]] inline const Descriptor& about(const Request& request) { return *all_descriptors.at(request.index()); }

}  // namespace greenline::model
