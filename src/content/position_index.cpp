#include "content/position_index.h"

#include <algorithm>

#include "content/scanner.h"

namespace greenline::content {
namespace {

constexpr std::size_t few_members = 32;  // looking through so many is as quick as anything

}  // namespace

PositionIndex::PositionIndex(std::string_view text) : text_(text), lines_(text) {
  Scanner(*this).scan();
  sort_members();
}

void PositionIndex::sort_members() {
  for (NodeId id = 0; id < nodes_.size(); ++id) {
    const std::vector<NodeId>& children = nodes_[id].children;
    if (children.size() <= few_members || !nodes_[children.front()].in_object) continue;
    std::vector<NodeId>& sorted = by_key_.emplace(id, children).first->second;
    std::ranges::stable_sort(sorted, {}, [this](NodeId child) -> std::string_view { return nodes_[child].key; });
  }
}

NodeId PositionIndex::member(NodeId object, std::string_view key) const {
  if (object == no_node) return no_node;
  if (const auto large = by_key_.find(object); large != by_key_.end()) {
    const auto key_of = [this](NodeId child) -> std::string_view { return nodes_[child].key; };
    const auto found = std::ranges::lower_bound(large->second, key, {}, key_of);
    return found != large->second.end() && key_of(*found) == key ? *found : no_node;
  }
  for (const NodeId child : nodes_[object].children)
    if (nodes_[child].in_object && nodes_[child].key == key) return child;
  return no_node;
}

NodeId PositionIndex::item(NodeId list, std::size_t place) const {
  if (list == no_node || place >= nodes_[list].children.size()) return no_node;
  return nodes_[list].children[place];
}

std::string PositionIndex::pointer(NodeId id) const {
  std::vector<NodeId> way;
  for (; id != no_node && nodes_[id].parent != no_node; id = nodes_[id].parent) way.push_back(id);
  std::string out;
  for (auto step = way.rbegin(); step != way.rend(); ++step) {
    out += '/';
    if (!nodes_[*step].in_object) {
      out += std::to_string(nodes_[*step].place);
      continue;
    }
    for (const char c : nodes_[*step].key) {
      if (c == '~')
        out += "~0";
      else if (c == '/')
        out += "~1";
      else
        out += c;
    }
  }
  return out;
}

}  // namespace greenline::content
