#include "paper/paper.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <utility>

#include "paper/completed.h"
#include "paper/jpeg.h"
#include "text/families.h"

namespace greenline::paper {

namespace handles {

struct Drop {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
template <class T>
using Owned = std::unique_ptr<T, Drop>;

}  // namespace handles

namespace {

using handles::Owned;

constexpr double points_a_mm = 72 / 25.4;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

const char* tag_of(Role role) {
  switch (role) {
    case Role::title: return "H1";
    case Role::heading: return "H2";
    case Role::paragraph: return "P";
    case Role::artifact: return nullptr;
  }
  return nullptr;
}

// Left is where the script begins. Pango swaps the sides of a line that runs against its context.
PangoAlignment alignment_of(text::Align align, bool rtl) {
  if (align == text::Align::centre) return PANGO_ALIGN_CENTER;
  return (align == text::Align::left) != rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

constexpr double finest_pixels_a_mm = 12;  // 300 dots an inch: paper shows no more

std::uint32_t& pixel_at(unsigned char* data, int stride, int x, int y) {
  return *reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride + static_cast<std::ptrdiff_t>(x) * 4);
}

// No finer than a box of that size can show.
Owned<cairo_surface_t> surface_of(const Pixels& pixels, const Box& box) {
  Owned<cairo_surface_t> image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels.width, pixels.height));
  if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) return image;
  const int stride = cairo_image_surface_get_stride(image.get());
  unsigned char* to = cairo_image_surface_get_data(image.get());
  const std::uint8_t* from = pixels.rgba.data();
  for (int y = 0; y < pixels.height; ++y)
    for (int x = 0; x < pixels.width; ++x, from += 4)
      pixel_at(to, stride, x, y) = std::uint32_t{from[0]} << 16U | std::uint32_t{from[1]} << 8U | from[2];
  cairo_surface_mark_dirty(image.get());
  const double smaller = std::max(box.width / pixels.width, box.height / pixels.height) * finest_pixels_a_mm;
  if (smaller >= 1) return image;
  const auto side = [&](int whole) { return std::max(1, static_cast<int>(std::lround(whole * smaller))); };
  Owned<cairo_surface_t> small(cairo_image_surface_create(CAIRO_FORMAT_RGB24, side(pixels.width), side(pixels.height)));
  const Owned<cairo_t> cairo(cairo_create(small.get()));
  cairo_scale(cairo.get(), static_cast<double>(side(pixels.width)) / pixels.width,
              static_cast<double>(side(pixels.height)) / pixels.height);
  cairo_set_source_surface(cairo.get(), image.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo.get()), CAIRO_FILTER_BEST);
  cairo_paint(cairo.get());
  cairo_surface_flush(small.get());
  return small;
}

// So that a PDF holds that instead.
void attach_jpeg(cairo_surface_t& image) {
  const int width = cairo_image_surface_get_width(&image), height = cairo_image_surface_get_height(&image);
  const int stride = cairo_image_surface_get_stride(&image);
  unsigned char* data = cairo_image_surface_get_data(&image);
  std::vector<std::uint8_t> rgb;
  rgb.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (const unsigned shift : {16U, 8U, 0U})
        rgb.push_back(static_cast<std::uint8_t>(pixel_at(data, stride, x, y) >> shift & 0xFFU));
  auto encoded = std::make_unique<std::string>(jpeg(width, height, rgb));
  if (encoded->empty()) return;
  const auto* bytes = reinterpret_cast<const unsigned char*>(encoded->data());
  const std::size_t count = encoded->size();
  const auto forget = [](void* owned) { delete static_cast<std::string*>(owned); };
  if (cairo_surface_set_mime_data(&image, CAIRO_MIME_TYPE_JPEG, bytes, count, forget, encoded.get()) == CAIRO_STATUS_SUCCESS)
    (void)encoded.release();
}

}  // namespace

struct Pages::Inside {
  std::string bytes;  // of the PDF so far; outlives the surface
  handles::Owned<cairo_surface_t> surface;
  handles::Owned<cairo_t> cairo;
  bool tagged = false;
  std::vector<Part> parts;  // that were begun
  int page = 1;

  void begin_tag(const char* name, Part part) {
    if (!tagged || name == nullptr) return;
    cairo_tag_begin(cairo.get(), name, nullptr);
    parts.push_back(std::move(part));
  }
  // A heading, among the bookmarks.
  void remember(std::string_view heading, double y_mm) const {
    if (!tagged) return;
    const std::string where =
        "page=" + std::to_string(page) + " pos=[0 " + std::to_string(std::lround(y_mm * points_a_mm)) + "]";
    (void)cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT, std::string(heading).c_str(), where.c_str(),
                                        CAIRO_PDF_OUTLINE_FLAG_OPEN);
  }
  void end_tag(const char* name) const {
    if (tagged && name != nullptr) cairo_tag_end(cairo.get(), name);
  }
  [[nodiscard]] Owned<PangoLayout> laid_out(std::string_view words, const Lettering& lettering, double width_mm) const {
    Owned<PangoLayout> layout(pango_cairo_create_layout(cairo.get()));
    PangoContext* context = pango_layout_get_context(layout.get());
    const bool rtl = text::written_right_to_left(lettering.language);
    pango_context_set_base_dir(context, rtl ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);
    pango_context_set_language(context, pango_language_from_string(lettering.language.c_str()));
    pango_context_set_round_glyph_positions(context, FALSE);
    // Millimetres are few: nothing may be rounded to whole ones.
    const Owned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(context, options.get());
    const Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), text::family_list(lettering.face, lettering.language).c_str());
    pango_font_description_set_absolute_size(font.get(), lettering.em_mm * PANGO_SCALE);
    if (lettering.face == text::Face::words_bold || lettering.face == text::Face::names)
      pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    if (lettering.face == text::Face::prompt_italic) pango_font_description_set_style(font.get(), PANGO_STYLE_ITALIC);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(width_mm * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), alignment_of(lettering.align, rtl));
    pango_layout_set_line_spacing(layout.get(), 1.15F);
    pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
    return layout;
  }
};

Pages::Pages(std::unique_ptr<Inside> inside, Size size) : inside_(std::move(inside)), size_(size) {}
Pages::~Pages() = default;
Pages::Pages(Pages&&) noexcept = default;
Pages& Pages::operator=(Pages&&) noexcept = default;

Pages Pages::pdf(Size size, const std::string& title, const std::string& language) {
  auto inside = std::make_unique<Inside>();
  inside->surface.reset(
      cairo_pdf_surface_create_for_stream(append, &inside->bytes, size.width_mm * points_a_mm, size.height_mm * points_a_mm));
  cairo_pdf_surface_set_metadata(inside->surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(inside->surface.get(), CAIRO_PDF_METADATA_CREATOR, "Greenline");
  inside->cairo.reset(cairo_create(inside->surface.get()));
  inside->tagged = true;
  cairo_scale(inside->cairo.get(), points_a_mm, points_a_mm);
  inside->begin_tag("Document", {language, {}});
  return Pages(std::move(inside), size);
}

Pages Pages::picture(Size size, double pixels_per_mm) {
  auto inside = std::make_unique<Inside>();
  const auto pixels = [&](double mm) { return std::max(1, static_cast<int>(std::lround(mm * pixels_per_mm))); };
  inside->surface.reset(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels(size.width_mm), pixels(size.height_mm)));
  inside->cairo.reset(cairo_create(inside->surface.get()));
  cairo_scale(inside->cairo.get(), pixels_per_mm, pixels_per_mm);
  return Pages(std::move(inside), size);
}

void Pages::next_page() {
  cairo_show_page(inside_->cairo.get());
  ++inside_->page;
}

double Pages::height_of(std::string_view words, const Lettering& lettering, double width_mm) {
  if (words.empty()) return 0;
  int height = 0;
  pango_layout_get_size(inside_->laid_out(words, lettering, width_mm).get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

double Pages::write(std::string_view words, const Lettering& lettering, double x_mm, double y_mm, double width_mm, Role role) {
  if (words.empty()) return 0;
  cairo_t* cairo = inside_->cairo.get();
  const Owned<PangoLayout> layout = inside_->laid_out(words, lettering, width_mm);
  inside_->begin_tag(tag_of(role), {lettering.language, {}});
  if (role == Role::heading) inside_->remember(words, y_mm);
  cairo_set_source_rgb(cairo, lettering.ink.r, lettering.ink.g, lettering.ink.b);
  cairo_move_to(cairo, x_mm, y_mm);
  pango_cairo_show_layout(cairo, layout.get());
  inside_->end_tag(tag_of(role));
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

void Pages::place(const Pixels& pixels, const Box& box, std::string_view told) {
  if (pixels.width <= 0 || pixels.height <= 0) return;
  const Owned<cairo_surface_t> image = surface_of(pixels, box);
  if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) return;
  if (inside_->tagged) attach_jpeg(*image);
  cairo_t* cairo = inside_->cairo.get();
  const int width = cairo_image_surface_get_width(image.get()), height = cairo_image_surface_get_height(image.get());
  const double scale = std::min(box.width / width, box.height / height);
  inside_->begin_tag("Figure", {{}, std::string(told)});
  cairo_save(cairo);
  cairo_translate(cairo, box.x + (box.width - width * scale) / 2, box.y + (box.height - height * scale) / 2);
  cairo_scale(cairo, scale, scale);
  cairo_set_source_surface(cairo, image.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
  cairo_paint(cairo);
  cairo_restore(cairo);
  inside_->end_tag("Figure");
}

void Pages::ink(const std::vector<Stroke>& strokes, Ink ink, std::string_view told) {
  cairo_t* cairo = inside_->cairo.get();
  inside_->begin_tag("Figure", {{}, std::string(told)});
  cairo_set_source_rgb(cairo, ink.r, ink.g, ink.b);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  for (const Stroke& stroke : strokes) {
    cairo_new_path(cairo);
    double width = 0.1;
    for (const InkPoint& point : stroke) {
      cairo_line_to(cairo, point.x, point.y);
      width = std::max(width, point.width);
    }
    if (stroke.size() == 1) cairo_line_to(cairo, stroke.front().x, stroke.front().y);
    cairo_set_line_width(cairo, width);
    cairo_stroke(cairo);
  }
  inside_->end_tag("Figure");
}

void Pages::fill(const Box& box, Ink ink) {
  cairo_t* cairo = inside_->cairo.get();
  cairo_set_source_rgb(cairo, ink.r, ink.g, ink.b);
  cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
  cairo_fill(cairo);
}

void Pages::line(double x0, double y0, double x1, double y1, double width_mm, Ink ink) {
  cairo_t* cairo = inside_->cairo.get();
  cairo_set_source_rgb(cairo, ink.r, ink.g, ink.b);
  cairo_set_line_width(cairo, width_mm);
  cairo_move_to(cairo, x0, y0);
  cairo_line_to(cairo, x1, y1);
  cairo_stroke(cairo);
}

std::string Pages::finish_pdf() {
  inside_->end_tag("Document");
  cairo_show_page(inside_->cairo.get());
  inside_->cairo.reset();
  cairo_surface_finish(inside_->surface.get());
  if (cairo_surface_status(inside_->surface.get()) != CAIRO_STATUS_SUCCESS) return {};
  return completed(std::move(inside_->bytes), inside_->parts);
}

Pages::Raster Pages::finish_picture() {
  inside_->cairo.reset();
  cairo_surface_t* surface = inside_->surface.get();
  cairo_surface_flush(surface);
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) return {};
  Raster raster{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  const int stride = cairo_image_surface_get_stride(surface);
  unsigned char* from = cairo_image_surface_get_data(surface);
  raster.rgba.reserve(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height) * 4);
  for (int y = 0; y < raster.height; ++y)
    for (int x = 0; x < raster.width; ++x) {
      const std::uint32_t pixel = pixel_at(from, stride, x, y);
      for (const unsigned shift : {16U, 8U, 0U, 24U}) raster.rgba.push_back(static_cast<std::uint8_t>(pixel >> shift & 0xFFU));
    }
  return raster;
}

}  // namespace greenline::paper
