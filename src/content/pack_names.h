// Names of files in a pack: made alike, judged, and sorted out.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/pack_source.h"

namespace greenline::content {

// Collects the names that a folder or a zip has. `Key`: what the source itself finds a file by.
class PackNames {
 public:
  explicit PackNames(std::string pack) : pack_(std::move(pack)) {}

  // A plain file by its name as it is written, in UTF-8. False when there are too many by now: nothing more is to be added.
  bool add(std::string_view written, std::size_t key);
  // Something that is neither a file nor a folder; `what`: "a link", "a pipe".
  void add_other(std::string_view written, std::string_view what);
  // What was added, without the one folder that is round everything: path in the pack to key. Fills in what is to be told; the
  // error is what refuses the pack.
  [[nodiscard]] tl::expected<std::map<std::string, std::size_t>, Diagnostics> sorted(Diagnostics& told);

 private:
  void refuse(Problem, std::string_view name, std::string found, std::string expected);
  void unwrap(Diagnostics& told);
  std::string pack_;
  std::map<std::string, std::size_t> files_;
  std::vector<std::string> passed_over_;
  std::string backslashed_;  // the first name that had backslashes
  Diagnostics wrong_;
};

}  // namespace greenline::content
