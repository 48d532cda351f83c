#include "bench/workload.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "files/read.h"

namespace greenline::bench {
namespace {

constexpr std::size_t waves = 16;          // every card gets a new place once in so many frames: sooner than it comes to rest
constexpr input::ContactId finger = 9000;  // no device's
constexpr float reach = 0.06F;             // of a region's frame: how far a moving card goes each time
constexpr std::size_t largest_scene_bytes = std::size_t{64} << 20;

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  return found->is_number_integer() ? std::to_string(found->get<long long>()) : std::string();
}

}  // namespace

tl::expected<SceneFile, std::string> load_scene(const std::filesystem::path& file) {
  const auto wrong = [&](const std::string& what) { return tl::unexpected(file.string() + ": " + what); };
  const auto text = files::read_whole(file, largest_scene_bytes);
  if (!text) return wrong("found " + text.error().found + "; expected " + text.error().expected);
  nlohmann::json scene;
  try {
    scene = nlohmann::json::parse(*text);
  } catch (const nlohmann::json::exception& refused) {
    return wrong(refused.what());
  }
  if (!scene.is_object() || !scene.contains("cards") || !scene["cards"].is_array())
    return wrong("/cards: expected a list of cards");
  SceneFile read;
  for (std::size_t i = 0; i < scene["cards"].size(); ++i) {
    const auto& card = scene["cards"][i];
    const std::string where = "/cards/" + std::to_string(i);
    if (!card.is_object()) return wrong(where + ": expected a card");
    const auto x = card.find("x"), y = card.find("y");
    if (x == card.end() || y == card.end() || !x->is_number() || !y->is_number())
      return wrong(where + ": expected numbers x and y");
    SceneFile::Card made{text_of(card, "id"), text_of(card, "text"), x->get<float>(), y->get<float>(), text_of(card, "region")};
    if (!std::isfinite(made.x) || !std::isfinite(made.y)) return wrong(where + ": x and y must be finite");
    if (made.id.empty()) return wrong(where + "/id: expected an id");
    if (made.text.empty()) made.text = "\u2026";
    read.cards.push_back(std::move(made));
  }
  const auto threads = scene.find("threads");
  if (threads == scene.end()) return read;
  if (!threads->is_array()) return wrong("/threads: expected a list of threads");
  std::set<std::string, std::less<>> ids;
  for (const SceneFile::Card& card : read.cards) ids.insert(card.id);
  for (std::size_t i = 0; i < threads->size(); ++i) {
    const auto& thread = (*threads)[i];
    const std::string where = "/threads/" + std::to_string(i);
    if (!thread.is_object()) return wrong(where + ": expected a thread");
    SceneFile::Thread made{text_of(thread, "a"), text_of(thread, "b"), text_of(thread, "word")};
    for (const auto& [key, end] : {std::pair("/a", &made.a), {"/b", &made.b}})
      if (!ids.contains(*end)) return wrong(where + key + ": expected the id of one of the cards");
    read.threads.push_back(std::move(made));
  }
  return read;
}

SceneFile generated_scene(const content::Pack& pack, const simulate::Phrases& phrases, int cards, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<float> unit(0, 1);
  const content::Layout& layout = layout_for(pack.canvas, pack.activity.layout, 1920, 1080);
  const model::PixelFromCanvas pixel_from_canvas{std::min(1920 / layout.width, 1080 / layout.height), {960, 540}};
  std::vector<std::string> words;
  for (const auto& [kind, list] : phrases) words.insert(words.end(), list.begin(), list.end());
  if (words.empty()) words.emplace_back("\u2026");
  SceneFile scene;
  for (int i = 0; i < cards; ++i) {
    const content::PlacedRegion& region = layout.regions[static_cast<std::size_t>(i) % layout.regions.size()];
    const content::Extent extent = content::extent_of(region.area);
    const float angle = 6.2831853F * unit(random), out = 0.85F * std::sqrt(unit(random));
    const model::PixelPoint at = pixel_from_canvas({extent.centre.x + extent.half_width * out * std::cos(angle),
                                                    extent.centre.y + extent.half_height * out * std::sin(angle)});
    scene.cards.push_back({std::to_string(i), words[random() % words.size()], at.x, at.y, {}});
  }
  for (int i = 0; i < cards / 2; ++i) {
    scene.threads.push_back({std::to_string(random() % static_cast<unsigned>(cards)),
                             std::to_string(random() % static_cast<unsigned>(cards)), i % 3 == 0 ? "rests on" : ""});
  }
  return scene;
}

void furnish(station::Session& session, const SceneFile& scene,
             const std::function<model::Place(model::PixelPoint)>& place_at) {
  std::map<std::string, model::CardId> ids;
  for (const SceneFile::Card& card : scene.cards) {
    const auto event = session.submit(model::MakeCard{{card.text, "", {}}, place_at({card.x, card.y})}, model::at_seat(0));
    if (event) ids[card.id] = std::get<model::CardMade>(event->body).card;
  }
  for (const SceneFile::Thread& thread : scene.threads) {
    const auto a = ids.find(thread.a), b = ids.find(thread.b);
    if (a == ids.end() || b == ids.end()) continue;
    const auto event = session.submit(model::DrawThread{a->second, b->second}, model::at_seat(0));
    if (event && !thread.word.empty())
      (void)session.submit(model::WordThread{std::get<model::ThreadDrawn>(event->body).thread, thread.word}, model::at_seat(0));
  }
}

Workload::Workload(WorkloadKind kind, station::Session& session, std::uint64_t seed)
    : kind_(kind), session_(session), random_(seed) {
  for (const auto& [id, card] : session.convening().cards) cards_.push_back(id);
  std::ranges::sort(cards_);
}

void Workload::act(interact::Wall& wall, double now_s) {
  if (kind_ == WorkloadKind::drag) drag(wall, now_s);
  if (kind_ == WorkloadKind::move) move_all(wall);
  if (kind_ == WorkloadKind::seats) open_seats(wall, now_s);
}

void Workload::drag(interact::Wall& wall, double now_s) {
  if (cards_.empty()) return;
  const scene::CardView* card = wall.scene().card(cards_.front());
  if (card == nullptr) return;
  input::TouchFrame frame{now_s, {}};
  if (began_s_ < 0) {
    began_s_ = now_s;
    frame.contacts.push_back({finger, input::ContactState::began, card->centre, 0});
  } else {
    // A slow figure over most of the wall, as somebody looking for the right place would.
    const double t = now_s - began_s_;
    const float w = wall.setting().width, h = wall.setting().height;
    const model::PixelPoint at{w * (0.5F + 0.4F * static_cast<float>(std::sin(1.1 * t))),
                               h * (0.5F + 0.38F * static_cast<float>(std::sin(0.7 * t + 1)))};
    frame.contacts.push_back({finger, input::ContactState::moved, at, 0});
  }
  wall.touch(frame);
  last_ = std::move(frame);
}

void Workload::let_go(interact::Wall& wall) {
  if (last_.contacts.empty()) return;
  last_.contacts.front().state = input::ContactState::ended;
  wall.touch(std::exchange(last_, {}));
}

void Workload::move_all(interact::Wall& wall) {
  std::uniform_real_distribution<float> step(-reach, reach);
  for (std::size_t i = next_++ % waves; i < cards_.size(); i += waves) {
    const model::Card* card = find_card(session_.convening(), cards_[i]);
    if (card == nullptr) continue;
    model::Place place = card->place.value;
    place.at.x = std::clamp(place.at.x + step(random_), -0.9F, 0.9F);
    place.at.y = std::clamp(place.at.y + step(random_), -0.9F, 0.9F);
    wall.request(model::MoveCard{cards_[i], place}, {});
  }
}

void Workload::open_seats(interact::Wall& wall, double now_s) {
  constexpr double down_for_s = 0.08, between_taps_s = 0.8;  // the wall has come to rest by then, or nearly
  constexpr int people = 6;
  if (!last_.contacts.empty()) {
    if (now_s - began_s_ < down_for_s) return;
    last_.time_s = now_s;
    return let_go(wall);
  }
  if (began_s_ >= 0 && now_s - began_s_ < between_taps_s) return;
  began_s_ = now_s;
  if (taps_ % people == 0)
    for (int seat = 1; seat <= taps_; ++seat) wall.seats().close(seat);  // a tap opens one at most
  ++taps_;
  std::uniform_real_distribution<float> anywhere(0.08F, 0.92F);
  const model::PixelPoint at{wall.setting().width * anywhere(random_), wall.setting().height * anywhere(random_)};
  last_ = {now_s, {{finger, input::ContactState::began, at, 0}}};
  wall.touch(last_);
}

}  // namespace greenline::bench
