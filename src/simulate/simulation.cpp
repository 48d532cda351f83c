#include "simulate/simulation.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>
#include <optional>
#include <random>

#include "files/read.h"

namespace greenline::simulate {
namespace {

using model::Verb;

class Play {
 public:
  Play(station::Session& session, const Tongues& tongues, const Simulation& plan,
       const std::function<bool(const model::Event&)>& seen)
      : session_(session), tongues_(tongues), plan_(plan), seen_(seen), random_(plan.seed) {
    for (const content::Region& region : session.pack().canvas.regions) {
      if (!region.optional || session.pack().activity.outer_ring) regions_.push_back(region.id);
    }
    // Some regions are crowded and some quiet, as in a real room; every one gets something.
    std::uniform_real_distribution<double> liking(0.5, 1.0);
    for (std::size_t i = 0; i < regions_.size(); ++i) likings_.push_back(liking(random_));
  }

  void run();

 private:
  std::optional<model::Event> request(const model::Request&);
  void act_in_phase(int cards);
  void make_cards(int count);
  void connect();
  void gather();
  void nourish();
  void set_markers();
  [[nodiscard]] const Tongue& somebodys_tongue();
  [[nodiscard]] std::string phrase(std::string_view kind, const Tongue&);
  [[nodiscard]] model::Saying words(std::string_view kind);
  [[nodiscard]] model::Phrase line(std::string_view kind);
  [[nodiscard]] model::Place somewhere_in(const std::string& region);
  [[nodiscard]] model::Saying drawing();
  [[nodiscard]] double uniform(double from, double to) { return std::uniform_real_distribution<double>(from, to)(random_); }
  template <class T>
  const T& any_of(const std::vector<T>& of) {
    return of[std::uniform_int_distribution<std::size_t>(0, of.size() - 1)(random_)];
  }

  station::Session& session_;
  const Tongues& tongues_;
  const Simulation& plan_;
  const std::function<bool(const model::Event&)>& seen_;
  std::mt19937_64 random_;
  std::vector<std::string> regions_;
  std::vector<double> likings_;
  std::vector<std::pair<model::CardId, std::string>> cards_;  // with their regions, in the order made
  std::vector<model::ThreadId> threads_;
  std::map<const std::vector<std::string>*, std::size_t> said_;  // how far each list of phrases is used up
  bool stopped_ = false;
};

std::optional<model::Event> Play::request(const model::Request& request) {
  if (stopped_) return std::nullopt;
  auto event =
      session_.submit(request, std::holds_alternative<model::EnterPhase>(request) ? model::the_host : model::at_seat(0));
  if (!event) return std::nullopt;
  if (const auto* made = std::get_if<model::CardMade>(&event->body)) cards_.emplace_back(made->card, made->place.region);
  if (seen_ && !seen_(*event)) stopped_ = true;
  return *event;
}

const Tongue& Play::somebodys_tongue() { return tongues_.size() == 1 ? tongues_.front() : any_of(tongues_); }

std::string Play::phrase(std::string_view kind, const Tongue& tongue) {
  auto found = tongue.phrases.find(kind);
  if (found == tongue.phrases.end() || found->second.empty()) found = tongue.phrases.find("any");
  if (found == tongue.phrases.end() || found->second.empty()) return "…";
  // Through the list once before anything is said again.
  return found->second[said_[&found->second]++ % found->second.size()];
}

model::Saying Play::words(std::string_view kind) {
  const Tongue& tongue = somebodys_tongue();
  return {phrase(kind, tongue), tongue.language, {}};
}

model::Phrase Play::line(std::string_view kind) {
  const Tongue& tongue = somebodys_tongue();
  return {phrase(kind, tongue), tongue.language};
}

model::Place Play::somewhere_in(const std::string& region) {
  const content::Layout& layout = layout_for(session_.pack().canvas, session_.pack().activity.layout, 16, 9);
  double inner = 0, outer = 0.86;
  const geometry::Area* area = nullptr;
  for (const content::PlacedRegion& placed : layout.regions) {
    if (placed.region != region) continue;
    area = &placed.area;
    if (!area->has_hole()) continue;
    const geometry::Half all = area->filled().bounds().half(), hole = area->hole().bounds().half();
    inner = static_cast<double>(std::max(hole.width / all.width, hole.height / all.height));
    outer = 0.95;
  }
  // Some shapes are only a part of what is round about them.
  const auto is_there = [&](double across, double up) {
    if (area == nullptr) return true;
    const content::Extent extent = content::extent_of(*area);
    return content::contains(*area, {extent.centre.x + extent.half_width * static_cast<float>(across),
                                     extent.centre.y + extent.half_height * static_cast<float>(up)});
  };
  double x = 0, y = 0;
  for (int tries = 0; tries < 20; ++tries) {
    const double around = uniform(0, 2 * std::numbers::pi), out = inner + (outer - inner) * std::sqrt(uniform(0, 1));
    x = std::cos(around) * out;
    y = std::sin(around) * out;
    // Nobody puts a card onto the name, which stands near the top.
    const bool on_name = inner > 0 ? y > 0.6 && std::abs(x) < 0.4 : y > 0.25;
    if (!on_name && is_there(x, y)) break;
  }
  return {region, {static_cast<float>(x), static_cast<float>(y)}};
}

model::Saying Play::drawing() {
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

void Play::make_cards(int count) {
  std::discrete_distribution<std::size_t> region(likings_.begin(), likings_.end());
  for (int i = 0; i < count && !stopped_; ++i) {
    // The first ones step up to every region in turn, so that none is left empty by chance.
    const std::string& where = cards_.size() < regions_.size() ? regions_[cards_.size()] : regions_[region(random_)];
    model::Saying saying = uniform(0, 1) < 0.06 ? drawing() : words(where);
    request(model::MakeCard{std::move(saying), somewhere_in(where)});
  }
}

void Play::connect() {
  if (cards_.size() < 2) return;
  const auto wanted = std::min<std::size_t>(40, std::max<std::size_t>(2, cards_.size() / 6));
  for (std::size_t i = 0; i < wanted && !stopped_; ++i) {
    const auto& [from, from_region] = any_of(cards_);
    const auto& [to, to_region] = any_of(cards_);
    if (from_region == to_region) continue;  // people look for what lies apart
    const auto drawn = request(model::DrawThread{from, to});
    if (!drawn) continue;
    threads_.push_back(std::get<model::ThreadDrawn>(drawn->body).thread);
    if (uniform(0, 1) < 0.8) {
      const model::Phrase word = line("thread_words");
      request(model::WordThread{std::get<model::ThreadDrawn>(drawn->body).thread, word.words, word.language});
    }
  }
}

void Play::gather() {
  const auto wanted = std::min<std::size_t>(4, cards_.size() / 12);
  for (std::size_t i = 0; i < wanted && !stopped_; ++i) {
    const auto& [centre, region] = any_of(cards_);
    const model::Card* middle = find_card(session_.convening(), centre);
    if (middle == nullptr) continue;
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
    if (together.size() < 2) continue;
    if (const auto made = request(model::Gather{together})) {
      const model::Phrase name = line("gatherings");
      request(model::NameGathering{std::get<model::GatheringMade>(made->body).gathering, name.words, name.language});
    }
  }
}

void Play::nourish() {
  if (cards_.empty()) return;
  constexpr std::array kinds{model::NourishKind::question, model::NourishKind::offer, model::NourishKind::story};
  constexpr std::array names{"question", "offer", "story"};
  const auto wanted = std::min<std::size_t>(30, std::max<std::size_t>(1, cards_.size() / 8));
  for (std::size_t i = 0; i < wanted && !stopped_; ++i) {
    const auto kind = std::uniform_int_distribution<std::size_t>(0, 2)(random_);
    const bool beside_thread = !threads_.empty() && uniform(0, 1) < 0.4;
    const model::NourishTarget beside =
        beside_thread ? model::NourishTarget{any_of(threads_)} : model::NourishTarget{any_of(cards_).first};
    request(model::Nourish{beside, kinds[kind], words(names[kind])});
  }
}

void Play::set_markers() {
  const int people = std::clamp(plan_.cards, 12, 80);
  std::discrete_distribution<std::size_t> region(likings_.begin(), likings_.end());
  for (int i = 0; i < people && !stopped_; ++i) request(model::SetMarker{somewhere_in(regions_[region(random_)])});
}

void Play::act_in_phase(int cards) {
  const model::Rules& rules = session_.rules();
  if (!rules.touch) return;
  if (rules.sets_markers) return set_markers();
  if (rules.verbs.contains(Verb::name)) make_cards(cards);
  if (rules.verbs.contains(Verb::connect)) connect();
  if (rules.verbs.contains(Verb::gather)) gather();
  if (rules.verbs.contains(Verb::nourish)) nourish();
}

void Play::run() {
  const auto& phases = session_.pack().activity.phases;
  const auto names = [](const content::Phase& phase) {
    return phase.rules.touch && !phase.rules.sets_markers && phase.rules.verbs.contains(Verb::name);
  };
  auto naming_left = std::ranges::count_if(phases, names);
  int cards_left = plan_.cards;
  for (const content::Phase& phase : phases) {
    if (stopped_) return;
    request(model::EnterPhase{phase.id});
    int cards = 0;
    if (names(phase)) {
      // The first wave is the biggest; the last takes what is left.
      cards = naming_left == 1 ? cards_left : (cards_left * 3 + 4) / 5;
      --naming_left;
      cards_left -= cards;
    }
    act_in_phase(cards);
    if (phase.id == plan_.until_phase) return;
  }
}

// Nothing when a list holds anything but words.
std::optional<Phrases> phrases_from(const nlohmann::json& lists) {
  Phrases phrases;
  for (const auto& [kind, list] : lists.items()) {
    if (!list.is_array()) return std::nullopt;
    for (const auto& words : list) {
      if (!words.is_string()) return std::nullopt;
      phrases[kind].push_back(words.get<std::string>());
    }
  }
  return phrases;
}

// Of the language, or of its base language: "fr" for "fr-CA".
const nlohmann::json* lists_in(std::string_view language, const nlohmann::json& known) {
  while (!language.empty()) {
    if (const auto found = known.find(language); found != known.end() && found->is_object()) return &*found;
    const auto dash = language.rfind('-');
    language = dash == std::string_view::npos ? std::string_view{} : language.substr(0, dash);
  }
  return nullptr;
}

std::string no_phrases_in(const std::string& language, const nlohmann::json& known) {
  std::string sentence = "The simulation's people do not write in \"" + language + "\". They write in";
  std::vector<std::string> tags;
  for (const auto& [tag, lists] : known.items()) {
    sentence.append(" ").append(tag);
    tags.push_back(tag);
  }
  const std::string near = content::nearest_spelling(language, tags);
  return sentence + "." + (near.empty() ? "" : " Did you mean \"" + near + "\"?");
}

}  // namespace

tl::expected<Tongues, std::string> load_phrases(const std::filesystem::path& file, std::span<const std::string> languages) {
  const auto text = files::read_whole(file, content::max_file_bytes);
  if (!text)
    return tl::unexpected("The simulation's phrases cannot be read: " + file.string() + ": found " + text.error().found + ".");
  const nlohmann::json all = nlohmann::json::parse(*text, nullptr, false);
  if (!all.is_object() || !all.contains("languages") || !all["languages"].is_object()) {
    return tl::unexpected("The simulation's phrases are not in the form expected: " + file.string());
  }
  const nlohmann::json& known = all["languages"];
  Tongues tongues;
  for (const std::string& language : languages) {
    const nlohmann::json* lists = lists_in(language, known);
    if (lists == nullptr) return tl::unexpected(no_phrases_in(language, known));
    auto phrases = phrases_from(*lists);
    if (!phrases)
      return tl::unexpected("The simulation's phrases in \"" + language + "\" are not lists of words: " + file.string());
    tongues.push_back({language, *std::move(phrases)});
  }
  return tongues;
}

tl::expected<Tongues, std::string> load_phrases(const std::filesystem::path& file, const std::string& language) {
  return load_phrases(file, std::span(&language, 1));
}

tl::expected<void, std::string> play(station::Session& session, const Tongues& tongues, const Simulation& plan,
                                     const std::function<bool(const model::Event&)>& seen) {
  if (!plan.until_phase.empty() && find_phase(session.pack().activity, plan.until_phase) == nullptr) {
    return tl::unexpected("The activity \"" + session.pack().activity.id + "\" has no phase \"" + plan.until_phase + "\".");
  }
  Play(session, tongues, plan, seen).run();
  return {};
}

}  // namespace greenline::simulate
