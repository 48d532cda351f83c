#include "paper/contact_sheet.h"

#include <algorithm>
#include <cmath>

namespace greenline::paper {
namespace {

constexpr double sheet_mm = 420, edge_mm = 10, between_mm = 8, caption_mm = 8, title_mm = 9;

}  // namespace

Pages::Raster contact_sheet(const content::Activity& activity, const content::Strings& strings, const std::string& language,
                            std::span<const Pixels> pictures, int across_px) {
  const std::size_t count = std::min(pictures.size(), activity.phases.size());
  if (count == 0) return {};
  const double shape = static_cast<double>(pictures[0].height) / std::max(1, pictures[0].width);
  // As many in a row as make the sheet about as wide as it is high.
  const auto columns = static_cast<std::size_t>(
      std::clamp(std::lround(std::sqrt(static_cast<double>(count) * shape * 1.3)), 1L, static_cast<long>(count)));
  const std::size_t rows = (count + columns - 1) / columns;
  const double wide = (sheet_mm - 2 * edge_mm - between_mm * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  const double high = wide * shape + caption_mm;
  const double top = edge_mm + title_mm + between_mm;
  const Size size{sheet_mm, top + static_cast<double>(rows) * (high + between_mm) - between_mm + edge_mm};
  Pages sheet = Pages::picture(size, across_px / sheet_mm);
  sheet.fill({0, 0, size.width_mm, size.height_mm}, white);
  sheet.write(content::in_language(activity.title, language), {text::Face::names, title_mm, black, language}, edge_mm, edge_mm,
              sheet_mm - 2 * edge_mm);
  for (std::size_t i = 0; i < count; ++i) {
    const content::Phase& phase = activity.phases[i];
    const std::size_t row = i / columns;
    const double x = edge_mm + static_cast<double>(i % columns) * (wide + between_mm);
    const double y = top + static_cast<double>(row) * (high + between_mm);
    sheet.place(pictures[i], {x, y, wide, wide * shape}, {});
    std::string caption = std::to_string(i + 1) + " · " + std::string(content::in_language(phase.title, language)) + " · " +
                          content::filled(strings("rundown.minutes", language), {std::to_string(phase.minutes)});
    sheet.write(caption, {text::Face::words, caption_mm * 0.62, grey, language}, x, y + wide * shape + 1, wide);
  }
  return sheet.finish_picture();
}

}  // namespace greenline::paper
