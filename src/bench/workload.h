// What a benchmark does to a wall: nothing, one finger dragging, every card on its way somewhere, or people opening seats.
// Through the same touches and requests as the room's.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "interact/wall.h"
#include "simulate/simulation.h"
#include "station/session.h"

namespace greenline::bench {

enum class WorkloadKind : std::uint8_t { still, drag, move, seats };

// A scene as a file has it: {"cards":[{"id","x","y","text","region"}…],"threads":[{"a","b","word"}…]}, x and y of a card's
// centre on a picture of 1920 by 1080.
struct SceneFile {
  struct Card {
    std::string id, text;
    float x = 0, y = 0;
    std::string region = {};  // one of the canvas's; empty: whichever lies there
  };
  struct Thread {
    std::string a, b, word;
  };
  std::vector<Card> cards;
  std::vector<Thread> threads;
};
// The error is a sentence with the place in the file.
[[nodiscard]] tl::expected<SceneFile, std::string> load_scene(const std::filesystem::path&);
// `cards` cards strewn over 1920 by 1080, half as many threads; the same for the same numbers.
[[nodiscard]] SceneFile generated_scene(const content::Pack&, const simulate::Phrases&, int cards, std::uint64_t seed);

// Makes the scene's cards and threads on the session. `place_at` says where a point of the 1920x1080 picture lies on the wall.
void furnish(station::Session&, const SceneFile&, const std::function<model::Place(model::PixelPoint)>& place_at);

class Workload {
 public:
  Workload(WorkloadKind, station::Session&, std::uint64_t seed);
  // Before a frame at `now_s`.
  void act(interact::Wall&, double now_s);
  void let_go(interact::Wall&);  // of what it drags

 private:
  void drag(interact::Wall&, double now_s);
  void move_all(interact::Wall&);
  // A finger opens one seat after another, anywhere; when six people write they all go.
  void open_seats(interact::Wall&, double now_s);

  WorkloadKind kind_;
  station::Session& session_;
  std::mt19937_64 random_;
  std::vector<model::CardId> cards_;
  std::size_t next_ = 0;
  double began_s_ = -1;
  int taps_ = 0;
  input::TouchFrame last_;
};

}  // namespace greenline::bench
