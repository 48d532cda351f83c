// What happened, in one order, for any number of consumers: windows, a console, whatever carries events elsewhere. Each has a
// cursor and asks for what came after it, when it likes and as often as it likes; nothing is told twice and nothing is left
// out. Held is only what somebody has not asked for yet.
#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <vector>

#include "model/event.h"

namespace greenline::station {

struct News {
  // All of the convening may be other than it was: look at it anew. What follows came after that.
  bool anew = false;
  std::vector<model::Event> happened;  // in the order that this station came to know of it
  std::vector<model::EventId> kept;    // are on the disk now
};

class Feed {
 public:
  using Cursor = std::uint32_t;                 // a consumer's; 0 is nobody's
  static constexpr std::size_t most = 100'000;  // held for a consumer that does not ask; beyond it that one hears `anew`

  // A consumer that knows everything up to now.
  [[nodiscard]] Cursor join();
  void leave(Cursor);
  // What came since this consumer last asked. Nothing for one that has left.
  [[nodiscard]] News news(Cursor);

  void add(const model::Event&);
  void add_kept(const std::vector<model::EventId>&);
  void begin_anew();

 private:
  // A list of which each consumer has taken so much, counted from the first that there ever was.
  template <class Item>
  struct Line {
    std::deque<Item> held;
    std::uint64_t first = 0;  // the number of the first that is held
    [[nodiscard]] std::uint64_t end() const { return first + held.size(); }
    void drop_before(std::uint64_t number) {
      for (; first < number; ++first) held.pop_front();
    }
  };
  struct Consumer {
    std::uint64_t happened = 0, kept = 0;  // the numbers of what it has not taken yet
    bool anew = false;
  };
  void tidy();

  Line<model::Event> happened_;
  Line<model::EventId> kept_;
  std::map<Cursor, Consumer> consumers_;
  Cursor last_ = 0;
};

}  // namespace greenline::station
