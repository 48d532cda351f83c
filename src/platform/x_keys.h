// When the keys went down that GLFW tells of: it does not say, and a slow frame may lie between.
#pragma once
#include <deque>

struct _XDisplay;

namespace greenline::platform {

// Looks at the key events that wait on GLFW's connection, leaving them there.
class XKeyTimes {
 public:
  // Right before GLFW takes them.
  void look(_XDisplay*, double now_s);
  // When this key (its X keycode) went down, monotonic seconds, of the presses that wait in order; now when it was not seen.
  [[nodiscard]] double taken(int keycode, double now_s);

 private:
  struct Press {
    int keycode = 0;
    double time_s = 0;
  };
  std::deque<Press> presses_;
  double monotonic_from_server_s_ = 1e18;  // added to the server's clock; the least delay seen is the truest
  double server_s_ = 0;                    // the server's newest time, which comes round after 49 days
};

}  // namespace greenline::platform
