// A strict, typed way through one JSON file. Every question asked of it either answers or writes down what is wrong there, and
// reading goes on, so that one look at a file tells all its problems.
#pragma once
#include <initializer_list>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/load.h"
#include "content/local_text.h"
#include "content/position_index.h"
#include "content/problem.h"
#include "content/slips.h"

namespace greenline::content {

inline constexpr std::size_t max_diagnostics = 200;           // of one file
inline constexpr std::size_t max_letters_compared = 1000000;  // to find the nearest words for one file: a few milliseconds
inline constexpr std::size_t max_id_bytes = 64;
inline constexpr std::size_t max_text_bytes = 2000;
// What stands on the wall itself, in letters that a room must read.
inline constexpr std::size_t max_name_bytes = 200, max_help_bytes = 600;
inline constexpr std::size_t max_languages = 64;

class Value;
class Object;

// What is said of one place.
struct Said {
  Problem problem;
  std::string found = {};  // what was written, in ‹› (as_found), or in a few words
  std::string expected = {};
  std::string hint = {};
  std::string nearest = {};  // the nearest right spelling (Reading::nearest)
  std::string mend = {};     // can be pasted in its place; left out: the nearest spelling, in quotes
};

// One file being read. Values and objects refer to it and must not outlive it. People's slips (content/slips.h) are told, and
// the rest is read as if they were not there.
class Reading {
 public:
  // `again`: the text's slips were told by another reading.
  enum class Look { first, again };
  Reading(std::string_view text, std::string file, Look look = Look::first);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  // Nothing when the text is not JSON within our bounds, even with its slips mended; the diagnostics say why.
  [[nodiscard]] std::optional<Value> root();
  // At a value, or at its key.
  void report(NodeId, Said);
  void report_key(NodeId, Said);
  // Takes back that a key is missing there: it is there, misspelt.
  void take_back_missing(NodeId object, std::string_view key);
  [[nodiscard]] bool clean() const { return stops_ == 0; }  // nothing stops it; it may look wrong
  // As many mistakes are told as will be: further ones are counted, and their number is told.
  [[nodiscard]] bool full() const { return diagnostics_.size() >= max_diagnostics; }
  [[nodiscard]] Diagnostics take();  // in the order of the file
  // The nearest right spelling, or nothing when none is near, or this file has had its share of comparing.
  [[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& known);
  [[nodiscard]] const PositionIndex& index() const { return index_; }

 private:
  void report_at(std::size_t at, NodeId, Said);        // at an offset into the mended text
  void report_original(std::size_t at, NodeId, Said);  // into the original
  [[nodiscard]] TextPosition position(std::size_t original_at) const;
  std::string file_;
  Mended mended_;
  std::string_view original_;   // as it was written, in UTF-8
  std::optional<Lines> lines_;  // of the original, where it was mended
  PositionIndex index_;         // of the mended text
  nlohmann::json json_;
  Diagnostics diagnostics_;
  std::size_t stops_ = 0;  // of the diagnostics
  std::size_t untold_ = 0;
  TextPosition first_untold_;
  Comparing comparing_{max_letters_compared};
};

// One value of the file. Each reading function gives nothing after it has reported what is wrong.
class Value {
 public:
  Value(Reading& reading, const nlohmann::json& json, NodeId node) : reading_(&reading), json_(&json), node_(node) {}

  [[nodiscard]] std::optional<Object> object(std::string_view expected) const;
  // Between `least` and `most` values, said in `expected`.
  [[nodiscard]] std::optional<std::vector<Value>> list(std::size_t least, std::size_t most, const std::string& expected) const;
  // An object as its members, in the order of the file.
  [[nodiscard]] std::optional<std::vector<Value>> members(const std::string& expected) const;

  [[nodiscard]] std::optional<std::string> id() const;  // small letters, digits, hyphens
  [[nodiscard]] std::optional<std::string> text(std::size_t most_bytes = max_text_bytes) const;  // not blank; NFC
  [[nodiscard]] std::optional<std::string> language() const;
  [[nodiscard]] std::optional<float> number(float least, float most) const;
  [[nodiscard]] std::optional<float> positive(float most) const;  // greater than 0
  [[nodiscard]] std::optional<int> integer(int least, int most) const;
  [[nodiscard]] std::optional<bool> flag() const;
  [[nodiscard]] std::optional<std::string> one_of(const std::vector<std::string>& known,
                                                  Problem unknown = Problem::unknown_word) const;
  // A text in one or more languages; in each of `languages`, when some are named.
  [[nodiscard]] LocalText local_text(std::span<const std::string> languages = {},
                                     std::size_t most_bytes = max_text_bytes) const;

  void wrong(Problem, std::string expected, std::string hint = {}, std::string mend = {}) const;
  [[nodiscard]] bool is_object() const { return json_->is_object(); }
  [[nodiscard]] bool is_text() const { return json_->is_string(); }
  [[nodiscard]] const std::string& key() const;
  [[nodiscard]] NodeId node() const { return node_; }
  [[nodiscard]] Reading& reading() const { return *reading_; }
  [[nodiscard]] std::string found() const;  // what stands here, in a few words

 private:
  friend class Object;
  void report_missing(const std::string& language) const;
  Reading* reading_;
  const nlohmann::json* json_;
  NodeId node_;
};

// An object whose keys are known. What is not asked for by the time it is closed is a mistake.
class Object {
 public:
  explicit Object(const Value& value) : value_(value) {}
  [[nodiscard]] std::optional<Value> may_have(std::string_view key);
  [[nodiscard]] std::optional<Value> must_have(std::string_view key, std::string_view what);
  void close();  // reports keys that nobody asked for, with the nearest right spelling
  [[nodiscard]] const Value& value() const { return value_; }

 private:
  Value value_;
  std::vector<std::string> asked_;
};

// About a file as a whole, or one that could not be opened: it has no line.
[[nodiscard]] Diagnostic whole_file(std::string file, Said);
// "one of \"a\", \"b\"".
[[nodiscard]] std::string one_of_text(const std::vector<std::string>& known);
[[nodiscard]] std::string in_quotes(std::string_view text);
// What was written, to the letter: ‹qiet ›, so that spaces show.
[[nodiscard]] std::string as_found(std::string_view text);

// Reads `"greenline": kind` and `"version": 1`, and lets `"$schema"` be. False when the file is of another kind or version: the
// rest of it would only be misunderstood.
[[nodiscard]] bool is_kind(Object&, std::string_view kind);
// The first of these alone, for what has a version of its own.
[[nodiscard]] bool is_of_kind(Object&, std::string_view kind);

// Copies what was read, when it was.
template <class T, class U>
void keep(T& to, std::optional<U> from) {
  if (from) to = static_cast<T>(*std::move(from));
}

}  // namespace greenline::content
