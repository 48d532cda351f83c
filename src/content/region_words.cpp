#include "content/region_words.h"

namespace greenline::content {
namespace {

const LocalText& asked_by(const Phase* phase, const Region& region) {
  static const LocalText nothing;
  if (phase == nullptr) return nothing;
  const auto found = phase->region_prompts.find(region.id);
  return found == phase->region_prompts.end() ? nothing : found->second;
}

}  // namespace

RegionWords words_of(const Region& region, const Phase* phase, bool shut) {
  static const LocalText nothing;
  const LocalText& asked = asked_by(phase, region);
  if (phase != nullptr && phase->hides_names) return {asked, nothing, asked};
  return {region.label, shut && region.opens_when ? region.opens_when->says : region.help,
          asked.empty() ? region.prompt : asked};
}

}  // namespace greenline::content
