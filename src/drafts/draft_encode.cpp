#include <utility>

#include "drafts/draft_file.h"
#include "drafts/draft_json.h"
#include "drafts/draft_limits.h"

namespace greenline::drafts {
namespace {

using Json = DraftJson;

constexpr std::size_t first_line_bytes = 100;  // more than it ever has

// {key: value}
Json with(const char* key, Json value) {
  Json object = Json::object();
  object[key] = std::move(value);
  return object;
}

Json pair_of(float first, float second) {
  Json list = Json::array();
  list.push_back(first);
  list.push_back(second);
  return list;
}

Json end_json(const model::NourishTarget& end) {
  if (const auto* card = std::get_if<model::CardId>(&end)) return with("card", to_text(*card));
  if (const auto* thread = std::get_if<model::ThreadId>(&end)) return with("thread", to_text(*thread));
  return with("region", std::get<model::RegionEnd>(end).region);
}

struct BecomesJson {
  Json operator()(const ui::DraftCard& card) const {
    Json place = with("region", card.place.region);
    place["at"] = pair_of(card.place.at.x, card.place.at.y);
    return with("card", std::move(place));
  }
  Json operator()(const ui::DraftNourishment& nourishment) const {
    Json json = with("beside", end_json(nourishment.beside));
    json["kind"] = nourish_kind_names.at(static_cast<std::size_t>(nourishment.kind));
    return with("nourishment", std::move(json));
  }
  Json operator()(const ui::DraftWord& word) const { return with("word", with("thread", to_text(word.thread))); }
  Json operator()(const ui::DraftName& name) const { return with("name", with("gathering", to_text(name.gathering))); }
};

Json ink_json(const std::vector<model::Stroke>& ink) {
  Json strokes = Json::array();
  for (const model::Stroke& stroke : ink) {
    Json::array_t numbers;
    numbers.reserve(stroke.size() * numbers_per_ink_point);
    for (const model::InkPoint& point : stroke) numbers.insert(numbers.end(), {point.x, point.y, point.width});
    strokes.push_back(std::move(numbers));
  }
  return strokes;
}

// The draft must be within the limits: what is not UTF-8 cannot be written as JSON.
std::string line_of(const ui::Draft& draft) {
  Json json = with("becomes", std::visit(BecomesJson{}, draft.becomes));
  json["words"] = draft.words;
  json["language"] = draft.language;
  json["ink"] = ink_json(draft.ink);
  json["seat"] = pair_of(draft.across, draft.down);
  return json.dump() + "\n";
}

std::string first_line(std::size_t drafts) {
  Json json = with("greenline", "drafts");
  json["version"] = drafts_version;
  json["drafts"] = drafts;
  return json.dump() + "\n";
}

}  // namespace

DraftsWritten encode_drafts(std::span<const ui::Draft> drafts, const std::string& file) {
  DraftsWritten written;
  std::size_t lines = 0;
  std::string body;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto leave_out = [&](const DraftMistake& why) {
      written.left_out.push_back({file, "/" + std::to_string(i) + why.pointer, 0, 0, why.found, why.expected, ""});
    };
    if (const auto wrong = mistake_in(drafts[i])) {
      leave_out(*wrong);
    } else if (lines == max_drafts) {
      leave_out({"", "one draft more", "at most " + std::to_string(max_drafts) + " drafts"});
    } else if (const std::string line = line_of(drafts[i]); first_line_bytes + body.size() + line.size() > max_drafts_bytes) {
      leave_out({"", "a draft for which there is no room", "at most " + std::to_string(max_drafts_bytes) + " bytes in all"});
    } else {
      body += line;
      ++lines;
    }
  }
  written.text = first_line(lines) + body;
  return written;
}

}  // namespace greenline::drafts
