#include "render/colour_vision.h"

#include <algorithm>
#include <cmath>

namespace greenline::render {
namespace {

using Matrix = std::array<std::array<float, 3>, 3>;  // rows

constexpr std::array<Matrix, 4> matrices = {
    {{{{0.152286F, 1.052583F, -0.204868F}, {0.114503F, 0.786281F, 0.099216F}, {-0.003882F, -0.048116F, 1.051998F}}},
     {{{0.367322F, 0.860646F, -0.227968F}, {0.280085F, 0.672501F, 0.047413F}, {-0.011820F, 0.042940F, 0.968881F}}},
     {{{1.255528F, -0.076749F, -0.178779F}, {-0.078411F, 0.930809F, 0.147602F}, {0.004733F, 0.691367F, 0.303900F}}},
     {{{0.2126F, 0.7152F, 0.0722F}, {0.2126F, 0.7152F, 0.0722F}, {0.2126F, 0.7152F, 0.0722F}}}}};

constexpr std::array<const char*, 4> names_of_eyes = {"protan", "deutan", "tritan", "achroma"};

float linear(float c) { return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); }
float encoded(float c) { return c <= 0.0031308F ? 12.92F * c : 1.055F * std::pow(c, 1 / 2.4F) - 0.055F; }

// A picture has few values a channel and many pixels.
const std::array<float, 256>& linear_of_byte() {
  static const std::array<float, 256> table = [] {
    std::array<float, 256> made{};
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = linear(static_cast<float>(i) / 255);
    return made;
  }();
  return table;
}

}  // namespace

std::optional<Eyes> eyes_from_text(std::string_view text) {
  for (std::size_t i = 0; i < names_of_eyes.size(); ++i)
    if (text == names_of_eyes[i]) return static_cast<Eyes>(i);
  return std::nullopt;
}

std::vector<std::string> eyes_known() { return {names_of_eyes.begin(), names_of_eyes.end()}; }

Rgb seen_by(Eyes eyes, Rgb colour) {
  const Matrix& matrix = matrices[static_cast<std::size_t>(eyes)];
  const std::array<float, 256>& light = linear_of_byte();
  Rgb seen{};
  for (std::size_t row = 0; row < 3; ++row) {
    float sum = 0;
    for (std::size_t i = 0; i < 3; ++i) sum += matrix[row][i] * light[colour[i]];
    seen[row] = static_cast<std::uint8_t>(std::lround(255 * encoded(std::clamp(sum, 0.0F, 1.0F))));
  }
  return seen;
}

Picture seen_by(Eyes eyes, Picture picture) {
  for (std::size_t at = 0; at + 4 <= picture.rgba.size(); at += 4) {
    const Rgb seen = seen_by(eyes, Rgb{picture.rgba[at], picture.rgba[at + 1], picture.rgba[at + 2]});
    std::copy(seen.begin(), seen.end(), picture.rgba.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return picture;
}

}  // namespace greenline::render
