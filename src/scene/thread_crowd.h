// How quiet threads are among many: the more there are, the finer and fainter each is, in steps and not with every thread.
// Where more move at once than an eye can follow, some stand for all until they rest (stochastic simplification: Cook,
// Halstead, Planck, Ryu, "Stochastic simplification of aggregate detail", 2007).
#pragma once
#include <cstddef>
#include <cstdint>

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

  static constexpr std::size_t most_moving = 1400;  // of those that move, not many more are seen
  // So many move now. `seconds`: since the last call.
  void count_moving(std::size_t threads, float seconds);
  // Whether some of those that move are fainter than they are at rest, or will be: none comes to rest until that is over.
  [[nodiscard]] bool thins() const { return thinned_ > 0; }
  // Of what one shows at rest, how much it shows while it moves: less than 1 where others stand for it, more where it stands
  // for others. `number`: its own, for as long as it moves.
  [[nodiscard]] float moving_light(std::uint32_t number) const;

 private:
  int level_ = 0;
  float quiet_ = 1;           // their opacity for that
  std::uint32_t one_of_ = 1;  // so many that move, one is seen
  float thinned_ = 0;         // 0..1: how far they have become that
};

}  // namespace greenline::scene
