#include "platform/x_devices.h"

namespace greenline::platform {

const XITouchClassInfo* touch_class(const XIDeviceInfo& device) {
  for (const XIAnyClassInfo* one : classes_of(device)) {
    if (one->type != XITouchClass) continue;
    const auto* touch = reinterpret_cast<const XITouchClassInfo*>(one);
    if (touch->mode == XIDirectTouch) return touch;
  }
  return nullptr;
}

std::optional<int> touch_extension(Display* display) {
  int opcode = 0, event = 0, error = 0, major = 2, minor = 2;
  if (!XQueryExtension(display, "XInputExtension", &opcode, &event, &error)) return std::nullopt;
  if (XIQueryVersion(display, &major, &minor) != Success || major * 10 + minor < 22) return std::nullopt;
  return opcode;
}

}  // namespace greenline::platform
