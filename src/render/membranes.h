// Regions as membranes: a fill that is lighter toward the edge, and uneven edges that drift.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "content/palette.h"
#include "render/draw_list.h"
#include "render/membrane_shapes.h"

namespace greenline::render {

// The membranes of one layout: their outlines, and their distance fields.
class Membranes {
 public:
  // Anew where a region is another than before, 2 ms each; one that only lies elsewhere, larger or smaller, keeps its field.
  void follow(const scene::Backdrop&);

  // The distances of a region's field, and a number that no other has ever had here.
  struct Field {
    std::vector<float> distance;
    std::uint64_t number = 0;
  };
  [[nodiscard]] std::span<const Field> fields() const { return fields_; }

  // The fill and the light beyond the edge of a region: these stand still.
  void add_fill(DrawList&, const content::Palette&, Regions, std::size_t index, float unit_px) const;
  // The edges, at `breath_s` of their slow drift (under 1 % of the size in 20 s). An edge that two regions share is drawn once.
  void add_edges(DrawList&, const content::Palette&, Regions, std::size_t index, float unit_px, double breath_s) const;
  // Rectangles in which the edges lie, whatever the drift. Appends.
  void add_edge_rects(Regions, std::size_t index, float unit_px, std::vector<PixelRect>& out) const;
  // All that the edges may touch.
  [[nodiscard]] PixelRect reach_of_edges(std::size_t index, float unit_px) const;

 private:
  struct Layer {
    PixelRect box;  // pixels, as baked
    float deepest = 1;
    model::PixelFromCanvas baked;  // where the region lay then
    // From there to where it lies now.
    [[nodiscard]] model::Camera there(const model::PixelFromCanvas& now) const {
      const float times = now.pixels_per_unit / baked.pixels_per_unit;
      return {times, now.centre - baked.centre * times};
    }
  };
  std::vector<scene::RegionView> followed_;  // as they were
  std::vector<MembraneShape> shapes_;
  std::vector<Layer> layers_;
  std::vector<Field> fields_;
  std::uint64_t baked_ = 0;
  bool nested_ = false;  // regions lie in one another
};

}  // namespace greenline::render
