// How a picture looks to eyes that lack a kind of cone: for whoever writes a palette.
//
// Matrices of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
// Deficiency", IEEE TVCG 15(6), 2009, severity 1.0, applied to linear RGB. Without any cones (achroma): the luminance of WCAG.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/png.h"

namespace greenline::render {

enum class Eyes : std::uint8_t { protan, deutan, tritan, achroma };

// "protan" …; nothing for other words.
[[nodiscard]] std::optional<Eyes> eyes_from_text(std::string_view);
[[nodiscard]] std::vector<std::string> eyes_known();

using Rgb = std::array<std::uint8_t, 3>;  // sRGB
[[nodiscard]] Rgb seen_by(Eyes, Rgb);
[[nodiscard]] Picture seen_by(Eyes, Picture);

}  // namespace greenline::render
