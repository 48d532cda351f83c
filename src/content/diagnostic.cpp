#include "content/diagnostic.h"

#include "content/shown.h"

namespace greenline::content {

std::string to_text(const Diagnostic& diagnostic) {
  std::string out = shown(diagnostic.file);
  if (diagnostic.line > 0) out += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
  out += ": ";
  if (!diagnostic.pointer.empty()) out += shown(diagnostic.pointer) + ": ";
  out += "found " + shown(diagnostic.found) + "; expected " + shown(diagnostic.expected);
  if (diagnostic.expected.empty() || diagnostic.expected.back() != '.') out += '.';
  if (!diagnostic.hint.empty()) out += " " + shown(diagnostic.hint);
  return out;
}

}  // namespace greenline::content
