// A wall that only shows: for a projector or a screen out of reach. It has no seats and takes no touch; it follows the
// convening, its phase and its rest, on its own screen, at that screen's rate, in its own words' size.
#pragma once
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "app/further_window.h"

namespace greenline::app {

class Projection final : public FurtherWindow {
 public:
  // Leaves its own GL context current. All must outlive it. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<Projection>, std::string> open(platform::WindowSystem&,
                                                                                   const platform::WindowOptions&,
                                                                                   const Resources&, station::Session&, Fitted);
  void hear(double now_s) override;
  Frame draw(double now_s) override;

 private:
  Projection(platform::WindowSystem&, Opened, const Resources&, station::Session&, Fitted);
};

}  // namespace greenline::app
