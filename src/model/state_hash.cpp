// A 64-bit digest of a convening's meaning: each record is written out canonically and hashed, and the hashes are summed, so
// that the order of containers does not matter.
#include <algorithm>
#include <bit>
#include <cmath>
#include <concepts>
#include <limits>
#include <type_traits>

#include "model/convening.h"
#include "model/mixed.h"

namespace greenline::model {
namespace {

// Takes values one after another. Texts and lists say their length first, so that no two values run into each other.
class Digest {
 public:
  explicit Digest(std::uint64_t kind) : state_(mixed(kind)) {}
  [[nodiscard]] std::uint64_t value() const { return mixed(state_ ^ words_); }

  void add(std::uint64_t word) {
    state_ = mixed(std::rotl(state_, 23) ^ mixed(word));
    ++words_;
  }
  void add(std::int64_t number) { add(static_cast<std::uint64_t>(number)); }
  void add(std::uint32_t number) { add(static_cast<std::uint64_t>(number)); }
  void add(std::monostate) {}
  void add(bool flag) { add(static_cast<std::uint64_t>(flag)); }
  void add(NourishKind kind) { add(static_cast<std::uint64_t>(kind)); }
  // By bits; 0 and -0 are equal numbers, and all that is not a number is alike.
  void add(float number) {
    if (std::isnan(number)) number = std::numeric_limits<float>::quiet_NaN();
    add(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(number == 0 ? 0.0F : number)));
  }
  void add(const std::string& text) {
    add(static_cast<std::uint64_t>(text.size()));
    add_bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
  template <class Tag>
  void add(const Id<Tag>& id) {
    add_bytes(id.bytes.data(), id.bytes.size());
  }
  template <class T>
  void add(const std::vector<T>& list) {
    add(static_cast<std::uint64_t>(list.size()));
    for (const T& item : list) add(item);
  }
  template <class... Ts>
  void add(const std::variant<Ts...>& one) {
    add(static_cast<std::uint64_t>(one.index()));
    std::visit([this](const auto& held) { this->add(held); }, one);
  }
  template <class T>
  void add(const std::optional<T>& maybe) {
    add(maybe.has_value());
    if (maybe) add(*maybe);
  }
  template <class T>
  void add(const Newest<T>& newest) {
    each(newest.value, newest.at, newest.event);
  }
  // What was said before anybody took the chair keeps the hash that it always had.
  template <class T>
  void add(const Said<T>& said) {
    add(static_cast<const Newest<T>&>(said));
    if (said.epoch > 0) add(said.epoch);
  }
  void add(const SaidOfCard& said) {
    if (!said.event.empty()) add(static_cast<const Newest<bool>&>(said));
  }
  void add(const Timestamp& stamp) { each(stamp.wall_ms, stamp.logical, stamp.station); }
  void add(const Place& place) { each(place.region, place.at.x, place.at.y); }
  void add(const InkPoint& point) { each(point.x, point.y, point.width); }
  void add(const Saying& saying) { each(saying.words, saying.language, saying.ink); }
  // A line of which nobody knows the language keeps the hash that it always had.
  void add(const Phrase& phrase) {
    add(phrase.words);
    if (!phrase.language.empty()) add(phrase.language);
  }
  void add(const RegionEnd& end) { add(end.region); }
  // A convening from before activities were carried keeps the hash that it always had.
  void add(const ActivityOpened& opened) {
    each(opened.activity, opened.canvas);
    if (!opened.activity_text.empty() || !opened.canvas_text.empty()) each(opened.activity_text, opened.canvas_text);
  }

  // A record, or a value in one.
  template <HasFields T>
  void add(const T& listed) {
    for_each_field(listed, [this](const auto& member) { this->add(member); });
  }

 private:
  template <class... Ts>
  void each(const Ts&... values) {
    (add(values), ...);
  }
  // Eight bytes a word, the lowest first on every machine.
  void add_bytes(const std::uint8_t* bytes, std::size_t count) {
    for (std::size_t start = 0; start < count; start += 8) {
      std::uint64_t word = 0;
      for (std::size_t i = start; i < std::min(start + 8, count); ++i) {
        word |= static_cast<std::uint64_t>(bytes[i]) << (8 * (i - start));
      }
      add(word);
    }
  }

  std::uint64_t state_;
  std::uint64_t words_ = 0;
};

enum class Kind : std::uint64_t { convening = 1, card, marker, thread, gathering, nourishment };

template <class Records>
std::uint64_t sum_of(Kind kind, const Records& records) {
  std::uint64_t sum = 0;
  for (const auto& [id, held] : records) {
    Digest digest(static_cast<std::uint64_t>(kind));
    digest.add(held);
    sum += digest.value();
  }
  return sum;
}

}  // namespace

std::uint64_t state_hash(const Convening& convening) {
  Digest digest(static_cast<std::uint64_t>(Kind::convening));
  digest.add(convening.activity);
  digest.add(convening.phase);
  digest.add(convening.latest);
  digest.add(sum_of(Kind::card, convening.cards));
  digest.add(sum_of(Kind::marker, convening.markers));
  digest.add(sum_of(Kind::thread, convening.threads));
  digest.add(sum_of(Kind::gathering, convening.gatherings));
  digest.add(sum_of(Kind::nourishment, convening.nourishments));
  if (convening.hold != Said<Hold>{}) digest.add(convening.hold);
  if (convening.time != Said<GivenTime>{}) digest.add(convening.time);
  if (convening.walls != Said<OnWalls>{}) digest.add(convening.walls);
  if (convening.frozen != Said<bool>{}) digest.add(convening.frozen);
  if (convening.paused != Said<bool>{}) digest.add(convening.paused);
  if (convening.chair != Said<Chair>{}) digest.add(convening.chair);
  if (convening.epoch > 0) digest.add(convening.epoch);
  if (convening.resting != Said<bool>{}) digest.add(convening.resting);  // as it always was where nothing rested
  return digest.value();
}

}  // namespace greenline::model
