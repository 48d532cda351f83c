#include "e2e/desk.h"

#include "e2e/desk_inside.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xfixes.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <stdexcept>
#include <thread>

namespace greenline::desk {
namespace {

using namespace std::chrono_literals;

void become(const std::vector<std::string>& command) {
  for (const int asks_to_end : {SIGHUP, SIGINT}) ::signal(asks_to_end, SIG_DFL);  // the tests may have been started by nohup
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

void stop(pid_t pid, int signal) {
  if (pid <= 0) return;
  ::kill(pid, signal);
  waitpid(pid, nullptr, 0);
}

void pause(std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }

// Nothing moved that a person would see: the line that tells a phase's time creeps on for ever.
bool alike(const render::Picture& a, const render::Picture& b) {
  constexpr int unseen = 24;  // of 255
  return std::ranges::equal(a.rgba, b.rgba, [](int one, int other) { return std::abs(one - other) <= unseen; });
}

}  // namespace

XServer::XServer(int width, int height)
    : XServer({"Xvfb", "-screen", "0", std::to_string(width) + "x" + std::to_string(height) + "x24", "-nolisten", "tcp",
               "-noreset"}) {}

XServer::XServer(std::vector<std::string> command) {
  int ready[2];
  if (pipe(ready) != 0) throw std::runtime_error("no pipe");
  command.insert(command.end(), {"-displayfd", std::to_string(ready[1])});
  pid_ = fork();
  if (pid_ == 0) {
    close(ready[0]);
    const int quiet = ::open("/dev/null", O_WRONLY);
    dup2(quiet, STDOUT_FILENO);
    dup2(quiet, STDERR_FILENO);
    become(command);
  }
  close(ready[1]);
  std::string number;
  pollfd wait{ready[0], POLLIN, 0};
  while (poll(&wait, 1, 20000) > 0) {
    char c = 0;
    if (read(ready[0], &c, 1) != 1 || c == '\n') break;
    number += c;
  }
  close(ready[0]);
  if (number.empty()) {
    stop(pid_, SIGKILL);
    throw std::runtime_error(command.front() + " did not come up");
  }
  display_ = ":" + number;
}

XServer::~XServer() { stop(pid_, SIGTERM); }

Program::Program(const std::vector<std::string>& command, const std::string& display, const std::string& log) {
  pid_ = fork();
  if (pid_ == 0) {
    setenv("DISPLAY", display.c_str(), 1);
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    become(command);
  }
}

Program::~Program() {
  if (pid_ > 0) stop(pid_, SIGKILL);
}

void Program::send(int signal) { (void)::kill(pid_, signal); }

void Program::kill() {
  stop(pid_, SIGKILL);
  pid_ = -1;
}

void Program::freeze() { ::kill(pid_, SIGSTOP); }
void Program::thaw() { ::kill(pid_, SIGCONT); }

int Program::finish(std::chrono::seconds within) {
  const auto until = std::chrono::steady_clock::now() + within;
  while (std::chrono::steady_clock::now() < until) {
    int status = 0;
    if (waitpid(pid_, &status, WNOHANG) == pid_) {
      pid_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    pause(20ms);
  }
  return -1;
}

bool Program::running() const {
  if (pid_ <= 0) return false;
  int status = 0;
  if (waitpid(pid_, &status, WNOHANG) == 0) return true;
  pid_ = -1;
  return false;
}

Answer answer_of(const std::vector<std::string>& command) {
  int out[2];
  if (pipe(out) != 0) throw std::runtime_error("no pipe");
  const pid_t pid = fork();
  if (pid == 0) {
    unsetenv("DISPLAY");
    dup2(out[1], STDOUT_FILENO);
    dup2(out[1], STDERR_FILENO);
    close(out[0]);
    become(command);
  }
  close(out[1]);
  Answer answer;
  char part[4096];
  for (ssize_t got = 0; (got = read(out[0], part, sizeof part)) > 0;)
    answer.printed.append(part, static_cast<std::size_t>(got));
  close(out[0]);
  int status = 0;
  waitpid(pid, &status, 0);
  answer.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return answer;
}

Hand::Hand(const std::string& display) : inside_(std::make_unique<Inside>()) {
  inside_->display = XOpenDisplay(display.c_str());
  if (inside_->display == nullptr) throw std::runtime_error("no display " + display);
}

Hand::~Hand() { XCloseDisplay(inside_->display); }

void Hand::move(model::PixelPoint to) {
  XTestFakeMotionEvent(inside_->display, -1, static_cast<int>(std::lround(to.x)), static_cast<int>(std::lround(to.y)),
                       CurrentTime);
  XSync(inside_->display, False);
}

void Hand::press() {
  XTestFakeButtonEvent(inside_->display, 1, True, CurrentTime);
  XSync(inside_->display, False);
}

void Hand::release() {
  XTestFakeButtonEvent(inside_->display, 1, False, CurrentTime);
  XSync(inside_->display, False);
}

void Hand::tap(model::PixelPoint at) {
  move(at);
  pause(20ms);
  press();
  pause(40ms);
  release();
  pause(60ms);
}

void Hand::drag(model::PixelPoint from, model::PixelPoint to) {
  move(from);
  press();
  pause(40ms);
  for (int i = 1; i <= 20; ++i) {
    move(from + (to - from) * (static_cast<float>(i) / 20));
    pause(16ms);
  }
  pause(60ms);
  release();
  pause(60ms);
}

void Hand::key(const std::string& name, const std::vector<std::string>& held) {
  const auto code = [&](const std::string& of) { return XKeysymToKeycode(inside_->display, XStringToKeysym(of.c_str())); };
  for (const std::string& modifier : held) XTestFakeKeyEvent(inside_->display, code(modifier), True, CurrentTime);
  XTestFakeKeyEvent(inside_->display, code(name), True, CurrentTime);
  XTestFakeKeyEvent(inside_->display, code(name), False, CurrentTime);
  for (const std::string& modifier : held) XTestFakeKeyEvent(inside_->display, code(modifier), False, CurrentTime);
  XSync(inside_->display, False);
  pause(60ms);
}

void Hand::hold(const std::string& name, std::chrono::milliseconds time) {
  const KeyCode code = XKeysymToKeycode(inside_->display, XStringToKeysym(name.c_str()));
  XTestFakeKeyEvent(inside_->display, code, True, CurrentTime);
  XSync(inside_->display, False);
  pause(time);
  XTestFakeKeyEvent(inside_->display, code, False, CurrentTime);
  XSync(inside_->display, False);
}

bool Hand::sees_arrow() const {
  int event = 0, error = 0;
  XFixesQueryExtension(inside_->display, &event, &error);
  XFixesCursorImage* image = XFixesGetCursorImage(inside_->display);
  const std::span pixels(image->pixels, static_cast<std::size_t>(image->width) * image->height);
  const bool seen = std::ranges::any_of(pixels, [](unsigned long pixel) { return (pixel >> 24 & 0xFF) != 0; });
  XFree(image);
  return seen;
}

render::Picture Hand::photograph() const {
  const Window root = DefaultRootWindow(inside_->display);
  XWindowAttributes attributes{};
  XGetWindowAttributes(inside_->display, root, &attributes);
  XImage* image = XGetImage(inside_->display, root, 0, 0, static_cast<unsigned>(attributes.width),
                            static_cast<unsigned>(attributes.height), AllPlanes, ZPixmap);
  if (image == nullptr) throw std::runtime_error("no photograph");
  if (image->bits_per_pixel != 32 || image->byte_order != LSBFirst) throw std::runtime_error("no photograph in 32 bits");
  // Quickly, also where nothing is optimised: whoever photographs may have fingers on the glass meanwhile.
  render::Picture picture{attributes.width, attributes.height, {}};
  picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
  std::uint8_t* to = picture.rgba.data();
  for (int y = 0; y < picture.height; ++y) {
    const auto* from =
        reinterpret_cast<const std::uint8_t*>(image->data) + static_cast<std::ptrdiff_t>(y) * image->bytes_per_line;
    for (const std::uint8_t* end = from + static_cast<std::ptrdiff_t>(picture.width) * 4; from != end; from += 4, to += 4) {
      to[0] = from[2];
      to[1] = from[1];
      to[2] = from[0];
      to[3] = 255;
    }
  }
  XDestroyImage(image);
  return picture;
}

render::Picture photograph_at_rest(const Hand& hand, std::chrono::seconds within) {
  const auto until = std::chrono::steady_clock::now() + within;
  render::Picture last = hand.photograph();
  int quiet = 0;
  while (quiet < 3 && std::chrono::steady_clock::now() < until) {
    pause(150ms);
    render::Picture now = hand.photograph();
    quiet = alike(now, last) ? quiet + 1 : 0;
    last = std::move(now);
  }
  return last;
}

}  // namespace greenline::desk
