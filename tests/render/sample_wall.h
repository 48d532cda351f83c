// A wall made by hand for the tests: plain views, with no scene behind them. Whatever rests and whatever moves is said
// outright.
#pragma once
#include <string>
#include <vector>

#include "content/palette.h"
#include "render/drawn.h"
#include "text/text.h"

namespace greenline::render::tests {

class SampleWall {
 public:
  SampleWall(text::Engine&, int width, int height);

  // Grounds.
  SampleWall& with_six_circles();
  SampleWall& with_hexagon();
  SampleWall& with_nested();
  SampleWall& with_prompt(const std::string& mode, const std::string& prompt);

  // People's work. Each gives the slot.
  std::uint32_t add_card(model::PixelPoint centre, const std::string& words);
  std::uint32_t add_leaf(model::PixelPoint centre, float half_width, float half_height);
  std::uint32_t add_thread(std::uint32_t from, std::uint32_t to, const std::string& word);
  void add_gathering(const std::vector<std::uint32_t>& slots, const std::string& name);
  // So many cards (leaves when small), spread over the wall as people would have laid them; always the same.
  void fill(int cards, float half_width, float half_height, bool leaves);

  void move_card(std::uint32_t slot, model::PixelPoint to);  // it moves from now on
  void rest(std::uint32_t slot);                             // it rests from now on, and its place is damaged

  scene::Backdrop backdrop;
  std::vector<scene::CardView> cards;
  std::vector<scene::ThreadView> threads;
  std::vector<scene::GatheringView> gatherings;
  std::vector<scene::HazeView> haze;
  std::vector<scene::RaisedCard> raised;
  std::vector<std::uint32_t> moving_cards, moving_threads;
  std::vector<std::vector<model::PixelPoint>> live_loops;
  std::vector<scene::PulledThread> pulled;
  model::Camera camera;
  std::vector<model::PixelRect> damaged;
  bool everything_damaged = false;
  float card_half_width = 0, card_half_height = 0;

  // What to draw now; the damage is told once.
  Drawn drawn();

 private:
  scene::TextView text_at(const std::string&, const text::Style&, model::PixelPoint middle_or_left, bool centred,
                          const std::string& role);
  scene::RegionView& region(const std::string& id, const std::string& name, const std::string& help, float x, float y, float rx,
                            float ry, float name_y);
  text::Engine& engine_;
  std::vector<model::PixelRect> told_;
};

[[nodiscard]] text::Style style(text::Face, float size_px, float width_px = 0);
// The colours of LOOK's table, from assets/palettes.
[[nodiscard]] content::Palette palette_named(const std::string& name);

}  // namespace greenline::render::tests
