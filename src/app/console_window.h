// The host's console in a window of its own.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <tl/expected.hpp>

#include "app/console.h"
#include "app/further_window.h"

namespace greenline::app {

class Console final : public FurtherWindow {
 public:
  // Leaves its own GL context current. The error is a sentence.
  [[nodiscard]] static tl::expected<std::unique_ptr<Console>, std::string> open(const platform::WindowOptions&,
                                                                                const ConsoleAround&, Fitted);
  ~Console() override;

  void hear(double now_s) override;
  [[nodiscard]] std::span<const platform::Stroke> strokes() override { return face_.strokes(); }
  Frame draw(double now_s) override;

 private:
  Console(Opened, const ConsoleAround&, Fitted);
  ConsoleFace face_;
};

}  // namespace greenline::app
