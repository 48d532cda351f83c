// Keeps an X server from darkening its screens: hands that a tracker sees are no input to it.
#pragma once

struct _XDisplay;

namespace greenline::platform {

// While it lives, the server's screen saver and its monitors' power saving (DPMS) wait, and a screen that is dark already
// lights up. The server ends that itself when the connection ends, however it ends: nothing that somebody set is changed. The
// display must outlive it. Without MIT-SCREEN-SAVER 1.1 (every X.Org since 2007 has it) it does nothing.
class XAwake {
 public:
  explicit XAwake(_XDisplay*);
  ~XAwake();
  XAwake(const XAwake&) = delete;
  XAwake& operator=(const XAwake&) = delete;

 private:
  _XDisplay* display_;
  bool suspends_ = false;
};

}  // namespace greenline::platform
