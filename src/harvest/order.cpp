#include "harvest/order.h"

#include <algorithm>
#include <map>
#include <set>
#include <variant>

#include "model/reading_order.h"

namespace greenline::harvest {
namespace {

using model::Card;

bool before(const Card* a, const Card* b) { return model::reads_before(*a, *b); }

std::size_t circle_of(const content::Canvas& canvas, const std::string& region) {
  for (std::size_t i = 0; i < canvas.regions.size(); ++i)
    if (canvas.regions[i].id == region) return i;
  return canvas.regions.size();
}

}  // namespace

Reading reading_of(const Leaving& leaving, const content::Pack& pack) {
  const content::Canvas& canvas = pack.canvas;
  Reading reading;
  reading.circles.resize(canvas.regions.size() + 1);
  for (std::size_t i = 0; i < canvas.regions.size(); ++i) reading.circles[i].region = &canvas.regions[i];
  const model::Convening& convening = leaving.convening;
  std::map<model::GatheringId, const model::Gathering*> gatherings;  // in the order in which they were made
  for (const auto& [id, gathering] : convening.gatherings)
    if (present(convening, gathering)) gatherings.emplace(id, &gathering);
  std::set<model::CardId> placed;
  for (const auto& [id, gathering] : gatherings) {
    Group group{gathering, {}};
    for (const model::CardId& card_id : gathering->cards.value.cards)
      if (const Card* card = find_card(convening, card_id);
          card != nullptr && leaves(*card) && !card->let_go.value && placed.insert(card_id).second)
        group.cards.push_back(card);
    if (group.cards.empty()) continue;
    std::sort(group.cards.begin(), group.cards.end(), before);
    reading.circles[circle_of(canvas, group.cards.front()->place.value.region)].groups.push_back(std::move(group));
  }
  std::vector<Group> alone(reading.circles.size());
  for (const auto& [id, card] : convening.cards) {
    if (!leaves(card) || placed.contains(id)) continue;
    const std::size_t circle = circle_of(canvas, card.place.value.region);
    (card.let_go.value ? reading.circles[circle].at_rest : alone[circle].cards).push_back(&card);
  }
  for (std::size_t i = 0; i < alone.size(); ++i) {
    Circle& circle = reading.circles[i];
    std::sort(alone[i].cards.begin(), alone[i].cards.end(), before);
    std::sort(circle.at_rest.begin(), circle.at_rest.end(), before);
    std::stable_sort(circle.groups.begin(), circle.groups.end(),
                     [](const Group& a, const Group& b) { return before(a.cards.front(), b.cards.front()); });
    if (!alone[i].cards.empty()) circle.groups.push_back(std::move(alone[i]));
  }
  std::erase_if(reading.circles, [&](const Circle& circle) {
    return circle.empty() && circle.region != nullptr && circle.region->optional && !pack.activity.outer_ring;
  });
  for (const auto& [id, thread] : convening.threads)
    if (present(convening, thread)) reading.threads.push_back(&thread);
  std::sort(reading.threads.begin(), reading.threads.end(),
            [](const model::Thread* a, const model::Thread* b) { return a->id < b->id; });
  return reading;
}

Gifts::Gifts(const model::Convening& convening) {
  for (const auto& [id, gift] : convening.nourishments)
    if (present(convening, gift)) list_of(gift.body.value.beside).push_back(&gift);
  const auto in_order = [](auto& lists) {
    for (auto& [what, list] : lists) std::ranges::sort(list, {}, [](const model::Nourishment* gift) { return gift->id; });
  };
  in_order(by_card_);
  in_order(by_thread_);
  in_order(by_region_);
}

Gifts::List& Gifts::list_of(const model::NourishTarget& what) {
  if (const auto* card = std::get_if<model::CardId>(&what)) return by_card_[*card];
  if (const auto* thread = std::get_if<model::ThreadId>(&what)) return by_thread_[*thread];
  return by_region_[std::get<model::RegionEnd>(what).region];
}

const std::vector<const model::Nourishment*>& Gifts::beside(const model::NourishTarget& what) const {
  static const List none;
  const auto found_in = [](const auto& lists, const auto& key) -> const List& {
    const auto found = lists.find(key);
    return found == lists.end() ? none : found->second;
  };
  if (const auto* card = std::get_if<model::CardId>(&what)) return found_in(by_card_, *card);
  if (const auto* thread = std::get_if<model::ThreadId>(&what)) return found_in(by_thread_, *thread);
  return found_in(by_region_, std::get<model::RegionEnd>(what).region);
}

}  // namespace greenline::harvest
