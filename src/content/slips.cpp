#include "content/slips.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "content/excerpt.h"
#include "content/load.h"
#include "content/reader.h"
#include "content/utf16.h"
#include "content/utf8.h"

namespace greenline::content {
namespace {

bool is_plain_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_number_or_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' || c == '.' ||
         c == '_';
}

// A space that is none, and what to write for it.
std::optional<std::string_view> space_like(char32_t code) {
  if (code == 0xA0 || code == 0x202F || code == 0x3000 || code == 0x205F || (code >= 0x2000 && code <= 0x200A)) return " ";
  if (code == 0x200B || code == 0xFEFF || code == 0x2060) return "";
  return std::nullopt;
}

// What stands without quotes; NaN and Infinity are told as numbers that are none.
bool is_known_word(std::string_view word) {
  return word == "true" || word == "false" || word == "null" || word == "NaN" || word == "Infinity";
}

bool is_other_quote(char32_t code) {
  return (code >= 0x2018 && code <= 0x201F) || code == 0xAB || code == 0xBB || code == '\'' || code == 0x2039 || code == 0x203A;
}

// Walks a text sign by sign, and writes down what a person meant otherwise.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  std::vector<Slip> slips() {
    while (at_ < text_.size() && slips_.size() < max_slips) step();
    // What is put in stands before what is taken out at the same place: a comma, then a space that is none.
    std::ranges::stable_sort(slips_, {}, [](const Slip& slip) { return std::pair(slip.at, slip.bytes); });
    return std::move(slips_);
  }

 private:
  enum class Before { nothing, open, comma, colon, key, value };

  void step() {
    const char c = text_[at_];
    if (c == '\r' && text_.substr(at_, 2) == "\r\n" && !std::exchange(line_ends_told_, true))
      note(at_, 0, "", Problem::line_ends);
    if (is_plain_space(c)) {
      ++at_;
    } else if (const std::size_t comment = comment_bytes(); comment > 0) {
      take_out_comment(comment);
    } else if (c == '{' || c == '[') {
      begin_value();
      open_.push_back(c);
      before_ = Before::open;
      ++at_;
    } else if (c == '}' || c == ']') {
      if (!open_.empty()) open_.pop_back();
      end_value(at_ + 1);
    } else if (c == ':') {
      before_ = Before::colon;
      ++at_;
    } else if (c == ',') {
      comma();
    } else if (c == '"') {
      begin_value();
      straight_text();
    } else if (is_number_or_word(c)) {
      begin_value();
      word();
    } else {
      other_sign();
    }
  }

  void other_sign() {
    const std::string_view rest = text_.substr(at_);
    const std::size_t bytes = character_bytes(rest);
    const char32_t code = first_code_point(rest);
    if (const auto space = space_like(code)) {
      const bool first = at_ == 0 && code == 0xFEFF;
      note(at_, bytes, std::string(*space), first ? Problem::byte_order_mark : Problem::no_break_space);
      at_ += bytes;
    } else if (is_other_quote(code)) {
      begin_value();
      quoted_otherwise(bytes);
    } else {
      at_ += bytes;  // nobody knows what it means; whoever reads it says so
    }
  }

  void note(std::size_t at, std::size_t bytes, std::string write, Problem problem) {
    slips_.push_back({at, bytes, std::move(write), problem});
  }

  [[nodiscard]] bool in_object() const { return !open_.empty() && open_.back() == '{'; }
  [[nodiscard]] bool key_is_next() const {
    return in_object() && (before_ == Before::open || before_ == Before::comma || before_ == Before::value);
  }

  // Something begins where a comma had to stand.
  void begin_value() {
    if (before_ == Before::value && !open_.empty()) {
      note(value_end_, 0, ",", Problem::comma_missing);
      before_ = Before::comma;
    }
  }

  void end_value(std::size_t end) {
    before_ = key_is_next() && text_[end - 1] != '}' && text_[end - 1] != ']' ? Before::key : Before::value;
    at_ = value_end_ = end;
  }

  // Bytes of the comment that begins here; 0 for none.
  [[nodiscard]] std::size_t comment_bytes() const {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("/*")) {
      const auto end = rest.find("*/", 2);
      return end == rest.npos ? 0 : end + 2;
    }
    if (!rest.starts_with("//") && !rest.starts_with("#")) return 0;
    return std::min(rest.find_first_of("\r\n"), rest.size());
  }

  void take_out_comment(std::size_t bytes) {
    const std::string_view comment = text_.substr(at_, bytes);
    note(at_, bytes, std::string(static_cast<std::size_t>(std::ranges::count(comment, '\n')), '\n'), Problem::comment);
    at_ += bytes;
  }

  // The next sign that is neither space nor comment.
  [[nodiscard]] char next_sign(std::size_t from) const {
    Walk ahead(text_);
    ahead.at_ = from;
    while (ahead.at_ < text_.size()) {
      if (is_plain_space(text_[ahead.at_]))
        ++ahead.at_;
      else if (const std::size_t comment = ahead.comment_bytes(); comment > 0)
        ahead.at_ += comment;
      else if (const auto rest = text_.substr(ahead.at_); space_like(first_code_point(rest)))
        ahead.at_ += character_bytes(rest);
      else
        return text_[ahead.at_];
    }
    return '\0';
  }

  void comma() {
    const char next = next_sign(at_ + 1);
    const bool digit_after = at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9';
    const bool digit_before = at_ > 0 && text_[at_ - 1] >= '0' && text_[at_ - 1] <= '9';
    if (in_object() && before_ == Before::value && digit_before && digit_after) {
      note(at_, 1, ".", Problem::bad_number);
      std::size_t end = at_ + 1;
      while (end < text_.size() && is_number_or_word(text_[end])) ++end;
      at_ = value_end_ = end;
      return;
    }
    const bool nothing_between = before_ == Before::comma || (before_ == Before::open && next != '\0');
    if (!open_.empty() && (nothing_between || ((next == '}' || next == ']') && before_ == Before::value)))
      note(at_, 1, "", Problem::comma_too_many);
    else
      before_ = Before::comma;
    ++at_;
  }

  // Whether what stands at `at` could follow a whole text: its colon, a comma, an end.
  [[nodiscard]] bool ends_before(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    return at >= text_.size() || std::string_view(":,]}\r\n").find(text_[at]) != std::string_view::npos;
  }

  // Whether words stand there, on the same line, that nothing separates from what came before.
  [[nodiscard]] bool goes_on_with_letters(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    if (at >= text_.size() || !may_be_of_a_word(text_[at])) return false;
    const std::string_view rest = text_.substr(at);
    const char32_t code = first_code_point(rest);
    if (space_like(code) || is_other_quote(code)) return false;
    std::size_t end = 0;
    while (end < rest.size() && is_number_or_word(rest[end])) ++end;
    return !is_known_word(rest.substr(0, end));
  }

  // In straight quotes. A key may have been closed with a curly one, and so may a text on whose line no straight one follows.
  void straight_text() {
    const bool is_key = key_is_next();
    std::size_t curly = text_.npos;
    for (std::size_t at = at_ + 1; at < text_.size();) {
      const char c = text_[at];
      if (c == '"') {
        if (is_key && curly != text_.npos) break;
        if (goes_on_with_letters(at + 1)) return stray_quote(at);
        return end_value(at + 1);
      }
      if (c == '\n' || c == '\r') break;
      const std::string_view rest = text_.substr(at);
      const std::size_t bytes = c == '\\' ? std::min<std::size_t>(2, rest.size()) : character_bytes(rest);
      if (c != '\\' && curly == text_.npos && first_code_point(rest) == 0x201D && ends_before(at + bytes)) curly = at;
      at += bytes;
    }
    if (curly == text_.npos) {
      at_ = text_.size();  // it does not end: whoever reads it says so
      return;
    }
    const std::size_t bytes = character_bytes(text_.substr(curly));
    note(curly, bytes, "\"", Problem::curly_quotes);
    end_value(curly + bytes);
  }

  // A number, true, false or null; else a text or a key that lacks a quote, or both.
  void word() {
    std::size_t end = at_;
    while (end < text_.size() && is_number_or_word(text_[end])) ++end;
    const std::string_view said = text_.substr(at_, end - at_);
    if (!may_be_of_a_word(said.front()) || is_known_word(said)) return end_value(end);
    std::string small(said);
    std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (is_known_word(small)) return end_value(end);  // "False" is no text that lacks its quotes
    if (text_.substr(end, 1) != "\"" && ends_before(end)) {
      note(at_, said.size(), "\"" + std::string(said) + "\"", Problem::stray_quote);
      return end_value(end);
    }
    const std::size_t closing = text_.find_first_of("\"\r\n:{}[]", at_);
    if (closing == text_.npos || text_[closing] != '"' || !text_may_end(closing + 1)) return end_value(end);
    note(at_, 0, "\"", Problem::stray_quote);
    end_value(closing + 1);
  }

  // Whether after a quote that closes a text there stands what may follow one: of a text in which somebody quotes somebody,
  // the first inner quote does not.
  [[nodiscard]] bool text_may_end(std::size_t at) const {
    if (!ends_before(at)) return false;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    if (at >= text_.size() || text_[at] != ',') return true;
    const std::size_t next = text_.find_first_not_of(" \t", at + 1);
    if (next == text_.npos || !may_be_of_a_word(text_[next])) return true;
    std::size_t end = next;
    while (end < text_.size() && is_number_or_word(text_[end])) ++end;
    return is_known_word(text_.substr(next, end - next)) || text_.substr(end, 1) == "\"" || text_.substr(end, 1) == ":";
  }

  // A text whose first quote after its beginning, at `inner`, stands before further letters. Quotes inside of a text come two
  // by two; a single one opens the next text (`"Look, "fr": …`), and the closing one was left out. Else nobody knows.
  void stray_quote(std::size_t inner) {
    std::vector<std::size_t> inside;
    std::size_t at = inner;
    while (at < text_.size() && text_[at] != '\n' && text_[at] != '\r') {
      if (text_[at] == '"' && text_may_end(at + 1)) break;
      if (text_[at] == '"') inside.push_back(at);
      at += text_[at] == '\\' ? 2 : 1;
    }
    const bool ends = at < text_.size() && text_[at] == '"';
    const std::size_t last = text_.find_last_not_of(" \t", inner - 1);
    if (ends && inside.size() % 2 == 0) {
      for (const std::size_t quote : inside) note(quote, 1, "\\\"", Problem::stray_quote);
      end_value(at + 1);
    } else if (ends && last > at_ && text_[last] == ',') {
      note(last, 0, "\"", Problem::stray_quote);
      end_value(last);
    } else {
      at_ = text_.size();  // whoever reads it says so
    }
  }

  // Until a quote after which a text may end.
  void quoted_otherwise(std::size_t opening_bytes) {
    const std::size_t from = at_, first_slip = slips_.size();
    note(from, opening_bytes, "\"", Problem::curly_quotes);
    for (std::size_t at = from + opening_bytes; at < text_.size() && text_[at] != '\n' && text_[at] != '\r';) {
      const std::string_view rest = text_.substr(at);
      const std::size_t bytes = text_[at] == '\\' ? std::min<std::size_t>(2, rest.size()) : character_bytes(rest);
      const bool straight = text_[at] == '"';
      if ((straight || is_other_quote(first_code_point(rest))) && ends_before(at + bytes)) {
        if (!straight) note(at, bytes, "\"", Problem::curly_quotes);
        return end_value(at + bytes);
      }
      if (straight) note(at, 1, "\\\"", Problem::curly_quotes);
      at += bytes;
    }
    slips_.resize(first_slip);  // it has no end: what was meant is not known
    at_ = text_.size();
  }

  std::string_view text_;
  std::size_t at_ = 0, value_end_ = 0;
  std::vector<char> open_;
  Before before_ = Before::nothing;
  bool line_ends_told_ = false;
  std::vector<Slip> slips_;
};

}  // namespace

std::size_t Mended::original(std::size_t at) const {
  const auto after = std::ranges::upper_bound(map_, at, {}, &std::pair<std::size_t, std::size_t>::first);
  // What was written in the place of less is where that was.
  const std::size_t most = after == map_.end() ? std::string::npos : after->second;
  if (after == map_.begin()) return std::min(at, most);
  const auto& [mended_at, original_at] = *std::prev(after);
  return std::min(original_at + (at - mended_at), most);
}

Mended mend(std::string_view text) {
  Mended made;
  if (text.size() > 2 * max_file_bytes) return made;
  if (auto utf8 = from_utf16(text)) {
    made.utf8 = *std::move(utf8);
    text = made.utf8;
    made.slips.push_back({0, 0, "", Problem::utf16});
  }
  if (text.size() > max_file_bytes || first_ill_formed(text) != text.size()) return made;
  for (Slip& slip : Walk(text).slips()) made.slips.push_back(std::move(slip));
  std::size_t at = 0;
  for (const Slip& slip : made.slips) {
    if (slip.bytes == 0 && slip.write.empty()) continue;
    made.text.append(text.substr(at, slip.at - at)).append(slip.write);
    at = slip.at + slip.bytes;
    made.map_.emplace_back(made.text.size(), at);
  }
  if (!made.map_.empty()) made.text.append(text.substr(at));
  return made;
}

bool is_slip(Problem problem) {
  switch (problem) {
    case Problem::utf16:
    case Problem::byte_order_mark:
    case Problem::curly_quotes:
    case Problem::no_break_space:
    case Problem::comment:
    case Problem::comma_too_many:
    case Problem::comma_missing:
    case Problem::stray_quote: return true;
    default: return false;
  }
}

SlipWords words_of(const Slip& slip, std::string_view text) {
  const std::string_view taken = text.substr(std::min(slip.at, text.size()), slip.bytes);
  switch (slip.problem) {
    case Problem::utf16: return {"two bytes a letter (UTF-16)", "a text in UTF-8", {}};
    case Problem::byte_order_mark: return {"a byte-order mark", "nothing before the first {", {}};
    case Problem::line_ends: return {"lines that end as on Windows", "nothing else: they are read as well", {}};
    case Problem::comment: return {"a comment, " + as_found(taken), "no comment: JSON has none", {}};
    case Problem::comma_too_many: return {as_found(","), "no comma here", {}};
    case Problem::comma_missing: return {"no comma", "a comma between two things", ","};
    case Problem::stray_quote:
      if (slip.bytes == 0) return {"no quote", "a straight double quote where a text begins and where it ends", "\""};
      if (taken == "\"") return {"a straight quote inside of a text", "“ and ” inside of a text, or \\\"", slip.write};
      return {as_found(taken), "straight double quotes round it", slip.write};
    case Problem::no_break_space: {
      char name[16];
      std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(first_code_point(taken)));
      return {"the space " + std::string(name) + ", which is no plain space", "a plain space", {}};
    }
    case Problem::bad_number: return {as_found(","), "a point: 0.5", "."};
    default: return {as_found(taken), "a straight double quote", slip.write};
  }
}

}  // namespace greenline::content
