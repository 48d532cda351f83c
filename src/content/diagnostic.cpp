#include "content/diagnostic.h"

namespace greenline::content {

std::string to_text(const Diagnostic& diagnostic) {
  std::string out = diagnostic.file;
  if (diagnostic.line > 0) out += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
  out += ": ";
  if (!diagnostic.pointer.empty()) out += diagnostic.pointer + ": ";
  out += "found " + diagnostic.found + "; expected " + diagnostic.expected;
  if (diagnostic.expected.empty() || diagnostic.expected.back() != '.') out += '.';
  if (!diagnostic.hint.empty()) out += " " + diagnostic.hint;
  return out;
}

}  // namespace greenline::content
