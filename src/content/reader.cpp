#include "content/reader.h"

#include <algorithm>
#include <utility>

#include "content/shown.h"
#include "content/utf8.h"

namespace greenline::content {
namespace {

constexpr std::size_t most_named = 16;  // longer than this, a list of what is known helps nobody

std::string question(const std::string& near) { return near.empty() ? std::string() : "Did you mean " + in_quotes(near) + "?"; }

}  // namespace

std::string in_quotes(std::string_view text) { return "\"" + shown(shortened(text, 60)) + "\""; }

std::string one_of_text(const std::vector<std::string>& known) {
  std::string out = known.size() == 1 ? "" : "one of ";
  for (std::size_t at = 0; at < std::min(known.size(), most_named); ++at) out += (at ? ", " : "") + in_quotes(known[at]);
  return known.size() > most_named ? out + " …" : out;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  return question(nearest_spelling(word, known));
}

Reading::Reading(std::string_view text, std::string file) : file_(std::move(file)), index_(text) {
  for (const ScanProblem& problem : index_.problems())
    report_at(problem.at, problem.node, problem.found, problem.expected, problem.hint);
  if (!clean()) return;
  try {
    json_ = nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    report_at(error.byte == 0 ? 0 : error.byte - 1, index_.root(), "something that is not JSON", "JSON", {});
  } catch (const nlohmann::json::exception&) {
    report_at(0, index_.root(), "something that is not JSON", "JSON", {});
  }
}

std::string Reading::did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  return full() ? std::string() : question(nearest_spelling(word, known, comparing_));
}

std::optional<Value> Reading::root() {
  if (!clean()) return std::nullopt;
  return Value(*this, json_, index_.root());
}

void Reading::report(NodeId node, std::string found, std::string expected, std::string hint) {
  report_at(node == no_node ? 0 : index_.node(node).value_at, node, std::move(found), std::move(expected), std::move(hint));
}

void Reading::report_key(NodeId node, std::string found, std::string expected, std::string hint) {
  report_at(node == no_node ? 0 : index_.node(node).key_at, node, std::move(found), std::move(expected), std::move(hint));
}

void Reading::report_at(std::size_t at, NodeId node, std::string found, std::string expected, std::string hint) {
  if (full()) {
    if (untold_++ == 0) first_untold_ = index_.position(at);
    return;
  }
  const TextPosition where = index_.position(at);
  diagnostics_.push_back(
      {file_, index_.pointer(node), where.line, where.column, std::move(found), std::move(expected), std::move(hint)});
}

Diagnostics Reading::take() {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  if (const std::size_t more = std::exchange(untold_, 0); more > 0)
    diagnostics_.push_back({file_, "", first_untold_.line, first_untold_.column,
                            std::to_string(more) + (more == 1 ? " mistake more" : " mistakes more"), "none",
                            "Mend the " + std::to_string(max_diagnostics) + " that are told first, and check again."});
  return std::exchange(diagnostics_, {});
}

std::optional<Value> Object::may_have(std::string_view key) {
  asked_.emplace_back(key);
  const auto found = value_.json_->find(asked_.back());
  if (found == value_.json_->end()) return std::nullopt;
  return Value(*value_.reading_, *found, value_.reading_->index().member(value_.node_, key));
}

std::optional<Value> Object::must_have(std::string_view key, std::string_view what) {
  auto found = may_have(key);
  if (!found) value_.reading_->report(value_.node_, "no " + in_quotes(key), in_quotes(key) + ": " + std::string(what));
  return found;
}

void Object::close() {
  const PositionIndex& index = value_.reading_->index();
  for (const NodeId child : index.node(value_.node_).children) {
    const std::string& key = index.node(child).key;
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    Reading& reading = *value_.reading_;
    if (reading.full())
      reading.report_key(child, {}, {});  // counted
    else
      reading.report_key(child, "the key " + in_quotes(key), one_of_text(asked_), reading.did_you_mean(key, asked_));
  }
}

bool is_kind(Object& object, std::string_view kind) {
  (void)object.may_have("$schema");
  const auto says = object.must_have("greenline", "what kind of file this is");
  if (!says) return false;
  if (says->found() != in_quotes(kind)) {
    says->wrong(in_quotes(kind));
    return false;
  }
  const auto version = object.must_have("version", "1");
  if (!version) return true;
  const auto number = version->integer(1, 1000000);
  if (number && *number != 1) {
    version->wrong("1", "This file was written for a newer Greenline.");
    return false;
  }
  return true;
}

}  // namespace greenline::content
