// Gathers what a scene shows and has it painted.
#include "render/renderer.h"

#include <utility>
#include <variant>

#include "render/hand_overlays.h"
#include "render/hand_painter.h"
#include "render/painter.h"

namespace greenline::render {

struct Renderer::Inside {
  explicit Inside(Painter made) : painter(std::move(made)) {}
  explicit Inside(HandPainter made) : painter(std::move(made)) {}
  std::variant<Painter, HandPainter> painter;

  [[nodiscard]] Painter* with_gl() { return std::get_if<Painter>(&painter); }
  [[nodiscard]] HandPainter* by_hand() { return std::get_if<HandPainter>(&painter); }
};

Renderer::Renderer(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

tl::expected<Renderer, std::string> Renderer::make(const std::filesystem::path& shaders_folder, Detail detail) {
  auto painter = Painter::make(shaders_folder, detail);
  if (!painter) return tl::unexpected(painter.error());
  return Renderer(std::make_unique<Inside>(std::move(*painter)));
}

Renderer Renderer::by_hand() { return Renderer(std::make_unique<Inside>(HandPainter())); }

void Renderer::set_palette(const content::Palette& palette) {
  std::visit([&](auto& painter) { painter.set_palette(palette); }, inside_->painter);
}
void Renderer::set_detail(Detail detail) {
  if (Painter* painter = inside_->with_gl()) painter->set_detail(detail);
}
void Renderer::draw_into(const PixelMemory& memory) {
  if (HandPainter* painter = inside_->by_hand()) painter->draw_into(memory);
}
PixelMemory Renderer::drawn_into() const {
  const HandPainter* painter = inside_->by_hand();
  return painter != nullptr ? painter->frame() : PixelMemory{};
}
void Renderer::finish() const {
  if (inside_->with_gl() != nullptr) glFinish();
}

std::span<const PixelRect> Renderer::draw(scene::Scene& scene, text::Engine& engine, std::span<const Overlay> overlays,
                                          const Atmosphere& air) {
  const scene::Scene::Damage damage = scene.take_damage();
  const scene::Scene* const from = &scene;
  Drawn drawn{
      .camera_rests = scene.sharp(),
      .camera = scene.camera(),
      .backdrop = scene.backdrop(),
      .cards = scene.cards(),
      .threads = scene.threads(),
      .gatherings = scene.gatherings(),
      .haze = scene.haze(),
      .dimness = scene.dimness(),
      .raised = scene.raised(),
      .faint = scene.faint(),
      .raised_names = scene.raised_names(),
      .moving_cards = scene.moving_cards(),
      .moving_threads = scene.moving_threads(),
      .resting_cards_in = [from](const PixelRect& rect, std::vector<std::uint32_t>& out) { from->resting_cards_in(rect, out); },
      .resting_threads_in = [from](const PixelRect& rect,
                                   std::vector<std::uint32_t>& out) { from->resting_threads_in(rect, out); },
      .live_loops = {},
      .pulled = {},
      .everything_damaged = damage.everything,
      .damaged = damage.rects,
      .atlas = engine.atlas(),
      .pictures = engine.pictures(),
      .atlas_dirty = engine.take_dirty(),
      .pictures_dirty = engine.take_dirty_pictures(),
  };
  for (const auto& [contact, path] : scene.live_loops) drawn.live_loops.emplace_back(path);
  for (const auto& [contact, thread] : scene.pulled) drawn.pulled.push_back(thread);
  return std::visit([&](auto& painter) { return painter.draw(drawn, overlays, air); }, inside_->painter);
}

const std::string& Renderer::trouble() const {
  return std::visit([](const auto& painter) -> const std::string& { return painter.trouble(); }, inside_->painter);
}
Renderer::Times Renderer::times() const {
  return std::visit([](const auto& painter) { return painter.times(); }, inside_->painter);
}
std::uint32_t Renderer::frame_framebuffer() const {
  const Painter* painter = inside_->with_gl();
  return painter != nullptr ? *painter->frame().framebuffer : 0;
}
std::uint32_t Renderer::glyph_texture() const {
  const Painter* painter = inside_->with_gl();
  return painter != nullptr ? painter->glyph_texture() : letters_by_hand;
}
std::uint32_t Renderer::picture_texture() const {
  const Painter* painter = inside_->with_gl();
  return painter != nullptr ? painter->picture_texture() : pictures_by_hand;
}
int Renderer::width() const {
  return std::visit([](const auto& painter) { return painter.frame().width; }, inside_->painter);
}
int Renderer::height() const {
  return std::visit([](const auto& painter) { return painter.frame().height; }, inside_->painter);
}
void Renderer::read_pixels(std::vector<std::uint8_t>& out) const {
  std::visit([&](const auto& painter) { painter.read_pixels(out); }, inside_->painter);
}

}  // namespace greenline::render
