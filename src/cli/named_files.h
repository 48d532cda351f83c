// Files that a command line names: none of them is written over by mistake, and none is named by an empty word.
#pragma once
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace greenline::cli {

struct NamedFile {
  const char* option;
  std::string file;  // empty: not given
};
// Why these shall not be written: one is a convening, lies beside one, or is named for something else as well. A sentence;
// empty: they may be.
[[nodiscard]] std::string in_the_way_of(const std::vector<NamedFile>& written, const std::vector<NamedFile>& others);

// An empty word after an option (a script's variable that was never set) is refused in every command, rather than taken for an
// option that was not given.
void refuse_empty_words(CLI::App&);

}  // namespace greenline::cli
