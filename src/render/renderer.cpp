// Gathers what a scene shows and has it painted.
#include "render/renderer.h"

#include "render/painter.h"

namespace greenline::render {

struct Renderer::Inside {
  explicit Inside(Painter made) : painter(std::move(made)) {}
  Painter painter;
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

void Renderer::set_palette(const content::Palette& palette) { inside_->painter.set_palette(palette); }
void Renderer::set_detail(Detail detail) { inside_->painter.set_detail(detail); }
void Renderer::draw_into(const PixelMemory& memory) { inside_->painter.draw_into(memory); }
bool Renderer::drew_into(const PixelMemory& memory) const { return inside_->painter.drew_into(memory); }

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
  return inside_->painter.draw(drawn, overlays, air);
}

const std::string& Renderer::trouble() const { return inside_->painter.trouble(); }
Renderer::Times Renderer::times() const { return inside_->painter.times(); }
std::uint32_t Renderer::frame_framebuffer() const { return *inside_->painter.frame().framebuffer; }
std::uint32_t Renderer::glyph_texture() const { return inside_->painter.glyph_texture(); }
std::uint32_t Renderer::picture_texture() const { return inside_->painter.picture_texture(); }
int Renderer::width() const { return inside_->painter.frame().width; }
int Renderer::height() const { return inside_->painter.frame().height; }

void Renderer::read_pixels(std::vector<std::uint8_t>& out) const { inside_->painter.read_pixels(out); }

}  // namespace greenline::render
