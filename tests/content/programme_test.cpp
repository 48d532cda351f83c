// A programme is read with the lengths of its activities, and what is wrong with one is said.
#include "content/programme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "places.h"

namespace greenline::content {
namespace {

using testing::HasSubstr;

const std::filesystem::path& content_there() {
  static const std::filesystem::path folder = source_folder() / "content";
  return folder;
}

std::string wrong(const std::string& sessions) {
  const auto read = parse_programme(
      "{\"greenline\": \"programme\", \"version\": 1, \"id\": \"x\", \"title\": {\"en\": \"X\"}, "
      "\"days\": [{\"title\": {\"en\": \"Day\"}, \"sessions\": [" +
          sessions + "]}]}",
      "x.json", content_there());
  EXPECT_FALSE(read);
  std::string all;
  if (!read)
    for (const Diagnostic& one : read.error()) all += to_text(one) + "\n";
  return all;
}

TEST(Programme, TheShippedOneIsSoundAndItsSessionsFollowEachOther) {
  const auto programme = load_programme("two-and-a-half-days", content_there());
  ASSERT_TRUE(programme) << to_text(programme.error().front());
  ASSERT_EQ(programme->days.size(), 3U);
  for (const Day& day : programme->days) {
    int last_end = 0;
    for (const Session& session : day.sessions) {
      EXPECT_GE(session.starts_min, last_end);
      EXPECT_GT(session.minutes, 0);
      last_end = session.starts_min + session.minutes;
    }
  }
}

TEST(Programme, ASessionLastsAsLongAsThePhasesOfItsActivity) {
  const auto pack = load_pack("both-sides-of-the-line", content_there());
  ASSERT_TRUE(pack);
  EXPECT_EQ(minutes_of(pack->activity, {}, {}), 60);
  EXPECT_EQ(minutes_of(pack->activity, "look", "into-the-quiet"), 18);
  EXPECT_EQ(minutes_of(pack->activity, "into-the-quiet", "look"), std::nullopt);
  EXPECT_EQ(minutes_of(pack->activity, "no-such-phase", {}), std::nullopt);
}

TEST(Programme, SaysWhatIsWrongWithADay) {
  EXPECT_THAT(wrong(R"({"activity": "arivals", "starts": "9:00"})"), HasSubstr("arrivals"));
  EXPECT_THAT(wrong(R"({"title": {"en": "Break"}, "starts": "9:00"})"), HasSubstr("how long it lasts"));
  EXPECT_THAT(wrong(R"({"title": {"en": "Break"}, "minutes": 10})"), HasSubstr("first session"));
  EXPECT_THAT(wrong(R"({"title": {"en": "Break"}, "minutes": 10, "starts": "25:00"})"), HasSubstr("time of day"));
  EXPECT_THAT(wrong(R"({"activity": "arrivals", "starts": "9:00", "minutes": 30}, {"activity": "pausure", "starts": "9:20"})"),
              HasSubstr("9:30"));
  EXPECT_THAT(wrong(R"({"title": {"en": "Bus"}, "minutes": 10, "starts": "23:55"})"), HasSubstr("midnight"));
  EXPECT_THAT(wrong(R"({"title": {"en": "Bus"}, "minutes": 10, "starts": "9:00", "fixed": true, "optional": true})"),
              HasSubstr("not both"));
}

}  // namespace
}  // namespace greenline::content
