// Goes on with another activity, as events like any others.
#include <algorithm>
#include <map>
#include <vector>

#include "station/move.h"
#include "station/session.h"

namespace greenline::station {
namespace {

// Of one kind, in the order of their ids: two runs write the same.
template <class Request, class Records>
void add_requests(const Records& records, const std::map<std::string, std::string>& new_ids, std::vector<model::Request>& out) {
  std::vector<std::pair<typename Records::key_type, model::Place>> moved;
  for (const auto& [id, one] : records) {
    const auto to = new_ids.find(one.place.value.region);
    if (present(one) && to != new_ids.end()) moved.emplace_back(id, model::Place{to->second, one.place.value.at});
  }
  std::ranges::sort(moved, {}, [](const auto& one) { return one.first; });
  for (auto& [id, place] : moved) out.push_back(Request{id, std::move(place)});
}

}  // namespace

tl::expected<void, model::Refusal> Session::go_on_with(const Move& move) {
  std::map<std::string, std::string> new_ids;
  for (const Goes& one : move.goes)
    if (one.to != one.from) new_ids.emplace(one.from, one.to);
  std::vector<model::Request> requests;
  // First the activity: cut short after it, everything stands where it stood, or waits.
  requests.push_back(
      model::OpenActivity{move.pack.activity.id, move.pack.canvas.id, move.pack.activity_text, move.pack.canvas_text});
  if (!move.enter_phase.empty()) requests.push_back(model::EnterPhase{move.enter_phase});
  add_requests<model::MoveCard>(convening_.cards, new_ids, requests);
  add_requests<model::MoveMarker>(convening_.markers, new_ids, requests);
  for (const model::Request& request : requests) {
    while (true) {
      const auto done = submit(request, model::the_host);
      if (done) break;
      // Many cards fill the queue faster than the disk takes them.
      if (done.error() != model::Refusal::cannot_keep || !flush()) return tl::unexpected(done.error());
    }
  }
  pack_ = move.pack;
  feed_.begin_anew();
  return {};
}

}  // namespace greenline::station
