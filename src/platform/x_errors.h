// What an X server refuses is lived with: Xlib by itself ends the program at the first refused request.
//
// Two ways. A request that may well be refused is made inside an `XTrap`, which tells whether it was. For all others there is
// one handler, which counts and says it, and the program goes on without what was refused. A server that goes away altogether
// is told by `outlive_lost_server`.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

struct _XDisplay;

namespace greenline::platform {

// Puts our handler in place. Xlib has one for the whole program and other libraries put theirs there: call it again after
// having used one (cheap).
void outlive_x_errors();
// While it lives, what is refused and that a server is gone is said to `say`, which must outlive it; else on the error stream.
class XRefusalsSaid {
 public:
  explicit XRefusalsSaid(const std::function<void(const std::string&)>& say);
  ~XRefusalsSaid();
  XRefusalsSaid(const XRefusalsSaid&) = delete;
  XRefusalsSaid& operator=(const XRefusalsSaid&) = delete;
};
// Refusals that no trap expected, by any server, since the program began.
[[nodiscard]] std::uint64_t x_refusals();

// When the server of this connection is gone, `*lost` is set and calls on it do nothing from then on. `lost` must live as long
// as the connection.
void outlive_lost_server(_XDisplay*, bool* lost);

// Requests on this connection between its beginning and its end may be refused: nothing is said of it. One thread; traps of one
// connection may lie in one another.
class XTrap {
 public:
  explicit XTrap(_XDisplay*);
  ~XTrap();
  XTrap(const XTrap&) = delete;
  XTrap& operator=(const XTrap&) = delete;

  // Waits for the server's answers to all that was asked so far. Whether one of them was a refusal.
  [[nodiscard]] bool refused();

 private:
  friend class XErrors;
  _XDisplay* display_;
  unsigned long from_;  // the first request that is ours
  XTrap* outer_;
  bool refused_ = false;
};

}  // namespace greenline::platform
