#include "view/spoken.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <variant>

#include "content/local_text.h"
#include "content/region_words.h"
#include "content/utf8.h"
#include "model/mixed.h"
#include "model/reading_order.h"

namespace greenline::view {
namespace {

using model::Card, model::CardId, model::Convening;

constexpr double whole_s = 14, least_s = 6, arrives_s = 2.5;
constexpr double letters_a_second = 9;  // read aloud, or by whoever reads slowly
constexpr double wide_letter = 3;       // of scripts that write a syllable or a word with one
constexpr double without_words_s = 3;   // a drawing; a veiled card

double reading_s(const Card& card) {
  if (card.veiled.value || card.saying.value.words.empty()) return without_words_s;
  double letters = 0;
  const std::string& words = card.saying.value.words;
  for (std::size_t i = 0; i < words.size(); i += content::character_bytes(std::string_view(words).substr(i)))
    letters += static_cast<unsigned char>(words[i]) >= 0xE1 ? wide_letter : 1;  // from U+1000 on
  return letters / letters_a_second;
}

std::vector<Page> paged(const std::vector<CardId>& cards, const model::Phrase& name, const Convening& convening,
                        const scene::Scene& scene) {
  std::vector<Page> pages;
  std::size_t first = 0;
  for (const std::size_t count : scene.pages_of(convening, cards, !name.words.empty())) {
    Page page{{{cards.begin() + static_cast<std::ptrdiff_t>(first), cards.begin() + static_cast<std::ptrdiff_t>(first + count)},
               name},
              arrives_s};
    for (const CardId& card : page.spoken.cards) page.lasts_s += reading_s(convening.cards.at(card));
    page.lasts_s = std::max(page.lasts_s, least_s);
    pages.push_back(std::move(page));
    first += count;
  }
  return pages;
}

using May = std::function<bool(const Card&)>;

std::vector<CardId> in_order(std::vector<const Card*> cards, const May& may) {
  std::ranges::sort(cards, [](const Card* a, const Card* b) { return model::reads_before(*a, *b); });
  std::vector<CardId> ids;
  for (const Card* card : cards)
    if (may(*card)) ids.push_back(card->id);
  return ids;
}

May is_on(const scene::Scene& scene) {
  return [&scene](const Card& card) { return scene.card(card.id) != nullptr; };
}

std::vector<const Card*> found(const Convening& convening, std::span<const CardId> ids) {
  std::vector<const Card*> cards;
  for (const CardId& id : ids)
    if (const Card* card = model::find_card(convening, id)) cards.push_back(card);
  return cards;
}

using ByRegion = std::map<std::string, std::vector<CardId>>;

// In each gathering by gathering, then what stands alone. Under no name the open ground.
ByRegion cards_by_region(const Convening& convening, const May& may) {
  std::map<model::GatheringId, const model::Gathering*> gatherings;  // in the order in which they were made
  for (const auto& [id, gathering] : convening.gatherings)
    if (present(convening, gathering)) gatherings.emplace(id, &gathering);
  ByRegion by_region;
  std::set<CardId> taken;
  const auto take = [&](std::vector<const Card*> cards) {
    for (const CardId& id : in_order(std::move(cards), may))
      if (taken.insert(id).second) by_region[convening.cards.at(id).place.value.region].push_back(id);
  };
  for (const auto& [id, gathering] : gatherings) take(found(convening, gathering->cards.value.cards));
  std::vector<const Card*> all;
  for (const auto& [id, card] : convening.cards) all.push_back(&card);
  take(std::move(all));
  return by_region;
}

// As the wall has it now: hidden names stay so.
model::Phrase name_of_region(const std::string& id, const scene::Scene& scene) {
  const scene::Stage& stage = scene.stage();
  const content::Region* region = content::find_region(stage.canvas, id);
  if (region == nullptr) return {};
  const content::Phase* phase = content::find_phase(stage.activity, stage.phase);
  const auto words = content::words_of(*region, phase, stage.shut.contains(id));
  const std::string name(content::in_language(words.name, stage.language));
  return {name, name.empty() ? std::string() : stage.language};
}

struct Speaker {
  const Convening& convening;
  const scene::Scene& scene;

  std::vector<Page> operator()(std::monostate) const { return {}; }
  std::vector<Page> operator()(const CardId& id) const {
    const Card* card = model::find_card(convening, id);
    if (card == nullptr) return {};
    return paged(in_order({card}, is_on(scene)), name_of_region(card->place.value.region, scene), convening, scene);
  }
  std::vector<Page> operator()(const model::RegionEnd& end) const {
    return paged(cards_by_region(convening, is_on(scene))[end.region], name_of_region(end.region, scene), convening, scene);
  }
  std::vector<Page> operator()(const model::GatheringId& id) const {
    const auto gathering = convening.gatherings.find(id);
    if (gathering == convening.gatherings.end() || !present(convening, gathering->second)) return {};
    return paged(in_order(found(convening, gathering->second.cards.value.cards), is_on(scene)), gathering->second.name.value,
                 convening, scene);
  }
  // Its two ends side by side under its word; a region that it ends in is named there.
  std::vector<Page> operator()(const model::ThreadId& id) const {
    const auto thread = convening.threads.find(id);
    if (thread == convening.threads.end() || !present(convening, thread->second)) return {};
    std::vector<CardId> cards;
    model::Phrase name = thread->second.word.value;
    for (const model::ThreadEnd& end : {thread->second.ends.value.from, thread->second.ends.value.to}) {
      if (const auto* card = std::get_if<CardId>(&end)) {
        if (scene.card(*card) != nullptr) cards.push_back(*card);
      } else {
        const model::Phrase region = name_of_region(std::get<model::RegionEnd>(end).region, scene);
        if (!name.words.empty() && !region.words.empty()) name.words += " \u2192 ";
        name.words += region.words;
        if (name.language.empty()) name.language = region.language;
      }
    }
    return paged(cards, name, convening, scene);
  }
};

}  // namespace

std::vector<Page> pages_of(const model::Shown& what, const Convening& convening, const scene::Scene& scene) {
  return std::visit(Speaker{convening, scene}, what);
}

std::vector<Page> tour_of(const Convening& convening, const scene::Scene& scene) {
  std::vector<Page> tour;
  ByRegion cards = cards_by_region(convening, is_on(scene));
  const auto go_through = [&](const std::string& region) {
    std::vector<Page> pages = paged(cards[region], name_of_region(region, scene), convening, scene);
    tour.insert(tour.end(), std::make_move_iterator(pages.begin()), std::make_move_iterator(pages.end()));
  };
  for (const scene::RegionView& region : scene.backdrop().regions) go_through(region.id);
  go_through({});  // the open ground
  if (!tour.empty()) tour.insert(tour.begin(), Page{{}, whole_s});
  return tour;
}

std::vector<CardId> read_aloud(const Convening& convening, const content::Canvas& canvas, std::optional<std::uint64_t> seed) {
  std::vector<CardId> order;
  const auto may_be_read = [](const Card& card) { return present(card) && !card.veiled.value; };
  ByRegion cards = cards_by_region(convening, may_be_read);
  const auto go_through = [&](const std::string& region) {
    order.insert(order.end(), cards[region].begin(), cards[region].end());
  };
  for (const content::Region& region : canvas.regions) go_through(region.id);
  go_through({});  // the open ground
  if (!seed) return order;
  // A card's place does not change when another comes: each has a number of its own.
  std::ranges::sort(order, {}, [&](const CardId& card) { return model::mixed(*seed ^ model::IdHash{}(card)); });
  return order;
}

Turned turned_to(const std::vector<Page>& pages, double after_s) {
  const double all_s =
      std::accumulate(pages.begin(), pages.end(), 0.0, [](double sum, const Page& page) { return sum + page.lasts_s; });
  if (all_s <= 0) return {};
  double in_s = std::fmod(std::max(after_s, 0.0), all_s);
  for (const Page& page : pages) {
    if (in_s < page.lasts_s) return {&page, page.lasts_s - in_s};
    in_s -= page.lasts_s;
  }
  return {&pages.back(), 0};
}

void Speaking::find(const station::Session& session, const scene::Scene& scene) {
  if (!std::exchange(stale_, false)) return;
  const model::Convening& convening = session.convening();
  if (const model::Shown& of = shown_on_walls(convening); of != of_) {
    of_ = of;
    shown_s_ = 0;
  }
  const content::Phase& phase = session.phase();
  const bool looks = !phase.rules.touch && std::ranges::find(phase.modes, content::Mode::look) != phase.modes.end();
  tours_ = looks && std::holds_alternative<std::monostate>(of_) && !session.closed();
  pages_ = tours_ ? tour_of(convening, scene) : pages_of(of_, convening, scene);
}

// The way through all of it goes by the phase's own time: all walls are at the same place, also after a restart.
bool Speaking::advance(const station::Session& session, scene::Scene& scene, float seconds) {
  shown_s_ += static_cast<double>(seconds);
  find(session, scene);
  const Turned now = turned_to(pages_, tours_ ? static_cast<double>(session.phase_age_ms()) / 1000 : shown_s_);
  left_s_ = pages_.size() < 2 ? long_s : now.left_s;
  return scene.speak_of(now.page == nullptr ? scene::Scene::Spoken{} : now.page->spoken);
}

void Speaking::stop(scene::Scene& scene) {
  stale_ = true;
  left_s_ = long_s;
  (void)scene.speak_of({});
}

}  // namespace greenline::view
