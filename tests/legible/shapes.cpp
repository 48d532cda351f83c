#include "legible/shapes.h"

#include <cmath>

#include "legible/written.h"
#include "places.h"
#include "render/instances.h"
#include "render/painter.h"
#include "scene/curve.h"

namespace greenline::legible {
namespace {

using content::contrast;
using model::PixelPoint;

Colour faded(Colour colour, float by) {
  colour.a *= by;
  return colour;
}

// The wall with nothing of people's work on it but haze.
render::Picture ground_of(Room& room) {
  auto painter = render::Painter::make(source_folder() / "shaders", render::Detail::rich);
  if (!painter) throw std::runtime_error(painter.error());
  painter->set_palette(room.palette());
  scene::Scene& scene = room.offscreen().wall().scene();
  const auto none = [](const PixelRect&, std::vector<std::uint32_t>&) {};
  const render::Drawn drawn{.camera_rests = true,
                            .camera = {},
                            .backdrop = scene.backdrop(),
                            .cards = {},
                            .threads = {},
                            .gatherings = {},
                            .haze = scene.haze(),
                            .raised = {},
                            .moving_cards = {},
                            .moving_threads = {},
                            .resting_cards_in = none,
                            .resting_threads_in = none,
                            .live_loops = {},
                            .pulled = {},
                            .everything_damaged = true,
                            .damaged = {},
                            .atlas = {},
                            .pictures = {},
                            .atlas_dirty = {},
                            .pictures_dirty = {}};
  render::Atmosphere air;
  air.dusk = -1;
  painter->draw(drawn, {}, air);
  render::Picture picture{painter->frame().width, painter->frame().height, {}};
  render::gl::read_surface(painter->frame(), picture.rgba);
  return picture;
}

class Shapes {
 public:
  // Lines cross each other: one place in ten may be such a crossing.
  static constexpr std::size_t share_crossed = 10;

  explicit Shapes(Room& room) : palette_(room.palette()), scene_(room.offscreen().wall().scene()), ground_(ground_of(room)) {}

  std::map<std::string, float> measured() {
    for (const scene::CardView& card : scene_.cards())
      if (card.alive) card_edge(card);
    for (const scene::ThreadView& thread : scene_.threads())
      if (thread.alive) along(thread);
    const auto under_a_card = [&](PixelPoint dot) {  // loops go behind cards
      return std::ranges::any_of(scene_.cards(), [&](const scene::CardView& card) {
        return card.alive && rect_around(card.centre, card.half_width, card.half_height).contains(dot);
      });
    };
    // Where the wall has drawn back a loop may run along its circle's edge for a while, and both are one line there.
    const auto on_an_edge = [&](PixelPoint dot) {
      constexpr float as_thick_as_both = 6;
      return std::ranges::any_of(scene_.backdrop().regions, [&](const scene::RegionView& region) {
        return region.contains(dot + PixelPoint{0, as_thick_as_both}) != region.contains(dot - PixelPoint{0, as_thick_as_both});
      });
    };
    for (const scene::GatheringView& gathering : scene_.gatherings())
      for (const PixelPoint dot : gathering.dots)
        if (!under_a_card(dot) && !on_an_edge(dot))
          see("the dots of a gathering",
              faded(render::mixed(palette_[scene::gathering_tints[gathering.tint]], palette_["text"], scene::text_in_tint),
                    palette_.firm(0.92F)),
              dot);
    for (const scene::RegionView& region : scene_.backdrop().regions) region_edge(region);
    if (scene_.backdrop().has_line) green_line();
    std::map<std::string, float> least;
    for (auto& [what, ratios] : found_) {
      const auto low = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / share_crossed);
      std::ranges::nth_element(ratios, low);
      least[what] = *low;
    }
    return least;
  }

 private:
  void keep(const std::string& what, float ratio) { found_[what].push_back(ratio); }
  [[nodiscard]] std::optional<Colour> ground_at(PixelPoint p) const {
    const int x = static_cast<int>(p.x), y = static_cast<int>(p.y);
    if (p.x < 0 || p.y < 0 || x >= ground_.width || y >= ground_.height) return std::nullopt;
    return pixel(ground_, x, y);
  }
  void see(const std::string& what, Colour colour, PixelPoint at) {
    if (const auto ground = ground_at(at)) keep(what, contrast(over(colour, *ground), *ground));
  }
  // Told by its paper or by the line round it, whichever stands out more.
  void card_edge(const scene::CardView& card) {
    Colour paper = palette_["paper"], edge = palette_["card.edge"];
    const char* what = "the outline of a card";
    if (card.resting_forever) {
      paper = palette_["resting"];
      edge = faded(palette_["resting.ink"], palette_.firm(0.8F));
      what = "the outline of a card let go";
    }
    if (card.veiled) {
      paper = palette_["veil"];
      edge = faded(palette_["veil.wave"], palette_.firm(0.95F));
      what = "the outline of a veiled card";
    }
    for (int i = -4; i <= 4; ++i)
      for (const float side : {-1.0F, 1.0F}) {
        const auto share = static_cast<float>(i) / 4;
        for (const PixelPoint p : {PixelPoint{share * card.half_width, side * (card.half_height + 2)},
                                   {side * (card.half_width + 2), share * card.half_height}})
          if (const auto ground = ground_at(card.centre + p))
            keep(what, std::max(contrast(paper, *ground), contrast(over(edge, paper), *ground)));
      }
  }
  void along(const scene::ThreadView& thread) {
    for (int i = 1; i < 40; ++i) {
      const float t = static_cast<float>(i) / 40;
      if (t > thread.gap_from && t < thread.gap_to) continue;  // it passes under words there
      see("a thread", faded(palette_["thread"], thread.opacity), scene::point_on(thread.curve, t));
    }
  }
  void region_edge(const scene::RegionView& region) {
    const Colour hue = faded(palette_[region.colour], palette_.firm(region.lit ? 0.95F : 0.78F));
    constexpr int points = 64;
    for (int i = 0; i < points; ++i) {
      const double angle = 360.0 * i / points;
      const geometry::Point middle = region.area.bounds().centre();
      const geometry::Point edge = region.area.edge_toward(middle + geometry::direction(angle));
      const PixelPoint out = region.pixel_from_canvas({edge.x, edge.y}) - region.centre();
      // It parts what is within from what is without: from one of them it has to stand out.
      float best = 0;
      for (const float beside : {0.95F, 1.06F})
        if (const auto ground = ground_at(region.centre() + out * beside))
          best = std::max(best, contrast(over(hue, *ground), *ground));
      if (best > 0) keep("the edge of a region", best);
    }
  }
  void green_line() {
    const scene::Backdrop& backdrop = scene_.backdrop();
    for (float x = 5; x < backdrop.width; x += 9)
      for (const float side : {-0.075F, 0.075F}) {
        see("the green line", palette_["line"], {x, backdrop.line.y + side * backdrop.unit_px});
      }
  }
  const content::Palette& palette_;
  const scene::Scene& scene_;
  render::Picture ground_;
  std::map<std::string, std::vector<float>> found_;
};

}  // namespace

std::map<std::string, float> shapes_on(Room& room) { return Shapes(room).measured(); }

std::map<std::string, float> shapes_in_seats(const content::Palette& palette) {
  const auto on = [&](const char* shape, const char* ground) { return contrast(palette[shape], palette[ground]); };
  const Colour key_edge = over(palette["key.edge"], palette["key"]);
  return {{"the waves of a veiled card", on("veil.wave", "veil")},
          {"the caret", on("ink", "paper")},
          {"the field's paper, or its edge, on the panel",
           std::max(on("paper", "panel"), contrast(over(palette["card.edge"], palette["paper"]), palette["panel"]))},
          {"a key, or its edge, on the panel", std::max(on("key", "panel"), contrast(key_edge, palette["panel"]))},
          {"the place key on the panel", on("key.accent", "panel")},
          {"the edge of a pill",
           contrast(over(faded(palette["thread"], palette.firm(0.5F)), palette["thread.pill"]), palette["thread.pill"])}};
}

}  // namespace greenline::legible
