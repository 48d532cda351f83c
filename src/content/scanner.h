// Walks a JSON text once (RFC 8259) for a PositionIndex.
#pragma once
#include <string>
#include <string_view>

#include "content/position_index.h"
#include "content/problem.h"

namespace greenline::content {

class Scanner {
 public:
  explicit Scanner(PositionIndex& index) : index_(index), text_(index.text_) {}
  void scan();

 private:
  // Each is true when the value was whole; at the first that is not, the walk ends.
  bool value(NodeId parent, std::string key, std::size_t key_at, int depth);
  bool object(NodeId self, int depth);
  bool list(NodeId self, int depth);
  bool separator(NodeId self, char close, bool& closed);
  bool number(NodeId self);
  bool word(NodeId self, std::string_view expected);
  bool quoted(NodeId self, std::string& decoded);
  bool escape(NodeId self, std::string& decoded);
  bool hex4(NodeId self, unsigned& code);

  [[nodiscard]] bool utf8();
  void skip_space();
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] std::string found_here() const;
  [[nodiscard]] std::string never_closed(NodeId) const;
  bool refuse(NodeId node, std::string expected, std::string hint = {}, Problem problem = Problem::not_json);
  bool refuse_at(std::size_t at, NodeId node, Problem, std::string found, std::string expected, std::string hint = {});

  PositionIndex& index_;
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace greenline::content
