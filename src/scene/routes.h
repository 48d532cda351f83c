// Which way each thread bends: the cheapest of a fixed fan of curves, by what it would cross.
//
// Those that would run along one that has its way already step aside, so that they run beside each other.
//
// A pure function of where cards rest. Costs are whole numbers, so that the order of looking things up cannot matter.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "model/id.h"
#include "scene/curve.h"
#include "scene/grid.h"
#include "scene/lanes.h"

namespace greenline::scene {

struct ThreadToRoute {
  std::uint32_t slot = 0;  // the caller's
  model::ThreadId id;      // threads are routed in this order
  ThreadTie from, to;
  HalfSize pill;  // of its word; 0: none
};

struct Route {
  std::uint32_t slot = 0;
  Bend bend;
};

class Router {
 public:
  // `cards` at rest and `words` (names, the prompt) are to be gone round. Sorts the threads.
  void start(const PixelRect& screen, std::vector<ThreadTie> cards, std::vector<PixelRect> words,
             std::vector<ThreadToRoute> threads);
  // Goes on for about `samples` looks at what lies at a point (30 to 60 ns each). True when finished.
  bool step(std::size_t samples);
  [[nodiscard]] bool running() const { return running_; }
  [[nodiscard]] std::span<const Route> routes() const { return routes_; }  // once finished

 private:
  void route(const ThreadToRoute&);
  [[nodiscard]] Bend beside_others(const ThreadToRoute&, Bend);
  [[nodiscard]] int cost_of_curve(const Curve&, const ThreadToRoute&, int give_up_at);
  [[nodiscard]] bool passes_words(const Curve&) const;
  [[nodiscard]] int cost_of_pill(const Curve&, const ThreadToRoute&, Bend&);
  [[nodiscard]] int cost_at(PixelPoint, const ThreadToRoute&);
  PixelRect screen_;
  HalfSize largest_;  // of all cards
  std::vector<ThreadTie> cards_;
  geometry::CentreGrid grid_;
  std::vector<PixelRect> words_, pills_;
  Lanes lanes_;
  std::vector<ThreadToRoute> threads_;
  std::vector<Route> routes_;
  bool running_ = false;
  std::size_t cursor_ = 0, spent_ = 0;
};

}  // namespace greenline::scene
