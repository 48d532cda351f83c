// Any bytes as each kind of file that staff write, and as the strings of a language: each gives a value or reasons, and never
// breaks.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "content/manifest.h"
#include "content/palette.h"
#include "content/phrases.h"
#include "content/programme.h"
#include "content/strings.h"

namespace {

using namespace greenline::content;

// No value and no reason would leave event staff with nothing to mend.
template <class T>
void expect_value_or_reasons(const tl::expected<T, Diagnostics>& read) {
  if (read) return;
  if (read.error().empty()) std::abort();
  for (const Diagnostic& diagnostic : read.error())
    if (diagnostic.line < 1 || diagnostic.column < 1 || to_text(diagnostic).empty()) std::abort();
}

Canvas a_canvas() {
  Canvas canvas;
  canvas.id = "six-circles";
  for (const char* id : {"structure", "identity"}) {
    canvas.regions.emplace_back();
    canvas.regions.back().id = id;
  }
  canvas.layouts.emplace_back();
  canvas.layouts.back().name = "hexagon";
  return canvas;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto canvas = parse_canvas(text, "fuzz");
  expect_value_or_reasons(canvas);
  auto activity = parse_activity(text, "fuzz");
  expect_value_or_reasons(activity);
  if (activity) (void)fit(*activity, a_canvas(), text, "fuzz");
  if (canvas && layout_for(*canvas, "hexagon", 1920, 1080).regions.empty()) std::abort();
  expect_value_or_reasons(parse_palette(text, "fuzz"));
  expect_value_or_reasons(parse_strings(text, "fuzz"));
  expect_value_or_reasons(parse_manifest(text, "fuzz"));
  const std::array<std::string, 2> names{"structure", "fuzz/identity"};
  expect_value_or_reasons(parse_phrases(text, "fuzz", names));
  expect_value_or_reasons(parse_programme(text, "fuzz", "/nowhere"));
  return 0;
}
