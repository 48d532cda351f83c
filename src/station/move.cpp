#include "station/move.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "content/waiting.h"
#include "content/what_changed.h"

namespace greenline::station {
namespace {

constexpr std::string_view waiting_prefix = "waiting-";
constexpr const char* ground_place = "waiting-ground";

struct Stands {
  std::size_t cards = 0, markers = 0, begun = 0, beside = 0;
};

// What people see, by region.
std::map<std::string, Stands> stands_in(const model::Convening& convening, const Begun& begun) {
  std::map<std::string, Stands> all;
  for (const auto& [region, count] : begun.cards) all[region].begun += count;
  for (const auto& [region, count] : begun.beside) all[region].beside += count;
  for (const auto& [id, card] : convening.cards)
    if (present(card)) ++all[card.place.value.region].cards;
  for (const auto& [id, marker] : convening.markers)
    if (present(marker)) ++all[marker.place.value.region].markers;
  const auto beside = [&](const auto& end) {
    if (const auto* region = std::get_if<model::RegionEnd>(&end)) ++all[region->region].beside;
  };
  for (const auto& [id, thread] : convening.threads) {
    if (!present(convening, thread)) continue;
    beside(thread.ends.value.from);
    beside(thread.ends.value.to);
  }
  for (const auto& [id, left] : convening.nourishments)
    if (present(convening, left)) beside(left.body.value.beside);
  return all;
}

// "waiting-core" was "core" before it had to wait.
std::string_view before_it_waited(std::string_view id) {
  return id.starts_with(waiting_prefix) ? id.substr(waiting_prefix.size()) : id;
}

class Planning {
 public:
  Planning(const content::Pack& now, const content::Pack& to, const Sent& sent, const WaitingWords& words)
      : now_(now), to_(to), sent_(sent), words_(words) {}

  tl::expected<Move, content::Diagnostics> plan(const model::Convening& convening, const Begun& begun) {
    std::map<std::string, Stands> all = stands_in(convening, begun);
    for (const content::Region& region : now_.canvas.regions)
      if (const auto found = all.find(region.id); found != all.end()) {
        goes(region, found->second);
        all.erase(found);
      }
    // Regions that not even the canvas until now has: all that is known of them is what they are called for programs.
    for (const auto& [id, stands] : all) {
      content::Region region;
      region.id = id;
      region.style.colour = "outer";
      if (!id.empty()) region.label = {{"en", id}};
      goes(region, stands);
    }
    auto pack = content::with_waiting_places(to_, waiting_);
    if (!pack) return tl::unexpected(std::move(pack.error()));
    move_.pack = *std::move(pack);
    enter(convening.phase.value);
    return std::move(move_);
  }

 private:
  // A phase of another activity that is called the same is another phase, and may be its last.
  void enter(const std::string& present_phase) {
    const bool newer_version = now_.activity.id == to_.activity.id;
    if (newer_version && find_phase(to_.activity, present_phase) != nullptr) return;
    if (newer_version) move_.phase_gone = present_phase;
    move_.enter_phase = to_.activity.phases.front().id;
  }
  [[nodiscard]] const content::Region* shown_in_other(std::string_view id) const {
    const content::Region* found = find_region(to_.canvas, id);
    return found != nullptr && is_shown(*found, to_.activity) ? found : nullptr;
  }
  [[nodiscard]] bool same_canvas() const { return now_.canvas.id == to_.canvas.id; }
  // The region of the other canvas that is this one.
  [[nodiscard]] const content::Region* counterpart(const content::Region& region) const {
    for (const std::string_view id : {std::string_view(region.id), before_it_waited(region.id)}) {
      const content::Region* found = shown_in_other(id);
      if (found != nullptr && (same_canvas() || content::say_the_same(found->label, region.label))) return found;
    }
    return nullptr;
  }

  void goes(const content::Region& from, const Stands& stands) {
    Goes one{.from = from.id,
             .to = {},
             .from_name = from.label,
             .to_name = {},
             .cards = stands.cards,
             .markers = stands.markers,
             .begun = stands.begun,
             .beside = stands.beside,
             .beside_at = {}};
    const auto wish = sent_.find(from.id.empty() ? to_the_ground : from.id);
    if (wish != sent_.end() && wish->second != to_wait) {
      const content::Region* target = wish->second == to_the_ground ? nullptr : find_region(to_.canvas, wish->second);
      one.how = Goes::How::sent;
      one.to = target == nullptr ? std::string() : target->id;
      if (target != nullptr) one.to_name = target->label;
      // What is joined to the region itself cannot be carried: its place stays for that.
      if (stands.beside > 0 && !from.id.empty() && shown_in_other(from.id) == nullptr) wait_in(from, from.id);
    } else if (const content::Region* same = wish == sent_.end() ? counterpart(from) : nullptr) {
      one.how = content::say_the_same(same->label, from.label) ? Goes::How::stays : Goes::How::renamed;
      one.to = same->id;
      one.to_name = same->label;
    } else if (wish == sent_.end() && from.id.empty() && same_canvas()) {
      one.how = Goes::How::stays;
    } else {
      wait(from, one);
    }
    move_.goes.push_back(std::move(one));
  }

  void wait(const content::Region& from, Goes& one) {
    one.how = Goes::How::waits;
    one.to = from.id.empty() ? ground_place : from.id;
    // Another region of that id is there: what waits takes an id that nobody has.
    if (const content::Region* other = shown_in_other(one.to); other != nullptr && one.beside > 0) one.beside_at = other->label;
    while (shown_in_other(one.to) != nullptr) one.to = std::string(waiting_prefix) + one.to;
    content::Region place = from;
    if (from.id.empty()) {
      place.label = words_.ground;
      place.style.colour = "outer";
    }
    one.to_name = place.label;
    wait_in(place, one.to);
  }

  void wait_in(const content::Region& like, const std::string& id) {
    waiting_.push_back(content::waiting_place(id, like.label, like.style, words_.help));
  }

  const content::Pack &now_, &to_;
  const Sent& sent_;
  const WaitingWords& words_;
  Move move_;
  std::vector<content::Region> waiting_;
};

}  // namespace

tl::expected<Move, content::Diagnostics> plan_move(const model::Convening& convening, const content::Pack& now,
                                                   const content::Pack& to, const Sent& sent, const WaitingWords& words,
                                                   const Begun& begun) {
  return Planning(now, to, sent, words).plan(convening, begun);
}

}  // namespace greenline::station
