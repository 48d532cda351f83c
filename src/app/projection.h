// The window of a wall that only shows (view/shown_wall.h): for a projector or a screen out of reach, at that screen's rate, in
// its own words' size and its own colours.
#pragma once
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "app/further_window.h"
#include "view/shown_wall.h"

namespace greenline::app {

class Projection final : public FurtherWindow {
 public:
  // Leaves its own GL context current. All must outlive it. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<Projection>, std::string> open(platform::WindowSystem&,
                                                                                   const platform::WindowOptions&,
                                                                                   const Resources&, station::Session&, Fitted,
                                                                                   const content::Palette&);
  void hear(double now_s) override;
  Frame draw(double now_s) override;

 private:
  view::ShownWall wall_;
  view::WallSetting fits_;  // as it was asked for
  Projection(platform::WindowSystem&, Opened, const Resources&, station::Session&, Fitted);
};

}  // namespace greenline::app
