// The few colours that stand for all of some pictures.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace greenline::render {

using Rgb = std::array<std::uint8_t, 3>;

// Colours are counted as finely as one in 128 a channel; then they are split where they spread most until there are so many
// (P. Heckbert, "Color image quantization for frame buffer display", 1982, split by variance at the mean), and each is moved to
// the middle of those that it stands for. The same pictures give the same colours. 12 MB.
class FewColours {
 public:
  void count(Rgb);
  // Of all that were counted; after this nothing more is. `most`: 1 to 256.
  void choose(std::size_t most);
  [[nodiscard]] const std::vector<Rgb>& colours() const { return chosen_; }
  // Which of them stands for it. O(1) for those that were counted.
  [[nodiscard]] std::uint8_t nearest(Rgb);

 private:
  static constexpr std::uint32_t bits = 7, none = ~0U;
  struct Cell {
    double count = 0;
    std::array<double, 3> sum{};
  };
  struct Box {  // a part of `order_`
    std::size_t from = 0, to = 0;
    std::size_t widest = 0;  // channel
    double spread = 0;
  };
  [[nodiscard]] static std::uint32_t cell_of(Rgb);
  [[nodiscard]] Box box(std::size_t from, std::size_t to) const;
  [[nodiscard]] std::size_t split(const Box&);
  [[nodiscard]] std::array<double, 3> mean(std::size_t from, std::size_t to) const;
  [[nodiscard]] std::size_t nearest_of(const std::array<double, 3>&) const;
  void move_to_middles();

  std::vector<std::uint32_t> known_ = std::vector<std::uint32_t>(std::size_t{1} << (3 * bits), none);  // by cell, in `cells_`
  std::vector<Cell> cells_;
  std::vector<Cell> order_;
  std::vector<std::array<double, 3>> middles_;
  std::vector<Rgb> chosen_;
  std::vector<std::int16_t> stands_for_;  // by cell; < 0: not looked for yet
};

}  // namespace greenline::render
