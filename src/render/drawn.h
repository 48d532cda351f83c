// All that one frame shows, gathered from the scene in one place; plain views can be drawn without any scene.
// Spans and references live for one call.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "scene/scene.h"
#include "scene/views.h"
#include "text/text.h"

namespace greenline::render {

using model::PixelPoint;
using model::PixelRect;

using SlotsIn = std::function<void(const PixelRect&, std::vector<std::uint32_t>& append_to)>;

struct Drawn {
  bool camera_rests = true;  // else what is soft anyway may be drawn softly
  model::Camera camera;      // of the scene: everything down to `raised` is in the scene's own pixels
  const scene::Backdrop& backdrop;
  std::span<const scene::CardView> cards;      // by slot
  std::span<const scene::ThreadView> threads;  // by slot
  std::span<const scene::GatheringView> gatherings;
  std::span<const scene::HazeView> haze;
  float dimness = 0;  // of all that lies under `raised`, but the prompt
  std::span<const scene::RaisedCard> raised;
  std::span<const scene::CardView> faint = {};                  // under `raised`
  std::span<const scene::GatheringView> raised_names = {};      // over `raised`
  std::span<const std::uint32_t> moving_cards, moving_threads;  // slots
  SlotsIn resting_cards_in, resting_threads_in;
  std::vector<std::span<const PixelPoint>> live_loops;  // these and `pulled` are pixels of the glass
  std::vector<scene::PulledThread> pulled;
  bool everything_damaged = false;
  std::span<const PixelRect> damaged;
  // The atlases of letters and of pictures, and what changed in them since the last frame (texels).
  text::AtlasImage atlas, pictures;
  PixelRect atlas_dirty, pictures_dirty;
};

}  // namespace greenline::render
