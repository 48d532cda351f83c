#include "cli/move_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "content/waiting.h"

namespace greenline::cli {
namespace {

using station::Goes;

std::string name_in_words(const content::LocalText& name, const std::string& id) {
  if (id.empty() && name.empty()) return "the open ground";
  const std::string_view words = content::in_language(name, "en");
  return "“" + (words.empty() ? id : std::string(words)) + "”";
}

std::string so_many(std::size_t count, const char* one, const char* more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

std::string what_is_there(const Goes& one) {
  std::string all;
  const auto add = [&all](std::size_t count, const char* single, const char* more) {
    if (count > 0) all += (all.empty() ? "" : ", ") + so_many(count, single, more);
  };
  add(one.cards, "card", "cards");
  add(one.markers, "marker", "markers");
  add(one.begun, "half-written card", "half-written cards");
  add(one.beside, "thread or gift at the region itself", "threads and gifts at the region itself");
  return all;
}

std::string how_it_goes(const Goes& one) {
  switch (one.how) {
    case Goes::How::stays: return "stays where it is";
    case Goes::How::renamed: return "stays in it; it is called " + name_in_words(one.to_name, one.to) + " now";
    case Goes::How::sent: return "goes to " + name_in_words(one.to_name, one.to) + ", as you asked";
    case Goes::How::waits:
      return one.from.empty() ? "waits in a place of its own at the side"
                              : "has no counterpart: waits at the side, in a place that keeps its name";
  }
  return {};
}

std::string where_it_goes(const Goes& one) {
  const std::string note = one.beside_at.empty()
                               ? std::string()
                               : "; what is at the region itself stands at " + name_in_words(one.beside_at, one.from) + " then";
  return how_it_goes(one) + note;
}

std::string phase_in_words(const station::Move& move, const content::Pack& now) {
  if (move.enter_phase.empty()) return {};
  const content::Phase *leaves = find_phase(now.activity, move.phase_gone),
                       *enters = find_phase(move.pack.activity, move.enter_phase);
  const std::string begins = "begins with " + name_in_words(enters->title, enters->id) + ".\n";
  if (move.phase_gone.empty()) return "  It " + begins;
  const std::string left = leaves == nullptr ? "“" + move.phase_gone + "”" : name_in_words(leaves->title, leaves->id);
  return "  It has no phase " + left + ": it " + begins;
}

}  // namespace

std::string title_in_words(const content::Pack& pack) {
  const std::string_view title = content::in_language(pack.activity.title, "en");
  return "“" + (title.empty() ? pack.activity.id : std::string(title)) + "”";
}

std::string how_to_send(const station::Move& move) {
  const auto waits = std::ranges::find(move.goes, Goes::How::waits, &Goes::how);
  if (waits == move.goes.end()) return {};
  std::string all;
  for (const content::Region& region : move.pack.canvas.regions)
    if (content::is_shown(region, move.pack.activity) &&
        std::ranges::none_of(move.goes, [&](const Goes& one) { return one.how == Goes::How::waits && one.to == region.id; }))
      all += (all.empty() ? "" : ", ") + name_in_words(region.label, region.id);
  const std::string from =
      waits->from.empty() ? station::to_the_ground : std::string(content::in_language(waits->from_name, "en"));
  return "To send the cards of one region elsewhere, add --send '" + (from.empty() ? waits->from : from) + "=…'. There are " +
         all + ", and ground for the open ground.\n";
}

std::string in_words(const station::Move& move, const content::Pack& now) {
  std::string all =
      "From " + title_in_words(now) + " to " + title_in_words(move.pack) + ", this is where everything would go:\n";
  std::size_t widest = 0;
  std::vector<std::string> names;
  for (const Goes& one : move.goes) {
    names.push_back(name_in_words(one.from_name, one.from));
    widest = std::max(widest, names.back().size());
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    all += "  " + names[i] + std::string(widest - names[i].size() + 2, ' ') + where_it_goes(move.goes[i]) + "  (" +
           what_is_there(move.goes[i]) + ")\n";
  if (move.goes.empty()) all += "  Nothing has been made yet.\n";
  all += phase_in_words(move, now);
  return all + "Nothing is erased, and nobody's words, order or threads change.";
}

}  // namespace greenline::cli
