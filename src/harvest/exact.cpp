#include "harvest/exact.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "harvest/harvest.h"

namespace greenline::harvest {
namespace {

using namespace model;
using Json = nlohmann::ordered_json;

// The shortest decimal that reads back as the same float.
double shortest(float value) {
  char text[48];
  const auto end = std::to_chars(text, text + sizeof text - 1, value).ptr;
  *end = '\0';
  return std::strtod(text, nullptr);
}

Json to_json(const ThreadEnd& end) {
  if (const auto* card = std::get_if<CardId>(&end)) return {{"card", number(*card)}};
  return {{"region", std::get<RegionEnd>(end).region}};
}
Json to_json(const NourishTarget& beside) {
  if (const auto* card = std::get_if<CardId>(&beside)) return {{"card", number(*card)}};
  if (const auto* thread = std::get_if<ThreadId>(&beside)) return {{"thread", number(*thread)}};
  return {{"region", std::get<RegionEnd>(beside).region}};
}
std::string_view to_json(NourishKind kind) {
  constexpr std::array names{"question", "offer", "story", "thanks", "origin"};
  return names.at(static_cast<std::size_t>(kind));
}

class Writer {
 public:
  void add(const Event& event) {
    one_ = Json::object();
    std::visit([this](const auto& body) { put(body); }, event.body);
    if (!one_.empty()) all_.push_back(std::move(one_));
  }
  [[nodiscard]] Json taken() { return std::move(all_); }

 private:
  void put(const ActivityOpened& is) {
    one_ = {
        {"activity", is.activity}, {"canvas", is.canvas}, {"activity_file", is.activity_text}, {"canvas_file", is.canvas_text}};
  }
  void put(const ActivityClosed&) { one_["closed"] = true; }
  void put(const PhaseEntered& is) { one_["phase"] = is.phase; }
  void put(const CardMade& is) {
    one_["card"] = number(is.card);
    put_saying(is.saying);
    put_place(is.place);
    put_visit(is.phase_visit);
  }
  void put(const CardLit& is) { put_line("lit", number(is.card), is.why, is.language); }
  void put(const CardLetGo& is) { put_line("at_rest", number(is.card), is.thanks, is.language); }
  void put(const ThreadDrawn& is) {
    one_["thread"] = number(is.thread);
    one_["from"] = to_json(is.from);
    one_["to"] = to_json(is.to);
    put_visit(is.phase_visit);
  }
  void put(const ThreadWorded& is) { put_line("word_of_thread", number(is.thread), is.word, is.language); }
  void put(const GatheringMade& is) {
    one_["gathering"] = number(is.gathering);
    for (const CardId& card : is.cards) one_["cards"].push_back(number(card));
    put_visit(is.phase_visit);
  }
  void put(const GatheringNamed& is) { put_line("name_of_gathering", number(is.gathering), is.name, is.language); }
  void put(const NourishmentLeft& is) {
    one_["left"] = number(is.nourishment);
    one_["kind"] = to_json(is.kind);
    one_["beside"] = to_json(is.beside);
    put_saying(is.saying);
    put_visit(is.phase_visit);
  }
  void put(const MarkerSet& is) {
    one_["marker"] = number(is.marker);
    put_place(is.place);
    put_visit(is.phase_visit);
  }
  template <class Other>
  void put(const Other&) {}  // nothing else leaves

  void put_line(const char* what, std::uint64_t of, const std::string& words, const std::string& language) {
    one_[what] = of;
    if (!words.empty()) one_["words"] = words;
    if (!language.empty()) one_["language"] = language;
  }
  void put_saying(const Saying& saying) {
    if (!saying.words.empty()) one_["words"] = saying.words;
    if (!saying.language.empty()) one_["language"] = saying.language;
    for (const Stroke& stroke : saying.ink) {
      Json points = Json::array();
      for (const InkPoint& point : stroke)
        points.push_back(Json::array({shortest(point.x), shortest(point.y), shortest(point.width)}));
      one_["drawing"].push_back(std::move(points));
    }
  }
  void put_place(const Place& place) {
    if (!place.region.empty()) one_["region"] = place.region;
    one_["at"] = Json::array({shortest(place.at.x), shortest(place.at.y)});
  }
  void put_visit(const EventId& visit) {
    if (!visit.empty()) one_["in"] = number(visit);
  }

  Json all_ = Json::array(), one_;
};

}  // namespace

std::string to_json(const Leaving& leaving) {
  Writer writer;
  for (const Event& event : leaving.events) writer.add(event);
  const Json all = {
      {"$schema", "convening.schema.json"}, {"greenline", "convening"}, {"version", 1}, {"happened", writer.taken()}};
  return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace greenline::harvest
