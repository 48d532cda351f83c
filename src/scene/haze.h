// Markers as haze: lights so wide that those of neighbours run into each other, and nobody can count them.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "model/convening.h"
#include "scene/damage.h"
#include "scene/views.h"

namespace greenline::scene {

class Haze {
 public:
  struct Stand {
    PixelPoint at;
    float radius = 0;    // pixels
    bool faint = false;  // of an earlier time: seen, and never touched
  };

  void clear();
  // A marker is at a place, which is there; a new one comes into sight, at once where `still`.
  void put(const model::MarkerId&, const model::Place&, const Stand&, bool still);
  void let_fade(const model::MarkerId&);
  // The ground moved: `stand_of` says where a place is now.
  template <class StandOf>
  void move(StandOf&& stand_of) {
    for (std::size_t i = 0; i < markers_.size(); ++i) {
      const Stand stand = stand_of(markers_[i].place);
      markers_[i].rest = stand.at;
      views_[i].radius = stand.radius;
    }
  }
  // One step in time; true while some are on their way.
  bool ease(float seconds, DamageList&);
  void arrive(DamageList&);  // all are where they belong

  [[nodiscard]] std::span<const HazeView> views() const { return views_; }
  [[nodiscard]] std::vector<model::MarkerId> ids() const;
  // The nearest that is there to stay, among those nearer than `within`.
  [[nodiscard]] std::optional<model::MarkerId> at(PixelPoint, float within) const;

 private:
  struct Marker {
    model::MarkerId id;
    model::Place place;
    PixelPoint at, velocity, rest;
    float strength = 0, strength_to = 1;
    bool faint = false;
  };
  [[nodiscard]] PixelRect box(std::size_t index) const;
  [[nodiscard]] std::vector<Marker>::iterator find(const model::MarkerId&);
  void show(std::size_t index, DamageList&);  // as its marker is

  std::vector<Marker> markers_;
  std::vector<HazeView> views_;  // beside them
};

}  // namespace greenline::scene
