// Cursors into one list of what happened.
#include "station/feed.h"

#include <algorithm>

namespace greenline::station {

Feed::Cursor Feed::join() {
  consumers_[++last_] = {happened_.end(), kept_.end(), false};
  return last_;
}

void Feed::leave(Cursor cursor) {
  consumers_.erase(cursor);
  tidy();
}

News Feed::news(Cursor cursor) {
  const auto found = consumers_.find(cursor);
  if (found == consumers_.end()) return {};
  Consumer& consumer = found->second;
  const auto after = [](const auto& line, std::uint64_t number) {
    return std::vector(line.held.begin() + static_cast<std::ptrdiff_t>(number - line.first), line.held.end());
  };
  News news{consumer.anew, after(happened_, consumer.happened), after(kept_, consumer.kept)};
  consumer = {happened_.end(), kept_.end(), false};
  tidy();
  return news;
}

void Feed::add(const model::Event& event) {
  happened_.held.push_back(event);
  tidy();
}

void Feed::add_kept(const std::vector<model::EventId>& events) {
  kept_.held.insert(kept_.held.end(), events.begin(), events.end());
  tidy();
}

// Whoever looks at everything anew needs nothing of what came before.
void Feed::begin_anew() {
  for (auto& [cursor, consumer] : consumers_) consumer = {happened_.end(), kept_.end(), true};
  tidy();
}

void Feed::tidy() {
  std::uint64_t happened = happened_.end(), kept = kept_.end();
  for (auto& [cursor, consumer] : consumers_) {
    if (happened_.end() - consumer.happened > most || kept_.end() - consumer.kept > most)
      consumer = {happened_.end(), kept_.end(), true};
    happened = std::min(happened, consumer.happened);
    kept = std::min(kept, consumer.kept);
  }
  happened_.drop_before(happened);
  kept_.drop_before(kept);
}

}  // namespace greenline::station
