#include "simulate/people.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace greenline::simulate {

using model::Verb;

namespace {

bool surrounds_others(const geometry::Area& area, const content::Layout& layout) {
  const content::Extent own = content::extent_of(area);
  return std::ranges::any_of(layout.regions, [&](const content::PlacedRegion& other) {
    const content::Extent extent = content::extent_of(other.area);
    return extent.half_width < own.half_width && extent.half_height < own.half_height && content::contains(area, extent.centre);
  });
}

constexpr int most_carried = 8;

// In a circle one person writes for all.
bool one_writes(const content::Phase& phase) { return phase.modes == std::vector{content::Mode::circle}; }

}  // namespace

People::People(station::Session& session, const Tongues& tongues, const Simulation& plan)
    : session_(session), tongues_(tongues), plan_(plan), random_(plan.seed) {
  for (const content::Region& region : session.pack().canvas.regions) {
    if (!region.optional || session.pack().activity.outer_ring) regions_.push_back(region.id);
  }
  // Some regions are crowded and some quiet, as in a real room; every one gets something.
  std::uniform_real_distribution<double> liking(0.5, 1.0);
  for (std::size_t i = 0; i < regions_.size(); ++i) likings_.push_back(liking(random_));
  likings_now_ = likings_;
  share_out();
}

std::optional<model::Event> People::request(const model::Request& request) {
  auto event = session_.submit(request, model::at_seat(0));
  if (!event) return std::nullopt;
  if (const auto* made = std::get_if<model::CardMade>(&event->body)) cards_.emplace_back(made->card, made->place.region);
  return *event;
}

const Tongue& People::somebodys_tongue() { return tongues_.size() == 1 ? tongues_.front() : any_of(tongues_); }

std::string People::phrase(std::string_view kind, const Tongue& tongue) {
  // What people say differs with what the activity asks.
  auto found = tongue.phrases.find(session_.pack().activity.id + "/" + std::string(kind));
  if (found == tongue.phrases.end() || found->second.empty()) found = tongue.phrases.find(kind);
  if (found == tongue.phrases.end() || found->second.empty()) found = tongue.phrases.find("any");
  if (found == tongue.phrases.end() || found->second.empty()) return "…";
  // Through the list once before anything is said again.
  return found->second[said_[&found->second]++ % found->second.size()];
}

model::Saying People::words(std::string_view kind) {
  const Tongue& tongue = somebodys_tongue();
  return {phrase(kind, tongue), tongue.language, {}};
}

model::Phrase People::line(std::string_view kind) {
  const Tongue& tongue = somebodys_tongue();
  return {phrase(kind, tongue), tongue.language};
}

// In a region that surrounds others, between them and its edge, and beside its name.
model::LocalPoint People::round_the_others(const content::PlacedRegion& placed, const content::Layout& layout) {
  const content::Extent extent = content::extent_of(placed.area);
  double across = 0, up = 0;
  const auto is_free = [&] {
    const model::CanvasPoint at{extent.centre.x + extent.half_width * static_cast<float>(across),
                                extent.centre.y + extent.half_height * static_cast<float>(up)};
    const auto has = [&](const content::PlacedRegion& other) { return content::contains(other.area, at); };
    return std::ranges::count_if(layout.regions, has) == 1 && has(placed) && (up < 0.8 || std::abs(across) > 0.5);
  };
  for (int tries = 0; tries == 0 || (tries < 60 && !is_free()); ++tries) {
    across = uniform(-0.95, 0.95);
    up = uniform(-0.95, 0.95);
  }
  return {static_cast<float>(across), static_cast<float>(up)};
}

// Most people who write where cards are reflected answer one of those cards, on its reflection.
std::optional<model::Place> People::on_a_reflection(const std::string& region) {
  const content::Canvas& canvas = session_.pack().canvas;
  const auto pair = std::ranges::find(canvas.settling.twins, region, &content::Twins::in);
  if (pair == canvas.settling.twins.end() || session_.phase().hides_reflections || uniform(0, 1) > 0.7) return std::nullopt;
  while (answered_ < cards_.size() && cards_[answered_].second != pair->of) ++answered_;
  if (answered_ == cards_.size()) return std::nullopt;
  const model::Card* card = find_card(session_.convening(), cards_[answered_++].first);
  if (card == nullptr) return std::nullopt;
  const model::LocalPoint at = card->place.value.at;  // the fold stands upright on a wide screen
  return model::Place{region, {-at.x, at.y}};
}

// Anywhere on a region's ground, all of it alike, but not on its name; nor beside or above one that stands at the top.
model::Place People::somewhere_in(const std::string& region) {
  const content::Layout& layout = layout_for(session_.pack().canvas, session_.pack().activity.layout, 16, 9);
  const auto placed = std::ranges::find(layout.regions, region, &content::PlacedRegion::region);
  if (placed != layout.regions.end() && surrounds_others(placed->area, layout))
    return {region, round_the_others(*placed, layout)};
  const auto is_free = [&](double across, double up) {
    if (placed == layout.regions.end()) return true;
    constexpr float wide = 0.15F, tall = 0.05F;  // half of a name, and half a line of its card
    const content::Extent extent = content::extent_of(placed->area);
    const model::CanvasPoint at{extent.centre.x + extent.half_width * static_cast<float>(across),
                                extent.centre.y + extent.half_height * static_cast<float>(up)};
    const float above_name = at.y - placed->label.y, aside = std::abs(at.x - placed->label.x);
    const bool name_at_top = placed->label.y > extent.centre.y + extent.half_height / 2;
    const bool on_name = name_at_top ? above_name > -tall : std::abs(above_name) < tall && aside < wide;
    return !on_name && content::contains(placed->area, at);
  };
  double across = 0, up = 0;
  for (int tries = 0; tries == 0 || (tries < 60 && !is_free(across, up)); ++tries) {
    across = uniform(-0.9, 0.9);
    up = uniform(-0.9, 0.9);
  }
  return {region, {static_cast<float>(across), static_cast<float>(up)}};
}

model::Saying People::drawing() {
  model::Saying saying;
  const auto strokes = std::uniform_int_distribution<int>(1, 3)(random_);
  for (int i = 0; i < strokes; ++i) {
    model::Stroke stroke;
    const double height = uniform(0.3, 0.7), swing = uniform(0.08, 0.25), phase = uniform(0, 6), turns = uniform(1, 2.5);
    for (int k = 0; k <= 40; ++k) {
      const double t = k / 40.0;
      stroke.push_back({static_cast<float>(0.15 + 0.7 * t),
                        static_cast<float>(height + swing * std::sin(phase + turns * 6.28 * t)),
                        static_cast<float>(0.012 + 0.008 * std::sin(phase + 9 * t))});
    }
    saying.ink.push_back(std::move(stroke));
  }
  return saying;
}

// The first ones step up to every region in turn, so that none is left empty by chance. Nobody goes to one that is shut.
const std::string& People::a_region() {
  std::vector<double> likings = likings_now_;
  for (std::size_t i = 0; i < regions_.size(); ++i)
    if (model::is_shut(session_.convening(), session_.rules(), regions_[i])) likings[i] = 0;
  if (std::ranges::none_of(likings, [](double liking) { return liking > 0; })) likings = likings_now_;  // and is told why
  for (std::size_t i = 0; i < regions_.size(); ++i) {
    const auto is_there = [&](const auto& card) { return card.second == regions_[i]; };
    if (likings[i] > 0 && std::ranges::none_of(cards_, is_there)) return regions_[i];
  }
  std::discrete_distribution<std::size_t> region(likings.begin(), likings.end());
  return regions_[region(random_)];
}

void People::make_card() {
  const std::string& where = a_region();
  model::Saying saying = uniform(0, 1) < 0.06 ? drawing() : words(where);
  const auto answers = on_a_reflection(where);
  request(model::MakeCard{std::move(saying), answers ? *answers : somewhere_in(where)});
}

void People::connect() {
  if (cards_.size() < 2) return;
  const auto& [from, from_region] = any_of(cards_);
  const auto& [to, to_region] = any_of(cards_);
  // People look for what lies apart.
  if (from == to || (from_region == to_region && regions_.size() > 1)) return;
  const auto drawn = request(model::DrawThread{from, to});
  if (!drawn) return;
  threads_.push_back(std::get<model::ThreadDrawn>(drawn->body).thread);
  if (uniform(0, 1) >= 0.8) return;
  const model::Phrase word = line("thread_words");
  request(model::WordThread{threads_.back(), word.words, word.language});
}

void People::gather() {
  if (cards_.empty()) return;
  const auto& [centre, region] = any_of(cards_);
  const model::Card* middle = find_card(session_.convening(), centre);
  if (middle == nullptr) return;
  const model::LocalPoint at = middle->place.value.at;
  std::vector<std::pair<float, model::CardId>> near;
  for (const auto& [id, other_region] : cards_) {
    const model::Card* other = find_card(session_.convening(), id);
    if (other == nullptr || other_region != region) continue;
    near.emplace_back(std::hypot(other->place.value.at.x - at.x, other->place.value.at.y - at.y), id);
  }
  std::ranges::sort(near);
  std::vector<model::CardId> together;
  for (std::size_t k = 0; k < std::min<std::size_t>(3, near.size()); ++k) together.push_back(near[k].second);
  if (together.size() < 2) return;
  if (const auto made = request(model::Gather{together})) {
    const model::Phrase name = line("gatherings");
    request(model::NameGathering{std::get<model::GatheringMade>(made->body).gathering, name.words, name.language});
  }
}

void People::nourish() {
  if (cards_.empty()) return;
  constexpr std::array kinds{model::NourishKind::question, model::NourishKind::offer, model::NourishKind::story};
  constexpr std::array names{"question", "offer", "story"};
  const auto kind = std::uniform_int_distribution<std::size_t>(0, 2)(random_);
  const bool beside_thread = !threads_.empty() && uniform(0, 1) < 0.4;
  const model::NourishTarget beside =
      beside_thread ? model::NourishTarget{any_of(threads_)} : model::NourishTarget{any_of(cards_).first};
  request(model::Nourish{beside, kinds[kind], words(names[kind])});
}

void People::set_marker() {
  std::discrete_distribution<std::size_t> region(likings_.begin(), likings_.end());
  request(model::SetMarker{somewhere_in(regions_[region(random_)])});
}

// As if an earlier day had been carried here.
void People::find_what_was_carried() {
  const auto& carries = session_.pack().activity.carries;
  if (!carries || !session_.convening().cards.empty()) return;
  for (int left = std::min(carries->at_most, most_carried); left > 0; --left) {
    const auto made = session_.submit(model::MakeCard{words(carries->into), somewhere_in(carries->into)}, model::the_program);
    if (made) cards_.emplace_back(std::get<model::CardMade>(made->body).card, carries->into);
  }
}

void People::come_to(const content::Phase& phase) {
  find_what_was_carried();
  acts_.clear();
  done_ = 0;
  likings_now_ = likings_;  // a phase that asks something of some regions draws people to those
  for (std::size_t i = 0; i < regions_.size() && !phase.region_prompts.empty(); ++i)
    if (!phase.region_prompts.contains(regions_[i])) likings_now_[i] = 0;
  const model::Rules& rules = phase.rules;
  if (!rules.touch || !came_to_.insert(phase.id).second) return;
  const auto often = [this](std::size_t times, void (People::*what)()) { acts_.insert(acts_.end(), times, what); };
  if (rules.sets_markers) return often(static_cast<std::size_t>(std::clamp(plan_.cards, 12, 80)), &People::set_marker);
  std::size_t cards = cards_.size();
  if (rules.verbs.contains(Verb::name)) {
    const auto wanted = static_cast<std::size_t>(std::max(0, cards_in_[phase.id]));
    often(wanted, &People::make_card);
    cards += wanted;
  }
  if (rules.verbs.contains(Verb::connect) && cards >= 2)
    often(std::min<std::size_t>(40, std::max<std::size_t>(2, cards / 6)), &People::connect);
  if (rules.verbs.contains(Verb::gather)) often(std::min<std::size_t>(4, cards / 12), &People::gather);
  if (rules.verbs.contains(Verb::nourish) && cards > 0)
    often(std::min<std::size_t>(30, std::max<std::size_t>(1, cards / 8)), &People::nourish);
}

bool People::act() {
  if (done_ >= acts_.size()) return false;
  (this->*acts_[done_++])();
  return true;
}

// The first wave is the biggest; the last takes what is left.
void People::share_out() {
  std::vector<const content::Phase*> naming;
  int left = plan_.cards;
  for (const content::Phase& phase : session_.pack().activity.phases) {
    if (!phase.rules.touch || phase.rules.sets_markers || !phase.rules.verbs.contains(Verb::name)) continue;
    if (!one_writes(phase)) {
      naming.push_back(&phase);
    } else if (left > 0) {
      cards_in_[phase.id] = 1;
      --left;
    }
  }
  for (const content::Phase* phase : naming) {
    const int cards = phase == naming.back() ? left : (left * 3 + 4) / 5;
    cards_in_[phase->id] = cards;
    left -= cards;
  }
}

}  // namespace greenline::simulate
