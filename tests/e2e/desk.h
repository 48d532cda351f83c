// A desk to try the real program at: an X server of our own on a free display, the program in it, a pointer and a keyboard that
// send real X events (XTEST), and a camera. Everything started here is stopped by its pid when it goes out of scope.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "model/space.h"
#include "render/png.h"

namespace greenline::desk {

class XServer {
 public:
  XServer(int width, int height);  // starts Xvfb
  // Starts any server that knows -displayfd. Returns when it takes connections; throws std::runtime_error when it does not.
  explicit XServer(std::vector<std::string> command);
  ~XServer();
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;
  [[nodiscard]] const std::string& display() const { return display_; }  // ":93"

 private:
  pid_t pid_ = -1;
  std::string display_;
};

class Program {
 public:
  // Starts it with DISPLAY set and its output kept in `log`.
  Program(const std::vector<std::string>& command, const std::string& display, const std::string& log);
  ~Program();  // kills what still runs
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  void send(int signal);
  void kill();    // SIGKILL, and waits
  void freeze();  // as a machine does that is busy for a while: what is done meanwhile waits
  void thaw();
  int finish(std::chrono::seconds within);  // waits for it to end by itself; its exit code, -1 when it did not
  [[nodiscard]] bool running() const;
  [[nodiscard]] pid_t pid() const { return pid_; }

 private:
  mutable pid_t pid_ = -1;
};

// Runs a command to its end without a display; its exit code and all that it printed.
struct Answer {
  int code = -1;
  std::string printed;
};
[[nodiscard]] Answer answer_of(const std::vector<std::string>& command);

class Hand {
 public:
  explicit Hand(const std::string& display);
  ~Hand();
  Hand(const Hand&) = delete;
  Hand& operator=(const Hand&) = delete;

  void move(model::PixelPoint to);
  void press();
  void release();
  void tap(model::PixelPoint at);
  void drag(model::PixelPoint from, model::PixelPoint to);
  // A key by its X name ("Page_Down"), with what is held meanwhile ("Control_L").
  void key(const std::string& name, const std::vector<std::string>& held = {});
  // Lets go of a file over the largest window, as a file manager does (XDND). False when the window did not take it.
  bool drop(const std::string& file, model::PixelPoint at);
  void hold(const std::string& name, std::chrono::milliseconds time);  // the server repeats it meanwhile
  [[nodiscard]] bool sees_arrow() const;                               // whether the pointer has a picture now
  [[nodiscard]] render::Picture photograph() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// The share of pixels that differ by more than a person would notice (see tests/picture/difference.h), waiting up to `within`
// until two photographs in a row are alike: the wall has come to rest.
[[nodiscard]] render::Picture photograph_at_rest(const Hand& hand, std::chrono::seconds within);

}  // namespace greenline::desk
