#include "platform/x_lighting.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>

#include "platform/x_errors.h"
#include "platform/x_freed.h"

namespace greenline::platform {
namespace {

class Lighting {
 public:
  Lighting(Display* display, const std::optional<Turned>& before)
      : display_(display),
        root_(DefaultRootWindow(display)),
        resources_(XRRGetScreenResourcesCurrent(display, root_)),
        before_(before) {}

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
      if (drives_nothing(id) && set(id, {}, nullptr)) return id;
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
  struct Lit {
    int x = 0, y = 0;
    RRMode mode = None;
    Rotation rotation = RR_Rotate_0;
  };
  bool set(RRCrtc id, const Lit& lit, RROutput* output) const {
    return XRRSetCrtcConfig(display_, resources_.get(), id, CurrentTime, lit.x, lit.y, lit.mode, lit.rotation, output,
                            output == nullptr ? 0 : 1) == RRSetConfigSuccess;
  }
  // One that this part of the card cannot do is left out: upright is better than dark.
  static Rotation fitting(Rotation wanted, const XRRCrtcInfo& crtc) {
    return (wanted & crtc.rotations) == wanted ? wanted : Rotation{RR_Rotate_0};
  }
  static std::pair<int, int> size_of(const XRRModeInfo& mode, Rotation rotation) {
    const std::pair upright{static_cast<int>(mode.width), static_cast<int>(mode.height)};
    const bool on_its_side = (rotation & (RR_Rotate_90 | RR_Rotate_270)) != 0;
    return on_its_side ? std::pair(upright.second, upright.first) : upright;
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
    const XCrtc its = crtc(crtc_id);
    if (!its) return false;
    const Rotation rotation = fitting(before_ ? rotation_of(*before_) : its->rotation, *its);
    const auto [width, height] = size_of(mode, rotation);
    return make_room(right + width, height) && set(crtc_id, {right, 0, mode.id, rotation}, &output);
  }
  [[nodiscard]] bool set_where_it_is(RROutput output, RRCrtc id, const XRRModeInfo& mode) const {
    const XCrtc now = crtc(id);
    if (!now) return false;
    const auto [width, height] = size_of(mode, now->rotation);
    return make_room(now->x + width, now->y + height) && set(id, {now->x, now->y, mode.id, now->rotation}, &output);
  }

  Display* display_;
  Window root_;
  XResources resources_;
  std::optional<Turned> before_;
};

constexpr std::array<Rotation, 4> quarters_left{RR_Rotate_0, RR_Rotate_90, RR_Rotate_180, RR_Rotate_270};

}  // namespace

Turned turned_from(unsigned short rotation) {
  Turned turned{.mirrored_x = (rotation & RR_Reflect_X) != 0, .mirrored_y = (rotation & RR_Reflect_Y) != 0};
  for (std::size_t i = 0; i < quarters_left.size(); ++i)
    if ((rotation & quarters_left[i]) != 0) turned.quarters = static_cast<int>(i);
  return turned;
}

unsigned short rotation_of(const Turned& turned) {
  unsigned rotation = quarters_left[static_cast<std::size_t>(turned.quarters) % quarters_left.size()];
  if (turned.mirrored_x) rotation |= RR_Reflect_X;
  if (turned.mirrored_y) rotation |= RR_Reflect_Y;
  return static_cast<unsigned short>(rotation);
}

bool somebody_arranges_screens(Display* display) {
  const XTrap trap(display);
  XWindowAttributes attributes{};
  if (XGetWindowAttributes(display, DefaultRootWindow(display), &attributes) == 0) return true;
  return (attributes.all_event_masks & SubstructureRedirectMask) != 0;
}

bool light(Display* display, const std::string& connector, const std::optional<Turned>& before) {
  XTrap trap(display);
  XGrabServer(display);
  const bool lit = Lighting(display, before).light(connector);
  XUngrabServer(display);
  return lit && !trap.refused();
}

}  // namespace greenline::platform
