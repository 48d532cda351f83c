// The signs on keys, drawn as a few lines each.
#include <cmath>
#include <numbers>

#include "ui/draw.h"

namespace greenline::ui {
namespace {

// Draws in a frame of -1..1 about a centre.
class Sign {
 public:
  Sign(Painter& painter, PixelPoint centre, float size, Colour colour)
      : painter_(painter), centre_(centre), half_(size / 2), colour_(colour) {}

  void line(std::initializer_list<PixelPoint> points, bool closed = false) {
    std::vector<PixelPoint> pixels;
    for (const PixelPoint& p : points) pixels.push_back(at(p));
    painter_.line(pixels, colour_, width(), closed);
  }
  void dot(PixelPoint p, float radius) { painter_.disc(at(p), radius * half_, colour_); }
  // Anticlockwise as seen, from and to in quarter turns from the right.
  void arc(PixelPoint centre, float radius, float from, float to) {
    std::vector<PixelPoint> pixels;
    constexpr int steps = 18;
    for (int i = 0; i <= steps; ++i) {
      const float turn = std::lerp(from, to, static_cast<float>(i) / steps) * std::numbers::pi_v<float> / 2;
      pixels.push_back(at({centre.x + radius * std::cos(turn), centre.y - radius * std::sin(turn)}));
    }
    painter_.line(pixels, colour_, width());
  }
  void wave(float y, float height) {
    std::vector<PixelPoint> pixels;
    constexpr int steps = 20;
    for (int i = 0; i <= steps; ++i) {
      const float x = -0.9F + 1.8F * static_cast<float>(i) / steps;
      pixels.push_back(at({x, y - height * std::sin(x * 2 * std::numbers::pi_v<float>)}));
    }
    painter_.line(pixels, colour_, width());
  }

 private:
  [[nodiscard]] PixelPoint at(PixelPoint p) const { return centre_ + p * half_; }
  [[nodiscard]] float width() const { return std::max(1.4F, half_ * 0.17F); }
  Painter& painter_;
  PixelPoint centre_;
  float half_;
  Colour colour_;
};

void turned_arrow(Sign& sign) {  // back the way it came
  sign.arc({0.05F, 0.1F}, 0.62F, -1.2F, 2.0F);
  sign.line({{-0.92F, -0.22F}, {-0.57F, 0.16F}, {-0.2F, -0.2F}});
}

void leaf(Sign& sign) {
  sign.arc({-0.42F, -0.25F}, 1.0F, -1.12F, 0.1F);
  sign.arc({0.58F, 0.65F}, 1.0F, 0.88F, 2.1F);
  sign.line({{0.55F, -0.32F}, {-0.2F, 0.42F}, {-0.62F, 0.88F}});
}

void sun(Sign& sign) {
  sign.arc({}, 0.4F, 0, 4);
  for (int i = 0; i < 8; ++i) {
    const float turn = static_cast<float>(i) * std::numbers::pi_v<float> / 4;
    const PixelPoint out{std::cos(turn), std::sin(turn)};
    sign.line({out * 0.66F, out * 0.95F});
  }
}

}  // namespace

void Painter::icon(Icon icon, PixelPoint centre, float size, Colour colour) {
  Sign sign(*this, centre, size, colour);
  switch (icon) {
    case Icon::none: break;
    case Icon::erase:
      sign.line({{-0.95F, 0}, {-0.4F, -0.6F}, {0.95F, -0.6F}, {0.95F, 0.6F}, {-0.4F, 0.6F}}, true);
      sign.line({{-0.02F, -0.26F}, {0.5F, 0.26F}});
      sign.line({{-0.02F, 0.26F}, {0.5F, -0.26F}});
      break;
    case Icon::shift:
      sign.line({{0, -0.85F}, {0.8F, 0}, {0.35F, 0}, {0.35F, 0.75F}, {-0.35F, 0.75F}, {-0.35F, 0}, {-0.8F, 0}}, true);
      break;
    case Icon::shift_locked:
      sign.line(
          {{0, -0.95F}, {0.8F, -0.15F}, {0.35F, -0.15F}, {0.35F, 0.45F}, {-0.35F, 0.45F}, {-0.35F, -0.15F}, {-0.8F, -0.15F}},
          true);
      sign.line({{-0.45F, 0.85F}, {0.45F, 0.85F}});
      break;
    case Icon::space: sign.line({{-1.0F, -0.05F}, {-1.0F, 0.45F}, {1.0F, 0.45F}, {1.0F, -0.05F}}); break;
    case Icon::enter:
      sign.line({{0.8F, -0.65F}, {0.8F, 0.2F}, {-0.75F, 0.2F}});
      sign.line({{-0.35F, -0.22F}, {-0.78F, 0.2F}, {-0.35F, 0.62F}});
      break;
    case Icon::close:
      sign.line({{-0.6F, -0.6F}, {0.6F, 0.6F}});
      sign.line({{-0.6F, 0.6F}, {0.6F, -0.6F}});
      break;
    case Icon::undo:
    case Icon::take_back: turned_arrow(sign); break;
    case Icon::afresh:  // an empty page
      sign.line({{-0.75F, -0.6F}, {0.75F, -0.6F}, {0.75F, 0.6F}, {-0.75F, 0.6F}}, true);
      break;
    case Icon::draw:
      sign.wave(0.15F, 0.42F);
      sign.dot({0.9F, 0.15F}, 0.17F);
      break;
    case Icon::write:
      sign.line({{-0.8F, 0.6F}, {-0.35F, -0.6F}, {0.1F, 0.6F}});
      sign.line({{-0.62F, 0.2F}, {-0.08F, 0.2F}});
      sign.line({{0.62F, -0.7F}, {0.62F, 0.7F}});
      break;
    case Icon::thread:
      sign.dot({-0.62F, 0.5F}, 0.24F);
      sign.arc({0.25F, 0.55F}, 0.85F, 1.15F, 2.0F);
      sign.dot({0.68F, -0.4F}, 0.24F);
      break;
    case Icon::nourish:
      sign.line({{-0.85F, -0.5F}, {0.25F, -0.5F}, {0.25F, 0.35F}, {-0.85F, 0.35F}}, true);
      sign.line({{0.62F, 0.05F}, {0.62F, 0.85F}});
      sign.line({{0.22F, 0.45F + 0.17F}, {1.0F, 0.45F + 0.17F}});
      break;
    case Icon::let_go: leaf(sign); break;
    case Icon::mark:  // a room with its door
      sign.line({{-0.85F, -0.05F}, {0, -0.8F}, {0.85F, -0.05F}});
      sign.line({{-0.6F, -0.2F}, {-0.6F, 0.75F}, {0.6F, 0.75F}, {0.6F, -0.2F}});
      sign.line({{0, 0.75F}, {0, 0.25F}});
      break;
    case Icon::veil:
      sign.wave(-0.25F, 0.2F);
      sign.wave(0.35F, 0.2F);
      break;
    case Icon::light: sun(sign); break;
  }
}

}  // namespace greenline::ui
