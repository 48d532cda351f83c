// Draws curves and leaves into memory, row by row.
#include "render/by_hand.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "render/blend.h"

namespace greenline::render {
namespace {

constexpr int band_px = 128;  // rows at once: they stay in the processor's own memory while they are drawn on

std::uint32_t premultiplied(float r, float g, float b, float a) {
  const auto byte = [](float x) { return static_cast<std::uint32_t>(std::lrint(std::clamp(x, 0.0F, 1.0F) * 255.0F)); };
  return byte(r) | byte(g) << 8U | byte(b) << 16U | byte(a) << 24U;
}

bool same(Rgba8 a, Rgba8 b) { return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a; }

// The first whole pixel whose centre is beyond x, for x on the screen; below, something that is not on it either.
int first_from(float x) { return static_cast<int>(std::floor(x + 0.5F)); }

// Where a side of a piece is, row by row. Neighbouring pieces share a side and find the same numbers on it: no pixel is left
// out or drawn twice.
class Edge {
 public:
  Edge() = default;
  Edge(PixelPoint a, PixelPoint b) : upper_(a.y < b.y ? a : b) {
    const PixelPoint lower = a.y < b.y ? b : a;
    const float down = lower.y - upper_.y;
    slope_ = down > 0 ? (lower.x - upper_.x) / down : 0;
    level_ = down <= 0;
  }
  [[nodiscard]] bool is_level() const { return level_; }
  [[nodiscard]] float at(float y) const { return upper_.x + (y - upper_.y) * slope_; }

 private:
  PixelPoint upper_;
  float slope_ = 0;
  bool level_ = false;
};

}  // namespace

Profile::Profile(const RibbonInstance& ribbon, Rgba8 light)
    : half_core_(ribbon.half_core),
      glow_(ribbon.glow),
      strength_(ribbon.glow_strength),
      reach_px_(std::max(ribbon.half_core, 0.5F) + ribbon.glow + 0.6F),
      colour_(ribbon.colour),
      light_(light) {
  const auto entries = static_cast<std::size_t>(std::ceil(reach_px_ * steps_a_pixel));
  colours_.reserve(entries + 1);
  const float alpha = static_cast<float>(colour_.a) / 255;
  for (std::size_t i = 0; i < entries; ++i) {
    const float d = (static_cast<float>(i) + 0.5F) / steps_a_pixel;
    // As line_light in shaders/common.glsl.
    const float core = std::clamp(std::max(half_core_, 0.5F) + 0.5F - d, 0.0F, 1.0F) * std::min(2 * half_core_, 1.0F);
    const float near = std::clamp(1 - d / (glow_ + half_core_ + 0.001F), 0.0F, 1.0F);
    const float shine = (1 - core) * near * near * strength_;
    const auto mix = [&](std::uint8_t own, std::uint8_t beside) {
      return (static_cast<float>(own) * core + static_cast<float>(beside) * shine) / 255 * alpha;
    };
    colours_.push_back(
        premultiplied(mix(colour_.r, light_.r), mix(colour_.g, light_.g), mix(colour_.b, light_.b), (core + shine) * alpha));
  }
  colours_.push_back(0);
}

bool Profile::is_of(const RibbonInstance& ribbon, Rgba8 light) const {
  return half_core_ == ribbon.half_core && glow_ == ribbon.glow && strength_ == ribbon.glow_strength &&
         same(colour_, ribbon.colour) && same(light_, light);
}

void ByHand::set_light(content::Colour light) { light_ = rgba8(light); }

bool ByHand::can_draw(const DrawList& list, const Command& command) const {
  if (command.visual == Visual::leaf) return true;
  const auto tapers = [](const RibbonInstance& ribbon) { return ribbon.taper != 0; };
  return command.visual == Visual::ribbon &&
         std::ranges::none_of(std::span(list.instances<RibbonInstance>()).subspan(command.first, command.count), tapers);
}

void ByHand::take(const DrawList& list, std::size_t from, std::size_t to) {
  runs_.clear();
  pieces_.clear();
  leaves_.clear();
  profiles_used_ = 0;
  for (const Command& command : std::span(list.commands()).subspan(from, to - from)) {
    if (command.visual == Visual::leaf) {
      const auto leaves = std::span(list.instances<LeafInstance>()).subspan(command.first, command.count);
      runs_.push_back({true, leaves_.size(), leaves_.size() + leaves.size()});
      leaves_.insert(leaves_.end(), leaves.begin(), leaves.end());
      continue;
    }
    const std::size_t before = pieces_.size();
    for (const RibbonInstance& ribbon : std::span(list.instances<RibbonInstance>()).subspan(command.first, command.count))
      take_curve(ribbon, command.segments);
    runs_.push_back({false, before, pieces_.size()});
  }
}

// The points that shaders/ribbon.vert would make of it.
void ByHand::take_curve(const RibbonInstance& ribbon, std::uint32_t segments) {
  std::size_t profile = 0;
  while (profile < profiles_used_ && !profiles_[profile].is_of(ribbon, light_)) ++profile;
  if (profile == profiles_used_) {
    // What an earlier frame left behind is often the same.
    if (profile == profiles_.size())
      profiles_.emplace_back(ribbon, light_);
    else if (!profiles_[profile].is_of(ribbon, light_))
      profiles_[profile] = Profile(ribbon, light_);
    ++profiles_used_;
  }
  const float reach = profiles_[profile].reach_px();
  PixelPoint before, one_side, other_side;
  for (std::uint32_t i = 0; i <= segments; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(segments), s = 1 - t;
    const PixelPoint ab = ribbon.b - ribbon.a, bc = ribbon.c - ribbon.b, cd = ribbon.d - ribbon.c;
    const PixelPoint at =
        ribbon.a * (s * s * s) + ribbon.b * (3 * s * s * t) + ribbon.c * (3 * s * t * t) + ribbon.d * (t * t * t);
    PixelPoint along = ab * (s * s) + bc * (2 * s * t) + cd * (t * t);
    if (along.x * along.x + along.y * along.y < 1e-4F) along = ribbon.d - ribbon.a + PixelPoint{1e-3F, 0};
    along = along * (1 / length(along));
    const PixelPoint across{-along.y * reach, along.x * reach};
    const PixelPoint one = at + across, other = at - across;
    if (i > 0) {
      const PixelPoint way = at - before;
      const float way_px = std::max(length(way), 1e-4F);
      const float nx = -way.y / way_px, ny = way.x / way_px;
      Piece piece{{one_side, one, other, other_side}, nx, ny, -(nx * before.x + ny * before.y), {}, 0};
      piece.profile = static_cast<std::uint32_t>(profile);
      piece.box = {std::min({one.x, other.x, one_side.x, other_side.x}), std::min({one.y, other.y, one_side.y, other_side.y}),
                   std::max({one.x, other.x, one_side.x, other_side.x}), std::max({one.y, other.y, one_side.y, other_side.y})};
      pieces_.push_back(piece);
    }
    before = at;
    one_side = one;
    other_side = other;
  }
}

void ByHand::lay(const DrawList& list, std::size_t from, std::size_t to, const gl::Surface& below, const gl::Surface& onto,
                 const PixelRect& rect) {
  take(list, from, to);
  const int x0 = static_cast<int>(rect.x0), x1 = static_cast<int>(rect.x1);
  const int end = static_cast<int>(rect.y1);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, *below.framebuffer);
  glBindTexture(GL_TEXTURE_2D, *onto.texture);
  glPixelStorei(GL_PACK_ROW_LENGTH, x1 - x0 + Sheet::slack);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, x1 - x0 + Sheet::slack);
  for (int y = static_cast<int>(rect.y0); y < end; y += band_px) {
    const int height = std::min(band_px, end - y);
    sheet_.lie_at(x0, y, x1 - x0, height);
    glReadPixels(x0, y, x1 - x0, height, GL_RGBA, GL_UNSIGNED_BYTE, sheet_.row(y));
    draw_on(sheet_);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x0, y, x1 - x0, height, GL_RGBA, GL_UNSIGNED_BYTE, sheet_.row(y));
  }
  glPixelStorei(GL_PACK_ROW_LENGTH, 0);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void ByHand::draw_on(Sheet& sheet) {
  const PixelRect all{static_cast<float>(sheet.x0()), static_cast<float>(sheet.y0()), static_cast<float>(sheet.x1()),
                      static_cast<float>(sheet.y1())};
  for (const Run& run : runs_) {
    if (run.leaves) {
      for (std::size_t i = run.from; i < run.to; ++i) draw_leaf(sheet, leaves_[i]);
      continue;
    }
    for (std::size_t i = run.from; i < run.to; ++i)
      if (pieces_[i].box.touches(all)) draw_piece(sheet, pieces_[i]);
  }
}

void ByHand::draw_piece(Sheet& sheet, const Piece& piece) {
  const int top = std::max(first_from(piece.box.y0), sheet.y0()), bottom = std::min(first_from(piece.box.y1), sheet.y1());
  if (top >= bottom) return;
  std::array<Edge, 4> left, right;
  std::size_t lefts = 0, rights = 0;
  const PixelPoint middle = (piece.corners[0] + piece.corners[1] + piece.corners[2] + piece.corners[3]) * 0.25F;
  for (std::size_t i = 0; i < 4; ++i) {
    const Edge edge(piece.corners[i], piece.corners[(i + 1) % 4]);
    if (edge.is_level()) continue;  // the box ends there
    if (edge.at(middle.y) <= middle.x)
      left[lefts++] = edge;
    else
      right[rights++] = edge;
  }
  const std::span<const std::uint32_t> colours = profiles_[piece.profile].colours();
  constexpr float fine = Profile::steps_a_pixel * across_unit;
  const int step = static_cast<int>(piece.across_x * fine);
  // Counted from where the piece begins, not from where the sheet does: what is repaired is as it was drawn at first.
  const int begin = static_cast<int>(piece.box.x0);
  const float across_begin = piece.across_x * (static_cast<float>(begin) + 0.5F) + piece.across_0;
  const auto x0 = static_cast<float>(sheet.x0()), x1 = static_cast<float>(sheet.x1());
  for (int y = top; y < bottom; ++y) {
    const float centre = static_cast<float>(y) + 0.5F;
    float begins = x0, ends = x1;
    for (std::size_t i = 0; i < lefts; ++i) begins = std::max(begins, left[i].at(centre));
    for (std::size_t i = 0; i < rights; ++i) ends = std::min(ends, right[i].at(centre));
    const int from = first_from(begins), to = first_from(std::max(ends, x0));
    if (from >= to) continue;
    const int across = static_cast<int>((across_begin + piece.across_y * centre) * fine) + (from - begin) * step;
    blend_across(sheet.row(y) + (from - sheet.x0()), to - from, colours, across, step);
  }
}

void ByHand::draw_leaf(Sheet& sheet, const LeafInstance& leaf) {
  const float reach_x = leaf.half_width + 2, reach_y = leaf.half_height + 2;
  if (leaf.centre.y + reach_y < static_cast<float>(sheet.y0()) || leaf.centre.y - reach_y > static_cast<float>(sheet.y1()) ||
      leaf.centre.x + reach_x < static_cast<float>(sheet.x0()) || leaf.centre.x - reach_x > static_cast<float>(sheet.x1()))
    return;
  const LeafPictures::Picture& picture = pictures_.of(leaf);
  const PixelPoint quarter = LeafPictures::on_quarters(leaf.centre);
  const int left = static_cast<int>(std::floor(quarter.x)) + picture.left;
  const int top = static_cast<int>(std::floor(quarter.y)) + picture.top;
  const int from_x = std::max(left, sheet.x0()), to_x = std::min(left + picture.width, sheet.x1());
  const int from_y = std::max(top, sheet.y0()), to_y = std::min(top + picture.height, sheet.y1());
  if (from_x >= to_x) return;
  for (int y = from_y; y < to_y; ++y)
    blend_picture(sheet.row(y) + (from_x - sheet.x0()), to_x - from_x,
                  picture.pixels.data() + static_cast<std::ptrdiff_t>(y - top) * picture.width + (from_x - left), leaf.paper.a);
}

}  // namespace greenline::render
