#include "platform/x_keys.h"

#include <X11/Xlib.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace greenline::platform {
namespace {

using Seen = std::vector<std::pair<int, double>>;  // keycode, the server's seconds

// Xlib asks this of every event in its queue; "no" leaves the event there.
Bool note(Display*, XEvent* event, XPointer seen) {
  if (event->type == KeyPress) {
    reinterpret_cast<Seen*>(seen)->emplace_back(static_cast<int>(event->xkey.keycode),
                                                static_cast<double>(event->xkey.time) / 1000);
  }
  return False;
}

}  // namespace

void XKeyTimes::look(Display* display, double now_s) {
  presses_.clear();
  if (XPending(display) == 0) return;
  Seen seen;
  XEvent never;
  XCheckIfEvent(display, &never, &note, reinterpret_cast<XPointer>(&seen));
  for (const auto& [keycode, server_s] : seen) {
    if (server_s + 1 < server_s_) monotonic_from_server_s_ = 1e18;  // the server's clock came round
    server_s_ = server_s;
    monotonic_from_server_s_ = std::min(monotonic_from_server_s_, now_s - server_s);
  }
  for (const auto& [keycode, server_s] : seen) presses_.push_back({keycode, server_s + monotonic_from_server_s_});
}

double XKeyTimes::taken(int keycode, double now_s) {
  const auto found = std::ranges::find(presses_, keycode, &Press::keycode);
  if (found == presses_.end()) return now_s;
  const double time_s = found->time_s;
  presses_.erase(found);
  return std::min(time_s, now_s);
}

}  // namespace greenline::platform
