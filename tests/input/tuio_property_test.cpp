// However a network treats a tracker's packets, every finger's story is whole and the last frame is what counts.
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "input/tuio_packet.h"
#include "model/property.h"

namespace greenline::test {
namespace {

using input::Contact;
using input::ContactState;

struct Step {
  int what = 0;  // 0 and 1 touch, 2 to 6 move, 7 lift, otherwise nothing
  int which = 0;
  float x = 0, y = 0;
  int fate = 0;  // 0 lost, 1 twice, 2 to 4 later by as many frames, otherwise at once
};

rc::Gen<std::vector<Step>> any_steps() {
  const auto part = [] { return rc::gen::map(rc::gen::inRange(0, 1001), [](int n) { return static_cast<float>(n) / 1000; }); };
  return rc::gen::container<std::vector<Step>>(rc::gen::apply(
      [](int what, int which, float x, float y, int fate) {
        return Step{what, which, x, y, fate};
      },
      rc::gen::inRange(0, 10), rc::gen::inRange(0, 100), part(), part(), rc::gen::inRange(0, 10)));
}

// The fingers as they are, and the packets that tell of them.
struct Tracker {
  std::map<std::int32_t, std::pair<float, float>> fingers;
  std::int32_t next_session = 1, number = 0;

  std::string does(const Step& step) {
    std::vector<std::string> sets;
    if (step.what < 2) {
      fingers[next_session] = {step.x, step.y};
      sets.push_back(point(next_session++, step.x, step.y));
    } else if (step.what < 8 && !fingers.empty()) {
      const auto finger = std::next(fingers.begin(), step.which % static_cast<int>(fingers.size()));
      if (step.what == 7) {
        fingers.erase(finger);
      } else {
        finger->second = {step.x, step.y};
        sets.push_back(point(finger->first, step.x, step.y));
      }
    }
    return frame(++number, sessions(), sets, "tracker");
  }
  std::string whole() {
    std::vector<std::string> sets;
    for (const auto& [session, at] : fingers) sets.push_back(point(session, at.first, at.second));
    return frame(++number, sessions(), sets, "tracker");
  }
  [[nodiscard]] Sessions sessions() const {
    Sessions all;
    for (const auto& finger : fingers) all.push_back(finger.first);
    return all;
  }
};

// Where each finger is that began and has not ended; a story that is not whole fails.
struct Listener {
  std::map<input::ContactId, model::PixelPoint> down;
  std::set<input::ContactId> ever;

  void hear(const std::vector<Contact>& contacts) {
    for (const Contact& contact : contacts) {
      if (contact.state == ContactState::began) {
        RC_ASSERT(ever.insert(contact.id).second);
      } else {
        RC_ASSERT(down.contains(contact.id));
      }
      down[contact.id] = contact.at;
      if (contact.state == ContactState::ended || contact.state == ContactState::cancelled) down.erase(contact.id);
    }
  }
};

std::vector<std::pair<int, int>> rounded(const auto& places) {
  std::vector<std::pair<int, int>> all;
  for (const auto& [x, y] : places) all.emplace_back(static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y)));
  std::ranges::sort(all);
  return all;
}

TEST(Tuio, AgreesWithTheTrackersLastFrameHoweverItsPacketsCame) {
  holds_always([] {
    Table table;
    table.decoder.set_screen(1001, 1001, 2);
    Tracker tracker;
    Listener listener;
    std::deque<std::pair<int, std::string>> under_way;
    int now = 0;
    for (const Step& step : *any_steps()) {
      const std::string packet = tracker.does(step);
      if (step.fate != 0) under_way.emplace_back(step.fate > 1 && step.fate < 5 ? now + step.fate : now, packet);
      if (step.fate == 1) under_way.emplace_back(now, packet);
      for (auto& [due, late] : under_way) {
        if (due <= now) listener.hear(table.hears(late));
      }
      std::erase_if(under_way, [&](const auto& each) { return each.first <= now; });
      ++now;
    }
    for (auto& [due, late] : under_way) listener.hear(table.hears(late));
    listener.hear(table.hears(tracker.whole()));

    std::vector<std::pair<float, float>> told, real;
    for (const auto& [id, at] : listener.down) told.emplace_back(at.x, at.y);
    for (const auto& [session, at] : tracker.fingers) {
      real.emplace_back(std::min(at.first * 1001, 1000.0F), std::min(at.second * 1001, 1000.0F));
    }
    RC_ASSERT(rounded(told) == rounded(real));
    RC_ASSERT(table.decoder.live() == listener.down.size());

    listener.hear(table.waits(5));
    RC_ASSERT(listener.down.empty());
  });
}

TEST(Tuio, TellsAWholeStoryWhateverBytesCome) {
  holds_always([](const std::vector<std::pair<std::uint16_t, std::uint8_t>>& changes) {
    Table table;
    Listener listener;
    std::string packet = frame(1, {1, 2}, {point(1, 0, 0), point(2, 1, 1)}, "tracker");
    for (const auto& [where, byte] : changes) {
      packet[where % packet.size()] = static_cast<char>(byte);
      listener.hear(table.hears(packet));
      listener.hear(table.hears(packet.substr(where % packet.size())));
    }
    RC_ASSERT(table.decoder.live() == listener.down.size());
  });
}

}  // namespace
}  // namespace greenline::test
