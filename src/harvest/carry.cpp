#include "harvest/carry.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "content/canvas.h"
#include "content/load.h"
#include "content/problem.h"
#include "content/reader.h"
#include "files/read.h"
#include "harvest/exact.h"
#include "harvest/order.h"
#include "model/mixed.h"
#include "station/its_activity.h"

namespace greenline::harvest {
namespace {

constexpr std::string_view between_names = " \u00b7 ";
constexpr float screen_wide = 16, screen_high = 9;  // the screen whose layout says where there is ground
constexpr int most_tries = 400;                     // to find ground for one of them: a thin ring has little of its frame

// The same numbers with every library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() { return model::mixed(std::exchange(state_, state_ + model::split)); }

 private:
  std::uint64_t state_;
};

void shuffle(std::vector<Carried>& all, std::uint64_t seed) {  // Fisher and Yates
  Dice dice(seed);
  for (std::size_t left = all.size(); left > 1; --left) std::swap(all[left - 1], all[dice.next() % left]);
}

// What the earlier activity and its regions are called, in its own first language.
class Names {
 public:
  explicit Names(const content::Pack& pack) {
    language_ = pack.activity.languages.empty() ? std::string() : pack.activity.languages.front();
    title_ = content::in_language(pack.activity.title, language_);
    for (const content::Region& region : pack.canvas.regions)
      labels_[region.id] = content::in_language(region.label, language_);
  }
  explicit Names(const Leaving& leaving) {
    const auto opened = station::activity_opened_in(leaving.events);
    if (!opened) return;
    title_ = opened->activity;
    const auto activity = content::parse_activity(opened->activity_text, opened->activity);
    const auto canvas = content::parse_canvas(opened->canvas_text, opened->canvas);
    if (!activity) return;
    language_ = activity->languages.empty() ? std::string() : activity->languages.front();
    title_ = content::in_language(activity->title, language_);
    if (!canvas) return;
    for (const content::Region& region : canvas->regions) labels_[region.id] = content::in_language(region.label, language_);
  }
  [[nodiscard]] model::Saying of(const model::Card& card) const {
    const auto label = labels_.find(card.place.value.region);
    return {title_ + (label == labels_.end() ? std::string() : std::string(between_names) + label->second), language_, {}};
  }

 private:
  std::string title_, language_;
  std::map<std::string, std::string> labels_;
};

const model::Saying* its_origin(const Gifts& gifts, const model::CardId& card) {
  for (const model::Nourishment* one : gifts.beside(card))
    if (one->body.value.kind == model::NourishKind::origin) return &one->body.value.saying;
  return nullptr;
}

// The `index`th number of Halton's sequence to this base: spread evenly, however many there are.
float spread(int index, int base) {
  float share = 1, value = 0;
  for (int left = index; left > 0; left /= base) {
    share /= static_cast<float>(base);
    value += share * static_cast<float>(left % base);
  }
  return value;
}

// Places in a region, local to its frame.
class Ground {
 public:
  Ground(const content::Pack& pack, const std::string& region) : region_(region) {
    const content::Layout& layout = layout_for(pack.canvas, pack.activity.layout, screen_wide, screen_high);
    const auto is_it = [&](const content::PlacedRegion& one) { return one.region == region; };
    const auto found = std::ranges::find_if(layout.regions, is_it);
    if (found != layout.regions.end()) area_ = found->area;
  }
  model::Place next() {
    const content::Extent frame = content::extent_of(area_);
    model::LocalPoint at;
    for (int tries = 0; tries < most_tries; ++tries) {
      ++index_;
      at = {2 * spread(index_, 2) - 1, 2 * spread(index_, 3) - 1};
      if (content::contains(area_, {frame.centre.x + at.x * frame.half_width, frame.centre.y + at.y * frame.half_height}))
        break;
    }
    return {region_, at};
  }

 private:
  std::string region_;
  geometry::Area area_;
  int index_ = 0;
};

content::Diagnostics nothing(const std::string& file, std::string found, std::string expected) {
  return {content::whole_file(
      file, {.problem = content::Problem::nothing_to_carry, .found = std::move(found), .expected = std::move(expected)})};
}

}  // namespace

std::vector<Carried> to_carry(const Leaving& leaving, std::uint64_t seed, std::size_t at_most) {
  const Names names(leaving);
  const Gifts gifts(leaving.convening);
  std::vector<const model::Card*> cards;
  for (const auto& [id, card] : leaving.convening.cards)
    if (leaves(card) && !card.let_go.value) cards.push_back(&card);
  std::ranges::sort(cards, {}, [](const model::Card* card) { return number(card->id); });
  std::vector<Carried> all;
  for (const model::Card* card : cards) {
    const model::Saying* before = its_origin(gifts, card->id);
    all.push_back({card->saying.value, before != nullptr ? *before : names.of(*card)});
  }
  shuffle(all, seed);
  if (all.size() > at_most) all.resize(at_most);
  return all;
}

tl::expected<std::vector<Carried>, content::Diagnostics> read_to_carry(const std::filesystem::path& named,
                                                                       const content::Activity& into, std::uint64_t seed) {
  std::error_code unknown;
  const std::filesystem::path file = std::filesystem::is_directory(named, unknown) ? named / "convening.json" : named;
  if (!into.carries)
    return tl::unexpected(nothing(file.string(),
                                  "the activity " + content::as_found(into.id) + ", which does not carry anything",
                                  "an activity with \"carries\""));
  const auto text = files::read_whole(file, content::max_file_bytes);
  if (!text) return tl::unexpected(nothing(file.string(), text.error().found, text.error().expected));
  const auto read = from_json(*text, file.string());
  if (!read) return tl::unexpected(read.error());
  std::vector<Carried> all = to_carry(*read, seed, static_cast<std::size_t>(into.carries->at_most));
  if (all.empty()) return tl::unexpected(nothing(file.string(), "no card that may be carried", "a harvest with cards in it"));
  return all;
}

namespace {

bool lay(station::Session& session, const Carried& one, const model::Place& place) {
  const auto made = session.submit(model::MakeCard{one.saying, place}, model::the_program);
  if (!made) return false;
  (void)session.submit(model::SayOrigin{std::get<model::CardMade>(made->body).card, one.origin}, model::the_program);
  return true;
}

// Where it may lie, the best first.
std::vector<std::string> regions_for(const SentOn& one, const content::Pack& pack) {
  std::vector<std::string> regions;
  const auto has = [&](const std::string& id) { return find_region(pack.canvas, id) != nullptr; };
  if (has(one.region)) regions.push_back(one.region);
  if (pack.activity.carries && has(pack.activity.carries->into)) regions.push_back(pack.activity.carries->into);
  for (const content::Region& region : pack.canvas.regions) regions.push_back(region.id);
  return regions;
}

}  // namespace

std::vector<SentOn> take_sent_on(station::Session& session) {
  const Names names(session.pack());
  const Gifts gifts(session.convening());
  std::vector<const model::Card*> cards;
  for (const auto& [id, card] : session.convening().cards)
    if (card.onward.value && leaves(card) && !card.let_go.value) cards.push_back(&card);
  std::ranges::sort(cards, {}, [](const model::Card* card) { return std::tie(card->saying.at, card->id); });
  std::vector<SentOn> all;
  for (const model::Card* card : cards) {
    const model::Saying* before = its_origin(gifts, card->id);
    all.push_back({{card->saying.value, before != nullptr ? *before : names.of(*card)}, card->place.value.region});
  }
  std::vector<model::CardId> gone;
  std::ranges::transform(cards, std::back_inserter(gone), [](const model::Card* card) { return card->id; });
  for (const model::CardId& card : gone) (void)session.submit(model::KeepCardHere{card}, model::the_program);
  return all;
}

std::size_t lay_sent_on(station::Session& session, std::span<const SentOn> all) {
  std::map<std::string, Ground> grounds;
  std::size_t laid = 0;
  for (const SentOn& one : all)
    for (const std::string& region : regions_for(one, session.pack())) {
      Ground& ground = grounds.try_emplace(region, session.pack(), region).first->second;
      if (!lay(session, one.card, ground.next())) continue;
      ++laid;
      break;
    }
  return laid;
}

std::size_t carry_in(station::Session& session, std::span<const Carried> all) {
  const auto& carries = session.pack().activity.carries;
  if (!carries || !session.convening().cards.empty()) return 0;
  Ground ground(session.pack(), carries->into);
  std::size_t laid = 0;
  for (const Carried& one : all) laid += lay(session, one, ground.next()) ? 1 : 0;
  return laid;
}

}  // namespace greenline::harvest
