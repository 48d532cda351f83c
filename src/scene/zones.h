// Where cards may rest: each region of the stage, and the open ground, as geometry in pixels.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/canvas.h"
#include "scene/shape.h"

namespace greenline::scene {

// Another region that lies in a zone.
struct Hole {
  PixelPoint centre;
  float radius_x = 0, radius_y = 0;
  bool whole_card = false;  // a card may not even reach into it; else only its middle stays out
};

struct Zone {
  std::string region;           // empty for the open ground
  model::PixelFromLocal frame;  // of local coordinates
  Shape shape;                  // not for the open ground
  bool is_ground = false;
  bool outer_whole = true, sides_whole = true;  // the whole card stays within that edge; else its middle does
  std::vector<Hole> holes;
  std::vector<Shape> regions;      // the open ground: no card's middle rests in these
  std::vector<PixelRect> blocked;  // names, the prompt: no card stands there
  float area = 0;                  // pixels², without holes and what is blocked
};

// Every rectangle of the backdrop with words in it: names, the prompt, what the green line says.
[[nodiscard]] std::vector<PixelRect> worded_rects(const Backdrop&);

struct Zones {
  PixelRect screen;          // cards stay within
  std::vector<Zone> places;  // as the layout draws them; the open ground is last
  [[nodiscard]] std::uint16_t ground() const { return static_cast<std::uint16_t>(places.size() - 1); }
  // The region's zone; the open ground's for a region that this stage does not show.
  [[nodiscard]] std::uint16_t of(std::string_view region) const;
};

[[nodiscard]] Zones make_zones(const content::Layout&, const model::PixelFromCanvas&, const Backdrop&);

// The nearest place (about) to `centre` where a card may stand, other cards aside. What is allowed comes back unchanged.
[[nodiscard]] PixelPoint brought_into(const Zones&, const Zone&, PixelPoint centre, HalfSize);
[[nodiscard]] bool may_stand(const Zones&, const Zone&, PixelPoint centre, HalfSize);

}  // namespace greenline::scene
