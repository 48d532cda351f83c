// Each file in broken/ is refused with exactly the words in the text beside it: every problem, its pointer, line and column.
#include <gtest/gtest.h>

#include "content/palette.h"
#include "content/strings.h"
#include "files.h"

namespace greenline::content {
namespace {

std::filesystem::path broken_folder() { return source_folder() / "tests/content/broken"; }

template <class T>
Diagnostics errors(tl::expected<T, Diagnostics> read, Diagnostics remarks = {}) {
  return read ? std::move(remarks) : std::move(read.error());
}

// What only looks wrong is told as well.
Diagnostics errors_of_activity(const std::string& text, const std::string& name) {
  Diagnostics remarks;
  auto read = parse_activity(text, name, &remarks);
  return errors(std::move(read), std::move(remarks));
}

Diagnostics read_as_its_name_says(const std::filesystem::path& path) {
  const std::string name = path.filename().string(), text = text_of(path);
  if (name.starts_with("canvas-")) return errors(parse_canvas(text, name));
  if (name.starts_with("activity-")) return errors_of_activity(text, name);
  if (name.starts_with("palette-")) return errors(parse_palette(text, name));
  if (name.starts_with("strings-")) return errors(parse_strings(text, name));
  return errors(load_pack(path.string(), content_folder()));
}

class BrokenFile : public testing::TestWithParam<std::string> {};

TEST_P(BrokenFile, IsRefusedWithAllItsProblemsAndTheirPlaces) {
  const auto path = broken_folder() / (GetParam() + ".json");
  Diagnostics found = read_as_its_name_says(path);
  for (Diagnostic& diagnostic : found) diagnostic.file = path.filename().string();
  const std::string beside = text_of(broken_folder() / (GetParam() + ".txt"));
  const std::string expected = beside.substr(beside.find('\n') + 1);
  EXPECT_FALSE(found.empty());
  EXPECT_EQ(told(found), expected);
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const auto& path : files_in(broken_folder())) out.push_back(path.stem().string());
  return out;
}

INSTANTIATE_TEST_SUITE_P(Content, BrokenFile, testing::ValuesIn(names()), [](const auto& each) {
  std::string name = each.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace greenline::content
