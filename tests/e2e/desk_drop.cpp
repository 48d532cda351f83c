// Letting go of a file over a window, by the XDND protocol (freedesktop.org, version 5), as the source of it.
#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <chrono>
#include <cmath>
#include <string>
#include <thread>

#include "e2e/desk.h"
#include "e2e/desk_inside.h"

namespace greenline::desk {
namespace {

Window largest_window(Display* display) {
  Window root = 0, parent = 0, *children = nullptr;
  unsigned count = 0;
  XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
  Window largest = 0;
  long most = 0;
  for (unsigned i = 0; i < count; ++i) {
    XWindowAttributes about{};
    XGetWindowAttributes(display, children[i], &about);
    const long pixels = static_cast<long>(about.width) * about.height;
    if (about.map_state == IsViewable && pixels > most) {
      largest = children[i];
      most = pixels;
    }
  }
  if (children != nullptr) XFree(children);
  return largest;
}

class Dragged {
 public:
  Dragged(Display* display, std::string words) : display_(display), words_(std::move(words)) {
    source_ = XCreateSimpleWindow(display_, DefaultRootWindow(display_), 0, 0, 1, 1, 0, 0, 0);
    XSetSelectionOwner(display_, atom("XdndSelection"), source_, CurrentTime);
  }
  ~Dragged() { XDestroyWindow(display_, source_); }
  Dragged(const Dragged&) = delete;
  Dragged& operator=(const Dragged&) = delete;

  void say(Window to, const char* what, long one, long two, long three, long four) const {
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = to;
    event.xclient.message_type = atom(what);
    event.xclient.format = 32;
    event.xclient.data.l[0] = static_cast<long>(source_);
    event.xclient.data.l[1] = one;
    event.xclient.data.l[2] = two;
    event.xclient.data.l[3] = three;
    event.xclient.data.l[4] = four;
    XSendEvent(display_, to, False, NoEventMask, &event);
    XSync(display_, False);
  }
  // Hands the words over until this message comes.
  [[nodiscard]] bool comes(const char* message) const {
    for (int i = 0; i < 500; ++i) {
      while (XPending(display_) > 0) {
        XEvent event{};
        XNextEvent(display_, &event);
        if (event.type == SelectionRequest) hand_over(event.xselectionrequest);
        if (event.type == ClientMessage && event.xclient.message_type == atom(message)) return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
  [[nodiscard]] Atom atom(const char* name) const { return XInternAtom(display_, name, False); }

 private:
  void hand_over(const XSelectionRequestEvent& asked) const {
    XChangeProperty(display_, asked.requestor, asked.property, asked.target, 8, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(words_.data()), static_cast<int>(words_.size()));
    XEvent answer{};
    answer.xselection.type = SelectionNotify;
    answer.xselection.requestor = asked.requestor;
    answer.xselection.selection = asked.selection;
    answer.xselection.target = asked.target;
    answer.xselection.property = asked.property;
    answer.xselection.time = asked.time;
    XSendEvent(display_, asked.requestor, False, NoEventMask, &answer);
    XSync(display_, False);
  }
  Display* display_;
  std::string words_;
  Window source_ = 0;
};

}  // namespace

bool Hand::drop(const std::string& file, model::PixelPoint at) {
  Display* display = inside_->display;
  const Window window = largest_window(display);
  if (window == 0) return false;
  constexpr long version = 5;
  const Dragged dragged(display, "file://" + file + "\r\n");
  const long place = std::lround(at.x) << 16 | std::lround(at.y);
  dragged.say(window, "XdndEnter", version << 24, static_cast<long>(dragged.atom("text/uri-list")), 0, 0);
  dragged.say(window, "XdndPosition", 0, place, CurrentTime, static_cast<long>(dragged.atom("XdndActionCopy")));
  if (!dragged.comes("XdndStatus")) return false;
  dragged.say(window, "XdndDrop", 0, CurrentTime, 0, 0);
  return dragged.comes("XdndFinished");
}

}  // namespace greenline::desk
