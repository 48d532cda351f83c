#include "paper/film.h"

#include <algorithm>

namespace greenline::paper {
namespace {

constexpr double film_edge_mm = 15, film_title_mm = 8, film_between_mm = 8;
constexpr std::size_t film_columns = 2, film_rows = 3;

}  // namespace

std::string film(const std::string& title, const std::string& language, std::span<const Pixels> pictures, Size size) {
  Pages pages = Pages::pdf(size, title, language);
  const double wide = (size.width_mm - 2 * film_edge_mm - film_between_mm) / film_columns;
  const double top = film_edge_mm + film_title_mm + film_between_mm;
  const double high = (size.height_mm - top - film_edge_mm - film_between_mm * film_rows) / film_rows;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const std::size_t place = i % (film_columns * film_rows);
    if (place == 0) {
      if (i > 0) pages.next_page();
      pages.write(title, {text::Face::names, film_title_mm, black, language}, film_edge_mm, film_edge_mm,
                  size.width_mm - 2 * film_edge_mm, i == 0 ? Role::title : Role::artifact);
    }
    const std::size_t row = place / film_columns;
    const double x = film_edge_mm + static_cast<double>(place % film_columns) * (wide + film_between_mm);
    const double y = top + static_cast<double>(row) * (high + film_between_mm);
    pages.place(pictures[i], {x, y, wide, high - 6}, title + " " + std::to_string(i + 1));
    const double shown = std::min(high - 6, wide * pictures[i].height / std::max(1, pictures[i].width));
    pages.write(std::to_string(i + 1), {text::Face::words, 3.6, grey, language}, x, y + (high - 6 + shown) / 2 + 1, wide);
  }
  return pages.finish_pdf();
}

}  // namespace greenline::paper
