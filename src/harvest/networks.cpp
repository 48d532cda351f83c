#include "harvest/networks.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "harvest/markup.h"

namespace greenline::harvest {
namespace {

using Json = nlohmann::ordered_json;

constexpr int card_wide = 260, card_high = 140, between = 24, columns = 4, circles_across = 3;

std::string node_of(const model::ThreadEnd& end) {
  if (const auto* card = std::get_if<model::CardId>(&end)) return "card-" + number_of(*card);
  return "circle-" + std::get<model::RegionEnd>(end).region;
}

CardList all_of(const Circle& circle) {
  CardList cards;
  for (const Group& group : circle.groups) cards.insert(cards.end(), group.cards.begin(), group.cards.end());
  cards.insert(cards.end(), circle.at_rest.begin(), circle.at_rest.end());
  return cards;
}

}  // namespace

std::string json_canvas(const Harvest& harvest) {
  Json nodes = Json::array(), edges = Json::array();
  constexpr int wide = columns * (card_wide + between) + between;
  int y = 0, tallest = 0, across = 0;
  for (const Circle& circle : harvest.reading().circles) {
    const CardList cards = all_of(circle);
    if (circle.region == nullptr && cards.empty()) continue;
    const int rows = std::max(1, (static_cast<int>(cards.size()) + columns - 1) / columns);
    const int high = rows * (card_high + between) + between, x = across * (wide + 2 * between);
    nodes.push_back({{"id", "circle-" + (circle.region != nullptr ? circle.region->id : std::string("open-ground"))},
                     {"type", "group"},
                     {"x", x},
                     {"y", y},
                     {"width", wide},
                     {"height", high},
                     {"label", harvest.name_of(circle)}});
    for (std::size_t i = 0; i < cards.size(); ++i)
      nodes.push_back({{"id", "card-" + number_of(cards[i]->id)},
                       {"type", "text"},
                       {"x", x + between + static_cast<int>(i % columns) * (card_wide + between)},
                       {"y", y + between + static_cast<int>(i / columns) * (card_high + between)},
                       {"width", card_wide},
                       {"height", card_high},
                       {"text", harvest.told(*cards[i]).words}});
    tallest = std::max(tallest, high);
    if (++across < circles_across) continue;
    across = 0;
    y += tallest + 2 * between;
    tallest = 0;
  }
  for (const model::Thread* thread : harvest.reading().threads) {
    Json edge = {{"id", "thread-" + number_of(thread->id)},
                 {"fromNode", node_of(thread->ends.value.from)},
                 {"toNode", node_of(thread->ends.value.to)},
                 {"toEnd", "none"}};
    if (!thread->word.value.words.empty()) edge["label"] = thread->word.value.words;
    edges.push_back(std::move(edge));
  }
  const Json canvas = {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}};
  return canvas.dump(1, '\t', false, Json::error_handler_t::replace) + "\n";
}

std::string graphml(const Harvest& harvest) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "  <key id=\"label\" for=\"all\" attr.name=\"label\" attr.type=\"string\"/>\n"
      "  <key id=\"language\" for=\"all\" attr.name=\"language\" attr.type=\"string\"/>\n"
      "  <key id=\"circle\" for=\"node\" attr.name=\"circle\" attr.type=\"string\"/>\n"
      "  <key id=\"gathering\" for=\"node\" attr.name=\"gathering\" attr.type=\"string\"/>\n"
      "  <graph edgedefault=\"directed\">\n";
  const auto data = [&](const char* key, std::string_view words) {
    if (!words.empty()) xml += std::string("      <data key=\"") + key + "\">" + escaped(words) + "</data>\n";
  };
  for (const Circle& circle : harvest.reading().circles) {
    const std::string name = harvest.name_of(circle);
    if (circle.region != nullptr) {
      xml += "    <node id=\"circle-" + escaped(circle.region->id) + "\">\n";
      data("label", name);
      xml += "    </node>\n";
    }
    const auto add = [&](const model::Card& card, std::string_view gathering) {
      const Said said = harvest.told(card);
      xml += "    <node id=\"card-" + number_of(card.id) + "\">\n";
      data("label", said.words);
      data("language", said.language);
      data("circle", name);
      data("gathering", gathering);
      xml += "    </node>\n";
    };
    for (const Group& group : circle.groups)
      for (const model::Card* card : group.cards)
        add(*card, group.gathering != nullptr ? std::string_view(group.gathering->name.value.words) : std::string_view());
    for (const model::Card* card : circle.at_rest) add(*card, {});
  }
  for (const model::Thread* thread : harvest.reading().threads) {
    xml += "    <edge id=\"thread-" + number_of(thread->id) + "\" source=\"" + escaped(node_of(thread->ends.value.from)) +
           "\" target=\"" + escaped(node_of(thread->ends.value.to)) + "\">\n";
    data("label", thread->word.value.words);
    data("language", thread->word.value.language);
    xml += "    </edge>\n";
  }
  return xml + "  </graph>\n</graphml>\n";
}

}  // namespace greenline::harvest
