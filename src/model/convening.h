// A convening as it stands: what all its events, in any order, add up to.
//
// Events can arrive out of order from several stations, so a record exists from the first event that names it: a card that was
// moved before it was made is a record whose `made` is false. `present()` says what a person sees. Each field that can be
// written twice carries the stamp of its newest writing (a last-writer-wins register); what was taken back stays so. Each
// record lists its fields (kinds/field.h) in the order they are hashed.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/event.h"

namespace greenline::model {

// The newest value written, by (timestamp, event id).
template <class T>
struct Newest {
  T value{};
  Timestamp at;   // all zero: never written
  EventId event;  // breaks the tie of two events with one stamp, which only a faulty station makes
  // True when `to` is the newest and so was taken.
  bool write(const T& to, const Timestamp& when, const EventId& by) {
    if (std::tie(when, by) <= std::tie(at, event)) return false;
    value = to;
    at = when;
    event = by;
    return true;
  }
  friend bool operator==(const Newest&, const Newest&) = default;
};

// What the host says of the whole room. Whoever has the chair is heard: of two writings the newer is the one from the newer
// chair, whatever their stamps say.
template <class T>
struct Said : Newest<T> {
  std::uint32_t epoch = 0;  // of the chair that it was said from
  bool write(const T& to, const Timestamp& when, const EventId& by, std::uint32_t from_epoch) {
    if (std::tie(from_epoch, when, by) <= std::tie(epoch, this->at, this->event)) return false;
    this->value = to;
    this->at = when;
    this->event = by;
    epoch = from_epoch;
    return true;
  }
  friend bool operator==(const Said&, const Said&) = default;
};

// Where a card lies, and where it lay before it was moved: what it left keeps its size until there is clearly more room
// (arrange/type_size.h). Not hashed: it says nothing that a person sees.
struct Placed : Newest<Place> {
  Newest<Place> before;  // the newest but one
  bool write(const Place& to, const Timestamp& when, const EventId& by) {
    const Newest<Place> was = *this;
    const bool taken = Newest::write(to, when, by);
    if (taken)
      before = was;
    else if (std::tie(when, by) < std::tie(at, event))
      before.write(to, when, by);
    return taken;
  }
  friend bool operator==(const Placed&, const Placed&) = default;
};

// What a host says of a card. Hashed only where that was ever said, as before there was such a thing.
struct SaidOfCard : Newest<bool> {
  friend bool operator==(const SaidOfCard&, const SaidOfCard&) = default;
};

struct Card {
  CardId id;
  bool made = false;
  Newest<Saying> saying;  // written once; a second CardMade of one id resolves like any other conflict
  EventId phase_visit;    // the phase visit it was made in (of the CardMade that `saying` is from)
  Placed place;
  Newest<bool> veiled;
  Newest<Phrase> lit;  // the line why; `lit_up` says whether it is lit at all
  Newest<bool> lit_up;
  Newest<Phrase> thanks;  // said when it was let go
  Newest<bool> let_go;
  Newest<bool> marked;
  SaidOfCard aside;   // set aside
  SaidOfCard onward;  // the next activity shall have it, too
  bool taken_back = false;
  static constexpr auto fields = std::tuple{&Card::id,     &Card::made,  &Card::saying,     &Card::phase_visit, &Card::place,
                                            &Card::veiled, &Card::lit,   &Card::lit_up,     &Card::thanks,      &Card::let_go,
                                            &Card::marked, &Card::aside, &Card::taken_back, &Card::onward};
  friend bool operator==(const Card&, const Card&) = default;
};

struct Marker {
  MarkerId id;
  bool made = false;
  EventId phase_visit;  // of two MarkerSet of one id, which only a faulty station makes, the later stay
  Newest<Place> place;
  bool taken_back = false;
  static constexpr auto fields =
      std::tuple{&Marker::id, &Marker::made, &Marker::phase_visit, &Marker::place, &Marker::taken_back};
  friend bool operator==(const Marker&, const Marker&) = default;
};

struct ThreadEnds {
  ThreadEnd from, to;
  EventId phase_visit;
  static constexpr auto fields = std::tuple{&ThreadEnds::from, &ThreadEnds::to, &ThreadEnds::phase_visit};
  friend bool operator==(const ThreadEnds&, const ThreadEnds&) = default;
};

struct Thread {
  ThreadId id;
  bool made = false;
  Newest<ThreadEnds> ends;
  Newest<Phrase> word;
  bool taken_back = false;
  static constexpr auto fields = std::tuple{&Thread::id, &Thread::made, &Thread::ends, &Thread::word, &Thread::taken_back};
  friend bool operator==(const Thread&, const Thread&) = default;
};

struct GatheringCards {
  std::vector<CardId> cards;
  EventId phase_visit;
  static constexpr auto fields = std::tuple{&GatheringCards::cards, &GatheringCards::phase_visit};
  friend bool operator==(const GatheringCards&, const GatheringCards&) = default;
};

struct Gathering {
  GatheringId id;
  bool made = false;
  Newest<GatheringCards> cards;
  Newest<Phrase> name;
  bool taken_back = false;
  static constexpr auto fields =
      std::tuple{&Gathering::id, &Gathering::made, &Gathering::cards, &Gathering::name, &Gathering::taken_back};
  friend bool operator==(const Gathering&, const Gathering&) = default;
};

struct NourishmentBody {
  NourishTarget beside;
  NourishKind kind = NourishKind::question;
  Saying saying;
  EventId phase_visit;
  static constexpr auto fields =
      std::tuple{&NourishmentBody::beside, &NourishmentBody::kind, &NourishmentBody::saying, &NourishmentBody::phase_visit};
  friend bool operator==(const NourishmentBody&, const NourishmentBody&) = default;
};

struct Nourishment {
  NourishmentId id;
  bool made = false;
  Newest<NourishmentBody> body;
  bool taken_back = false;
  static constexpr auto fields = std::tuple{&Nourishment::id, &Nourishment::made, &Nourishment::body, &Nourishment::taken_back};
  friend bool operator==(const Nourishment&, const Nourishment&) = default;
};

// Whether what is made in this phase visit is born veiled.
struct Hold {
  EventId phase_visit;
  bool held = false;
  static constexpr auto fields = std::tuple{&Hold::phase_visit, &Hold::held};
  friend bool operator==(const Hold&, const Hold&) = default;
};

// How many minutes the host has given one phase visit; of others their phase tells.
struct GivenTime {
  EventId phase_visit;
  std::uint32_t minutes = 0;  // 0: as its phase says
  static constexpr auto fields = std::tuple{&GivenTime::phase_visit, &GivenTime::minutes};
  friend bool operator==(const GivenTime&, const GivenTime&) = default;
};

// What the host had the walls show in one phase visit; in others they show all.
struct OnWalls {
  EventId phase_visit;
  Shown shown;
  static constexpr auto fields = std::tuple{&OnWalls::phase_visit, &OnWalls::shown};
  friend bool operator==(const OnWalls&, const OnWalls&) = default;
};

// At which console the host sits.
struct Chair {
  StationId station;
  std::uint32_t console = 0;
  static constexpr auto fields = std::tuple{&Chair::station, &Chair::console};
  friend bool operator==(const Chair&, const Chair&) = default;
};

static_assert(lists_all_members<Card>() && lists_all_members<Marker>() && lists_all_members<Thread>() &&
              lists_all_members<Gathering>() && lists_all_members<Nourishment>() && lists_all_members<ThreadEnds>() &&
              lists_all_members<GatheringCards>() && lists_all_members<NourishmentBody>() && lists_all_members<Hold>() &&
              lists_all_members<GivenTime>() && lists_all_members<OnWalls>() && lists_all_members<Chair>());

struct Convening {
  Said<std::optional<ActivityOpened>> activity;  // nothing once it is closed
  Said<std::string> phase;                       // its event is the present visit
  Said<Hold> hold;                               // what the host says of it in one phase visit; of others their phase tells
  Said<GivenTime> time;
  Said<bool> resting;  // the wall, by the host's wish
  Said<bool> paused;   // touch, by the host's wish
  Said<OnWalls> walls;
  Said<bool> frozen;  // the walls that only show, by the host's wish
  Said<Chair> chair;  // never taken: whoever hosts acts
  std::unordered_map<CardId, Card, IdHash> cards;
  std::unordered_map<MarkerId, Marker, IdHash> markers;
  std::unordered_map<ThreadId, Thread, IdHash> threads;
  std::unordered_map<GatheringId, Gathering, IdHash> gatherings;
  std::unordered_map<NourishmentId, Nourishment, IdHash> nourishments;
  std::unordered_set<EventId, IdHash> applied;  // so that an event told twice counts once
  Timestamp latest;                             // the newest stamp seen
  std::uint32_t epoch = 0;                      // the highest of the chair that anything was done from
  friend bool operator==(const Convening&, const Convening&) = default;
};

// What a person sees. A thread is present only while the cards at its ends are, a nourishment while what it lies beside is,
// a gathering while at least one of its cards is. A card that was let go is present (it rests); one taken back or set aside
// is not.
[[nodiscard]] bool present(const Card&);
// Whether it waits for the host to reveal it: born veiled, and by none of the regions that veil what is made there now.
[[nodiscard]] bool is_held(const Card&, const std::set<std::string>& protected_regions);
[[nodiscard]] bool present(const Marker&);
// Whether a sign is from before those that are set now: of an earlier visit to a phase than the present one, where that one
// sets any (`sets_now`), else than the one in which the newest was set.
[[nodiscard]] bool earlier(const Convening&, const Marker&, bool sets_now);
[[nodiscard]] bool present(const Convening&, const Thread&);
[[nodiscard]] bool present(const Convening&, const Gathering&);
[[nodiscard]] bool present(const Convening&, const Nourishment&);

// The gathering that people see of just these cards, which are in order; none: nullptr. Of several, the one with the least id.
[[nodiscard]] const Gathering* gathering_of(const Convening&, const std::vector<CardId>& cards);

// Minutes that the host has given this visit to a phase; 0: none, it has those of its phase.
[[nodiscard]] std::uint32_t minutes_given(const Convening&, const EventId& phase_visit);
// What the walls that only show show now.
[[nodiscard]] const Shown& shown_on_walls(const Convening&);
[[nodiscard]] const Card* find_card(const Convening&, const CardId&);  // null when absent; valid until the next apply

// Whether the host sits there; as long as nobody has taken the chair, it may be anywhere. Nowhere, where something was done
// from a newer one than is known.
[[nodiscard]] bool has_chair(const Convening&, const Chair&);

// Pure and total: any event on any state gives a valid state. Told twice, an event changes nothing. Any order of the same
// events gives an equal convening. O(1) but for an event's own size.
void apply(Convening&, const Event&);

// As if no marker had ever been set: for when their events are erased.
void forget_markers(Convening&);

// A hash of what the convening holds, the same for equal convenings whatever the order of events, containers or padding.
// `applied` does not count: two histories that mean the same hash the same. O(everything).
[[nodiscard]] std::uint64_t state_hash(const Convening&);

}  // namespace greenline::model
