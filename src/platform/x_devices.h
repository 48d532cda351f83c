// What files that ask an X server for its input devices share (XInput 2.2).
#pragma once
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include <memory>
#include <optional>
#include <span>

#include "platform/x_freed.h"

namespace greenline::platform {

// Always of all: to ask for one that has just gone is an error.
template <class Visit>
void each_device(Display* display, const Visit& visit) {
  int count = 0;
  const std::unique_ptr<XIDeviceInfo, Freed<XIFreeDeviceInfo>> devices(XIQueryDevice(display, XIAllDevices, &count));
  if (!devices) return;
  for (const XIDeviceInfo& device : std::span(devices.get(), static_cast<std::size_t>(count))) visit(device);
}

[[nodiscard]] inline std::span<XIAnyClassInfo* const> classes_of(const XIDeviceInfo& device) {
  return {device.classes, static_cast<std::size_t>(device.num_classes)};
}

// Of fingers on glass; null: it has none. A touchpad's fingers are elsewhere.
[[nodiscard]] const XITouchClassInfo* touch_class(const XIDeviceInfo&);

// XInput 2.2 or newer; its number for events, or none.
[[nodiscard]] std::optional<int> touch_extension(Display*);

}  // namespace greenline::platform
