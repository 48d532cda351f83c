// Whatever bytes a file holds, reading it ends with a value or with reasons that have a place.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "content/palette.h"
#include "content/strings.h"
#include "files.h"

namespace greenline::content {
namespace {

template <class T>
void expect_value_or_reasons(const tl::expected<T, Diagnostics>& read, const std::string& text) {
  if (read) return;
  RC_ASSERT(!read.error().empty());
  const int lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
  for (const Diagnostic& diagnostic : read.error()) {
    RC_ASSERT(diagnostic.line >= 1);
    RC_ASSERT(diagnostic.line <= lines);
    RC_ASSERT(diagnostic.column >= 1);
    RC_ASSERT(!diagnostic.found.empty());
    RC_ASSERT(!diagnostic.expected.empty());
  }
}

void read_as_everything(const std::string& text) {
  expect_value_or_reasons(parse_canvas(text, "x"), text);
  expect_value_or_reasons(parse_activity(text, "x"), text);
  expect_value_or_reasons(parse_palette(text, "x"), text);
  expect_value_or_reasons(parse_strings(text, "x"), text);
}

TEST(AnyBytes, AreReadOrRefusedWithReasons) {
  EXPECT_TRUE(rc::check("bytes", [] { read_as_everything(*rc::gen::string<std::string>()); }));
}

TEST(AnyBytes, WrittenIntoAShippedFileAreReadOrRefusedWithReasons) {
  const std::vector<std::string> shipped{text_of(content_folder() / "canvases/six-circles.json"),
                                         text_of(content_folder() / "activities/finding-our-place.json"),
                                         text_of(assets_folder() / "palettes/dusk.json")};
  EXPECT_TRUE(rc::check("mutations", [&] {
    std::string text = *rc::gen::elementOf(shipped);
    const int changes = *rc::gen::inRange(1, 6);
    for (int change = 0; change < changes; ++change) {
      const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
      const auto piece =
          *rc::gen::oneOf(rc::gen::string<std::string>(),
                          rc::gen::element<std::string>("{", "}", "[", "]", ",", ":", "\"", "null", "-1", "1e99", "\\u"));
      const auto cut = *rc::gen::inRange<std::size_t>(0, 40);
      text.replace(at, cut, piece);
    }
    read_as_everything(text);
  }));
}

}  // namespace
}  // namespace greenline::content
