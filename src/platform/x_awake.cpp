#include "platform/x_awake.h"

#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>
#include <X11/extensions/scrnsaver.h>

#include "platform/x_errors.h"

namespace greenline::platform {
namespace {

bool can_suspend(Display* display) {
  int event = 0, error = 0, major = 0, minor = 0;
  return XScreenSaverQueryExtension(display, &event, &error) != 0 && XScreenSaverQueryVersion(display, &major, &minor) != 0 &&
         (major > 1 || minor >= 1);
}

struct PowerSaving {
  bool on = false;
  CARD16 level = DPMSModeOn;
};

PowerSaving power_saving(Display* display) {
  int event = 0, error = 0;
  CARD16 level = DPMSModeOn;
  BOOL on = False;
  if (DPMSQueryExtension(display, &event, &error) == 0 || DPMSCapable(display) == 0) return {};
  if (DPMSInfo(display, &level, &on) == 0) return {};
  return {on != 0, level};
}

void light_up(Display* display) {
  XForceScreenSaver(display, ScreenSaverReset);
  const PowerSaving now = power_saving(display);
  if (now.on && now.level != DPMSModeOn) DPMSForceLevel(display, DPMSModeOn);
}

}  // namespace

XAwake::XAwake(Display* display) : display_(display) {
  const XTrap trap(display);
  suspends_ = can_suspend(display);
  if (suspends_) {
    XScreenSaverSuspend(display, True);
  } else {
    XGetScreenSaver(display_, &saver_.after_s, &saver_.every_s, &saver_.blanks, &saver_.exposes);
    power_saving_was_on_ = power_saving(display_).on;
  }
  light_up(display);
  if (!suspends_) switch_off();
}

void XAwake::again() {
  const XTrap trap(display_);
  light_up(display_);
  if (!suspends_) switch_off();
}

void XAwake::switch_off() {
  XSetScreenSaver(display_, 0, saver_.every_s, saver_.blanks, saver_.exposes);
  if (power_saving(display_).on) DPMSDisable(display_);
}

void XAwake::put_back() {
  XSetScreenSaver(display_, saver_.after_s, saver_.every_s, saver_.blanks, saver_.exposes);
  if (power_saving_was_on_) DPMSEnable(display_);
}

XAwake::~XAwake() {
  const XTrap trap(display_);
  if (suspends_) {
    XScreenSaverSuspend(display_, False);
  } else {
    put_back();
  }
}

}  // namespace greenline::platform
