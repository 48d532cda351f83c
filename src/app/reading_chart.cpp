#include "app/reading_chart.h"

#include <algorithm>
#include <array>

#include "scene/legible.h"

namespace greenline::app {
namespace {

constexpr std::array<float, chart_lines> capitals{0.060F, 0.045F, 0.034F, 0.0255F, 0.019F, 0.0145F};
constexpr std::array<const char*, chart_lines> line_names{"first", "second", "third", "fourth", "fifth", "sixth"};
constexpr double pixels_a_mm = 1;  // what paper calls a millimetre is a pixel here
constexpr double em_of_capital = 1 / scene::capital_of_em(text::Face::words);
constexpr double margin_of_side = 0.05;

paper::Ink ink_of(content::Colour colour) { return {colour.r, colour.g, colour.b}; }

void frame(paper::Pages& page, const paper::Box& box, double width, paper::Ink ink) {
  page.fill({box.x, box.y, box.width, width}, ink);
  page.fill({box.x, box.y + box.height - width, box.width, width}, ink);
  page.fill({box.x, box.y, width, box.height}, ink);
  page.fill({box.x + box.width - width, box.y, width, box.height}, ink);
}

std::string line_said(std::size_t line, const content::Strings& strings, const std::string& language) {
  return std::string(strings(std::string("line.") + line_names.at(line), language));
}

struct Chart {
  paper::Pages& page;
  const ReadingChart& chart;
  double width, height, side;
  const content::Strings& strings;
  const std::string& language;

  double write(const std::string& words, double capital_of_side, const content::Colour& colour, const paper::Box& box) {
    return page.write(words,
                      {.face = text::Face::words,
                       .em_mm = capital_of_side * side * em_of_capital,
                       .ink = ink_of(colour),
                       .language = language},
                      box.x, box.y, box.width);
  }

  // Its number stands before it, as large as it is; a bar beside the one that is marked.
  void colours(const std::vector<content::Palette>& palettes) {
    const double high = height / static_cast<double>(palettes.size()), margin = margin_of_side * side;
    for (std::size_t i = 0; i < palettes.size(); ++i) {
      const content::Palette& palette = palettes[i];
      const paper::Box strip{0, static_cast<double>(i) * high, width, high};
      page.fill(strip, ink_of(palette["ground.middle"]));
      if (i == chart.marked) frame(page, strip, 0.014 * side, ink_of(palette["text"]));
      paper::Box box{2.5 * margin, strip.y + margin, width - 3.5 * margin, high};
      const paper::Box number{margin, box.y, margin, high};
      (void)write(std::to_string(i + 1), capitals[2], palette["text"], number);
      box.y += write(line_said(1, strings, language), capitals[2], palette["text"], box);
      (void)write(line_said(3, strings, language), capitals[4], palette["text"], box);
    }
  }

  void lines(const content::Palette& palette) {
    page.fill({0, 0, width, height}, ink_of(palette["ground.middle"]));
    const double margin = margin_of_side * side;
    double y = margin;
    for (std::size_t i = 0; i < chart_lines; ++i) {
      const std::string words = std::to_string(i + 1) + "   " + line_said(i, strings, language);
      const double from = y;
      y += write(words, capitals[i], palette["text"], {2 * margin, y, width - 3 * margin, height - y});
      if (i == chart.marked) page.fill({0.6 * margin, from, 0.5 * margin, y - from}, ink_of(palette["text"]));
      y += 0.35 * margin;
    }
  }
};

}  // namespace

float chart_capital(std::size_t line) { return capitals.at(line); }

paper::Pages::Raster drawn(const ReadingChart& chart, int width, int height, float side_px,
                           const std::vector<content::Palette>& palettes, const content::Strings& strings,
                           const std::string& language) {
  paper::Pages page = paper::Pages::picture({static_cast<double>(width), static_cast<double>(height)}, pixels_a_mm);
  Chart on{page, chart, static_cast<double>(width), static_cast<double>(height), side_px, strings, language};
  if (chart.asks == ReadingChart::Asks::colours)
    on.colours(palettes);
  else
    on.lines(palettes[std::min(chart.palette, palettes.size() - 1)]);
  return page.finish_picture();
}

}  // namespace greenline::app
