// A desk with a touchscreen: an Xorg server of our own with the `inputtest` input driver (inputtestdrv(4)), so that contacts go
// the whole way from the driver to the program. Positions are screen pixels; contacts are numbered by the caller, below
// `most_contacts`, and a number may be used again after its end.
//
// Needs xserver-xorg-core and xserver-xorg-video-dummy (scripts/setup --test), and neither a GPU nor a device. Xorg takes its
// configuration from our folder only when it is not installed setuid or when we are root.
#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "e2e/desk.h"
#include "input/touch_frame.h"

struct _XDisplay;

namespace greenline::desk {

class TouchDesk {
 public:
  static constexpr int most_contacts = 128;

  // Throws std::runtime_error, in a sentence, when the server does not come up or its touchscreen does not answer.
  TouchDesk(int width, int height);
  ~TouchDesk();
  TouchDesk(const TouchDesk&) = delete;
  TouchDesk& operator=(const TouchDesk&) = delete;
  [[nodiscard]] const std::string& display() const { return server_->display(); }

  void began(int contact, model::PixelPoint at);
  void moved(int contact, model::PixelPoint to);
  void ended(int contact);  // where it was last
  void sync();              // returns when the server has taken everything
  void tap(model::PixelPoint at);
  void drag(model::PixelPoint from, model::PixelPoint to);

  // The cable is pulled: X ends what is down, where it was last, says that the device is disabled, and hangs up on us.
  // (Merely closing the socket is a device that went dumb: X says nothing and the touches stay down.)
  void unplug();
  void plug_in();

  // The touchscreen gets a pointer of its own on the screen (a master device), apart from the mouse's.
  void give_own_pointer();
  // That pointer is taken away, and the touchscreen then belongs to none: fingers that are down stay on the glass.
  void take_own_pointer_away();
  // The touchscreen is taken from its pointer and belongs to none. Fingers stay on the glass.
  void set_apart();

  // Everything injected so far, with the ends that `unplug` brought.
  [[nodiscard]] const std::vector<input::Contact>& injected() const { return injected_; }

 private:
  void inject(int contact, input::ContactState state, model::PixelPoint at);
  void greet();  // the socket's handshake
  void enable(bool on);
  void change(const std::function<void(_XDisplay*)>&);
  void hang_up();

  int width_, height_;
  std::filesystem::path folder_;
  std::unique_ptr<XServer> server_;
  int socket_ = -1;
  std::map<int, model::PixelPoint> down_;
  std::vector<input::Contact> injected_;
};

// So many fingers, each drawing circles on a spot of its own, all moving once a step and never waiting for the program: down
// one after the other, round for `seconds` at `steps_per_s`, up again.
void dance(TouchDesk&, int fingers, int steps_per_s, double seconds);

}  // namespace greenline::desk
