// What stays in the room, stays: none of it is in anything that leaves.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>

#include "harvest/folder.h"
#include "harvest/room.h"

namespace greenline::harvest {
namespace {

using test::Room;

class WhatStays : public Room {
 protected:
  // A word that nothing else says.
  std::string canary() { return "canary" + std::to_string(++canaries_) + "zq"; }

  // Every way in which words can stay in the room; the canaries among them.
  std::vector<std::string> make_all_that_stays() {
    const auto open = card("stays open");
    const auto veiled = card(canary());
    veil(veiled);
    const auto marked = card(canary());
    does(model::MarkCard{marked});
    const auto taken_back = card(canary());
    does(model::TakeBackCard{taken_back});
    const auto held_card = [&] {
      EXPECT_TRUE(session.submit(model::HoldCards{true}, model::the_host));
      const auto id = card(canary());
      EXPECT_TRUE(session.submit(model::HoldCards{false}, model::the_host));
      return id;
    }();
    (void)held_card;
    thread(open, marked, canary());
    thread(veiled, open, canary());
    const auto lit = card("lit and not any more");
    does(model::LightCard{lit, canary(), "en"});
    does(model::TakeBackLight{lit});
    const auto rests = card("let go and not any more");
    does(model::LetGoCard{rests, canary(), "en"});
    does(model::TakeBackLetGo{rests});
    does(model::Nourish{marked, model::NourishKind::question, {canary(), "en", {}}});
    does(model::Nourish{veiled, model::NourishKind::story, {canary(), "en", {}}});
    const auto left =
        made(model::Nourish{open, model::NourishKind::offer, {canary(), "en", {}}}, &model::NourishmentLeft::nourishment);
    does(model::TakeBackNourishment{left});
    const auto joined = thread(open, lit, "because of");
    does(model::WordThread{joined, canary(), "en"});
    does(model::WordThread{joined, "leads to", "en"});
    does(model::Nourish{thread(open, rests), model::NourishKind::question, {"why then?", "en", {}}});
    const auto gone = thread(lit, rests, canary());
    does(model::TakeBackThread{gone});
    gathering({veiled, marked}, canary());
    const auto renamed = gathering({open, lit}, canary());
    does(model::NameGathering{renamed, "what carries us", "en"});
    const auto parted = gathering({open, rests}, canary());
    does(model::TakeBackGathering{parted});
    const auto drawn =
        session.submit(model::MakeCard{{canary(), "en", {{{0.25F, 0.5F, 0.0123F}}}}, {"identity", {}}}, model::at_seat(1));
    EXPECT_TRUE(drawn);
    does(model::MarkCard{std::get<model::CardMade>(drawn->body).card});
    std::vector<std::string> all;
    for (int i = 1; i <= canaries_; ++i) all.push_back("canary" + std::to_string(i) + "zq");
    return all;
  }

 private:
  int canaries_ = 0;
};

// The bytes, and where they are packed also what they hold.
std::string opened(const File& file) {
  if (!file.name.ends_with(".pdf")) return file.bytes;
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("greenline-canary-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << file.bytes;
  std::string all = file.bytes;
  for (const std::string& command :
       {"pdftotext '" + path.string() + "' -", "qpdf --qdf --object-streams=disable '" + path.string() + "' -"}) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::array<char, 4096> some{};
    const std::size_t before = all.size();
    while (const std::size_t got = std::fread(some.data(), 1, some.size(), pipe.get())) all.append(some.data(), got);
    EXPECT_GT(all.size(), before) << command;
  }
  std::filesystem::remove(path);
  return all;
}

TEST_F(WhatStays, IsInNoByteOfAnyFile) {
  const std::vector<std::string> canaries = make_all_that_stays();
  ASSERT_GE(canaries.size(), 16U);
  const Leaving out = leaving();
  const Harvest harvest(out, pack, strings, "en", "the parents");
  const auto files = files_of(harvest, {}, "{}", paper::a4, {all_forms.begin(), all_forms.end()});
  std::size_t searched = 0;
  for (const File& file : files) {
    const std::string bytes = opened(file);
    for (const std::string& canary : canaries) {
      EXPECT_EQ(bytes.find(canary), std::string::npos) << canary << " in " << file.name;
      ++searched;
    }
    if (file.name == "index.html" || file.name == "book.pdf" || file.name == "words.csv" || file.name == "convening.json" ||
        file.name == "outline.md") {
      EXPECT_NE(bytes.find("stays open"), std::string::npos) << file.name << " can be searched";
    }
  }
  RecordProperty("places_searched", static_cast<int>(searched));
}

TEST_F(WhatStays, TellsOfNobodysSeatAndOfNoTime) {
  card("one");
  does(model::Nourish{card("two"), model::NourishKind::question, {"why?", "en", {}}});
  const Leaving out = leaving();
  for (const model::Event& event : out.events) {
    EXPECT_EQ(event.by.seat, 0U);
    EXPECT_EQ(event.by.station, model::StationId{});
    EXPECT_LT(event.at.wall_ms, 1000) << "a number, not a time";
  }
  std::set<std::string> identities;
  for (const model::Event& event : events()) identities.insert(to_text(event.id));
  for (const model::Event& event : out.events) EXPECT_FALSE(identities.contains(to_text(event.id)));
}

TEST_F(WhatStays, WhatWasVeiledAndIsOpenAgainLeaves) {
  const auto id = card("open again");
  veil(id);
  ASSERT_TRUE(session.submit(model::LiftVeil{id}, model::the_host));
  EXPECT_EQ(leaving().convening.cards.size(), 1U);
}

TEST_F(WhatStays, AGatheringLeavesWithThoseOfItsCardsThatLeave) {
  const auto one = card("one"), two = card("two");
  gathering({one, two}, "both");
  does(model::MarkCard{two});
  const Leaving out = leaving();
  ASSERT_EQ(out.convening.gatherings.size(), 1U);
  EXPECT_EQ(out.convening.gatherings.begin()->second.cards.value.cards.size(), 1U);
}

TEST_F(WhatStays, SignsOfPeopleLeaveOnlyWhereTheActivitySaysSo) {
  for (const content::Phase& phase : pack.activity.phases) (void)phase;
  content::Activity keeps = pack.activity;
  keeps.harvest.keep_markers = true;
  const model::Event set{numbered<model::EventId>(900),
                         {9'999'999'999'999, 0, {}},
                         model::MarkerSet{numbered<model::MarkerId>(1), {"identity", {}}, {}}};
  ASSERT_EQ(session.ingest(set), station::Session::Ingested::taken);
  EXPECT_TRUE(what_leaves(events(), pack.activity).convening.markers.empty());
  EXPECT_EQ(what_leaves(events(), keeps).convening.markers.size(), 1U);
}

TEST_F(WhatStays, TheSameWhateverTheOrderOfTheEvents) {
  (void)make_all_that_stays();
  std::vector<model::Event> shuffled = events();
  std::reverse(shuffled.begin(), shuffled.end());
  EXPECT_EQ(leaving().events, what_leaves(shuffled, pack.activity).events);
}

}  // namespace
}  // namespace greenline::harvest
