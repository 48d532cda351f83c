#include <algorithm>
#include <optional>
#include <utility>

#include "drafts/draft_bounds.h"
#include "drafts/draft_file.h"
#include "drafts/draft_json.h"
#include "drafts/draft_limits.h"

namespace greenline::drafts {
namespace {

using Json = DraftJson;

// A value of the line and where it stands. None after a mistake.
struct Found {
  const Json* json = nullptr;
  std::string pointer;
};

// Reads what must be there. The first mistake is kept; every later reading is harmless and gives an empty value.
class LineReader {
 public:
  std::optional<DraftMistake> mistake;

  Found member(const Found& in, const char* key) {
    if (in.json == nullptr) return {};
    const auto at = in.json->find(key);  // the end, where it is no object
    if (at != in.json->end()) return {&*at, in.pointer + "/" + key};
    wrong(in, "no \"" + std::string(key) + "\"", "\"" + std::string(key) + "\"");
    return {};
  }
  // The same, and no mistake when it is not there.
  static Found member_if_any(const Found& in, const char* key) {
    if (in.json == nullptr || !in.json->contains(key)) return {};
    return {&(*in.json)[key], in.pointer + "/" + key};
  }
  std::string text(const Found& at) {
    if (at.json == nullptr) return {};
    if (at.json->is_string()) return at.json->get<std::string>();
    wrong(at, at.json->type_name(), "a text");
    return {};
  }
  template <class AnyId>
  AnyId id(const Found& at) {
    const auto bytes = model::bytes_from_text(text(at));
    if (bytes) return AnyId{*bytes};
    wrong(at, "something else", "an identity of 32 hexadecimal digits in groups of 8-4-4-4-12");
    return {};
  }
  std::vector<float> numbers(const Found& at) {
    if (at.json == nullptr) return {};
    std::vector<float> numbers;
    const bool all = at.json->is_array() && std::ranges::all_of(*at.json, [](const Json& json) { return json.is_number(); });
    if (!all) wrong(at, at.json->is_array() ? "something that is not a number" : at.json->type_name(), "a list of numbers");
    if (all) std::ranges::transform(*at.json, std::back_inserter(numbers), [](const Json& json) { return json.get<float>(); });
    return numbers;
  }
  std::pair<float, float> pair(const Found& at) {
    const std::vector<float> both = numbers(at);
    if (both.size() == 2) return {both[0], both[1]};
    wrong(at, std::to_string(both.size()) + " numbers", "two numbers");
    return {};
  }
  void wrong(const Found& at, std::string found, std::string expected) {
    if (!mistake) mistake = DraftMistake{at.pointer, std::move(found), std::move(expected)};
  }
};

model::Stroke read_stroke(LineReader& reader, const Found& at) {
  const std::vector<float> numbers = reader.numbers(at);
  if (numbers.size() % numbers_per_ink_point != 0) {
    reader.wrong(at, std::to_string(numbers.size()) + " numbers", "three for each point");
    return {};
  }
  model::Stroke stroke;
  stroke.reserve(numbers.size() / numbers_per_ink_point);
  for (std::size_t i = 0; i < numbers.size(); i += numbers_per_ink_point) {
    stroke.push_back({numbers[i], numbers[i + 1], numbers[i + 2]});
  }
  return stroke;
}

std::vector<model::Stroke> read_ink(LineReader& reader, const Found& at) {
  if (at.json == nullptr) return {};
  if (!at.json->is_array()) reader.wrong(at, at.json->type_name(), "a list of strokes");
  std::vector<model::Stroke> ink;
  for (std::size_t i = 0; !reader.mistake && i < at.json->size(); ++i) {
    ink.push_back(read_stroke(reader, {&(*at.json)[i], at.pointer + "/" + std::to_string(i)}));
  }
  return ink;
}

model::NourishTarget read_end(LineReader& reader, const Found& at) {
  if (const Found card = LineReader::member_if_any(at, "card"); card.json != nullptr) return reader.id<model::CardId>(card);
  if (const Found thread = LineReader::member_if_any(at, "thread"); thread.json != nullptr) {
    return reader.id<model::ThreadId>(thread);
  }
  return model::RegionEnd{reader.text(reader.member(at, "region"))};
}

model::NourishKind read_kind(LineReader& reader, const Found& at) {
  const auto* const name = std::ranges::find(nourish_kind_names, reader.text(at));
  if (name == nourish_kind_names.end()) {
    reader.wrong(at, "another kind", "one of \"question\", \"offer\", \"story\", \"thanks\"");
    return {};
  }
  return static_cast<model::NourishKind>(name - nourish_kind_names.begin());
}

decltype(ui::Draft::becomes) read_becomes(LineReader& reader, const Found& at) {
  if (const Found card = LineReader::member_if_any(at, "card"); card.json != nullptr) {
    const auto [x, y] = reader.pair(reader.member(card, "at"));
    return ui::DraftCard{{reader.text(reader.member(card, "region")), {x, y}}};
  }
  if (const Found nourishment = LineReader::member_if_any(at, "nourishment"); nourishment.json != nullptr) {
    return ui::DraftNourishment{read_end(reader, reader.member(nourishment, "beside")),
                                read_kind(reader, reader.member(nourishment, "kind"))};
  }
  if (const Found word = LineReader::member_if_any(at, "word"); word.json != nullptr) {
    return ui::DraftWord{reader.id<model::ThreadId>(reader.member(word, "thread"))};
  }
  if (const Found name = LineReader::member_if_any(at, "name"); name.json != nullptr) {
    return ui::DraftName{reader.id<model::GatheringId>(reader.member(name, "gathering"))};
  }
  if (at.json != nullptr) reader.wrong(at, "something else", "one of \"card\", \"nourishment\", \"word\", \"name\"");
  return {};
}

ui::Draft read_draft(LineReader& reader, const Json& json) {
  const Found line{&json, ""};
  ui::Draft draft;
  draft.becomes = read_becomes(reader, reader.member(line, "becomes"));
  draft.words = reader.text(reader.member(line, "words"));
  draft.language = reader.text(reader.member(line, "language"));
  draft.ink = read_ink(reader, reader.member(line, "ink"));
  std::tie(draft.across, draft.down) = reader.pair(reader.member(line, "seat"));
  if (!reader.mistake) reader.mistake = mistake_in(draft);
  return draft;
}

// A file of drafts, line by line.
class FileReader {
 public:
  explicit FileReader(const std::string& file) : file_(file) {}
  DraftsRead read;

  // False when nothing after it is to be read.
  bool first_line(std::string_view text) {
    const std::optional<Json> json = json_of(text);
    if (!json) return true;  // the drafts may be whole all the same
    LineReader reader;
    const Found line{&*json, ""};
    if (reader.text(reader.member(line, "greenline")) != "drafts") {
      tell({"/greenline", "another kind of file", "\"drafts\""});
      return false;
    }
    const Found version = reader.member(line, "version"), drafts = reader.member(line, "drafts");
    if (version.json != nullptr && *version.json != drafts_version) {
      read.from_newer = version.json->is_number_unsigned() && *version.json > drafts_version;
      tell({version.pointer, "another version", std::to_string(drafts_version)},
           read.from_newer ? "This file was written by a newer Greenline." : "");
      return false;
    }
    if (drafts.json != nullptr && drafts.json->is_number_unsigned()) promised_ = drafts.json->get<std::size_t>();
    if (drafts.json != nullptr && !promised_) reader.wrong(drafts, drafts.json->type_name(), "how many drafts follow");
    if (reader.mistake) tell(*reader.mistake);
    return true;
  }
  void draft_line(std::string_view text) {
    ++drafts_;
    const std::optional<Json> json = json_of(text);
    if (!json) return;
    LineReader reader;
    ui::Draft draft = read_draft(reader, *json);
    if (reader.mistake) return tell(*reader.mistake);
    read.drafts.push_back(std::move(draft));
  }
  void end() {
    if (!promised_ || *promised_ == drafts_) return;
    tell({"", std::to_string(drafts_) + " drafts", std::to_string(*promised_) + " drafts, as the first line tells"});
  }
  void tell(const DraftMistake& what, std::string hint = {}, std::size_t column = 1) {
    read.wrong.push_back({file_, what.pointer, line_, static_cast<int>(column), what.found, what.expected, std::move(hint)});
  }
  void next_line() { ++line_; }
  [[nodiscard]] bool full() const { return drafts_ == max_drafts; }

 private:
  std::optional<Json> json_of(std::string_view text) {
    DraftBounds bounds;
    if (Json::sax_parse(text, &bounds)) return Json::parse(text, nullptr, false);
    tell({"", bounds.found, bounds.expected}, {}, bounds.column);
    return std::nullopt;
  }

  const std::string& file_;
  std::optional<std::size_t> promised_;
  std::size_t drafts_ = 0;
  int line_ = 0;
};

std::string_view next_line_of(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

DraftsRead decode_drafts(std::string_view text, const std::string& file) {
  FileReader reader(file);
  if (text.size() > max_drafts_bytes) {
    reader.tell({"", std::to_string(text.size()) + " bytes", "at most " + std::to_string(max_drafts_bytes) + " bytes"});
    return std::move(reader.read);
  }
  reader.next_line();
  if (!reader.first_line(next_line_of(text))) return std::move(reader.read);
  while (!text.empty()) {
    reader.next_line();
    if (reader.full()) {
      reader.tell({"", "one draft more", "at most " + std::to_string(max_drafts) + " drafts"});
      return std::move(reader.read);
    }
    reader.draft_line(next_line_of(text));
  }
  reader.end();
  return std::move(reader.read);
}

}  // namespace greenline::drafts
