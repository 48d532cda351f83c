// Whether a screen's cable was pulled though its server goes on sending a picture there, as one does where nobody arranges
// screens (a bare X session).
//
// The server's word alone does not say it: an output that somebody lit by hand may count as unplugged all the time (a splitter
// that tells nothing), and whether something is plugged in is only known after somebody had the server look. So pulled is what
// was plugged in, is so no more, and was set anew by nobody meanwhile.
#pragma once

namespace greenline::platform {

// What a server says of an output.
struct CableSeen {
  bool connected = false, driven = false;
  unsigned long set_at = 0;  // when anything was last lit, darkened or moved, by the server's clock
};

// Of one output, over time. Pure.
class Cable {
 public:
  void seen(const CableSeen& now) {
    const bool pulled_now = last_.connected && last_.driven && now.driven && !now.connected && now.set_at == last_.set_at;
    pulled_ = now.driven && !now.connected && (pulled_ || pulled_now);
    last_ = now;
  }
  [[nodiscard]] bool pulled() const { return pulled_; }

 private:
  CableSeen last_;
  bool pulled_ = false;
};

}  // namespace greenline::platform
