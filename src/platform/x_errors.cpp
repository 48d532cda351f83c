// One handler for Xlib, and the traps that are open.
#include "platform/x_errors.h"

#include <X11/Xlib.h>

#include <array>
#include <atomic>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace greenline::platform {

// Xlib calls plain functions and hands them nothing of ours, so what they need to know stands here. One thread speaks X.
class XErrors {
 public:
  static XErrors& here() {
    static XErrors errors;
    return errors;
  }

  static int refused(Display* display, XErrorEvent* error) {
    here().take(display, *error);
    return 0;
  }
  // Xlib ends the program when this returns, unless the connection has an exit handler (`outlive_lost_server`).
  static int server_lost(Display* display) {
    // One server has several connections of ours.
    if (!std::exchange(here().lost_, true)) here().tell("The X server on " + std::string(DisplayString(display)) + " is gone.");
    return 0;
  }

  XTrap* innermost = nullptr;
  std::atomic<std::uint64_t> refusals = 0;
  const std::function<void(const std::string&)>* say = nullptr;

 private:
  void take(Display* display, const XErrorEvent& error) {
    for (XTrap* trap = innermost; trap != nullptr; trap = trap->outer_) {
      if (trap->display_ != display || error.serial < trap->from_) continue;
      trap->refused_ = true;
      return;
    }
    ++refusals;
    tell_of(display, error);
  }

  void tell(const std::string& sentence) const {
    if (say != nullptr) return (*say)(sentence);
    std::cerr << sentence << '\n';
  }

  // Once, and then each time there are ten times as many.
  void tell_of(Display* display, const XErrorEvent& error) {
    auto& [times, next] = told_[{error.error_code, error.request_code, error.minor_code}];
    if (++times < next) return;
    next = times * 10;
    std::array<char, 128> words{};
    XGetErrorText(display, error.error_code, words.data(), static_cast<int>(words.size()));
    tell("The X server refused something (" + std::string(words.data()) + ", request " + std::to_string(error.request_code) +
         "." + std::to_string(error.minor_code) + (times > 1 ? ", " + std::to_string(times) + " times now" : std::string()) +
         "); the wall goes on without it.");
  }

  bool lost_ = false;
  struct Told {
    std::uint64_t times = 0, next = 1;
  };
  std::map<std::tuple<int, int, int>, Told> told_;  // by error, request, minor
};

void outlive_x_errors() {
  XSetErrorHandler(&XErrors::refused);
  XSetIOErrorHandler(&XErrors::server_lost);
}

XRefusalsSaid::XRefusalsSaid(const std::function<void(const std::string&)>& say) { XErrors::here().say = &say; }
XRefusalsSaid::~XRefusalsSaid() { XErrors::here().say = nullptr; }

std::uint64_t x_refusals() { return XErrors::here().refusals; }

void outlive_lost_server(Display* display, bool* lost) {
  XSetIOErrorExitHandler(
      display, [](Display*, void* flag) { *static_cast<bool*>(flag) = true; }, lost);
}

XTrap::XTrap(Display* display)
    : display_(display), from_(NextRequest(display)), outer_(std::exchange(XErrors::here().innermost, this)) {
  outlive_x_errors();
}

XTrap::~XTrap() {
  XSync(display_, False);
  XErrors::here().innermost = outer_;
}

bool XTrap::refused() {
  XSync(display_, False);
  return refused_;
}

}  // namespace greenline::platform
