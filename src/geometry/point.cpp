// A direction, without the library's sine and cosine.
#include "geometry/point.h"

namespace greenline::geometry {

Point direction(double degrees) {
  const double quarters = std::floor(degrees / 90 + 0.5);
  const double x = (degrees - 90 * quarters) * 0.017453292519943295, xx = x * x;
  const double sine = x * (1 + xx * (-1.0 / 6 + xx * (1.0 / 120 + xx * (-1.0 / 5040 + xx * (1.0 / 362880)))));
  const double cosine = 1 + xx * (-0.5 + xx * (1.0 / 24 + xx * (-1.0 / 720 + xx * (1.0 / 40320 + xx * (-1.0 / 3628800)))));
  const auto s = static_cast<float>(sine), c = static_cast<float>(cosine);
  switch (static_cast<int>(quarters - 4 * std::floor(quarters / 4))) {
    case 0: return {c, s};
    case 1: return {-s, c};
    case 2: return {-c, -s};
    default: return {s, -c};
  }
}

}  // namespace greenline::geometry
