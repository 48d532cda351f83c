// A harvest's JSON is read back to an equal convening, and what is wrong with one is said.
#include "harvest/exact.h"

#include <gmock/gmock.h>

#include "harvest/room.h"
#include "simulate/simulation.h"

namespace greenline::harvest {
namespace {

using test::Room;
using testing::HasSubstr;

class Exact : public Room {
 protected:
  static std::string wrong(const std::string& happened) {
    const auto read = from_json("{\"greenline\": \"convening\", \"version\": 1, \"happened\": [" + happened + "]}", "x.json");
    EXPECT_FALSE(read);
    std::string all;
    if (!read)
      for (const content::Diagnostic& one : read.error()) all += to_text(one) + "\n";
    return all;
  }
};

TEST_F(Exact, ComesBackToAnEqualConvening) {
  const auto tongues =
      simulate::load_phrases(source_folder() / "content/simulation/phrases.json", std::vector<std::string>{"en", "pa", "ar"});
  ASSERT_TRUE(tongues);
  for (const char* activity : {"both-sides-of-the-line", "finding-our-place"}) {
    station::Session played(content::load_pack(activity, source_folder() / "content").value(), station::seeded_sources(7));
    const auto joined = played.join();
    ASSERT_TRUE(simulate::play(played, *tongues, {7, 120, {}}));
    const Leaving out = what_leaves(played.news(joined).happened, played.pack().activity);
    const auto back = from_json(to_json(out), "convening.json");
    ASSERT_TRUE(back) << to_text(back.error().front());
    EXPECT_EQ(back->events, out.events);
    EXPECT_EQ(state_hash(back->convening), state_hash(out.convening));
  }
}

TEST_F(Exact, KeepsWordsDrawingsAndLinesToTheLetter) {
  const auto made = session.submit(
      model::MakeCard{
          {"two\nlines, \"quoted\" \\ and 🌱", "en", {{{0.1F, 0.2F, 0.0123F}, {1.0F / 3, 0.7F, 0.01F}}, {{0.5F, 0.5F, 0.02F}}}},
          {"structure", {0.1F, -1.0F / 3}}},
      model::at_seat(1));
  ASSERT_TRUE(made);
  const auto id = std::get<model::CardMade>(made->body).card;
  does(model::LightCard{id, "ਕਿਉਂ", "pa"});
  does(model::Nourish{thread(id, model::RegionEnd{"identity"}, "رفت"), model::NourishKind::thanks, {"gracias", "es", {}}});
  ASSERT_TRUE(session.submit(model::CloseActivity{}, model::the_host));
  const Leaving out = leaving();
  const auto back = from_json(to_json(out), "convening.json");
  ASSERT_TRUE(back) << to_text(back.error().front());
  EXPECT_EQ(back->events, out.events);
}

TEST_F(Exact, SaysWhatIsWrongAndWhere) {
  EXPECT_THAT(wrong(R"({"card": 2, "words": "a", "at": [0, 0]})"), HasSubstr("/happened/0/card"));
  EXPECT_THAT(wrong(R"({"card": 1, "at": [0, 0]})"), HasSubstr("\"words\" or a \"drawing\""));
  EXPECT_THAT(wrong(R"({"thread": 1, "from": {"card": 3}, "to": {"region": "x"}})"), HasSubstr("stands before it"));
  EXPECT_THAT(wrong(R"({"card": 1, "words": "a", "at": [0, 0], "in": 1})"), HasSubstr("phase that it was made in"));
  EXPECT_THAT(wrong(R"({"crad": 1})"), HasSubstr("\"card\""));
  EXPECT_THAT(wrong(R"({"card": 1, "words": "a", "at": [0, 0], "wrods": "b"})"), HasSubstr("Did you mean"));
}

TEST_F(Exact, RefusesWhatIsNotOne) {
  EXPECT_FALSE(from_json("", "x.json"));
  EXPECT_FALSE(from_json("[]", "x.json"));
  EXPECT_FALSE(from_json("{\"greenline\": \"canvas\", \"version\": 1}", "x.json"));
  EXPECT_FALSE(from_json(std::string("\xFF\xFE\0\0", 4), "x.json"));
}

}  // namespace
}  // namespace greenline::harvest
