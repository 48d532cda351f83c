#include "harvest/replay.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "harvest/leaving.h"

namespace greenline::harvest {
namespace {

using namespace model;

// Whether an event may be told, and the event without what may not be.
class Censor {
 public:
  Censor(const Convening& at_the_end, const content::Activity& activity) : all_(at_the_end), activity_(activity) {}

  bool allows(Event& event) {
    return std::visit([&](auto& body) { return allows(body, event.id); }, event.body);
  }

 private:
  [[nodiscard]] bool leaves(const CardId& id) const {
    const Card* card = find_card(all_, id);
    return card != nullptr && harvest::leaves(*card);
  }
  [[nodiscard]] bool leaves(const ThreadEnd& end) const {
    const auto* card = std::get_if<CardId>(&end);
    return card == nullptr || leaves(*card);
  }
  [[nodiscard]] const Thread* leaving_thread(const ThreadId& id) const {
    const auto found = all_.threads.find(id);
    if (found == all_.threads.end() || !present(all_, found->second)) return nullptr;
    const ThreadEnds& ends = found->second.ends.value;
    return leaves(ends.from) && leaves(ends.to) ? &found->second : nullptr;
  }
  [[nodiscard]] const Gathering* leaving_gathering(const GatheringId& id) const {
    const auto found = all_.gatherings.find(id);
    if (found == all_.gatherings.end() || !present(all_, found->second)) return nullptr;
    const auto& cards = found->second.cards.value.cards;
    return std::ranges::any_of(cards, [&](const CardId& card) { return leaves(card); }) ? &found->second : nullptr;
  }

  bool allows(const ActivityOpened&, const EventId&) { return true; }
  bool allows(const ActivityClosed&, const EventId&) { return false; }  // the story ends before the work is put away
  bool allows(const PhaseEntered&, const EventId&) { return true; }
  bool allows(const CardMade& is, const EventId&) { return leaves(is.card); }
  bool allows(const CardMoved& is, const EventId&) { return leaves(is.card); }
  bool allows(const CardVeiled& is, const EventId&) { return leaves(is.card); }
  bool allows(const CardLit& is, const EventId& id) {
    const Card* card = find_card(all_, is.card);
    return leaves(is.card) && card->lit_up.value && card->lit_up.event == id;
  }
  bool allows(const CardLetGo& is, const EventId& id) {
    const Card* card = find_card(all_, is.card);
    return leaves(is.card) && card->let_go.value && card->let_go.event == id;
  }
  bool allows(const ThreadDrawn& is, const EventId&) { return leaving_thread(is.thread) != nullptr; }
  bool allows(const ThreadWorded& is, const EventId& id) {
    const Thread* thread = leaving_thread(is.thread);
    return thread != nullptr && thread->word.event == id;
  }
  bool allows(GatheringMade& is, const EventId& id) {
    const Gathering* gathering = leaving_gathering(is.gathering);
    std::erase_if(is.cards, [&](const CardId& card) { return !leaves(card); });
    return gathering != nullptr && gathering->cards.event == id && !is.cards.empty();
  }
  bool allows(const GatheringNamed& is, const EventId& id) {
    const Gathering* gathering = leaving_gathering(is.gathering);
    return gathering != nullptr && gathering->name.event == id;
  }
  bool allows(const NourishmentLeft& is, const EventId& id) {
    const auto found = all_.nourishments.find(is.nourishment);
    if (found == all_.nourishments.end() || !present(all_, found->second) || found->second.body.event != id) return false;
    if (const auto* card = std::get_if<CardId>(&is.beside)) return leaves(*card);
    if (const auto* thread = std::get_if<ThreadId>(&is.beside)) return leaving_thread(*thread) != nullptr;
    return true;
  }
  bool allows(const MarkerSet& is, const EventId&) { return keeps(is.marker); }
  bool allows(const MarkerMoved& is, const EventId&) { return keeps(is.marker); }
  bool allows(CardsRevealed& is, const EventId&) {
    std::erase_if(is.opened, [&](const CardId& card) { return !leaves(card); });
    return !is.opened.empty();
  }
  template <class Other>
  bool allows(const Other&, const EventId&) {
    return false;  // taken back, marked, held, rested: nothing to see
  }
  [[nodiscard]] bool keeps(const MarkerId& id) const {
    const auto found = all_.markers.find(id);
    return activity_.harvest.keep_markers && found != all_.markers.end() && present(found->second);
  }

  const Convening& all_;
  const content::Activity& activity_;
};

}  // namespace

Replay::Replay(std::span<const Event> events, const content::Activity& activity) {
  Convening at_the_end;
  for (const Event& event : events) apply(at_the_end, event);
  Censor censor(at_the_end, activity);
  for (const Event& event : events) {
    Event told = event;
    told.by = {told.by.role};
    if (censor.allows(told)) events_.push_back(std::move(told));
  }
  std::sort(events_.begin(), events_.end(),
            [](const Event& a, const Event& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });

  double at_s = 0;
  std::int64_t last_ms = events_.empty() ? 0 : events_.front().at.wall_ms;
  Convening now;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    const std::int64_t ms = std::max(last_ms, events_[i].at.wall_ms);
    at_s += std::min(static_cast<double>(ms - last_ms) / 1000, longest_quiet_s);
    last_ms = ms;
    moments_.push_back(at_s);
    if (i % keyframe_every == 0) keyframes_.push_back(now);
    apply(now, events_[i]);
  }
  if (keyframes_.empty()) keyframes_.push_back(now);
  // What came all at once (a story without times) is told evenly.
  for (std::size_t i = 0; i < moments_.size(); ++i)
    moments_[i] = at_s > 0 ? moments_[i] / at_s : static_cast<double>(i) / static_cast<double>(moments_.size());
}

std::size_t Replay::happened_by(double share) const {
  return static_cast<std::size_t>(std::upper_bound(moments_.begin(), moments_.end(), share) - moments_.begin());
}

Convening Replay::after(std::size_t count) const {
  const std::size_t wanted = std::min(count, events_.size());
  const std::size_t keyframe = std::min(wanted / keyframe_every, keyframes_.size() - 1);
  Convening made = keyframes_[keyframe];
  for (std::size_t i = keyframe * keyframe_every; i < wanted; ++i) apply(made, events_[i]);
  return made;
}

}  // namespace greenline::harvest
