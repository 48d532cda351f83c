// What a look over something says, line by line, and whether anything needs doing.
#pragma once
#include <string>

#include "cli/command.h"

namespace greenline::cli {

class Report {
 public:
  void well(const std::string& what) { tell("  ok    " + what); }
  void note(const std::string& what, const std::string& to_do) const { tell("  note  " + what + "\n        " + to_do); }
  void wrong(const std::string& what, const std::string& to_do) {
    tell("  WRONG " + what + "\n        " + to_do);
    wrong_ = true;
  }
  [[nodiscard]] int exit_code() const { return wrong_ ? 1 : 0; }

 private:
  bool wrong_ = false;
};

}  // namespace greenline::cli
