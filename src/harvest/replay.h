// How a wall grew: the events of a convening that may be shown again, each at its time in a story of a chosen length.
//
// What stays in the room stays out of the story, too, with all that was ever said of it; of what changed its words only the
// last is told. A card that was held or veiled and is open now is there unreadable until the moment when it was opened, as it
// was. Time is the story's: long quiet is shortened, and no time of day is told.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "content/activity.h"
#include "model/convening.h"

namespace greenline::harvest {

class Replay {
 public:
  // `events`: all of a convening's, in any order. O(n log n).
  Replay(std::span<const model::Event> events, const content::Activity&);

  // In the order of the story.
  [[nodiscard]] const std::vector<model::Event>& events() const { return events_; }
  // When each happens, as a share of the story from 0 to 1.
  [[nodiscard]] const std::vector<double>& moments() const { return moments_; }
  // How many have happened by that share of the story.
  [[nodiscard]] std::size_t happened_by(double share) const;
  // The convening after the first `count` of them: at most `keyframe_every` are applied for it, onto a copy.
  [[nodiscard]] model::Convening after(std::size_t count) const;

  static constexpr std::size_t keyframe_every = 1000;
  // Quiet for longer than this is told as this long, before all is brought to the story's length.
  static constexpr double longest_quiet_s = 6;

 private:
  std::vector<model::Event> events_;
  std::vector<double> moments_;
  std::vector<model::Convening> keyframes_;  // after 0, 1000, 2000 … events
};

}  // namespace greenline::harvest
