#include "content/reader.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "content/excerpt.h"
#include "content/problem.h"
#include "content/shown.h"
#include "content/utf8.h"

namespace greenline::content {
namespace {

constexpr std::size_t most_named = 16;  // longer than this, a list of what is known helps nobody

// What can be written for a key that is missing; whoever pastes it puts words in the place of the dots.
std::string sample_of(std::string_view key) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 26> samples = {{
      {"greenline", "\"activity\""},
      {"version", "1"},
      {"id", "\"a-name\""},
      {"canvas", "\"six-circles\""},
      {"layout", "\"hexagon\""},
      {"languages", "[\"en\"]"},
      {"title", "{\"en\": \"…\"}"},
      {"prompt", "{\"en\": \"…\"}"},
      {"label", "{\"en\": \"…\"}"},
      {"what", "{\"en\": \"…\"}"},
      {"how", "{\"en\": \"…\"}"},
      {"why", "{\"en\": \"…\"}"},
      {"people", "{\"min\": 12, \"max\": 60}"},
      {"min", "12"},
      {"max", "60"},
      {"harvest", "{\"what\": {\"en\": \"…\"}, \"how\": {\"en\": \"…\"}, \"why\": {\"en\": \"…\"}}"},
      {"modes", "[\"wall\"]"},
      {"minutes", "10"},
      {"verbs", "[\"name\", \"place\", \"move\"]"},
      {"colour", "\"structure\""},
      {"name", "\"wide\""},
      {"width", "1.7778"},
      {"height", "1"},
      {"region", "\"core\""},
      {"centre", "[0, 0]"},
      {"radius", "0.3"},
  }};
  const auto found = std::ranges::find(samples, key, [](const auto& sample) { return sample.first; });
  return found == samples.end() ? std::string() : in_quotes(key) + ": " + std::string(found->second) + ",";
}

}  // namespace

std::string in_quotes(std::string_view text) { return "\"" + shown(shortened(text, 60)) + "\""; }

std::string one_of_text(const std::vector<std::string>& known) {
  std::string out = known.size() == 1 ? "" : "one of ";
  for (std::size_t at = 0; at < std::min(known.size(), most_named); ++at) out += (at ? ", " : "") + in_quotes(known[at]);
  return known.size() > most_named ? out + " …" : out;
}

std::string as_found(std::string_view text) { return "‹" + shown(shortened(text, 60)) + "›"; }

Diagnostic whole_file(std::string file, Said said) {
  Diagnostic made{std::move(file), "", 0, 0, std::move(said.found), std::move(said.expected), std::move(said.hint)};
  made.problem = said.problem;
  made.mend = said.mend.empty() && !said.nearest.empty() ? in_quotes(said.nearest) : std::move(said.mend);
  made.nearest = std::move(said.nearest);
  return made;
}

Reading::Reading(std::string_view text, std::string file, Look look)
    : file_(std::move(file)),
      mended_(mend(text)),
      original_(mended_.utf8.empty() ? text : std::string_view(mended_.utf8)),
      index_(mended_.changed() ? std::string_view(mended_.text) : original_) {
  if (mended_.changed()) lines_.emplace(original_);
  for (const Slip& slip : mended_.slips) {
    if (look == Look::again) break;
    SlipWords words = words_of(slip, original_);
    report_original(slip.at, no_node,
                    {slip.problem, std::move(words.found), std::move(words.expected), {}, {}, std::move(words.mend)});
  }
  for (const ScanProblem& problem : index_.problems())
    report_at(problem.at, problem.node, {problem.problem, problem.found, problem.expected, problem.hint, {}, problem.mend});
  if (!index_.problems().empty()) return;
  try {
    json_ = nlohmann::json::parse(index_.text());
  } catch (const nlohmann::json::exception&) {
    report_at(0, index_.root(), {Problem::not_json, "something that is not JSON", "JSON"});
    json_ = nlohmann::json(nlohmann::json::value_t::discarded);
  }
}

std::string Reading::nearest(std::string_view word, const std::vector<std::string>& known) {
  return full() ? std::string() : nearest_spelling(word, known, comparing_);
}

std::optional<Value> Reading::root() {
  if (!index_.problems().empty() || json_.is_discarded()) return std::nullopt;
  return Value(*this, json_, index_.root());
}

void Reading::report(NodeId node, Said said) {
  report_at(node == no_node ? 0 : index_.node(node).value_at, node, std::move(said));
}

void Reading::report_key(NodeId node, Said said) {
  report_at(node == no_node ? 0 : index_.node(node).key_at, node, std::move(said));
}

TextPosition Reading::position(std::size_t original_at) const {
  return lines_ ? lines_->position(original_at) : index_.position(original_at);
}

void Reading::report_at(std::size_t at, NodeId node, Said said) {
  report_original(mended_.original(at), node, std::move(said));
}

void Reading::report_original(std::size_t at, NodeId node, Said said) {
  if (kind_of(said.problem).severity == Severity::stops) ++stops_;
  if (full()) {
    if (untold_++ == 0) first_untold_ = position(at);
    return;
  }
  const TextPosition where = position(at);
  Diagnostic made{file_,
                  index_.pointer(node),
                  where.line,
                  where.column,
                  std::move(said.found),
                  std::move(said.expected),
                  std::move(said.hint)};
  made.problem = said.problem;
  made.excerpt = excerpt_of(original_, at);
  made.mend = said.mend.empty() && !said.nearest.empty() ? in_quotes(said.nearest) : std::move(said.mend);
  made.nearest = std::move(said.nearest);
  diagnostics_.push_back(std::move(made));
}

void Reading::take_back_missing(NodeId object, std::string_view key) {
  const std::string pointer = index_.pointer(object), found = "no " + in_quotes(key);
  const auto is_it = [&](const Diagnostic& one) {
    return one.problem == Problem::key_missing && one.found == found && one.pointer == pointer;
  };
  stops_ -= std::erase_if(diagnostics_, is_it);
}

Diagnostics Reading::take() {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  if (const std::size_t more = std::exchange(untold_, 0); more > 0) {
    Diagnostic last{file_,
                    "",
                    first_untold_.line,
                    first_untold_.column,
                    std::to_string(more) + (more == 1 ? " mistake more" : " mistakes more"),
                    "none",
                    "Mend the " + std::to_string(max_diagnostics) + " that are told first, and check again."};
    last.problem = Problem::more_mistakes;
    diagnostics_.push_back(std::move(last));
  }
  stops_ = 0;
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
  if (!found)
    value_.reading_->report(value_.node_, {.problem = Problem::key_missing,
                                           .found = "no " + in_quotes(key),
                                           .expected = in_quotes(key) + ": " + std::string(what),
                                           .mend = sample_of(key)});
  return found;
}

void Object::close() {
  const PositionIndex& index = value_.reading_->index();
  for (const NodeId child : index.node(value_.node_).children) {
    const std::string& key = index.node(child).key;
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    Reading& reading = *value_.reading_;
    if (reading.full()) {
      reading.report_key(child, {Problem::unknown_key});  // counted
      continue;
    }
    const std::string nearest = reading.nearest(key, asked_);
    reading.take_back_missing(value_.node_, nearest);
    reading.report_key(child, {.problem = Problem::unknown_key,
                               .found = "the key " + as_found(key),
                               .expected = one_of_text(asked_),
                               .nearest = nearest});
  }
}

bool is_of_kind(Object& object, std::string_view kind) {
  (void)object.may_have("$schema");
  const auto says = object.must_have("greenline", "what kind of file this is");
  if (!says) return false;
  if (says->found() != as_found(kind)) {
    says->wrong(Problem::unknown_kind, in_quotes(kind), {}, in_quotes(kind));
    return false;
  }
  return true;
}

bool is_kind(Object& object, std::string_view kind) {
  if (!is_of_kind(object, kind)) return false;
  const auto version = object.must_have("version", "1");
  if (!version) return true;
  const auto number = version->integer(1, 1000000);
  if (number && *number != 1) {
    version->wrong(Problem::newer_format, "1", "This file was written for a newer Greenline.");
    return false;
  }
  return true;
}

}  // namespace greenline::content
