#include "content/scanner.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "content/load.h"
#include "content/problem.h"
#include "content/reader.h"
#include "content/shown.h"
#include "content/utf8.h"

namespace greenline::content {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whose file this is, when its first letters say that it is no text of anybody's; else empty.
std::string_view other_program(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> beginnings[] = {
      {"PK\x03\x04", "a zip, or a document of Word or LibreOffice"},
      {"{\\rtf", "a document with formatting (RTF)"},
      {"%PDF", "a PDF"},
      {"\xD0\xCF\x11\xE0", "a document of an old Word or Excel"},
  };
  const auto found = std::ranges::find_if(beginnings, [&](const auto& one) { return text.starts_with(one.first); });
  return found == std::end(beginnings) ? std::string_view() : found->second;
}

}  // namespace

bool Scanner::refuse_at(std::size_t at, NodeId node, Problem problem, std::string found, std::string expected,
                        std::string hint) {
  index_.problems_.push_back({at, node, problem, std::move(found), std::move(expected), std::move(hint), {}});
  return false;
}

bool Scanner::refuse(NodeId node, std::string expected, std::string hint, Problem problem) {
  if (at_ >= text_.size() && text_.find_first_not_of(" \t\r\n") == text_.npos) problem = Problem::empty_file;
  return refuse_at(at_, node, problem, found_here(), std::move(expected), std::move(hint));
}

std::string Scanner::found_here() const {
  if (at_ >= text_.size()) return "the end of the file";
  const std::string_view rest = text_.substr(at_);
  const auto byte = static_cast<unsigned char>(rest[0]);
  if (byte == '\n' || byte == '\r') return "the end of the line";
  if (byte < 0x20) return "a control character";
  return as_found(rest.substr(0, character_bytes(rest)));
}

void Scanner::skip_space() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
}

bool Scanner::utf8() {
  const std::size_t bad = first_ill_formed(text_);
  if (bad == text_.size()) return true;
  return refuse_at(bad, no_node, Problem::not_utf8, "a byte that is not UTF-8", "a text in UTF-8",
                   "Save the file again with the encoding UTF-8.");
}

void Scanner::scan() {
  if (text_.size() > max_file_bytes) {
    refuse_at(0, no_node, Problem::too_large, std::to_string(text_.size()) + " bytes",
              "at most " + std::to_string(max_file_bytes) + " bytes");
    return;
  }
  if (const std::string_view whose = other_program(text_); !whose.empty()) {
    refuse_at(0, no_node, Problem::not_json, std::string(whose), "plain text",
              "Write it with a text editor (Notepad, TextEdit as plain text), not with a word processor.");
    return;
  }
  if (!utf8()) return;
  skip_space();
  if (!value(no_node, {}, 0, 1)) return;
  skip_space();
  if (at_ < text_.size()) refuse(index_.root(), "the end of the file", {});
}

bool Scanner::value(NodeId parent, std::string key, std::size_t key_at, int depth) {
  auto& nodes = index_.nodes_;
  if (nodes.size() >= max_values)
    return refuse_at(at_, parent, Problem::out_of_bounds, "one value more",
                     "at most " + std::to_string(max_values) + " values in a file");
  const auto self = static_cast<NodeId>(nodes.size());
  PositionNode made;
  made.value_at = static_cast<std::uint32_t>(at_);
  made.key_at = static_cast<std::uint32_t>(key_at);
  made.key = std::move(key);
  made.parent = parent;
  if (parent != no_node) {
    made.in_object = text_[nodes[parent].value_at] == '{';
    made.place = static_cast<std::uint32_t>(nodes[parent].children.size());
    nodes[parent].children.push_back(self);
  }
  nodes.push_back(std::move(made));

  std::string unused;
  const char first = here();
  if ((first == '{' || first == '[') && depth > max_depth)
    return refuse(self, "at most " + std::to_string(max_depth) + " values one inside another", {}, Problem::out_of_bounds);
  if (first == '{') return object(self, depth);
  if (first == '[') return list(self, depth);
  if (first == '"') return quoted(self, unused);
  if (first == '-' || is_digit(first)) return number(self);
  if (first == 't') return word(self, "true");
  if (first == 'f') return word(self, "false");
  if (first == 'n') return word(self, "null");
  if (first == ',' || first == '}' || first == ']')
    return refuse(self, "a value", "A value is missing here, or a comma is one too many.", Problem::comma_too_many);
  if (first == 'N' || first == 'I' || first == '+' || first == '.')
    return refuse(self, "a number with digits", "NaN and Infinity are no numbers here.", Problem::bad_number);
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("True") || rest.starts_with("TRUE") || rest.starts_with("False") || rest.starts_with("FALSE"))
    return refuse(self, "a value", "Write true and false in small letters, without quotes.");
  return refuse(self, "a value", may_be_of_a_word(first) ? "Texts stand in double quotes." : "");
}

// After a member or an item: a comma and another one, or the end.
bool Scanner::separator(NodeId self, char close, bool& closed) {
  skip_space();
  closed = here() == close;
  if (closed) {
    ++at_;
    return true;
  }
  if (here() == ',') {
    ++at_;
    return true;
  }
  const std::size_t before = at_ == 0 ? text_.npos : text_.find_last_not_of(" \t", at_ - 1);
  if (before != text_.npos && text_[before] == '"' && may_be_of_a_word(here()))
    return refuse(self, "a comma, or the end of the text",
                  "Is a quote missing before it, or does one stand inside of a text? There write “ and ”, or \\\".",
                  Problem::stray_quote);
  return refuse(self, std::string("',' or '") + close + "'", never_closed(self));
}

// What to look at where a bracket was left out.
std::string Scanner::never_closed(NodeId self) const {
  const std::size_t open = index_.nodes_[self].value_at;
  const char sign = text_[open];
  const char close = sign == '{' ? '}' : ']';
  return std::string("The '") + sign + "' in line " + std::to_string(index_.position(open).line) + " has no '" + close +
         "' yet.";
}

bool Scanner::object(NodeId self, int depth) {
  ++at_;
  skip_space();
  if (here() == '}') {
    ++at_;
    return true;
  }
  std::unordered_set<std::string> seen;
  for (bool closed = false; !closed;) {
    skip_space();
    const std::size_t key_at = at_;
    std::string key;
    if (here() != '"') return refuse(self, "a key in double quotes", may_be_of_a_word(here()) ? "" : never_closed(self));
    if (!quoted(self, key)) return false;
    if (key.size() > max_key_bytes)
      return refuse_at(key_at, self, Problem::out_of_bounds, "a key of " + std::to_string(key.size()) + " bytes",
                       "a key of at most " + std::to_string(max_key_bytes) + " bytes");
    skip_space();
    if (here() != ':')
      return refuse(
          self, "a colon ':' between a key and what it says",
          here() == ',' || here() == '}' ? "Is it a text that lacks its key, or a ']' or '}' that is missing before?" : "");
    ++at_;
    skip_space();
    const bool again = !seen.insert(key).second;
    const auto child = static_cast<NodeId>(index_.nodes_.size());
    const bool whole = value(self, key, key_at, depth + 1);
    if (again && child < index_.nodes_.size())
      refuse_at(key_at, child, Problem::key_twice, as_found(key) + " a second time", "each key once", "Keep one of the two.");
    if (!whole || !separator(self, '}', closed)) return false;
  }
  return true;
}

bool Scanner::list(NodeId self, int depth) {
  ++at_;
  skip_space();
  if (here() == ']') {
    ++at_;
    return true;
  }
  for (bool closed = false; !closed;) {
    skip_space();
    if (!value(self, {}, at_, depth + 1) || !separator(self, ']', closed)) return false;
  }
  return true;
}

bool Scanner::word(NodeId self, std::string_view expected) {
  if (text_.substr(at_, expected.size()) != expected)
    return refuse(self, "a value", "Texts stand in double quotes.", Problem::not_json);
  at_ += expected.size();
  return true;
}

bool Scanner::number(NodeId self) {
  const std::size_t from = at_;
  const auto digits = [this] {
    const std::size_t first = at_;
    while (is_digit(here())) ++at_;
    return at_ > first;
  };
  if (here() == '-') ++at_;
  if (here() == '0' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))
    return refuse_at(from, self, Problem::bad_number, "a number that begins with 0", "a number", "Take the leading 0 out.");
  if (!digits()) return refuse(self, "a digit", {}, Problem::bad_number);
  if (here() == '.' && (++at_, !digits())) return refuse(self, "a digit after the point", {}, Problem::bad_number);
  if (here() == 'e' || here() == 'E') {
    ++at_;
    if (here() == '+' || here() == '-') ++at_;
    if (!digits()) return refuse(self, "a digit of the exponent", {}, Problem::bad_number);
  }
  double read = 0;
  const auto outcome = std::from_chars(text_.data() + from, text_.data() + at_, read);
  if (outcome.ec != std::errc{})
    return refuse_at(from, self, Problem::bad_number, as_found(text_.substr(from, std::min<std::size_t>(at_ - from, 24))),
                     "a number that a computer can hold");
  return true;
}

bool Scanner::quoted(NodeId self, std::string& decoded) {
  const std::size_t from = at_++;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '"') {
      ++at_;
      return true;
    }
    if (c == '\n' || c == '\r')
      return refuse_at(from, self, Problem::control_character, "a text that does not end on its line", "a closing '\"'",
                       "For a new line in a text, write \\n.");
    if (static_cast<unsigned char>(c) < 0x20)
      return refuse(self, "a text without control characters", "For a tab in a text, write \\t.", Problem::control_character);
    if (c == '\\') {
      if (!escape(self, decoded)) return false;
      continue;
    }
    decoded += c;
    ++at_;
  }
  return refuse_at(from, self, Problem::not_json, "a text that does not end", "a closing '\"'",
                   "The file ends in the middle of it. Was it copied or saved whole?");
}

bool Scanner::escape(NodeId self, std::string& decoded) {
  static constexpr std::string_view plain = "\"\\/bfnrt";
  static constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  ++at_;
  if (const auto which = plain.find(here()); at_ < text_.size() && which != std::string_view::npos) {
    decoded += meant[which];
    ++at_;
    return true;
  }
  if (here() != 'u')
    return refuse(self, "one of \" \\ / b f n r t u after \\", "For a backslash, write \\\\.", Problem::bad_escape);
  const std::size_t from = at_ - 1;
  unsigned code = 0;
  if (!hex4(self, code)) return false;
  if (code >= 0xD800 && code < 0xDC00 && text_.substr(at_, 2) == "\\u") {
    ++at_;
    unsigned low = 0;
    if (!hex4(self, low)) return false;
    if (low < 0xDC00 || low > 0xDFFF)
      return refuse_at(from, self, Problem::half_a_character, "half of a character", "both halves of a surrogate pair");
    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
  }
  if (code >= 0xD800 && code < 0xE000)
    return refuse_at(from, self, Problem::half_a_character, "half of a character", "both halves of a surrogate pair");
  append_utf8(decoded, code);
  return true;
}

bool Scanner::hex4(NodeId self, unsigned& code) {
  ++at_;  // the u
  const std::string_view digits = text_.substr(at_, 4);
  const auto outcome = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (digits.size() < 4 || outcome.ptr != digits.data() + 4)
    return refuse(self, "four hexadecimal digits", {}, Problem::bad_escape);
  at_ += 4;
  return true;
}

}  // namespace greenline::content
