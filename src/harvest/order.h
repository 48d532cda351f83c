// The order in which a harvest is read: circle by circle, in each what came to the light, then gathering by gathering, then
// what stands alone, then what rests. Within each as on the wall, from the top and from where one begins to read.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/load.h"
#include "harvest/leaving.h"

namespace greenline::harvest {

using CardList = std::vector<const model::Card*>;

struct Group {
  const model::Gathering* gathering = nullptr;  // none: cards that nobody gathered
  CardList cards;
};
struct Circle {
  const content::Region* region = nullptr;  // none: the open ground
  std::vector<Group> groups;                // in reading order
  CardList at_rest;
  [[nodiscard]] bool empty() const { return groups.empty() && at_rest.empty(); }
};

// All of it: every card once. Points into what is given. Circles in the canvas's order, the open ground last; each of the
// canvas's is there, also when nothing stands in it.
struct Reading {
  std::vector<Circle> circles;
  std::vector<const model::Thread*> threads;  // in the order in which they were drawn
};
[[nodiscard]] Reading reading_of(const Leaving&, const content::Pack&);

// What was left beside cards, threads and regions: looked through once. Points into the convening.
class Gifts {
 public:
  explicit Gifts(const model::Convening&);
  // In the order in which it was left.
  [[nodiscard]] const std::vector<const model::Nourishment*>& beside(const model::NourishTarget&) const;

 private:
  using List = std::vector<const model::Nourishment*>;
  List& list_of(const model::NourishTarget&);
  std::unordered_map<model::CardId, List, model::IdHash> by_card_;
  std::unordered_map<model::ThreadId, List, model::IdHash> by_thread_;
  std::unordered_map<std::string, List> by_region_;
};

}  // namespace greenline::harvest
