// Keeps an X server from darkening its screens: hands that a tracker sees are no input to it.
#pragma once

struct _XDisplay;

namespace greenline::app {

// While it lives, the server's screen saver and its monitors' power saving (DPMS) are off; what was set before comes back with
// its end. The display must outlive it.
class XAwake {
 public:
  explicit XAwake(_XDisplay*);
  ~XAwake();
  XAwake(const XAwake&) = delete;
  XAwake& operator=(const XAwake&) = delete;

 private:
  _XDisplay* display_;
  int saver_s_ = 0, cycle_s_ = 0, prefers_blanking_ = 0, allows_exposures_ = 0;
  bool saved_power_ = false;  // DPMS was on
};

}  // namespace greenline::app
