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

// One file being read. Values and objects refer to it and must not outlive it.
class Reading {
 public:
  Reading(std::string_view text, std::string file);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  // Nothing when the text is not JSON within our bounds; the diagnostics say why.
  [[nodiscard]] std::optional<Value> root();
  // At a value, or at its key.
  void report(NodeId, std::string found, std::string expected, std::string hint = {});
  void report_key(NodeId, std::string found, std::string expected, std::string hint = {});
  [[nodiscard]] bool clean() const { return diagnostics_.empty(); }
  // As many mistakes are told as will be: further ones are counted, and their number is told.
  [[nodiscard]] bool full() const { return diagnostics_.size() >= max_diagnostics; }
  [[nodiscard]] Diagnostics take();  // in the order of the file
  // "Did you mean \"x\"?", or nothing when none is near, or this file has had its share of comparing.
  [[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);
  [[nodiscard]] const PositionIndex& index() const { return index_; }

 private:
  void report_at(std::size_t at, NodeId, std::string found, std::string expected, std::string hint);
  std::string file_;
  PositionIndex index_;
  nlohmann::json json_;
  Diagnostics diagnostics_;
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
  [[nodiscard]] std::optional<std::string> one_of(const std::vector<std::string>& known) const;
  // A text in one or more languages; in each of `languages`, when some are named.
  [[nodiscard]] LocalText local_text(std::span<const std::string> languages = {},
                                     std::size_t most_bytes = max_text_bytes) const;

  void wrong(std::string expected, std::string hint = {}) const;
  [[nodiscard]] bool is_object() const { return json_->is_object(); }
  [[nodiscard]] bool is_text() const { return json_->is_string(); }
  [[nodiscard]] const std::string& key() const;
  [[nodiscard]] NodeId node() const { return node_; }
  [[nodiscard]] Reading& reading() const { return *reading_; }
  [[nodiscard]] std::string found() const;  // what stands here, in a few words

 private:
  friend class Object;
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

// For a word that is in no file, such as a name that was asked for: as Reading::did_you_mean.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);
// "one of \"a\", \"b\"".
[[nodiscard]] std::string one_of_text(const std::vector<std::string>& known);
[[nodiscard]] std::string in_quotes(std::string_view text);

// Reads `"greenline": kind` and `"version": 1`, and lets `"$schema"` be. False when the file is of another kind or version: the
// rest of it would only be misunderstood.
[[nodiscard]] bool is_kind(Object&, std::string_view kind);

// Copies what was read, when it was.
template <class T, class U>
void keep(T& to, std::optional<U> from) {
  if (from) to = static_cast<T>(*std::move(from));
}

}  // namespace greenline::content
