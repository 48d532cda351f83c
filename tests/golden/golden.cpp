#include "golden/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "picture/difference.h"
#include "picture/jpeg.h"
#include "places.h"

namespace greenline {
namespace {

// What a person would not notice: other drivers draw edges and glows a little differently.
constexpr double share_allowed = 0.004;

}  // namespace

void expect_as_it_was(const std::string& name, const render::Picture& now, int quality) {
  const std::filesystem::path folder = source_folder() / "tests" / "golden";
  const std::filesystem::path file = folder / (name + ".jpg");
  if (std::getenv("GREENLINE_UPDATE_GOLDEN") != nullptr) {
    ASSERT_TRUE(picture::write_jpeg(file, now, quality));
    GTEST_SKIP() << "rewritten: look at " << file;
  }
  const render::Picture then = picture::read_jpeg(file);
  ASSERT_GT(then.width, 0) << "no golden picture " << file;
  const picture::Difference found = picture::difference(then, picture::through_jpeg(now, quality));
  if (!found.same_size || found.share_visible > share_allowed) {
    const std::filesystem::path marked = std::filesystem::temp_directory_path() / (name + "-difference.png");
    ASSERT_TRUE(render::write_png(marked, picture::marked_difference(then, now)));
    FAIL() << found.share_visible * 100 << " % of the picture looks different, at worst by dE " << found.worst << ": see "
           << marked;
  }
}

std::string as_test_name(std::string name) {
  for (char& c : name) {
    if (c == '-') c = '_';
  }
  return name;
}

}  // namespace greenline
