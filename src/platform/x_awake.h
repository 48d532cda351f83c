// Keeps an X server from darkening its screens: hands that a tracker sees are no input to it.
#pragma once

struct _XDisplay;

namespace greenline::platform {

// While it lives, the server's screen saver and its monitors' power saving (DPMS) wait, and a screen that is dark already
// lights up. The server ends that itself when the connection ends, however it ends: nothing that somebody set is changed. The
// display must outlive it. A server without MIT-SCREEN-SAVER 1.1 (every X.Org since 2007 has it) has both switched off, and
// gets back what was set when this goes; not when the program is killed.
class XAwake {
 public:
  explicit XAwake(_XDisplay*);
  ~XAwake();
  XAwake(const XAwake&) = delete;
  XAwake& operator=(const XAwake&) = delete;

  // Lights up what somebody darkened meanwhile, and switches off what somebody switched on. Once a minute.
  void again();

 private:
  struct Saver {
    int after_s = 0, every_s = 0, blanks = 0, exposes = 0;
  };
  void switch_off();
  void put_back();

  _XDisplay* display_;
  bool suspends_ = false;
  Saver saver_;  // as it was set, where it is switched off
  bool power_saving_was_on_ = false;
};

}  // namespace greenline::platform
