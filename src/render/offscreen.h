// A GL context without a display: EGL on Mesa's surfaceless platform, or on a device.
#pragma once
#include <memory>
#include <string>
#include <tl/expected.hpp>

namespace greenline::render {

class OffscreenContext {
 public:
  // Makes a 3.3 core context and makes it current on this thread. The error is a sentence.
  [[nodiscard]] static tl::expected<OffscreenContext, std::string> make();
  OffscreenContext(OffscreenContext&&) noexcept;
  OffscreenContext& operator=(OffscreenContext&&) noexcept;
  ~OffscreenContext();

  void make_current();  // on this thread again, after another was

 private:
  struct Inside;
  explicit OffscreenContext(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

struct Driver {
  std::string renderer, version;
  bool software = false;  // a rasteriser on the CPU (llvmpipe, softpipe, SwiftShader)
};
[[nodiscard]] Driver driver();  // of the current context

}  // namespace greenline::render
