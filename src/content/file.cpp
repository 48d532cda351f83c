#include "content/file.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "content/load.h"
#include "files/read.h"

namespace greenline::content {
tl::expected<std::string, Diagnostic> read_file(const std::filesystem::path& path) {
  auto text = files::read_whole(path, max_file_bytes);
  if (!text)
    return tl::unexpected(
        Diagnostic{path.string(), "", 0, 0, std::move(text.error().found), std::move(text.error().expected), {}});
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
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
