// What Xlib hands out and wants back.
#pragma once
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <memory>

namespace greenline::platform {

template <auto free>
struct Freed {
  template <class T>
  void operator()(T* of) const {
    free(of);
  }
};
using XConnection = std::unique_ptr<Display, Freed<XCloseDisplay>>;
using XResources = std::unique_ptr<XRRScreenResources, Freed<XRRFreeScreenResources>>;
using XOutput = std::unique_ptr<XRROutputInfo, Freed<XRRFreeOutputInfo>>;
using XCrtc = std::unique_ptr<XRRCrtcInfo, Freed<XRRFreeCrtcInfo>>;

}  // namespace greenline::platform
