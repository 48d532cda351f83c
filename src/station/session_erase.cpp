// What an activity says is not kept leaves memory and disk when it closes.
#include <algorithm>
#include <chrono>
#include <thread>
#include <variant>
#include <vector>

#include "station/session.h"

namespace greenline::station {
namespace {

bool about_a_marker(const model::EventBody& body) {
  return std::holds_alternative<model::MarkerSet>(body) || std::holds_alternative<model::MarkerMoved>(body) ||
         std::holds_alternative<model::MarkerTakenBack>(body);
}

// Blocks. False: the disk refuses, try again.
bool erase_markers(journal::Journal& journal) {
  const auto events = journal.read_all();
  if (!events) return false;
  std::vector<model::EventId> ids;
  for (const model::Event& event : *events) {
    if (about_a_marker(event.body)) ids.push_back(event.id);
  }
  return journal.erase(ids).has_value();
}

}  // namespace

bool Session::erase_what_is_not_kept() {
  if (!closed() || pack_.activity.harvest.keep_markers || convening_.markers.empty()) return false;
  model::forget_markers(convening_);
  changes_.renew();  // what it remembers may be about a marker
  keeping_.forget_waiting([](const model::Event& event) { return about_a_marker(event.body); });
  if (keeping_.journal() == nullptr) return true;
  eraser_ = std::jthread([journal = keeping_.journal()](const std::stop_token& stop) {
    constexpr auto look_up = std::chrono::milliseconds(100);
    constexpr int tries_every = 10;  // looks
    // Once at least, though the program ends: nobody knows when this convening is opened again.
    while (!erase_markers(*journal)) {
      for (int looks = 0; looks < tries_every && !stop.stop_requested(); ++looks) std::this_thread::sleep_for(look_up);
      if (stop.stop_requested()) return;
    }
  });
  return true;
}

}  // namespace greenline::station
