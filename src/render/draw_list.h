// What is to be drawn, in order: instances by visual, and commands that say which of them come when. Kept from frame to frame
// so that its memory is.
#pragma once
#include <array>
#include <tuple>
#include <vector>

#include "render/seen.h"

namespace greenline::render {

enum class Visual : std::uint8_t { membrane, strip, haze, ribbon, pill, leaf, card, signed_card, capsule, glyph, picture };
inline constexpr std::size_t visual_count = 11;

struct Command {
  Visual visual = Visual::pill;
  std::uint32_t first = 0, count = 0;  // instances; vertices for a strip
  std::uint32_t segments = 0;          // of a ribbon
};

class DrawList {
 public:
  void clear();
  // What is added from now on is seen through it; `clear` takes it away again.
  void look_through(const Camera&);
  void add(const MembraneInstance& i) { put(Visual::membrane, i); }
  void add(const HazeInstance& i) { put(Visual::haze, i); }
  void add(const PillInstance& i) { put(Visual::pill, i); }
  void add(const LeafInstance& i) { put(Visual::leaf, i); }
  void add(const CapsuleInstance& i) { put(Visual::capsule, i); }
  void add(const GlyphInstance& i) { put(Visual::glyph, i); }
  void add_picture(const GlyphInstance& i) { put(Visual::picture, i); }
  void add(const RibbonInstance& i, std::uint32_t segments) { put(Visual::ribbon, i, segments); }
  // Plain cards take the cheap program; those that carry a sign take the other.
  void add(const CardInstance& i, bool with_signs) { put(with_signs ? Visual::signed_card : Visual::card, i); }
  // A path: joined to what came before without being seen.
  void add_strip(const std::vector<StripVertex>& vertices);

  // The next thing begins a command of its own, whatever came before: a place to stop and to scissor.
  [[nodiscard]] std::size_t mark();

  [[nodiscard]] const std::vector<Command>& commands() const { return commands_; }
  template <class Instance>
  [[nodiscard]] const std::vector<Instance>& instances() const {
    return std::get<std::vector<Instance>>(instances_);
  }

 private:
  template <class Instance>
  void put(Visual visual, const Instance& instance, std::uint32_t segments = 0) {
    auto& all = std::get<std::vector<Instance>>(instances_);
    extend(visual, static_cast<std::uint32_t>(all.size()), 1, segments);
    all.push_back(direct_ ? instance : seen(instance, camera_));
  }
  void extend(Visual, std::uint32_t first, std::uint32_t count, std::uint32_t segments);

  std::tuple<std::vector<MembraneInstance>, std::vector<StripVertex>, std::vector<HazeInstance>, std::vector<RibbonInstance>,
             std::vector<PillInstance>, std::vector<LeafInstance>, std::vector<CardInstance>, std::vector<CapsuleInstance>,
             std::vector<GlyphInstance>>
      instances_;
  std::vector<Command> commands_;
  Camera camera_;
  bool direct_ = true;      // the camera changes nothing
  std::size_t marked_ = 0;  // commands before this one are closed
};

}  // namespace greenline::render
