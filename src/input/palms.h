// Keeps palms and sleeves from meaning anything: what is too wide for a finger, and what comes down as a hand laid flat.
//
// A pure function of the stream of frames. What is told of was there from its first report; when it turns out to be no finger
// it is cancelled, and the rest of its reports are left out until it lifts.
#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "input/touch_frame.h"

namespace greenline::input {

struct PalmSizes {
  model::PixelsPerMm pixels_per_mm = 3.78F;
  // A finger leaves a patch of 8 to 20 mm on the glass, the side of a palm one of 30 and more. A device that tells no widths
  // is judged by arrival alone.
  float palm_mm = 28;
  // So many patches within a hand's breadth that come down together and do not move are a hand or a sleeve laid on the glass:
  // nobody taps with four fingers at once.
  std::size_t flat_hand = 4;
  float hand_mm = 60;
  double together_s = 0.08;
  float still_mm = 4;
};

class Palms {
 public:
  static constexpr std::size_t max_live = 1024;  // contacts that are remembered; beyond it the oldest is forgotten

  explicit Palms(PalmSizes sizes) : sizes_(sizes) {}
  void set_sizes(PalmSizes sizes) { sizes_ = sizes; }
  // The frame without what is no finger. O(contacts of the frame x contacts down).
  [[nodiscard]] TouchFrame without_palms(const TouchFrame&);
  [[nodiscard]] std::size_t live() const { return live_.size(); }

 private:
  struct Live {
    model::PixelPoint from, at;
    double began_s = 0;
    bool palm = false;
    std::uint64_t order = 0;
  };
  void begin(const Contact&, double now_s, TouchFrame& out);
  void look_for_a_flat_hand(const Live& newest, TouchFrame& out);
  void refuse(ContactId, Live&, TouchFrame& out);
  [[nodiscard]] bool still(const Live&) const;

  PalmSizes sizes_;
  std::map<ContactId, Live> live_;
  std::uint64_t begun_ = 0;
};

}  // namespace greenline::input
