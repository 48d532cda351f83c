// Sends a draw list to OpenGL: one program and one stream of instances a visual.
#include "render/submitter.h"

#include <bit>
#include <cstddef>
#include <span>

#include "render/program.h"

namespace greenline::render {
namespace {

struct Attribute {
  GLint components = 4;
  GLenum type = GL_FLOAT;
  bool normalised = false;
  std::size_t offset = 0;
};
constexpr Attribute floats(GLint components, std::size_t offset) { return {components, GL_FLOAT, false, offset}; }
constexpr Attribute colour(std::size_t offset) { return {4, GL_UNSIGNED_BYTE, true, offset}; }

struct Layout {
  Visual visual;
  const char* shader;
  const char* definitions;
  std::size_t stride;
  std::array<Attribute, 8> attributes;  // by location
  std::size_t attribute_count;
  bool instanced = true;
};

constexpr std::array<Layout, visual_count> layouts = {{
    {Visual::membrane,
     "membrane",
     "",
     sizeof(MembraneInstance),
     {floats(4, 0), floats(4, offsetof(MembraneInstance, halo)), floats(3, offsetof(MembraneInstance, rim)),
      colour(offsetof(MembraneInstance, colour))},
     4},
    {Visual::strip,
     "strip",
     "",
     sizeof(StripVertex),
     {floats(4, 0), floats(4, offsetof(StripVertex, half_core)), colour(offsetof(StripVertex, colour)),
      floats(1, offsetof(StripVertex, glow_strength))},
     4,
     false},
    {Visual::haze,
     "haze",
     "",
     sizeof(HazeInstance),
     {floats(4, 0), floats(2, offsetof(HazeInstance, strength)), colour(offsetof(HazeInstance, colour)),
      floats(4, offsetof(HazeInstance, words)), floats(4, offsetof(HazeInstance, words) + sizeof(PixelRect))},
     5},
    {Visual::ribbon,
     "ribbon",
     "",
     sizeof(RibbonInstance),
     {floats(4, 0), floats(4, offsetof(RibbonInstance, c)), floats(4, offsetof(RibbonInstance, half_core)),
      colour(offsetof(RibbonInstance, colour))},
     4},
    {Visual::pill,
     "pill",
     "",
     sizeof(PillInstance),
     {floats(4, 0), floats(2, offsetof(PillInstance, radius)), colour(offsetof(PillInstance, fill)),
      colour(offsetof(PillInstance, edge))},
     4},
    {Visual::leaf,
     "leaf",
     "",
     sizeof(LeafInstance),
     {floats(4, 0), colour(offsetof(LeafInstance, paper)), colour(offsetof(LeafInstance, mark)),
      colour(offsetof(LeafInstance, edge)), floats(2, offsetof(LeafInstance, edge_px))},
     5},
    {Visual::card, "card", "", sizeof(CardInstance), {floats(4, 0), floats(4, offsetof(CardInstance, cos_turn))}, 2},
    {Visual::signed_card,
     "card",
     "#define SIGNS\n",
     sizeof(CardInstance),
     {floats(4, 0), floats(4, offsetof(CardInstance, cos_turn)), floats(4, offsetof(CardInstance, kept)),
      floats(4, offsetof(CardInstance, veiled))},
     4},
    {Visual::capsule,
     "capsule",
     "",
     sizeof(CapsuleInstance),
     {floats(4, 0), floats(2, offsetof(CapsuleInstance, from_radius)), colour(offsetof(CapsuleInstance, colour))},
     3},
    {Visual::glyph,
     "glyph",
     "",
     sizeof(GlyphInstance),
     {floats(4, 0), floats(4, offsetof(GlyphInstance, pivot)),
      Attribute{4, GL_UNSIGNED_SHORT, false, offsetof(GlyphInstance, u)}, colour(offsetof(GlyphInstance, colour))},
     4},
    {Visual::picture,
     "glyph",
     "",
     sizeof(GlyphInstance),
     {floats(4, 0), floats(4, offsetof(GlyphInstance, pivot)),
      Attribute{4, GL_UNSIGNED_SHORT, false, offsetof(GlyphInstance, u)}, colour(offsetof(GlyphInstance, colour))},
     4},
}};

constexpr std::size_t at(Visual visual) { return static_cast<std::size_t>(visual); }

// Two visuals may read one stream of instances.
constexpr Visual stream_of(Visual visual) {
  if (visual == Visual::signed_card) return Visual::card;
  return visual == Visual::picture ? Visual::glyph : visual;
}

}  // namespace

tl::expected<Submitter, std::string> Submitter::make(const std::filesystem::path& shaders_folder) {
  Submitter made;
  for (const Layout& layout : layouts) {
    auto program = compile(shaders_folder, layout.shader, layout.definitions);
    if (!program) return tl::unexpected(program.error());
    made.programs_[at(layout.visual)] = std::move(*program);
    Stream& stream = made.streams_[at(layout.visual)];
    stream = {gl::VertexArray::make(), gl::Buffer::make(), layout.stride, 0};
    glBindVertexArray(*stream.array);
    for (GLuint location = 0; location < layout.attribute_count; ++location) {
      glEnableVertexAttribArray(location);
      glVertexAttribDivisor(location, layout.instanced ? 1 : 0);
    }
  }
  auto ground = compile(shaders_folder, "ground");
  if (!ground) return tl::unexpected(ground.error());
  auto backing = compile(shaders_folder, "backing");
  if (!backing) return tl::unexpected(backing.error());
  auto dusk = compile(shaders_folder, "dusk");
  if (!dusk) return tl::unexpected(dusk.error());
  made.ground_ = std::move(*ground);
  made.backing_ = std::move(*backing);
  made.dusk_ = std::move(*dusk);
  made.nothing_ = gl::VertexArray::make();
  set_sampler(made.programs_[at(Visual::glyph)], "atlas", 0);
  set_sampler(made.programs_[at(Visual::picture)], "atlas", picture_atlas_unit);
  set_sampler(made.backing_, "picture", backing_unit);
  set_sampler(made.programs_[at(Visual::haze)], "backdrop", 1);
  set_sampler(made.programs_[at(Visual::membrane)], "fields", membrane_fields_unit);
  return made;
}

void Submitter::set_palette(const content::Palette& palette) {
  for (const Visual visual : {Visual::card, Visual::signed_card}) {
    const gl::Program& card = programs_[at(visual)];
    set_colour(card, "paper", palette["paper"]);
    set_colour(card, "ink", palette["ink"]);
    set_colour(card, "shadow", palette["shadow"]);
    set_colour(card, "veil", palette["veil"]);
    set_colour(card, "veil_wave", palette["veil.wave"]);
    set_colour(card, "warm", palette["glow.warm"]);
    set_colour(card, "card_edge", palette["card.edge"]);
    set_colour(card, "resting", palette["resting"]);
    set_colour(card, "resting_ink", palette["resting.ink"]);
    set_uniform(card, "glow", palette.glow);
    set_uniform(card, "firmness", palette.firmness);
    set_uniform(card, "weight", palette.weight);
  }
  set_colour(programs_[at(Visual::ribbon)], "light", palette["thread.light"]);
  set_uniform(programs_[at(Visual::haze)], "glow", palette.glow);
  set_colour(ground_, "ground_centre", palette["ground.centre"]);
  set_colour(ground_, "ground_middle", palette["ground.middle"]);
  set_colour(ground_, "ground_edge", palette["ground.edge"]);
  set_colour(ground_, "tint_above", palette["tint.above"]);
  set_colour(ground_, "tint_below", palette["tint.below"]);
  set_uniform(ground_, "grain", palette.grain);
  set_colour(dusk_, "light", palette["glow.warm"]);
  set_uniform(dusk_, "shines", palette.glow);
}

void Submitter::set_size(int width, int height) {
  const auto w = static_cast<float>(width);
  const auto h = static_cast<float>(height);
  for (const gl::Program& program : programs_) set_uniform(program, "framebuffer_px", w, h);
  set_uniform(ground_, "framebuffer_px", w, h);
  set_uniform(backing_, "framebuffer_px", w, h);
  set_uniform(dusk_, "framebuffer_px", w, h);
}

void Submitter::set_atlas_size(Visual visual, int width, int height) {
  set_uniform(programs_[at(visual)], "atlas_px", static_cast<float>(width), static_cast<float>(height));
}

template <class Instance>
void Submitter::upload_stream(Visual visual, const std::vector<Instance>& instances) {
  if (instances.empty()) return;
  Stream& stream = streams_[at(visual)];
  const std::size_t bytes = instances.size() * sizeof(Instance);
  glBindBuffer(GL_ARRAY_BUFFER, *stream.buffer);
  if (bytes > stream.capacity) stream.capacity = std::bit_ceil(bytes);
  // A new store each time: the driver may still be reading the old one.
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(stream.capacity), nullptr, GL_STREAM_DRAW);
  glBufferSubData(GL_ARRAY_BUFFER, 0, static_cast<GLsizeiptr>(bytes), instances.data());
}

void Submitter::upload(const DrawList& list) {
  upload_stream(Visual::membrane, list.instances<MembraneInstance>());
  upload_stream(Visual::strip, list.instances<StripVertex>());
  upload_stream(Visual::haze, list.instances<HazeInstance>());
  upload_stream(Visual::ribbon, list.instances<RibbonInstance>());
  upload_stream(Visual::pill, list.instances<PillInstance>());
  upload_stream(Visual::leaf, list.instances<LeafInstance>());
  upload_stream(Visual::card, list.instances<CardInstance>());  // both kinds of card read this stream
  upload_stream(Visual::capsule, list.instances<CapsuleInstance>());
  upload_stream(Visual::glyph, list.instances<GlyphInstance>());  // both kinds of glyph, too
}

void Submitter::point_at(Visual visual, std::uint32_t first) {
  const Layout& layout = layouts[at(visual)];
  const Stream& stream = streams_[at(visual)];
  const Stream& data = streams_[at(stream_of(visual))];
  glBindVertexArray(*stream.array);
  glBindBuffer(GL_ARRAY_BUFFER, *data.buffer);
  for (GLuint location = 0; location < layout.attribute_count; ++location) {
    const Attribute& attribute = layout.attributes[location];
    const std::size_t offset = attribute.offset + (layout.instanced ? first * layout.stride : 0);
    glVertexAttribPointer(location, attribute.components, attribute.type, attribute.normalised ? GL_TRUE : GL_FALSE,
                          static_cast<GLsizei>(layout.stride), reinterpret_cast<const void*>(offset));
  }
}

void Submitter::run(const DrawList& list, std::size_t from, std::size_t to) {
  const auto commands = std::span(list.commands()).subspan(from, to - from);
  for (const Command& command : commands) {
    const gl::Program& program = programs_[at(command.visual)];
    glUseProgram(*program);
    point_at(command.visual, command.first);
    const auto count = static_cast<GLsizei>(command.count);
    if (command.visual == Visual::strip) {
      glDrawArrays(GL_TRIANGLE_STRIP, static_cast<GLint>(command.first), count);
    } else if (command.visual == Visual::ribbon) {
      set_uniform(program, "segments", static_cast<float>(command.segments));
      glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, static_cast<GLsizei>(2 * (command.segments + 1)), count);
    } else {
      glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, count);
    }
  }
}

void Submitter::draw_ground(float line_y) {
  glUseProgram(*ground_);
  set_uniform(ground_, "line_y", line_y);
  glBindVertexArray(*nothing_);
  glDisable(GL_BLEND);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glEnable(GL_BLEND);
}

void Submitter::draw_backing(const PixelRect& where) {
  set_uniform(backing_, "rect", where.x0, where.y0, where.x1, where.y1);
  glBindVertexArray(*nothing_);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void Submitter::draw_dusk(const PixelRect& band, float end_px) {
  set_uniform(dusk_, "band", band.x0, band.y0, band.x1, band.y1);
  set_uniform(dusk_, "end_px", end_px);
  glBindVertexArray(*nothing_);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace greenline::render
