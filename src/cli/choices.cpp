#include "cli/choices.h"

#include <algorithm>

namespace greenline::cli {
namespace {

bool is_in(const std::vector<std::string>& known, std::string_view word) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

std::string listed(const std::vector<std::string>& known) {
  std::string all;
  for (const std::string& one : known) all.append(all.empty() ? "" : ", ").append(one);
  return all;
}

// "fr" serves whoever asks for "fr-CA".
bool is_offered(const std::vector<std::string>& languages, std::string_view tag) {
  while (!tag.empty()) {
    if (is_in(languages, tag)) return true;
    const auto dash = tag.rfind('-');
    tag = dash == std::string_view::npos ? std::string_view() : tag.substr(0, dash);
  }
  return false;
}

std::string language_not_there(const content::Activity& activity, const std::string& tag) {
  if (tag.empty() || is_offered(activity.languages, tag)) return {};
  return not_there("language of the activity \"" + activity.id + "\" is", tag, activity.languages);
}

bool places_an_optional_region(const content::Canvas& canvas, const content::Layout& layout) {
  return std::any_of(layout.regions.begin(), layout.regions.end(), [&](const content::PlacedRegion& placed) {
    const content::Region* const region = find_region(canvas, placed.region);
    return region != nullptr && region->optional;
  });
}

// Those that can show this activity.
std::vector<std::string> layouts_of(const content::Pack& pack) {
  std::vector<std::string> names;
  for (const content::Layout& layout : pack.canvas.layouts) {
    if (pack.activity.outer_ring && !places_an_optional_region(pack.canvas, layout)) continue;
    if (!is_in(names, layout.name)) names.push_back(layout.name);
  }
  return names;
}

}  // namespace

std::string not_there(std::string_view kind, const std::string& word, const std::vector<std::string>& known) {
  if (is_in(known, word)) return {};
  std::string said = "No " + std::string(kind) + " \"" + word + "\".";
  if (!known.empty()) said += " There " + std::string(known.size() == 1 ? "is " : "are ") + listed(known) + ".";
  if (const std::string near = content::nearest_spelling(word, known); !near.empty()) said += " Did you mean \"" + near + "\"?";
  return said;
}

std::string choose(const WallOptions& options, app::Resources& resources) {
  for (const std::string& tag : {options.language, options.second_language})
    if (std::string trouble = language_not_there(resources.pack.activity, tag); !trouble.empty()) return trouble;
  if (options.layout.empty()) return {};
  std::string trouble = not_there("layout of the canvas \"" + resources.pack.canvas.id + "\" is called", options.layout,
                                  layouts_of(resources.pack));
  if (trouble.empty()) resources.pack.activity.layout = options.layout;
  return trouble;
}

std::string phase_not_there(const content::Activity& activity, const std::string& phase) {
  if (phase.empty()) return {};
  std::vector<std::string> known;
  for (const content::Phase& each : activity.phases) known.push_back(each.id);
  return not_there("phase of the activity \"" + activity.id + "\" is called", phase, known);
}

std::string region_not_there(const content::Canvas& canvas, const bench::SceneFile& scene) {
  std::vector<std::string> known;
  for (const content::Region& region : canvas.regions) known.push_back(region.id);
  for (const bench::SceneFile::Card& card : scene.cards)
    if (!card.region.empty() && !is_in(known, card.region))
      return "The card \"" + card.id +
             "\": " + not_there("region of the canvas \"" + canvas.id + "\" is called", card.region, known);
  return {};
}

tl::expected<simulate::Tongues, std::string> phrases_for(const app::Resources& resources,
                                                         const std::vector<std::string>& languages) {
  if (!resources.phrases.empty()) return simulate::tongues_of(resources.phrases, languages);
  return simulate::load_phrases(resources.paths.content / "simulation" / "phrases.json", languages);
}

}  // namespace greenline::cli
