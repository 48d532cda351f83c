#include "platform/x_lighting.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "platform/x_errors.h"
#include "platform/x_freed.h"

namespace greenline::platform {
namespace {

class Lighting {
 public:
  explicit Lighting(Display* display)
      : display_(display), root_(DefaultRootWindow(display)), resources_(XRRGetScreenResourcesCurrent(display, root_)) {}

  bool light(std::string_view connector) {
    if (!resources_) return false;
    for (const RROutput id : outputs()) {
      const XOutput output = info(id);
      if (!output || std::string_view(output->name, static_cast<std::size_t>(output->nameLen)) != connector) continue;
      const XRRModeInfo* mode = best_mode(*output);
      if (mode == nullptr) return false;
      if (output->crtc != None) return set_where_it_is(id, output->crtc, *mode);
      const auto crtc = free_crtc(*output);
      return crtc && set_beside_all(id, *crtc, *mode);
    }
    return false;
  }

 private:
  [[nodiscard]] std::span<const RROutput> outputs() const {
    return {resources_->outputs, static_cast<std::size_t>(resources_->noutput)};
  }
  [[nodiscard]] XOutput info(RROutput id) const { return XOutput(XRRGetOutputInfo(display_, resources_.get(), id)); }
  [[nodiscard]] XCrtc crtc(RRCrtc id) const { return XCrtc(XRRGetCrtcInfo(display_, resources_.get(), id)); }

  // The first, where it likes any best; else the largest.
  [[nodiscard]] const XRRModeInfo* best_mode(const XRROutputInfo& output) const {
    const XRRModeInfo* best = nullptr;
    for (const RRMode id : std::span(output.modes, static_cast<std::size_t>(output.nmode)))
      for (const XRRModeInfo& mode : std::span(resources_->modes, static_cast<std::size_t>(resources_->nmode))) {
        if (mode.id != id) continue;
        if (output.npreferred > 0) return &mode;
        if (best == nullptr || mode.width * mode.height > best->width * best->height) best = &mode;
      }
    return best;
  }
  [[nodiscard]] std::optional<RRCrtc> free_crtc(const XRROutputInfo& output) const {
    const std::span all(output.crtcs, static_cast<std::size_t>(output.ncrtc));
    for (const RRCrtc id : all)
      if (const XCrtc one = crtc(id); one && one->noutput == 0) return id;
    for (const RRCrtc id : all)
      if (drives_nothing(id) && set(id, 0, 0, None, nullptr)) return id;
    return std::nullopt;
  }
  [[nodiscard]] bool drives_nothing(RRCrtc id) const {
    const XCrtc one = crtc(id);
    if (!one) return false;
    return std::ranges::all_of(std::span(one->outputs, static_cast<std::size_t>(one->noutput)), [this](RROutput driven) {
      const XOutput output = info(driven);
      return output && output->connection == RR_Disconnected;
    });
  }
  bool set(RRCrtc id, int x, int y, RRMode mode, RROutput* output) const {
    return XRRSetCrtcConfig(display_, resources_.get(), id, CurrentTime, x, y, mode, RR_Rotate_0, output,
                            output == nullptr ? 0 : 1) == RRSetConfigSuccess;
  }
  [[nodiscard]] bool make_room(int width, int height) const {
    XWindowAttributes surface{};
    if (XGetWindowAttributes(display_, root_, &surface) == 0) return false;
    width = std::max(width, surface.width);
    height = std::max(height, surface.height);
    if (width == surface.width && height == surface.height) return true;
    int least_width = 0, least_height = 0, most_width = 0, most_height = 0;
    if (XRRGetScreenSizeRange(display_, root_, &least_width, &least_height, &most_width, &most_height) == 0) return false;
    if (width > most_width || height > most_height) return false;
    constexpr double mm_per_pixel = 25.4 / 96;
    XRRSetScreenSize(display_, root_, width, height, static_cast<int>(std::lround(width * mm_per_pixel)),
                     static_cast<int>(std::lround(height * mm_per_pixel)));
    return true;
  }
  [[nodiscard]] bool set_beside_all(RROutput output, RRCrtc crtc_id, const XRRModeInfo& mode) const {
    int right = 0;
    for (const RRCrtc id : std::span(resources_->crtcs, static_cast<std::size_t>(resources_->ncrtc)))
      if (const XCrtc one = crtc(id); one && one->noutput > 0) right = std::max(right, one->x + static_cast<int>(one->width));
    return make_room(right + static_cast<int>(mode.width), static_cast<int>(mode.height)) &&
           set(crtc_id, right, 0, mode.id, &output);
  }
  [[nodiscard]] bool set_where_it_is(RROutput output, RRCrtc id, const XRRModeInfo& mode) const {
    const XCrtc now = crtc(id);
    return now && make_room(now->x + static_cast<int>(mode.width), now->y + static_cast<int>(mode.height)) &&
           set(id, now->x, now->y, mode.id, &output);
  }

  Display* display_;
  Window root_;
  XResources resources_;
};

}  // namespace

bool somebody_arranges_screens(Display* display) {
  const XTrap trap(display);
  XWindowAttributes attributes{};
  if (XGetWindowAttributes(display, DefaultRootWindow(display), &attributes) == 0) return true;
  return (attributes.all_event_masks & SubstructureRedirectMask) != 0;
}

bool light(Display* display, const std::string& connector) {
  XTrap trap(display);
  XGrabServer(display);
  const bool lit = Lighting(display).light(connector);
  XUngrabServer(display);
  return lit && !trap.refused();
}

}  // namespace greenline::platform
