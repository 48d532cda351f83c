#include "harvest/leaving.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

#include "station/its_activity.h"

namespace greenline::harvest {
namespace {

using namespace model;

bool card_leaves(const Convening& all, const CardId& id) {
  const Card* card = find_card(all, id);
  return card != nullptr && leaves(*card);
}

bool thread_leaves(const Convening& all, const Thread& thread) {
  const auto end_leaves = [&](const ThreadEnd& end) {
    const auto* card = std::get_if<CardId>(&end);
    return card == nullptr || card_leaves(all, *card);
  };
  return present(all, thread) && end_leaves(thread.ends.value.from) && end_leaves(thread.ends.value.to);
}

struct MayBeBeside {
  const Convening& all;
  bool operator()(const CardId& id) const { return card_leaves(all, id); }
  bool operator()(const ThreadId& id) const {
    const auto found = all.threads.find(id);
    return found != all.threads.end() && thread_leaves(all, found->second);
  }
  bool operator()(const RegionEnd&) const { return true; }
};

// What happened, still under the identities that it has in the room.
struct Told {
  Timestamp at;
  EventId id;
  EventBody body;
  Actor by = {model::Role::seat};
};

class Teller {
 public:
  Teller(const Convening& all, const content::Activity& activity) : all_(all), activity_(activity) {}

  std::vector<Told> told() && {
    for (const auto& [id, card] : all_.cards)
      if (leaves(card)) tell(card);
    for (const auto& [id, thread] : all_.threads)
      if (thread_leaves(all_, thread)) tell(thread);
    for (const auto& [id, gathering] : all_.gatherings)
      if (present(all_, gathering)) tell(gathering);
    for (const auto& [id, nourishment] : all_.nourishments)
      if (present(all_, nourishment) && std::visit(MayBeBeside{all_}, nourishment.body.value.beside)) {
        const NourishmentBody& body = nourishment.body.value;
        add(nourishment.body, NourishmentLeft{id, body.beside, body.kind, body.saying, body.phase_visit});
      }
    if (activity_.harvest.keep_markers)
      for (const auto& [id, marker] : all_.markers)
        if (present(marker)) add(marker.place, MarkerSet{id, marker.place.value, marker.phase_visit});
    return std::move(told_);
  }

 private:
  template <class T>
  void add(const Newest<T>& written, EventBody body) {
    told_.push_back({written.at, written.event, std::move(body)});
  }
  void tell(const Card& card) {
    add(card.saying, CardMade{card.id, card.saying.value, card.place.value, card.phase_visit, false});
    if (card.lit_up.value) add(card.lit_up, CardLit{card.id, card.lit.value.words, card.lit.value.language});
    if (card.let_go.value) add(card.let_go, CardLetGo{card.id, card.thanks.value.words, card.thanks.value.language});
  }
  void tell(const Thread& thread) {
    const ThreadEnds& ends = thread.ends.value;
    add(thread.ends, ThreadDrawn{thread.id, ends.from, ends.to, ends.phase_visit});
    if (!thread.word.value.words.empty())
      add(thread.word, ThreadWorded{thread.id, thread.word.value.words, thread.word.value.language});
  }
  void tell(const Gathering& gathering) {
    std::vector<CardId> cards = gathering.cards.value.cards;
    std::erase_if(cards, [&](const CardId& id) { return !card_leaves(all_, id); });
    if (cards.empty()) return;
    add(gathering.cards, GatheringMade{gathering.id, std::move(cards), gathering.cards.value.phase_visit});
    if (!gathering.name.value.words.empty())
      add(gathering.name, GatheringNamed{gathering.id, gathering.name.value.words, gathering.name.value.language});
  }

  const Convening& all_;
  const content::Activity& activity_;
  std::vector<Told> told_;
};

// Numbers instead of identities, given in the order in which things are met.
class Numbering {
 public:
  void renumber(EventId& id) {
    if (!id.empty()) id = visits_.contains(id) ? visits_.at(id) : EventId{};
  }
  void remember_visit(const EventId& was, const EventId& is) { visits_.emplace(was, is); }
  void renumber(CardId& id) { id = one_of(cards_, id); }
  void renumber(ThreadId& id) { id = one_of(threads_, id); }
  void renumber(GatheringId& id) { id = one_of(gatherings_, id); }
  void renumber(NourishmentId& id) { id = one_of(nourishments_, id); }
  void renumber(MarkerId& id) { id = one_of(markers_, id); }
  void renumber(std::vector<CardId>& ids) {
    for (CardId& id : ids) renumber(id);
    std::sort(ids.begin(), ids.end());
  }
  void renumber(ThreadEnd& end) {
    if (auto* card = std::get_if<CardId>(&end)) renumber(*card);
  }
  void renumber(NourishTarget& beside) {
    if (auto* card = std::get_if<CardId>(&beside)) renumber(*card);
    if (auto* thread = std::get_if<ThreadId>(&beside)) renumber(*thread);
  }
  void renumber(SteadyInstant& when) { when = {}; }
  template <class Other>
  void renumber(Other&) {}  // what people said, where they put it

 private:
  template <class AnyId>
  AnyId one_of(std::map<AnyId, AnyId>& known, const AnyId& id) {
    return known.try_emplace(id, numbered<AnyId>(known.size() + 1)).first->second;
  }
  std::map<EventId, EventId> visits_;
  std::map<CardId, CardId> cards_;
  std::map<ThreadId, ThreadId> threads_;
  std::map<GatheringId, GatheringId> gatherings_;
  std::map<NourishmentId, NourishmentId> nourishments_;
  std::map<MarkerId, MarkerId> markers_;
};

}  // namespace

bool leaves(const Card& card) { return present(card) && !card.veiled.value && !card.marked.value; }

Timestamp stamp_of(std::uint64_t number) { return {static_cast<std::int64_t>(number), 0, numbered<StationId>(1)}; }

Leaving what_leaves(std::span<const Event> events, const content::Activity& activity) {
  Convening all;
  for (const Event& event : events) apply(all, event);
  std::vector<Told> told = Teller(all, activity).told();
  for (const Event& event : events)
    if (std::holds_alternative<PhaseEntered>(event.body)) told.push_back({event.at, event.id, event.body, {model::Role::host}});
  std::sort(told.begin(), told.end(), [](const Told& a, const Told& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
  told.erase(std::unique(told.begin(), told.end(), [](const Told& a, const Told& b) { return a.id == b.id; }), told.end());
  if (const auto opened = station::activity_opened_in({events.begin(), events.end()}))
    told.insert(told.begin(), Told{{}, {}, *opened, the_program});
  if (!all.activity.value && all.activity.event != EventId{}) told.push_back({{}, {}, ActivityClosed{}, {model::Role::host}});

  Leaving leaving;
  Numbering numbering;
  leaving.events.reserve(told.size());
  for (Told& one : told) {
    const std::uint64_t number = leaving.events.size() + 1;
    const auto id = numbered<EventId>(number);
    if (std::holds_alternative<PhaseEntered>(one.body)) numbering.remember_visit(one.id, id);
    std::visit(
        [&](auto& body) {
          std::apply([&](const auto&... each) { (numbering.renumber(body.*(each.member)), ...); },
                     std::remove_cvref_t<decltype(body)>::fields);
        },
        one.body);
    leaving.events.push_back({id, stamp_of(number), std::move(one.body), one.by});
    apply(leaving.convening, leaving.events.back());
  }
  return leaving;
}

}  // namespace greenline::harvest
