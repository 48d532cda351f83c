// What a marker offers that somebody touches: to take it back, or to stand there too.
#include <algorithm>

#include "interact/wall.h"

namespace greenline::interact {
namespace {

constexpr double offered_s = 20;  // a touch brings it again
constexpr float beside_mm = 9;    // from the marker's middle

}  // namespace

void Wall::tap_marker(const model::MarkerId& marker, PixelPoint at) {
  armed_.reset();
  if (offers_.erase(marker) > 0) return;  // a second touch puts the offer away
  const auto back = check(model::TakeBackMarker{marker});
  const bool may_stand_here = check(model::SetMarker{scene_.place_at(at)}).has_value();
  if (!back && !may_stand_here) return refuse(back.error(), at);
  offers_[marker] = {offered_s, back.has_value(), may_stand_here};
}

// One above the other beneath their marker, or above it where seats or the screen's edge are.
void Wall::add_offers(Controls& controls) const {
  const std::vector<model::PixelRect> seats = seats_.rects();
  for (const auto& [id, offer] : offers_) {
    const auto marker = session_.convening().markers.find(id);
    if (marker == session_.convening().markers.end()) continue;
    const PixelPoint at = scene_.pixel_of(marker->second.place.value);
    Controls beside;
    if (offer.may_take_back) beside.emplace_back(Control{Tool::take_back, id}, chip("marker.take_back", {}));
    if (offer.may_stand_here) beside.emplace_back(Control{Tool::stand_here, id}, chip("marker.stand_here", {}));
    float height = 0;
    for (const auto& [control, chip] : beside) height += 1.15F * chip.rect.height();
    const float off = beside_mm * setting_.pixels_per_mm;
    const auto stand = [&](float top) {
      for (auto& [control, chip] : beside) {
        const model::PixelRect& was = chip.rect;
        const float left = std::clamp(at.x - was.width() / 2, 0.0F, std::max(0.0F, setting_.width - was.width()));
        const PixelPoint by{std::round(left - was.x0), std::round(top - was.y0)};
        chip.words.at = chip.words.at + by;
        chip.rect = {was.x0 + by.x, was.y0 + by.y, was.x1 + by.x, was.y1 + by.y};
        top += 1.15F * chip.rect.height();
      }
    };
    stand(at.y + off);
    const bool covered =
        at.y + off + height > setting_.height || std::ranges::any_of(beside, [&](const auto& one) {
          return std::ranges::any_of(seats, [&](const model::PixelRect& seat) { return seat.touches(one.second.rect); });
        });
    if (covered) stand(std::max(0.0F, at.y - off - height));
    std::ranges::move(beside, std::back_inserter(controls));
  }
}

void Wall::take_offer(const Control& control) {
  const auto marker = session_.convening().markers.find(control.marker);
  offers_.erase(control.marker);
  if (marker == session_.convening().markers.end()) return;
  const model::Place place = marker->second.place.value;
  const PixelPoint at = scene_.pixel_of(place);
  if (control.tool == Tool::take_back) {
    (void)request(model::TakeBackMarker{control.marker}, at);
  } else {
    (void)request(model::SetMarker{place}, at);
  }
}

}  // namespace greenline::interact
