// What happened to a convening, in order, for whoever follows it: each follower keeps its own place, and none waits for
// another.
#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <variant>

#include "model/event.h"

namespace greenline::station {

struct Happened {  // it is applied
  model::Event event;
  bool settling = false;  // on its way to the disk
};
struct Kept {  // it is on the disk now
  model::EventId event;
};
using Change = std::variant<Happened, Kept>;

// Remembers the newest ones. One thread.
class Changes {
 public:
  static constexpr std::size_t most = 4096;  // frames follow within some dozens; who was away longer looks at all of it anew

  void add(Change change) {
    if (newest_.size() == most) newest_.pop_front();
    newest_.push_back(std::move(change));
    ++count_;
  }
  // All of the convening may be other than it was, or some of what happened is to be forgotten: whoever follows looks anew.
  void renew() {
    newest_.clear();
    ++count_;
  }
  // Where a follower begins who has looked at the whole convening now.
  [[nodiscard]] std::uint64_t now() const { return count_; }
  // Tells `take` of all since `place`, and moves that on. False, telling nothing, when some of it is no longer remembered: then
  // look at the whole convening.
  template <class Take>
  [[nodiscard]] bool follow(std::uint64_t& place, const Take& take) const {
    const std::uint64_t behind = count_ - std::exchange(place, count_);
    if (behind > newest_.size()) return false;
    for (std::size_t i = newest_.size() - static_cast<std::size_t>(behind); i < newest_.size(); ++i) take(newest_[i]);
    return true;
  }

 private:
  std::deque<Change> newest_;
  std::uint64_t count_ = 0;  // ever
};

}  // namespace greenline::station
