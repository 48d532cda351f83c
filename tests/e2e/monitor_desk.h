// A desk with several monitors: an Xorg server of our own with the dummy video driver, whose outputs are switched on, off,
// moved and changed as cables and people do it; and a window manager of our own, who has a mind of his own.
//
// Needs what touch_desk.h needs.
#pragma once
#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "e2e/desk.h"
#include "platform/glass.h"
#include "platform/monitors.h"

namespace greenline::desk {

struct Rect {
  int x = 0, y = 0, width = 0, height = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Rect& rect) {
    return out << rect.width << "x" << rect.height << "+" << rect.x << "+" << rect.y;
  }
};

class MonitorDesk {
 public:
  // DUMMY0 shows 1920x1080. `panels`: so many touchscreens (panel.h), "Panel 1" and on. Throws std::runtime_error, in a
  // sentence, when the server does not come up.
  explicit MonitorDesk(int panels = 0);
  ~MonitorDesk();
  MonitorDesk(const MonitorDesk&) = delete;
  MonitorDesk& operator=(const MonitorDesk&) = delete;
  [[nodiscard]] const std::string& display() const { return server_->display(); }

  // What is plugged in from now on, and what it shows: DUMMY0 to DUMMY15, in 1920x1080, 1280x1024 or 1024x768 at 60 Hz, or in
  // 1280x720 at 30 Hz; what shows nothing merely tells who it is. All others are off. All of it happens at once.
  struct Output {
    std::string name;
    Rect shows;
    platform::Glass glass = {};    // what it tells of itself
    platform::Turned turned = {};  // `shows` is of the picture as it is turned
  };
  void plug(const std::vector<Output>&);
  [[nodiscard]] static std::string panel_name(int number) { return "Panel " + std::to_string(number); }
  [[nodiscard]] std::filesystem::path panel_socket(int number) const;
  // How the server has that output's picture turned now; what is dark is not.
  [[nodiscard]] platform::Turned turned(const std::string& output) const;
  // Windows that are seen, the lowest first.
  struct Seen {
    std::string name;
    Rect rect;
  };
  [[nodiscard]] std::vector<Seen> windows() const;
  // Where the window of this name is now; empty when none is to be seen.
  [[nodiscard]] Rect window(const std::string& name) const;

 private:
  std::filesystem::path folder_;
  std::unique_ptr<XServer> server_;
};

// Keeps full-screen windows (EWMH) where they are: whoever wants one elsewhere has to leave full screen first. Full screen is
// all of the monitor that the window's middle is on.
class WindowManager {
 public:
  explicit WindowManager(const std::string& display);
  ~WindowManager();
  WindowManager(const WindowManager&) = delete;
  WindowManager& operator=(const WindowManager&) = delete;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
  std::atomic<bool> over_ = false;
  std::thread thread_;
};

}  // namespace greenline::desk
