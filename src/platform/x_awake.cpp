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

void light_up(Display* display) {
  XForceScreenSaver(display, ScreenSaverReset);
  int event = 0, error = 0;
  if (DPMSQueryExtension(display, &event, &error) == 0 || DPMSCapable(display) == 0) return;
  CARD16 level = 0;
  BOOL on = False;
  if (DPMSInfo(display, &level, &on) != 0 && on != 0 && level != DPMSModeOn) DPMSForceLevel(display, DPMSModeOn);
}

}  // namespace

XAwake::XAwake(Display* display) : display_(display) {
  const XTrap trap(display);
  suspends_ = can_suspend(display);
  if (suspends_) XScreenSaverSuspend(display, True);
  light_up(display);
}

XAwake::~XAwake() {
  if (!suspends_) return;
  const XTrap trap(display_);
  XScreenSaverSuspend(display_, False);
}

}  // namespace greenline::platform
