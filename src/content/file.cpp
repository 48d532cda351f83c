#include "content/file.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "content/load.h"
#include "content/problem.h"
#include "content/reader.h"
#include "files/read.h"

namespace greenline::content {
tl::expected<std::string, Diagnostic> read_file(const std::filesystem::path& path) {
  auto text = files::read_whole(path, max_file_bytes);
  if (!text)
    return tl::unexpected(
        whole_file(path.string(), {text.error().expected.starts_with("at most") ? Problem::too_large : Problem::unreadable,
                                   std::move(text.error().found), std::move(text.error().expected)}));
  return *std::move(text);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code trouble;
  std::filesystem::directory_iterator at(folder, trouble);
  for (; !trouble && at != std::filesystem::directory_iterator(); at.increment(trouble))
    if (at->path().extension() == ".json") names.push_back(at->path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace greenline::content
