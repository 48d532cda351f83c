#include "app/x_awake.h"

#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

#include "input/x_errors.h"

namespace greenline::app {

XAwake::XAwake(Display* display) : display_(display) {
  const input::XTrap trap(display);
  XGetScreenSaver(display, &saver_s_, &cycle_s_, &prefers_blanking_, &allows_exposures_);
  XSetScreenSaver(display, 0, cycle_s_, prefers_blanking_, allows_exposures_);
  XForceScreenSaver(display, ScreenSaverReset);  // it may be dark already
  int event = 0, error = 0;
  if (DPMSQueryExtension(display, &event, &error) == 0 || DPMSCapable(display) == 0) return;
  CARD16 level = 0;
  BOOL on = False;
  if (DPMSInfo(display, &level, &on) == 0 || on == 0) return;
  saved_power_ = true;
  DPMSForceLevel(display, DPMSModeOn);
  DPMSDisable(display);
}

XAwake::~XAwake() {
  const input::XTrap trap(display_);
  XSetScreenSaver(display_, saver_s_, cycle_s_, prefers_blanking_, allows_exposures_);
  if (saved_power_) DPMSEnable(display_);
}

}  // namespace greenline::app
