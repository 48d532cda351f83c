// Reports that wait to be taken: all of them, in the order in which they came, as long as there is room.
#pragma once
#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "input/touch_frame.h"

namespace greenline::input {

// A way that is drawn is told by every move on it, also where a slow frame lies between two looks at it.
class Untaken {
 public:
  // So many moves may wait: of a mouse that reports a thousand times a second those of four. Of more, each finger's are thinned
  // evenly to half, again and again; where it is now stays, and so does all that is no move.
  static constexpr std::size_t most_moves = 4096;

  void add(const Contact& contact, double time_s) {
    waiting_.time_s = time_s;
    const bool moves = contact.state == ContactState::moved;
    if (moves && takes_the_place_of_its_last(contact)) return;
    waiting_.contacts.push_back(contact);
    if (moves && ++moves_ > room_) thin();
  }
  [[nodiscard]] std::size_t other_than_moves() const { return waiting_.contacts.size() - moves_; }
  // What came since the last call, at the time of the newest; no contacts when nothing did.
  [[nodiscard]] TouchFrame take() {
    moves_ = 0;
    room_ = most_moves;
    each_stands_for_ = 1;
    stands_for_.clear();
    return taken(waiting_);
  }

 private:
  bool takes_the_place_of_its_last(const Contact& contact) {
    if (each_stands_for_ == 1) return false;
    std::size_t& stands_for = stands_for_[contact.id];
    const auto last = std::find_if(waiting_.contacts.rbegin(), waiting_.contacts.rend(),
                                   [&](const Contact& one) { return one.id == contact.id; });
    const bool is_move = last != waiting_.contacts.rend() && last->state == ContactState::moved;
    if (!is_move || stands_for >= each_stands_for_) {
      stands_for = 1;
      return false;
    }
    ++stands_for;
    *last = contact;
    return true;
  }

  // O(waiting), and then not again before as many have come.
  void thin() {
    std::vector<Contact> kept;  // the newest first
    std::set<ContactId> skips;  // the next older move of these
    moves_ = 0;
    for (auto one = waiting_.contacts.rbegin(); one != waiting_.contacts.rend(); ++one) {
      if (one->state == ContactState::moved) {
        if (skips.erase(one->id) > 0) continue;
        skips.insert(one->id);
        ++moves_;
      }
      kept.push_back(*one);
    }
    std::ranges::reverse(kept);
    waiting_.contacts = std::move(kept);
    room_ = std::max(most_moves, 2 * moves_);
    each_stands_for_ *= 2;
    for (auto& [id, stands_for] : stands_for_) stands_for = each_stands_for_;
  }

  TouchFrame waiting_;
  std::size_t moves_ = 0, room_ = most_moves, each_stands_for_ = 1;
  std::map<ContactId, std::size_t> stands_for_;  // so many moves, the last of each finger
};

}  // namespace greenline::input
