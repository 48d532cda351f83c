#include "platform/x_screens.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <X11/Xatom.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include "platform/cables.h"
#include "platform/x_errors.h"
#include "platform/x_freed.h"
#include "platform/x_lighting.h"

namespace greenline::platform {
namespace {

double refresh_hz(const XRRScreenResources& resources, RRMode id) {
  for (const XRRModeInfo& mode : std::span(resources.modes, static_cast<std::size_t>(resources.nmode))) {
    if (mode.id != id || mode.hTotal == 0 || mode.vTotal == 0) continue;
    double lines = mode.vTotal;  // of one refresh (the X Resize and Rotate Extension's specification, MODEINFO)
    if ((mode.modeFlags & RR_DoubleScan) != 0) lines *= 2;
    if ((mode.modeFlags & RR_Interlace) != 0) lines /= 2;
    return static_cast<double>(mode.dotClock) / mode.hTotal / lines;
  }
  return 0;
}

bool is_of(const TurnedScreen& turned, const Bound& screen) {
  return screen.glass.told() ? turned.screen.glass == screen.glass
                             : !turned.screen.glass.told() && turned.screen.connector == screen.connector;
}

}  // namespace

struct XScreens::Inside {
  bool lost = false;  // before the connection, which may set it until its end
  XConnection display;
  bool randr = false;
  int first_event = 0;

  [[nodiscard]] Window root() const { return DefaultRootWindow(display.get()); }
  [[nodiscard]] std::vector<Monitor> whole_surface() const;
  [[nodiscard]] std::optional<Monitor> monitor(XRRScreenResources&, RROutput);
  [[nodiscard]] Glass glass_of(RROutput) const;
  void note_unlit(const XRROutputInfo&, RROutput, bool lit_well);
  std::map<RROutput, Cable> cables;
  struct Seen {
    bool plugged = false, driven = false;
  };
  std::map<RROutput, Seen> seen;  // as of the last list
  std::vector<Unlit> unlit;
  std::vector<TurnedScreen> turned;
  void note_turned(const Monitor&);
};

// Asked of the server: what Xlib remembers is from the beginning.
std::vector<Monitor> XScreens::Inside::whole_surface() const {
  XWindowAttributes surface{};
  if (XGetWindowAttributes(display.get(), root(), &surface) == 0) return {};
  const int screen = DefaultScreen(display.get());
  Monitor whole{.name = "the whole screen", .width = surface.width, .height = surface.height};
  if (surface.width == DisplayWidth(display.get(), screen)) {
    whole.width_mm = DisplayWidthMM(display.get(), screen);
    whole.height_mm = DisplayHeightMM(display.get(), screen);
  }
  return {whole};
}

// What the server read through the cable (RandR 1.3's property EDID).
Glass XScreens::Inside::glass_of(RROutput output) const {
  const Atom edid = XInternAtom(display.get(), RR_PROPERTY_RANDR_EDID, True);
  if (edid == None) return {};
  Atom type = None;
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* data = nullptr;
  constexpr long first_block_longs = 32;
  Glass glass;
  if (XRRGetOutputProperty(display.get(), output, edid, 0, first_block_longs, False, False, AnyPropertyType, &type, &format,
                           &count, &left, &data) == Success &&
      type == XA_INTEGER && format == 8)
    glass = glass_from_edid({data, count});
  if (data != nullptr) XFree(data);
  return glass;
}

// Plugged in where it was dark; or in place of another, whose picture it gets. What was switched off is neither.
void XScreens::Inside::note_unlit(const XRROutputInfo& output, RROutput id, bool lit_well) {
  const Seen now{output.connection == RR_Connected, output.crtc != None};
  const auto [before, first] = seen.try_emplace(id, now);
  const bool fresh = now.plugged && (first || (!before->second.plugged && (now.driven || !before->second.driven)));
  before->second = now;
  if (now.plugged && !lit_well && output.nmode > 0)
    unlit.push_back({{output.name, static_cast<std::size_t>(output.nameLen)}, glass_of(id), fresh});
}

void XScreens::Inside::note_turned(const Monitor& monitor) {
  const Bound screen = bound_to(monitor);
  const auto had = std::ranges::find_if(turned, [&](const TurnedScreen& one) { return is_of(one, screen); });
  if (monitor.turned == Turned{}) {
    if (had != turned.end()) turned.erase(had);
  } else if (had != turned.end()) {
    *had = {screen, monitor.turned};
  } else {
    turned.push_back({screen, monitor.turned});
  }
}

std::optional<Monitor> XScreens::Inside::monitor(XRRScreenResources& resources, RROutput id) {
  const XOutput output(XRRGetOutputInfo(display.get(), &resources, id));
  if (!output) return std::nullopt;
  const bool driven = output->crtc != None;
  const auto has = [&output](RRMode mode) {
    const std::span modes(output->modes, static_cast<std::size_t>(output->nmode));
    return std::ranges::find(modes, mode) != modes.end();
  };
  cables[id].seen({output->connection != RR_Disconnected, driven, output->timestamp});
  const XCrtc crtc(driven ? XRRGetCrtcInfo(display.get(), &resources, output->crtc) : nullptr);
  note_unlit(*output, id, crtc && has(crtc->mode));
  if (!driven || cables[id].pulled()) return std::nullopt;
  if (!crtc || crtc->width == 0 || crtc->height == 0) return std::nullopt;
  Monitor monitor{.name = {output->name, static_cast<std::size_t>(output->nameLen)},
                  .x = crtc->x,
                  .y = crtc->y,
                  .width = static_cast<int>(crtc->width),
                  .height = static_cast<int>(crtc->height),
                  .refresh_hz = refresh_hz(resources, crtc->mode),
                  .width_mm = static_cast<int>(output->mm_width),
                  .height_mm = static_cast<int>(output->mm_height),
                  .glass = glass_of(id),
                  .turned = turned_from(crtc->rotation)};
  // The glass is told as it hangs when nobody turned it.
  note_turned(monitor);
  if ((crtc->rotation & (RR_Rotate_90 | RR_Rotate_270)) != 0) std::swap(monitor.width_mm, monitor.height_mm);
  return monitor;
}

std::optional<XScreens> XScreens::open() {
  auto inside = std::make_unique<Inside>();
  inside->display.reset(XOpenDisplay(nullptr));
  if (!inside->display) return std::nullopt;
  outlive_x_errors();
  outlive_lost_server(inside->display.get(), &inside->lost);
  Display* display = inside->display.get();
  int error = 0, major = 0, minor = 0;
  inside->randr = XRRQueryExtension(display, &inside->first_event, &error) != 0 &&
                  XRRQueryVersion(display, &major, &minor) != 0 && major * 10 + minor >= 13;
  if (inside->randr) {
    XRRSelectInput(display, inside->root(),
                   RRScreenChangeNotifyMask | RRCrtcChangeNotifyMask | RROutputChangeNotifyMask | RROutputPropertyNotifyMask);
  } else {
    XSelectInput(display, inside->root(), StructureNotifyMask);
  }
  XFlush(display);
  return XScreens(std::move(inside));
}

XScreens::XScreens(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
XScreens::XScreens(XScreens&&) noexcept = default;
XScreens& XScreens::operator=(XScreens&&) noexcept = default;
XScreens::~XScreens() = default;

// An output may go between two questions: what is refused is left out.
std::vector<Monitor> XScreens::list() {
  if (!inside_->randr) return inside_->whole_surface();
  Display* display = inside_->display.get();
  const XTrap trap(display);
  const XResources resources(XRRGetScreenResourcesCurrent(display, inside_->root()));
  if (!resources) return inside_->whole_surface();
  if (resources->noutput == 0) return inside_->whole_surface();
  const RROutput primary = XRRGetOutputPrimary(display, inside_->root());
  std::vector<Monitor> found;
  inside_->unlit.clear();
  for (const RROutput output : std::span(resources->outputs, static_cast<std::size_t>(resources->noutput))) {
    auto monitor = inside_->monitor(*resources, output);
    if (monitor) found.insert(output == primary ? found.begin() : found.end(), std::move(*monitor));
  }
  return found;
}

const std::vector<TurnedScreen>& XScreens::turned() const { return inside_->turned; }
void XScreens::know_turned(std::vector<TurnedScreen> turned) { inside_->turned = std::move(turned); }

const std::vector<XScreens::Unlit>& XScreens::unlit() const { return inside_->unlit; }

bool XScreens::light(const std::string& connector) {
  Display* display = inside_->display.get();
  if (!inside_->randr || somebody_arranges_screens(display)) return false;
  const auto dark = std::ranges::find(inside_->unlit, connector, &Unlit::connector);
  const Bound screen{dark == inside_->unlit.end() ? Glass{} : dark->glass, connector};
  const auto was = std::ranges::find_if(inside_->turned, [&](const TurnedScreen& one) { return is_of(one, screen); });
  return platform::light(display, connector, was == inside_->turned.end() ? std::nullopt : std::optional(was->turned));
}

int XScreens::descriptor() const { return ConnectionNumber(inside_->display.get()); }
bool XScreens::waiting() const { return !inside_->lost && XPending(inside_->display.get()) > 0; }

bool XScreens::changed() {
  constexpr int most_events = 1024;  // more than any change sends; the rest waits
  bool any = false;
  for (int i = 0; i < most_events && waiting(); ++i) {
    XEvent event;
    XNextEvent(inside_->display.get(), &event);
    if (inside_->randr) XRRUpdateConfiguration(&event);
    any = true;
  }
  return any;
}

}  // namespace greenline::platform
