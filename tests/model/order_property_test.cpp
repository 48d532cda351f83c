// Whatever happened, in whatever order it is told: the same convening.
#include <algorithm>
#include <random>

#include "model/generators.h"
#include "model/property.h"

namespace greenline::model {
namespace {

using test::any_history;
using test::holds_always;

Convening told(const std::vector<Event>& events) {
  Convening convening;
  for (const Event& event : events) apply(convening, event);
  return convening;
}

std::vector<Event> shuffled(std::vector<Event> events, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::shuffle(events.begin(), events.end(), random);
  return events;
}

// Some events are told several times.
std::vector<Event> echoed(std::vector<Event> events, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const std::size_t count = events.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (random() % 3 == 0) events.push_back(events[i]);
  }
  return events;
}

TEST(Order, DoesNotMatter) {
  holds_always([](std::uint64_t one, std::uint64_t other) {
    const auto history = *any_history();
    const Convening a = told(shuffled(echoed(history, one), one));
    const Convening b = told(shuffled(echoed(history, other), other));
    RC_ASSERT(a == b);
    RC_ASSERT(state_hash(a) == state_hash(b));
  });
}

TEST(Order, IsNotNeededForAnEventToldTwice) {
  holds_always([](std::uint64_t seed) {
    const auto history = *any_history();
    Convening convening = told(history);
    const Convening once = convening;
    for (const Event& event : shuffled(history, seed)) apply(convening, event);
    RC_ASSERT(convening == once);
    RC_ASSERT(state_hash(convening) == state_hash(once));
  });
}

TEST(Order, NeverBringsBackWhatWasTakenBack) {
  holds_always([](std::uint64_t seed) {
    auto history = *any_history();
    const auto card = *test::any_id<CardId>();
    const auto thread = *test::any_id<ThreadId>();
    history.push_back({test::event_id(100), *test::any_stamp(), CardTakenBack{card}});
    history.push_back({test::event_id(101), *test::any_stamp(), ThreadTakenBack{thread}});
    const Convening convening = told(shuffled(history, seed));
    RC_ASSERT(!present(convening.cards.at(card)));
    RC_ASSERT(!present(convening, convening.threads.at(thread)));
    for (const auto& [id, drawn] : convening.threads) {
      const ThreadEnds& ends = drawn.ends.value;
      if (ends.from == ThreadEnd{card} || ends.to == ThreadEnd{card}) RC_ASSERT(!present(convening, drawn));
    }
  });
}

TEST(Order, OfTwoWritingsTheLaterStampWins) {
  holds_always([](std::uint64_t seed) {
    const auto history = *any_history();
    const Convening convening = told(shuffled(history, seed));
    for (const Event& event : history) {
      const auto* moved = std::get_if<CardMoved>(&event.body);
      if (moved == nullptr) continue;
      const auto& place = convening.cards.at(moved->card).place;
      RC_ASSERT(std::tie(place.at, place.event) >= std::tie(event.at, event.id));
    }
  });
}

}  // namespace
}  // namespace greenline::model
