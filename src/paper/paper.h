// Pages to print or to look at: words in any script, pictures, lines and fills, as a PDF or as a picture. Millimetres from the
// upper left corner of a page, y down. Drawn by Cairo, words set by Pango with the wall's own fonts (text/families.h).
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace greenline::paper {

struct Size {
  double width_mm = 210, height_mm = 297;
};
inline constexpr Size a4{210, 297}, letter{215.9, 279.4};

struct Ink {
  double r = 0, g = 0, b = 0;  // 0..1
};
inline constexpr Ink black{0.10, 0.11, 0.12}, grey{0.38, 0.40, 0.42}, white{1, 1, 1};

struct Lettering {
  text::Face face = text::Face::words;
  double em_mm = 4;
  Ink ink = black;
  std::string language = "en";  // BCP 47: fonts, line breaks, direction
  text::Align align = text::Align::left;
};

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

// Somebody's pixels, rows top down, four bytes each: red, green, blue, alpha.
struct Pixels {
  int width = 0, height = 0;
  std::span<const std::uint8_t> rgba;
};

// What something is to a program that reads the page aloud or copies from it. In a picture it says nothing.
enum class Role : std::uint8_t { title, heading, paragraph, artifact };

class Pages {
 public:
  // `title` and `language` are the document's own.
  [[nodiscard]] static Pages pdf(Size, const std::string& title, const std::string& language);
  // One page, `pixels_per_mm` fine.
  [[nodiscard]] static Pages picture(Size, double pixels_per_mm);
  ~Pages();
  Pages(Pages&&) noexcept;
  Pages& operator=(Pages&&) noexcept;

  [[nodiscard]] Size size() const { return size_; }
  void next_page();

  // How high the words stand when their lines are no longer than `width_mm`.
  [[nodiscard]] double height_of(std::string_view words, const Lettering&, double width_mm);
  // Sets them with their upper left corner there; returns how high they stand.
  double write(std::string_view words, const Lettering&, double x_mm, double y_mm, double width_mm, Role = Role::paragraph);
  // All of the picture, as large as fits into the box, in its middle. `told`: what it shows, for who does not see it.
  void place(const Pixels&, const Box&, std::string_view told);
  // Lines drawn by hand, each as thick as it was drawn.
  struct InkPoint {
    double x = 0, y = 0, width = 0;  // mm
  };
  using Stroke = std::vector<InkPoint>;
  void ink(const std::vector<Stroke>&, Ink, std::string_view told);
  void fill(const Box&, Ink);
  void line(double x0, double y0, double x1, double y1, double width_mm, Ink);

  // The finished file: nothing may be drawn after it. Empty when Cairo could not make it.
  [[nodiscard]] std::string finish_pdf();
  struct Raster {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
  };
  [[nodiscard]] Raster finish_picture();

 private:
  struct Inside;
  explicit Pages(std::unique_ptr<Inside>, Size);
  std::unique_ptr<Inside> inside_;
  Size size_;
};

}  // namespace greenline::paper
