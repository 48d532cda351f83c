// What a wall speaks of, page by page: as many cards at once as the room can read, under a name, for as long as that takes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/load.h"
#include "model/convening.h"
#include "scene/scene.h"
#include "station/session.h"

namespace greenline::view {

struct Page {
  scene::Scene::Spoken spoken;  // no cards: all of the wall
  double lasts_s = 0;
  friend bool operator==(const Page&, const Page&) = default;
};

// Of one thing; none where nothing of it is on the scene.
[[nodiscard]] std::vector<Page> pages_of(const model::Shown&, const model::Convening&, const scene::Scene&);
// An unhurried way through all of it: the whole wall, then circle by circle, every card. None where there are no cards.
[[nodiscard]] std::vector<Page> tour_of(const model::Convening&, const scene::Scene&);

// The cards that may be read aloud, one after another: circle by circle as they are read; or, with a seed, in an order of its
// own. Those that are veiled or held are not among them.
[[nodiscard]] std::vector<model::CardId> read_aloud(const model::Convening&, const content::Canvas&,
                                                    std::optional<std::uint64_t> seed);

// Which is shown after so long, and for how long yet; they begin again when all were shown. Of none: none.
struct Turned {
  const Page* page = nullptr;
  double left_s = 0;
};
[[nodiscard]] Turned turned_to(const std::vector<Page>&, double after_s);

// Turns a scene's pages: what the host speaks of, else, in a phase for looking, the way through all of it.
class Speaking {
 public:
  void look_again() { stale_ = true; }  // something happened, or the screen is another
  // One step in time. True when the scene shows another page.
  bool advance(const station::Session&, scene::Scene&, float seconds);
  void stop(scene::Scene&);                                // all of the wall is shown
  [[nodiscard]] double left_s() const { return left_s_; }  // until the next page; long where there is no other

 private:
  void find(const station::Session&, const scene::Scene&);

  model::Shown of_;
  double shown_s_ = 0;  // since that was asked for
  std::vector<Page> pages_;
  bool stale_ = true, tours_ = false;
  static constexpr double long_s = 3600;
  double left_s_ = long_s;
};

}  // namespace greenline::view
