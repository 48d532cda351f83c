#include "station/remark.h"

#include <cstddef>
#include <utility>

namespace greenline::station {
namespace {

// "cards: 2, threads: 1".
std::string told_by_kind(const journal::Lost& lost, const content::Strings& strings, std::string_view language) {
  const std::pair<const char*, std::size_t> kinds[] = {
      {"lost.cards", lost.cards},     {"lost.threads", lost.threads},           {"lost.gatherings", lost.gatherings},
      {"lost.markers", lost.markers}, {"lost.nourishments", lost.nourishments}, {"lost.changes", lost.changes},
      {"lost.unknown", lost.unknown}};
  std::string all;
  for (const auto& [key, count] : kinds) {
    if (count == 0) continue;
    all += (all.empty() ? "" : ", ") + content::filled(strings(key, language), {std::to_string(count)});
  }
  return all;
}

}  // namespace

std::string sentence_of(const Remark& remark, const content::Strings& strings, std::string_view language) {
  std::vector<std::string_view> values(remark.values.begin(), remark.values.end());
  const std::string by_kind = told_by_kind(remark.lost, strings, language);
  if (!by_kind.empty()) values.assign({by_kind});
  const std::string sentence = content::filled(strings(remark.key, language), values);
  return sentence + (remark.detail.empty() ? "" : "\n(" + remark.detail + ")");
}

}  // namespace greenline::station
