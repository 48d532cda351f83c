// What is left beside the things of one kind, cards or threads: which nourishment is where, and how many slips that shows.
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "model/id.h"

namespace greenline::scene {

template <class Id>
class Beside {
 public:
  void lay(const model::NourishmentId& nourishment, const Id& thing) {
    if (thing_of_.emplace(nourishment, thing).second) ++count_[thing];
  }
  // What it lay beside; nothing when it lay beside none of this kind.
  std::optional<Id> lift(const model::NourishmentId& nourishment) {
    const auto known = thing_of_.find(nourishment);
    if (known == thing_of_.end()) return std::nullopt;
    const Id thing = known->second;
    thing_of_.erase(known);
    if (--count_[thing] == 0) count_.erase(thing);
    return thing;
  }
  // That show: 0..3, not a count.
  [[nodiscard]] std::uint8_t slips(const Id& thing) const {
    const auto known = count_.find(thing);
    return known == count_.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(std::min(known->second, 3U));
  }

 private:
  std::unordered_map<model::NourishmentId, Id, model::IdHash> thing_of_;
  std::unordered_map<Id, std::uint32_t, model::IdHash> count_;
};

}  // namespace greenline::scene
