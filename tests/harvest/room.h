// A convening to harvest: a shipped activity, and words for what people do.
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "content/load.h"
#include "content/strings.h"
#include "harvest/harvest.h"
#include "places.h"
#include "station/session.h"

namespace greenline::harvest::test {

class Room : public testing::Test {
 protected:
  static content::Pack shipped(const std::string& name) {
    auto loaded = content::load_pack(name, source_folder() / "content");
    EXPECT_TRUE(loaded);
    content::Pack pack = loaded ? *std::move(loaded) : content::Pack();
    for (content::Phase& phase : pack.activity.phases) {  // whatever people may do, they may do here
      phase.rules.touch = true;
      using enum model::Verb;
      for (const model::Verb verb : {name, place, move, connect, nourish, illuminate, model::Verb::veil, let_go, gather, mark})
        phase.rules.verbs.insert(verb);
    }
    return pack;
  }
  model::CardId card(const std::string& words, const std::string& region = "identity", model::LocalPoint at = {},
                     const std::string& language = "en") {
    const auto made = session.submit(model::MakeCard{{words, language, {}}, {region, at}}, model::at_seat(3));
    EXPECT_TRUE(made) << words;
    return std::get<model::CardMade>(made->body).card;
  }
  void does(const model::Request& request) {
    const auto done = session.submit(request, model::at_seat(3));
    EXPECT_TRUE(done) << about(request).name << " " << (done ? "" : to_text(done.error()));
  }
  template <class Made, class Id>
  Id made(const model::Request& request, Id Made::*id) {
    const auto done = session.submit(request, model::at_seat(3));
    EXPECT_TRUE(done) << about(request).name;
    return done ? std::get<Made>(done->body).*id : Id{};
  }
  model::ThreadId thread(model::ThreadEnd from, model::ThreadEnd to, const std::string& word = {}) {
    const auto id = made(model::DrawThread{std::move(from), std::move(to)}, &model::ThreadDrawn::thread);
    if (!word.empty()) does(model::WordThread{id, word, "en"});
    return id;
  }
  model::GatheringId gathering(std::vector<model::CardId> cards, const std::string& name) {
    const auto id = made(model::Gather{std::move(cards)}, &model::GatheringMade::gathering);
    does(model::NameGathering{id, name, "en"});
    return id;
  }
  void veil(const model::CardId& id) { does(model::VeilCard{id}); }
  // All that has happened, as a consumer of the feed hears it.
  const std::vector<model::Event>& events() {
    for (model::Event& event : session.news(follower).happened) heard.push_back(std::move(event));
    return heard;
  }
  Leaving leaving() { return what_leaves(events(), pack.activity); }

  content::Pack pack = shipped("both-sides-of-the-line");
  content::Strings strings = content::Strings::load(source_folder() / "assets/strings").value();
  station::Session session{pack, station::seeded_sources(1)};
  station::Feed::Cursor follower = session.join();
  std::vector<model::Event> heard;
};

}  // namespace greenline::harvest::test
