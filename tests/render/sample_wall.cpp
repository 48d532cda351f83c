// A wall made by hand for the tests.
#include "render/sample_wall.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "geometry/forms.h"
#include "places.h"
#include "render/strips.h"

namespace greenline::render::tests {
namespace {

constexpr std::array<const char*, 18> sayings = {
    "Hiring asks for degrees",    "One counsellor, 600 kids", "Forms in one language",  "Portables for ten years",
    "Roles nobody wrote down",    "Same three voices",        "Bells every 42 minutes", "Testing weeks eat spring",
    "Pilots die at two schools",  "We are a harbour",         "Grandma taught here",    "Elders not asked twice",
    "Custodian knows who stays",  "Rumours travel faster",    "Proud of the shop wing", "Kids explain it better",
    "Budget follows the loudest", "We trust the bus driver"};

geometry::Point canvas_of(const scene::RegionView& region, PixelPoint p) {
  const model::CanvasPoint on = region.pixel_from_canvas.inverse(p);
  return {on.x, on.y};
}

void hollow(scene::RegionView& region, float inner_x, float inner_y) {
  const float unit = region.pixel_from_canvas.pixels_per_unit;
  const geometry::Half outer = region.area.bounds().half();
  region.area = geometry::Area(
      geometry::ring({region.area.bounds().centre(), inner_x / unit, inner_y / unit, outer.width, outer.height}));
}

}  // namespace

SampleWall::SampleWall(text::Engine& engine, int width, int height) : engine_(engine) {
  backdrop.width = static_cast<float>(width);
  backdrop.height = static_cast<float>(height);
  backdrop.unit_px = std::min(backdrop.width, backdrop.height);
  everything_damaged = true;
  card_half_width = 0.076F * backdrop.unit_px;
  card_half_height = 0.035F * backdrop.unit_px;
}

scene::TextView SampleWall::text_at(const std::string& words, const text::Style& style, model::PixelPoint at, bool centred,
                                    const std::string& role) {
  scene::TextView view{engine_.layout(words, style), at, role};
  if (centred) view.at = {at.x - view.block->width / 2, at.y - view.block->height / 2};
  return view;
}

scene::RegionView& SampleWall::region(const std::string& id, const std::string& name, const std::string& help, float x, float y,
                                      float rx, float ry, float name_y) {
  scene::RegionView r;
  r.id = id;
  r.colour = id;
  const PixelPoint centre{x * backdrop.width, y * backdrop.height};
  r.pixel_from_canvas = {backdrop.unit_px, {backdrop.width / 2, backdrop.height / 2}};
  r.area = geometry::Area(
      geometry::ellipse(canvas_of(r, centre), rx * backdrop.width / backdrop.unit_px, ry * backdrop.height / backdrop.unit_px));
  r.seed = 0;
  for (const char c : id) r.seed = r.seed * 31 + static_cast<std::uint32_t>(c);
  const float em = 0.036F * backdrop.unit_px;
  r.name = text_at(name, style(text::Face::names, em), {centre.x, centre.y + name_y * ry * backdrop.height}, true, id);
  if (!help.empty())
    r.help = text_at(help, style(text::Face::words, em * 0.5F),
                     {centre.x, centre.y + name_y * ry * backdrop.height + em * 0.95F}, true, "quiet_text");
  return backdrop.regions.emplace_back(std::move(r));
}

SampleWall& SampleWall::with_six_circles() {
  constexpr float left = 0.18F, middle = 0.50F, right = 0.817F, top = 0.335F, low = 0.77F, rx = 0.154F, ry = 0.198F;
  region("pattern", "Pattern", "", left, top, rx, ry, -0.66F);
  region("structure", "Structure", "", middle, top, rx, ry, -0.66F);
  region("process", "Process", "", right, top, rx, ry, -0.66F);
  region("relationships", "Relationships", "", left, low, rx, ry, -0.66F);
  region("identity", "Identity", "", middle, low, rx, ry, -0.66F);
  region("information", "Information", "", right, low, rx, ry, -0.66F);
  for (std::size_t a = 0; a < backdrop.regions.size(); ++a)
    for (std::size_t b = a + 1; b < backdrop.regions.size(); ++b)
      backdrop.faint_lines.push_back({backdrop.regions[a].centre(), backdrop.regions[b].centre()});
  backdrop.has_line = true;
  backdrop.line.y = 0.553F * backdrop.height;
  return *this;
}

SampleWall& SampleWall::with_hexagon() {
  const float rx = backdrop.width > backdrop.height ? 0.097F : 0.20F;
  const float ry = rx * backdrop.width / backdrop.height;
  const float x1 = backdrop.width > backdrop.height ? 0.315F : 0.24F, x2 = 1 - x1;
  region("structure", "Structure", "what is fixed in place", 0.5F, 0.20F, rx, ry, -0.58F);
  region("pattern", "Pattern", "what keeps recurring", x1, 0.36F, rx, ry, -0.58F);
  region("process", "Process", "the steps we go through", x2, 0.36F, rx, ry, -0.58F);
  region("relationships", "Relationships", "who can talk to whom", x1, 0.69F, rx, ry, -0.58F);
  region("information", "Information", "what is known, and by whom", x2, 0.69F, rx, ry, -0.58F);
  region("identity", "Identity", "who we say we are", 0.5F, 0.84F, rx, ry, -0.58F);
  for (std::size_t a = 0; a < backdrop.regions.size(); ++a)
    for (std::size_t b = a + 1; b < backdrop.regions.size(); ++b)
      backdrop.faint_lines.push_back({backdrop.regions[a].centre(), backdrop.regions[b].centre()});
  backdrop.has_line = true;
  backdrop.line.y = 0.527F * backdrop.height;
  const float em = 0.019F * backdrop.unit_px;
  backdrop.line.above = text_at("what we can point to", style(text::Face::words, em),
                                {0.02F * backdrop.width, backdrop.line.y - 0.05F * backdrop.unit_px}, false, "line");
  backdrop.line.below = text_at("what carries it", style(text::Face::words, em),
                                {0.02F * backdrop.width, backdrop.line.y + 0.03F * backdrop.unit_px}, false, "quiet_text");
  return *this;
}

SampleWall& SampleWall::with_nested() {
  scene::RegionView& outer = region("interest", "In the loop", "", 0.503F, 0.555F, 0.464F, 0.41F, -0.86F);
  outer.permeable = true;
  hollow(outer, 0.295F * backdrop.width, 0.292F * backdrop.height);
  scene::RegionView& middle = region("engagement", "Trying on", "", 0.503F, 0.555F, 0.295F, 0.292F, -0.78F);
  middle.permeable = true;
  hollow(middle, 0.13F * backdrop.width, 0.163F * backdrop.height);
  scene::RegionView& core = region("practice", "Held here", "", 0.503F, 0.555F, 0.13F, 0.163F, -0.45F);
  core.is_protected = true;
  core.lit = true;
  return *this;
}

SampleWall& SampleWall::with_prompt(const std::string& mode, const std::string& prompt) {
  const float em = 0.036F * backdrop.unit_px;
  const float x = 0.031F * backdrop.width;
  backdrop.prompt.mode = text_at(mode, style(text::Face::words, em * 0.55F), {x, 0.042F * backdrop.height}, false, "line");
  backdrop.prompt.lines.push_back(text_at(prompt, style(text::Face::prompt, em, 0.4F * backdrop.unit_px),
                                          {x, 0.042F * backdrop.height + em}, false, "text"));
  return *this;
}

std::uint32_t SampleWall::add_card(model::PixelPoint centre, const std::string& words) {
  scene::CardView card;
  const auto slot = static_cast<std::uint32_t>(cards.size());
  card.alive = true;
  card.centre = centre;
  card.half_width = card_half_width;
  card.half_height = card_half_height;
  card.turn = 0.019F * std::sin(static_cast<float>(slot) * 2.4F);
  if (!words.empty()) {
    text::Style style = tests::style(text::Face::words, card.half_height * 0.52F, card.half_width * 1.7F);
    style.align = text::Align::centre;
    card.words = engine_.layout(words, style);
    card.words_at = {-card.words->width / 2, -card.words->height / 2};
  }
  cards.push_back(card);
  return slot;
}

std::uint32_t SampleWall::add_leaf(model::PixelPoint centre, float half_width, float half_height) {
  scene::CardView card;
  card.alive = true;
  card.leaf = true;
  card.centre = centre;
  card.half_width = half_width;
  card.half_height = half_height;
  cards.push_back(card);
  return static_cast<std::uint32_t>(cards.size() - 1);
}

std::uint32_t SampleWall::add_thread(std::uint32_t from, std::uint32_t to, const std::string& word) {
  scene::ThreadView thread;
  thread.alive = true;
  const model::PixelPoint a = cards[from].centre, b = cards[to].centre;
  const model::PixelPoint way = b - a;
  const model::PixelPoint side{-way.y * 0.12F, way.x * 0.12F};
  thread.curve = {a, a + way * 0.33F + side, a + way * 0.67F + side, b};
  thread.width = std::max(1.5F, 0.0018F * backdrop.unit_px);
  thread.glow = 0.008F * backdrop.unit_px;
  if (!word.empty()) {
    thread.word = engine_.layout(word, style(text::Face::words, 0.018F * backdrop.unit_px));
    const model::PixelPoint middle = a * 0.125F + thread.curve[1] * 0.375F + thread.curve[2] * 0.375F + b * 0.125F;
    thread.pill = model::rect_around(middle, thread.word->width / 2 + 0.012F * backdrop.unit_px, 0.0145F * backdrop.unit_px);
  }
  threads.push_back(thread);
  return static_cast<std::uint32_t>(threads.size() - 1);
}

void SampleWall::add_gathering(const std::vector<std::uint32_t>& slots, const std::string& name) {
  scene::GatheringView view;
  model::PixelRect all;
  for (const std::uint32_t slot : slots)
    all = joined(all, model::rect_around(cards[slot].centre, card_half_width, card_half_height));
  all = all.grown(0.016F * backdrop.unit_px);
  const model::PixelPoint middle = all.centre();
  view.dot_radius = 0.0016F * backdrop.unit_px;
  const int dots = 90;
  for (int i = 0; i < dots; ++i) {
    const float theta = 6.2831853F * static_cast<float>(i) / dots;
    const auto bulged = [](float c) { return std::copysign(std::sqrt(std::abs(c)), c); };
    view.dots.push_back(
        {middle.x + bulged(std::cos(theta)) * all.width() / 2, middle.y + bulged(std::sin(theta)) * all.height() / 2});
  }
  view.name = text_at(name, style(text::Face::prompt_italic, 0.022F * backdrop.unit_px),
                      {middle.x, all.y1 + 0.026F * backdrop.unit_px}, true, "text");
  view.pill = view.name.rect().grown(0.006F * backdrop.unit_px);
  view.pill.x0 -= 0.012F * backdrop.unit_px;
  view.pill.x1 += 0.012F * backdrop.unit_px;
  view.reach = joined(all.grown(4), view.pill.grown(3));
  gatherings.push_back(view);
}

void SampleWall::fill(int count, float half_width, float half_height, bool leaves) {
  Dice dice(7);
  card_half_width = half_width;
  card_half_height = half_height;
  for (int i = 0; i < count; ++i) {
    const model::PixelPoint at{dice.between(half_width + 8, backdrop.width - half_width - 8),
                               dice.between(half_height + 8, backdrop.height - half_height - 8)};
    if (leaves)
      add_leaf(at, half_width, half_height);
    else
      add_card(at, sayings[static_cast<std::size_t>(i) % sayings.size()]);
  }
}

void SampleWall::move_card(std::uint32_t slot, model::PixelPoint to) {
  scene::CardView& card = cards[slot];
  if (card.motion == scene::Motion::resting) {
    damaged.push_back(card.reach());
    moving_cards.push_back(slot);
    card.motion = scene::Motion::moving;
  }
  card.centre = to;
}

void SampleWall::rest(std::uint32_t slot) {
  scene::CardView& card = cards[slot];
  if (card.motion == scene::Motion::resting) return;
  card.motion = scene::Motion::resting;
  std::erase(moving_cards, slot);
  damaged.push_back(card.reach());
}

Drawn SampleWall::drawn() {
  told_ = std::exchange(damaged, {});
  return {.camera = camera,
          .backdrop = backdrop,
          .cards = cards,
          .threads = threads,
          .gatherings = gatherings,
          .haze = haze,
          .raised = raised,
          .moving_cards = moving_cards,
          .moving_threads = moving_threads,
          .resting_cards_in =
              [this](const model::PixelRect& rect, std::vector<std::uint32_t>& out) {
                for (std::uint32_t slot = 0; slot < cards.size(); ++slot)
                  if (cards[slot].alive && cards[slot].motion == scene::Motion::resting && cards[slot].reach().touches(rect))
                    out.push_back(slot);
              },
          .resting_threads_in =
              [this](const model::PixelRect& rect, std::vector<std::uint32_t>& out) {
                for (std::uint32_t slot = 0; slot < threads.size(); ++slot)
                  if (threads[slot].alive && !threads[slot].moving) {
                    model::PixelRect all;
                    for (const model::PixelPoint p : threads[slot].curve) all = joined(all, model::rect_around(p, 1, 1));
                    all = joined(all.grown(threads[slot].glow + threads[slot].width + 2), threads[slot].pill.grown(2));
                    if (all.touches(rect)) out.push_back(slot);
                  }
              },
          .live_loops = {live_loops.begin(), live_loops.end()},
          .pulled = pulled,
          .everything_damaged = std::exchange(everything_damaged, false),
          .damaged = told_,
          .atlas = engine_.atlas(),
          .pictures = engine_.pictures(),
          .atlas_dirty = engine_.take_dirty(),
          .pictures_dirty = engine_.take_dirty_pictures()};
}

text::Style style(text::Face face, float size_px, float width_px) {
  text::Style made;
  made.face = face;
  made.size_px = size_px;
  made.width_px = width_px;
  return made;
}

content::Palette palette_named(const std::string& name) {
  auto loaded = content::load_palette(name, source_folder() / "assets");
  if (!loaded) throw std::runtime_error(content::to_text(loaded.error().front()));
  return *loaded;
}

}  // namespace greenline::render::tests
