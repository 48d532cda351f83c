// A touchscreen of an X server of our own (the `inputtest` driver, inputtestdrv(4)), touched on its own glass.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "e2e/monitor_desk.h"
#include "model/space.h"
#include "platform/monitors.h"

namespace greenline::desk {

// Where a finger has to be on the glass (0..1, as that hangs when nobody turned it) to touch what is shown at this place of its
// picture, which is `width` by `height` pixels.
[[nodiscard]] model::PixelPoint on_glass(model::PixelPoint at, float width, float height, const platform::Turned&);

class Panel {
 public:
  static constexpr int most_contacts = 10;

  // Its name to the server, and its socket. Throws std::runtime_error when it does not answer.
  Panel(std::string display, std::string name, std::filesystem::path socket);
  ~Panel();
  Panel(Panel&&) noexcept;
  Panel& operator=(Panel&&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  void began(int contact, model::PixelPoint glass);
  void ended(int contact);
  void sync();  // returns when the server has taken everything
  // Its cable is pulled; and put in again.
  void unplug();
  void plug_in();
  // "Coordinate Transformation Matrix", as the server has it; and what somebody else makes of it.
  [[nodiscard]] std::vector<float> matrix() const;
  void lay(const std::vector<float>& matrix) const;
  // Whether the server keeps a property of that name of it.
  [[nodiscard]] bool has(const std::string& property) const;

 private:
  void inject(int contact, std::uint32_t kind, model::PixelPoint glass);
  void greet();
  void hang_up();
  void enable(bool on) const;

  std::string display_, name_;
  std::filesystem::path path_;
  int socket_ = -1;
  std::vector<model::PixelPoint> at_;
};

// Hears every touch, wherever it lands, before any window below: places are pixels of the whole surface.
class TouchEar {
 public:
  explicit TouchEar(const std::string& display);
  ~TouchEar();
  TouchEar(const TouchEar&) = delete;
  TouchEar& operator=(const TouchEar&) = delete;
  void come_up();  // above what was raised since
  // Where fingers came down since the last call.
  [[nodiscard]] std::vector<model::PixelPoint> heard();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace greenline::desk
