// Languages and what stands in for them, as activities and packs write them.
#pragma once
#include <string>
#include <vector>

#include "content/activity.h"
#include "content/reader.h"

namespace greenline::content {

// The tags of a list, each once.
void read_tags(const std::optional<std::vector<Value>>& list, const std::string& each_once, std::vector<std::string>& tags);
// "fallback": language to those that stand in for it, all of them among `languages`.
void read_fallback(Object&, const std::vector<std::string>& languages, Fallback&);

}  // namespace greenline::content
