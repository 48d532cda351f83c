// How quiet threads are among many: the more there are, the finer and fainter each is, in steps and not with every thread.
#pragma once
#include <cstddef>

namespace greenline::scene {

class ThreadCrowd {
 public:
  void clear() { *this = {}; }
  bool count(std::size_t threads);  // so many are there; true when they look another than before
  [[nodiscard]] bool is_one() const { return level_ > 0; }

  struct Of {                   // a thread
    bool attended = false;      // somebody looks at a card that it hangs on
    int tangle = 0;             // tangle_level
    bool among_leaves = false;  // the cards are leaves: they are to carry the picture, not the threads
  };
  struct Look {
    float width = 1, glow = 0;  // pixels
    float opacity = 1;
    bool forward = true;  // not one of a crowd: it shows its word
  };
  [[nodiscard]] Look look(const Of&, float unit_px) const;

 private:
  int level_ = 0;
  float quiet_ = 1;  // their opacity for that
};

}  // namespace greenline::scene
