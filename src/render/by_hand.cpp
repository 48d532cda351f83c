// Draws a draw list into memory, row by row.
#include "render/by_hand.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "render/blend.h"
#include "render/hand_letters.h"
#include "render/hand_light.h"
#include "render/hand_pills.h"
#include "render/hand_strips.h"

namespace greenline::render {
namespace {

bool same(Rgba8 a, Rgba8 b) { return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a; }

// However it is turned.
PixelRect reach_of_letter(const GlyphInstance& letter) {
  const float scale = std::max(std::abs(letter.cos_scaled), std::abs(letter.sin_scaled)) * 1.4143F;
  const float reach =
      scale * std::max({std::abs(letter.x) + std::abs(letter.y), std::abs(letter.x + letter.width) + std::abs(letter.y),
                        std::abs(letter.x) + std::abs(letter.y + letter.height),
                        std::abs(letter.x + letter.width) + std::abs(letter.y + letter.height)});
  if (letter.sin_scaled != 0 || letter.cos_scaled < 0) return model::rect_around(letter.pivot, reach + 2, reach + 2);
  const float c = letter.cos_scaled;
  return PixelRect{letter.pivot.x + letter.x * c, letter.pivot.y + letter.y * c, letter.pivot.x + (letter.x + letter.width) * c,
                   letter.pivot.y + (letter.y + letter.height) * c}
      .grown(2);
}

bool tapers(const DrawList& list, const Command& command) {
  const auto curves = std::span(list.instances<RibbonInstance>()).subspan(command.first, command.count);
  return std::ranges::any_of(curves, [](const RibbonInstance& ribbon) { return ribbon.taper != 0; });
}

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
        pixel_of(mix(colour_.r, light_.r), mix(colour_.g, light_.g), mix(colour_.b, light_.b), (core + shine) * alpha));
  }
  colours_.push_back(0);
  if (strength_ > 0) return;
  constexpr int pixel = steps_a_pixel * across_unit;
  const auto byte = [](std::uint8_t own) { return static_cast<float>(own) / 255; };
  plain_ = PlainLine{pixel_of(byte(colour_.r), byte(colour_.g), byte(colour_.b), 1),
                     static_cast<int>(32767 * alpha * std::min(2 * half_core_, 1.0F)),
                     static_cast<int>((std::max(half_core_, 0.5F) + 0.5F) * pixel), pixel};
}

bool Profile::is_of(const RibbonInstance& ribbon, Rgba8 light) const {
  return half_core_ == ribbon.half_core && glow_ == ribbon.glow && strength_ == ribbon.glow_strength &&
         same(colour_, ribbon.colour) && same(light_, light);
}

void ByHand::set_palette(const content::Palette& palette) {
  light_ = rgba8(palette["thread.light"]);
  glow_ = palette.glow;
  cards_.set_palette(palette);
}

bool ByHand::pays_on_surfaces(const DrawList& list, const Command& command) const {
  if (command.visual == Visual::leaf) return true;
  return command.visual == Visual::ribbon && !tapers(list, command);
}

void ByHand::take(const DrawList& list, std::size_t from, std::size_t to, const PixelRect& rect) {
  rect_ = rect;
  bands_.resize(std::max(bands_.size(), static_cast<std::size_t>((static_cast<int>(rect.height()) + band_px - 1) / band_px)));
  for (auto& band : bands_) band.clear();
  pieces_.clear();
  profiles_used_ = 0;
  for (std::size_t i = from; i < to; ++i) take_command(list, static_cast<std::uint32_t>(i));
}

void ByHand::take_command(const DrawList& list, std::uint32_t index) {
  const Command& command = list.commands()[index];
  const auto each = [&]<class Instance>(const std::vector<Instance>& all, Kind kind, auto reach_of_one) {
    for (std::uint32_t i = command.first; i < command.first + command.count; ++i) put({kind, i}, reach_of_one(all[i]));
  };
  switch (command.visual) {
    case Visual::ribbon:
      if (tapers(list, command)) break;
      for (const RibbonInstance& ribbon : std::span(list.instances<RibbonInstance>()).subspan(command.first, command.count))
        take_curve(ribbon, command.segments);
      return;
    case Visual::leaf:
      return each(list.instances<LeafInstance>(), Kind::leaf, [](const LeafInstance& leaf) {
        return model::rect_around(leaf.centre, leaf.half_width + 2, leaf.half_height + 2);
      });
    case Visual::pill:
      return each(list.instances<PillInstance>(), Kind::pill, [](const PillInstance& pill) { return pill.rect.grown(2); });
    case Visual::glyph: return each(list.instances<GlyphInstance>(), Kind::letter, reach_of_letter);
    case Visual::picture: return each(list.instances<GlyphInstance>(), Kind::picture, reach_of_letter);
    case Visual::card:
    case Visual::signed_card:
      return each(list.instances<CardInstance>(), Kind::card, [](const CardInstance& card) {
        const float reach = card.half_width + 1.2F * card.half_height + 2 * card.reach;  // however it is turned
        return model::rect_around(card.centre, reach, reach);
      });
    default: break;
  }
  put({Kind::command, index}, rect_);
}

void ByHand::put(Thing thing, const PixelRect& reach) {
  if (reach.x1 < rect_.x0 || reach.x0 > rect_.x1 || reach.y1 < rect_.y0 || reach.y0 > rect_.y1) return;
  const auto band_at = [&](float y) { return static_cast<int>(std::clamp(y, rect_.y0, rect_.y1 - 1) - rect_.y0) / band_px; };
  for (int band = band_at(reach.y0), last = band_at(reach.y1); band <= last; ++band)
    bands_[static_cast<std::size_t>(band)].push_back(thing);
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
      put({Kind::piece, static_cast<std::uint32_t>(pieces_.size())}, piece.box);
      pieces_.push_back(piece);
    }
    before = at;
    one_side = one;
    other_side = other;
  }
}

void ByHand::draw(const DrawList& list, std::size_t from, std::size_t to, const PixelMemory& below, const PixelMemory& onto,
                  const PixelRect& rect) {
  take(list, from, to, rect);
  const int x0 = static_cast<int>(rect.x0), width = static_cast<int>(rect.x1) - x0, end = static_cast<int>(rect.y1);
  std::size_t band = 0;
  for (int y = static_cast<int>(rect.y0); y < end; y += band_px) {
    const Sheet sheet(onto, x0, y, width, std::min(band_px, end - y));
    if (below.pixels != onto.pixels)
      for (int row = y; row < sheet.y1(); ++row)
        std::copy_n(below.pixels + static_cast<std::ptrdiff_t>(row) * below.stride + x0, width, sheet.at(x0, row));
    draw_on(list, bands_[band++], sheet);
  }
}

void ByHand::lay(const DrawList& list, std::size_t from, std::size_t to, const gl::Surface& below, const gl::Surface& onto,
                 const PixelRect& rect) {
  take(list, from, to, rect);
  const int x0 = static_cast<int>(rect.x0), width = static_cast<int>(rect.x1) - x0, end = static_cast<int>(rect.y1);
  const int stride = width + PixelMemory::slack;
  band_.resize(static_cast<std::size_t>(stride) * static_cast<std::size_t>(band_px));
  glBindFramebuffer(GL_READ_FRAMEBUFFER, *below.framebuffer);
  glBindTexture(GL_TEXTURE_2D, *onto.texture);
  glPixelStorei(GL_PACK_ROW_LENGTH, stride);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, stride);
  std::size_t band = 0;
  for (int y = static_cast<int>(rect.y0); y < end; y += band_px) {
    const int height = std::min(band_px, end - y);
    glReadPixels(x0, y, width, height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, band_.data());
    draw_on(list, bands_[band++], Sheet(band_.data(), stride, x0, y, width, height));
    glTexSubImage2D(GL_TEXTURE_2D, 0, x0, y, width, height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, band_.data());
  }
  glPixelStorei(GL_PACK_ROW_LENGTH, 0);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void ByHand::draw_on(const DrawList& list, std::span<const Thing> things, const Sheet& sheet) {
  constexpr std::size_t ahead = 6;
  for (std::size_t i = 0; i < things.size(); ++i) {
    // The pieces of many curves lie far apart in memory: asked for in time, they are there.
    if (i + ahead < things.size() && things[i + ahead].kind == Kind::piece)
      __builtin_prefetch(&pieces_[things[i + ahead].index]);
    const Thing& thing = things[i];
    switch (thing.kind) {
      case Kind::piece: draw_piece(sheet, pieces_[thing.index]); break;
      case Kind::leaf: draw_leaf(sheet, list.instances<LeafInstance>()[thing.index]); break;
      case Kind::pill: draw_pill(sheet, list.instances<PillInstance>()[thing.index]); break;
      case Kind::letter: draw_letter(sheet, sources_.letters, list.instances<GlyphInstance>()[thing.index]); break;
      case Kind::picture: draw_picture(sheet, sources_.pictures, list.instances<GlyphInstance>()[thing.index]); break;
      case Kind::card: cards_.draw(sheet, list.instances<CardInstance>()[thing.index]); break;
      case Kind::command: draw_command(list, list.commands()[thing.index], sheet); break;
    }
  }
}

// Those of which there are few.
void ByHand::draw_command(const DrawList& list, const Command& command, const Sheet& sheet) {
  const auto each = [&]<class Instance>(const std::vector<Instance>& all, auto draw_one) {
    for (const Instance& one : std::span(all).subspan(command.first, command.count)) draw_one(one);
  };
  switch (command.visual) {
    case Visual::capsule:
      return each(list.instances<CapsuleInstance>(), [&](const CapsuleInstance& stroke) { draw_capsule(sheet, stroke, row_); });
    case Visual::haze:
      return each(list.instances<HazeInstance>(),
                  [&](const HazeInstance& haze) { draw_haze(sheet, haze, glow_, sources_.backdrop, row_); });
    case Visual::membrane:
      return each(list.instances<MembraneInstance>(), [&](const MembraneInstance& membrane) {
        draw_membrane(sheet, membrane, sources_.fields[static_cast<std::size_t>(membrane.layer)].distance, row_);
      });
    case Visual::strip:
      return draw_strip(sheet, std::span(list.instances<StripVertex>()).subspan(command.first, command.count), row_);
    case Visual::ribbon:
      return each(list.instances<RibbonInstance>(),
                  [&](const RibbonInstance& ribbon) { draw_tapered(sheet, ribbon, command.segments, light_, row_); });
    default: return;  // taken one by one
  }
}

void ByHand::draw_piece(const Sheet& sheet, const Piece& piece) {
  const int top = std::max(first_from(piece.box.y0), sheet.y0()), bottom = std::min(first_from(piece.box.y1), sheet.y1());
  if (top >= bottom) return;
  const Profile& profile = profiles_[piece.profile];
  constexpr float fine = Profile::steps_a_pixel * across_unit;
  const PieceRows rows(piece.corners, piece.across_x, piece.across_y, piece.across_0, fine, static_cast<int>(piece.box.x0));
  const std::size_t count = rows.on(sheet, top, bottom, rows_);
  const std::span<const Across> across = std::span(rows_).first(count);
  if (profile.plain() && can_blend_plain()) return blend_plain(across, *profile.plain(), rows.step());
  blend_across(across, profile.colours(), rows.step());
}

void ByHand::draw_leaf(const Sheet& sheet, const LeafInstance& leaf) {
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
    blend_picture(sheet.at(from_x, y), to_x - from_x,
                  picture.pixels.data() + static_cast<std::ptrdiff_t>(y - top) * picture.width + (from_x - left), leaf.paper.a);
}

}  // namespace greenline::render
