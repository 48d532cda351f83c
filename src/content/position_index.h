// Where every value of a JSON text stands, so that what is wrong can be shown at its line and column.
//
// One pass over the text builds a tree of positions that mirrors its values, and finds what a JSON reader would pass over or
// explain badly: keys given twice, too deep nesting, bytes that are not UTF-8, and the slips of people who edit by hand.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/diagnostic.h"
#include "content/lines.h"

namespace greenline::content {

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xFFFFFFFF;
inline constexpr std::size_t max_values = 200000;  // in one file
inline constexpr std::size_t max_key_bytes = 256;

struct PositionNode {
  std::uint32_t value_at = 0;  // byte offset of the value's first character
  std::uint32_t key_at = 0;    // of its key's first character, for a member of an object
  std::string key;             // decoded; empty in a list
  std::uint32_t place = 0;     // among its parent's values
  NodeId parent = no_node;
  std::vector<NodeId> children;
  bool in_object = false;  // its address uses the key
};

struct ScanProblem {
  std::size_t at = 0;  // byte offset
  NodeId node = no_node;
  Problem problem{};
  std::string found, expected, hint, mend;
};

class PositionIndex {
 public:
  // The text must outlive the index. O(bytes); recursion is bounded by max_depth.
  explicit PositionIndex(std::string_view text);

  // Empty when the text is JSON within our bounds. After a syntax error the tree holds what came before it.
  [[nodiscard]] const std::vector<ScanProblem>& problems() const { return problems_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] NodeId root() const { return nodes_.empty() ? no_node : 0; }
  [[nodiscard]] const PositionNode& node(NodeId id) const { return nodes_[id]; }
  [[nodiscard]] NodeId member(NodeId object, std::string_view key) const;  // no_node when there is none; O(log members)
  [[nodiscard]] NodeId item(NodeId list, std::size_t place) const;         // no_node when there is none
  [[nodiscard]] std::string pointer(NodeId) const;                         // RFC 6901
  [[nodiscard]] TextPosition position(std::size_t byte_offset) const { return lines_.position(byte_offset); }

 private:
  friend class Scanner;
  void sort_members();
  std::string_view text_;
  std::vector<PositionNode> nodes_;
  std::unordered_map<NodeId, std::vector<NodeId>> by_key_;  // members of large objects, by key
  Lines lines_;
  std::vector<ScanProblem> problems_;
};

}  // namespace greenline::content
