// Which convening a wall goes on with, on which canvas, and what its people are told.
#include "app/open_convening.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/a_convening.h"
#include "station/catalogue.h"
#include "station/its_activity.h"

namespace greenline::app {
namespace {

using station::Remark;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

using OpenConvening = AConvening;

TEST_F(OpenConvening, GoesOnWithTheSameFileAndSaysNothing) {
  EXPECT_THAT(said(open_and_write(wanted(*both_sides), "a harbour")), IsEmpty());
  const OpenedConvening again = open_convening(wanted(*both_sides), {});
  EXPECT_THAT(said(again), IsEmpty());
  EXPECT_THAT(words_on(*again.session), ElementsAre("a harbour"));
}

TEST_F(OpenConvening, GoesOnInOneFileHoweverOftenItIsStartedAfterADamage) {
  open_and_write(wanted(*both_sides), "before the damage");
  damage(room());
  const std::string damaged = journal::bytes_of(room());
  EXPECT_THAT(said(open_and_write(wanted(*both_sides), "the same evening")), Contains("convening.salvaged"));
  for (const char* day : {"the second day", "the third day"}) {
    const Closed opened = open_and_write(wanted(*both_sides), day);
    EXPECT_THAT(said(opened), ElementsAre("convening.goes_on_in"));
    EXPECT_EQ(opened.kept_in, folder / "room (2).greenline");
  }
  const OpenedConvening opened = open_convening(wanted(*both_sides), {});
  EXPECT_THAT(words_on(*opened.session), testing::IsSupersetOf({"the same evening", "the second day", "the third day"}));
  EXPECT_THAT(convenings(), testing::UnorderedElementsAre("room.greenline", "room (2).greenline"));
  EXPECT_EQ(journal::bytes_of(room()), damaged) << "the damaged file is left as it is";
}

TEST_F(OpenConvening, FindsTheLivingFileThoughTheCatalogueIsLostOrDamaged) {
  open_and_write(wanted(*both_sides), "before the damage");
  damage(room());
  open_and_write(wanted(*both_sides), "the same evening");
  for (const char* lost : {"", "{\"convenings\":[{]"}) {
    if (*lost == 0) {
      fs::remove(station::catalogue_in(folder.path()));
    } else {
      journal::write_bytes(station::catalogue_in(folder.path()), lost);
    }
    const OpenedConvening opened = open_convening(wanted(*both_sides), {});
    EXPECT_THAT(words_on(*opened.session), Contains("the same evening")) << lost;
    EXPECT_EQ(convenings().size(), 2U) << lost;
  }
}

TEST_F(OpenConvening, ThatIsDamagedTwiceGoesOnFromTheLivingFile) {
  open_and_write(wanted(*both_sides), "one");
  damage(room());
  open_and_write(wanted(*both_sides), "two");
  damage(folder / "room (2).greenline");
  const Closed opened = open_and_write(wanted(*both_sides), "three");
  EXPECT_EQ(opened.kept_in, folder / "room (3).greenline");
  EXPECT_THAT(said(opened), ElementsAre("convening.goes_on_in", "convening.salvaged"));
  EXPECT_EQ(open_convening(wanted(*both_sides), {}).kept_in, folder / "room (3).greenline");
}

TEST_F(OpenConvening, SaysHowMuchTheSalvageLost) {
  open_and_write(wanted(*both_sides), "a harbour");
  // The card: its checksum no longer proves it, and the rows before it are whole.
  journal::run_sql(room(), "UPDATE event SET checksum = checksum + 1 WHERE seq = (SELECT max(seq) FROM event)");
  const OpenedConvening opened = open_convening(wanted(*both_sides), {});
  const std::vector<Remark>& remarks = opened.session->remarks();
  const auto lost = std::ranges::find(remarks, "convening.lost_of_each", &Remark::key);
  ASSERT_NE(lost, remarks.end());
  EXPECT_EQ(lost->lost.total(), 1U);
  EXPECT_EQ(lost->lost.cards, 1U);
  EXPECT_TRUE(lost->lasting);
  EXPECT_THAT(sentence_of(*lost, both_sides->strings, "en"), testing::HasSubstr("cards: 1"));
  EXPECT_THAT(sentence_of(*lost, both_sides->strings, "fr"), testing::HasSubstr("cartes : 1"));
}

TEST_F(OpenConvening, KeepsUsingTheOneThatWasBegunBesideAFileOfAnotherProgram) {
  journal::write_bytes(room(), "a letter to somebody");
  EXPECT_THAT(said(open_and_write(wanted(*both_sides), "the first day")), ElementsAre("convening.set_aside_not_ours"));
  const OpenedConvening opened = open_convening(wanted(*both_sides), {});
  EXPECT_THAT(said(opened), ElementsAre("convening.goes_on_in"));
  EXPECT_THAT(words_on(*opened.session), ElementsAre("the first day"));
  EXPECT_EQ(convenings().size(), 2U);
  EXPECT_EQ(journal::bytes_of(room()), "a letter to somebody");
}

TEST_F(OpenConvening, KeepsUsingTheOneThatWasBegunBesideAFileOfANewerGreenline) {
  open_and_write(wanted(*both_sides), "from the future");
  journal::run_sql(room(), "PRAGMA user_version = 99");
  EXPECT_THAT(said(open_and_write(wanted(*both_sides), "the first day")), ElementsAre("convening.set_aside_newer_version"));
  const OpenedConvening opened = open_convening(wanted(*both_sides), {});
  EXPECT_THAT(words_on(*opened.session), ElementsAre("the first day"));
  EXPECT_EQ(convenings().size(), 2U);
}

TEST_F(OpenConvening, CarriesItsWholeActivity) {
  open_and_write(wanted(*our_place), "a spring");
  const OpenedConvening opened = open_convening(wanted(*our_place), {});
  EXPECT_EQ(opened.session->convening().activity.value->activity_text, our_place->pack.activity_text);
  EXPECT_EQ(opened.session->convening().activity.value->canvas_text, our_place->pack.canvas_text);
  EXPECT_FALSE(our_place->pack.activity_text.empty());
}

TEST_F(OpenConvening, OfAnotherActivityGoesOnOnItsOwnCanvasAndSaysSo) {
  open_and_write(wanted(*our_place), "a spring");
  const OpenedConvening opened = open_convening(named(*both_sides), {});
  EXPECT_EQ(opened.session->pack().canvas.id, our_place->pack.canvas.id);
  EXPECT_EQ(opened.session->pack().activity.id, "finding-our-place");
  EXPECT_THAT(said(opened), ElementsAre("convening.its_activity"));
  EXPECT_THAT(words_on(*opened.session), ElementsAre("a spring"));
}

TEST_F(OpenConvening, GoesOnWithItsOwnActivityWithoutAWordWhereNobodyAskedForAnother) {
  open_and_write(wanted(*our_place), "a spring");
  OpenedConvening opened = open_convening(wanted(*both_sides), {});
  EXPECT_EQ(opened.session->pack().activity.id, "finding-our-place");
  EXPECT_THAT(said(opened), IsEmpty());
  opened.session.reset();
  EXPECT_THAT(said(open_convening(named(*both_sides, OtherActivity::go_on), {})), IsEmpty());
}

TEST_F(OpenConvening, BeginsANewOneWithTheActivityAskedForAndGoesOnWithThat) {
  open_and_write(wanted(*our_place), "a spring");
  const std::string before = journal::bytes_of(room());
  const auto anew = named(*both_sides, OtherActivity::begin_anew);
  EXPECT_THAT(said(open_and_write(anew, "a bridge")), ElementsAre("convening.begun_anew"));
  OpenedConvening again = open_convening(anew, {});
  EXPECT_THAT(words_on(*again.session), ElementsAre("a bridge"));
  EXPECT_EQ(again.session->pack().activity.id, "both-sides-of-the-line");
  EXPECT_EQ(convenings().size(), 2U);
  EXPECT_EQ(journal::bytes_of(room()), before);
  again.session.reset();
  EXPECT_EQ(open_convening(named(*both_sides), {}).kept_in, again.kept_in) << "whoever asks for that activity again";
  EXPECT_EQ(open_convening(named(*our_place), {}).kept_in, room()) << "whoever asks for the one that was left";
  EXPECT_EQ(open_convening(wanted(*both_sides), {}).kept_in, room()) << "whoever asks for its file and no activity";
  fs::remove(station::catalogue_in(folder.path()));
  EXPECT_EQ(open_convening(anew, {}).kept_in, again.kept_in) << "also when the catalogue is lost";
}

TEST_F(OpenConvening, GoesOnWithItsActivityAsItWasWhenThatHasBeenChangedSince) {
  open_and_write(wanted(*both_sides), "a harbour");
  Resources newer = *both_sides;
  const auto at = newer.pack.activity_text.find("\"en\"");
  newer.pack.activity_text.insert(at, " ");
  newer.pack.activity.phases.resize(1);
  const OpenedConvening opened = open_convening(wanted(newer), {});
  EXPECT_TRUE(content::same_pack(opened.session->pack(), both_sides->pack));
  EXPECT_THAT(said(opened), ElementsAre("convening.its_version", "convening.phases_gone", "convening.ask_move"));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// Overnight somebody gave a circle another id, and took a phase out.
TEST_F(OpenConvening, SaysWhichRegionsAndPhasesItsActivityHasLostAndHowTheirCardsAreAskedAbout) {
  open_and_write(wanted(*both_sides), "a harbour");
  std::string activity = replaced(both_sides->pack.activity_text, "\"structure\": {", "\"framing\": {");
  activity = replaced(activity, "\"id\": \"across\"", "\"id\": \"over\"");
  std::string canvas = replaced(both_sides->pack.canvas_text, "\"id\": \"structure\"", "\"id\": \"framing\"");
  canvas = replaced(canvas, "\"region\": \"structure\"", "\"region\": \"framing\"");
  Resources newer = *both_sides;
  newer.pack = content::pack_from_texts(activity, canvas, "newer.json").value();
  OpenedConvening opened = open_convening(named(newer), {});
  EXPECT_TRUE(content::same_pack(opened.session->pack(), both_sides->pack)) << "nothing moves by itself";
  ASSERT_THAT(said(opened),
              ElementsAre("convening.its_version", "convening.regions_gone", "convening.phases_gone", "convening.ask_move"));
  const auto sentence = [&](std::size_t i) { return sentence_of(opened.session->remarks()[i], both_sides->strings, "en"); };
  EXPECT_THAT(sentence(1), testing::HasSubstr("“Structure”"));
  EXPECT_THAT(sentence(2), testing::HasSubstr("“Across”"));
  EXPECT_THAT(sentence(3), testing::HasSubstr("greenline move " + room().string() + " --to both-sides-of-the-line"));
  opened.session.reset();
  ConveningWanted from_a_pack = named(newer);
  from_a_pack.called = "--pack '/media/A stick/ours' --to both-sides-of-the-line";
  const OpenedConvening again = open_convening(from_a_pack, {});
  EXPECT_THAT(sentence_of(again.session->remarks().back(), both_sides->strings, "en"),
              testing::HasSubstr("room.greenline --pack '/media/A stick/ours' --to both-sides-of-the-line"));
}

// As a Greenline wrote that only wrote names down.
void write_old_file(const fs::path& file, const std::string& activity, const std::string& canvas) {
  auto journal = journal::Journal::open(file, {});
  ASSERT_TRUE(journal);
  model::Event event;
  event.id.bytes = model::uuid_v7(1, 1, 1);
  event.at.wall_ms = 1;
  event.body = model::ActivityOpened{activity, canvas};
  ASSERT_TRUE(journal->append(event));
  ASSERT_TRUE(journal->flush());
}

TEST_F(OpenConvening, OfAnOlderGreenlineIsReadWithTheActivityOfItsNameAndCarriesItFromThenOn) {
  write_old_file(room(), our_place->pack.activity.id, our_place->pack.canvas.id);
  const OpenedConvening opened = open_convening(wanted(*both_sides), {});
  EXPECT_EQ(opened.session->pack().activity.id, "finding-our-place");
  EXPECT_EQ(opened.session->convening().activity.value->activity_text, our_place->pack.activity_text);
}

// The canvas that is installed under its name is not the one that it began with.
TEST_F(OpenConvening, OfAnOlderGreenlineLetsCardsWaitByThemselvesWhoseRegionIsGone) {
  write_old_file(room(), our_place->pack.activity.id, our_place->pack.canvas.id);
  {
    auto journal = journal::Journal::open(room(), {});
    ASSERT_TRUE(journal);
    model::Event event;
    event.id.bytes = model::uuid_v7(2, 2, 2);
    event.at.wall_ms = 2;
    event.body =
        model::CardMade{model::CardId{model::uuid_v7(3, 3, 3)}, {"a spring", "en", {}}, {"the-old-ring", {}}, {}, false};
    ASSERT_TRUE(journal->append(event) && journal->flush());
  }
  for (int day = 0; day < 2; ++day) {
    const OpenedConvening opened = open_convening(wanted(*our_place), {});
    EXPECT_THAT(words_on(*opened.session), ElementsAre("a spring"));
    const content::Region* place = find_region(opened.session->pack().canvas, "the-old-ring");
    ASSERT_NE(place, nullptr) << "a place of its own";
    EXPECT_EQ(content::in_language(place->label, "en"), "the-old-ring");
    for (const char* own : {"interest", "engagement", "practice"})
      EXPECT_NE(find_region(opened.session->pack().canvas, own), nullptr) << own;
  }
}

TEST_F(OpenConvening, WhoseActivityIsNowhereIsLeftAsItIsAndANewOneBegun) {
  write_old_file(room(), "brought-by-a-guest", "their-own-canvas");
  const std::string before = journal::bytes_of(room());
  const Closed opened = open_and_write(wanted(*both_sides), "a harbour");
  EXPECT_THAT(said(opened), ElementsAre("convening.activity_not_here"));
  EXPECT_EQ(opened.kept_in, folder / "room (2).greenline");
  EXPECT_THAT(words_on(*open_convening(wanted(*both_sides), {}).session), ElementsAre("a harbour"));
  EXPECT_EQ(journal::bytes_of(room()), before);
}

TEST_F(OpenConvening, IsToldByCheckWithTheActivityItCarries) {
  OpenedConvening opened = open_convening(wanted(*our_place), {});
  const fs::path& content = our_place->paths.content;
  const station::ActivityLook look = station::look_at_activity(opened.session->convening().activity.value,
                                                               opened.session->convening(), "room.greenline", content);
  EXPECT_THAT(look.wrong, IsEmpty());
  EXPECT_EQ(look.which, "finding-our-place, carried whole, as it is installed");
  model::Convening only_named;
  only_named.activity.value = model::ActivityOpened{"brought-by-a-guest", "their-own-canvas"};
  EXPECT_EQ(station::look_at_activity(only_named.activity.value, only_named, "room.greenline", content).wrong.size(), 1U);
  model::Convening unreadable = only_named;
  unreadable.activity.value->activity_text = "{";
  EXPECT_EQ(station::look_at_activity(unreadable.activity.value, unreadable, "room.greenline", content).wrong.size(), 1U);
}

TEST_F(OpenConvening, IsToldByCheckWhenItsCardsWerePiledOntoAnotherCanvas) {
  open_and_write(wanted(*our_place), "a spring");
  OpenedConvening opened = open_convening(wanted(*our_place), {});
  model::Convening piled = opened.session->convening();
  piled.activity.value = model::ActivityOpened{both_sides->pack.activity.id, both_sides->pack.canvas.id,
                                               both_sides->pack.activity_text, both_sides->pack.canvas_text};
  const station::ActivityLook look =
      station::look_at_activity(piled.activity.value, piled, "room.greenline", our_place->paths.content);
  ASSERT_EQ(look.wrong.size(), 1U);
  EXPECT_THAT(look.wrong.front().found, testing::HasSubstr("1 cards"));
}

// A stick that was pulled out while a wall was open, and copied from without the log beside the file.
TEST_F(OpenConvening, SaysThatTheLatestIsMissingWhereTheFileWasBroughtWithoutItsLog) {
  const fs::path pulled = folder / "pulled.greenline";
  {
    const OpenedConvening opened = open_convening(wanted(*both_sides), {});
    // Entering a phase folds the log into the file, on the journal's own thread, with all that is written by then; a card that
    // is made later stays in the log.
    const auto log_is_empty = [log = room().string() + "-wal"] { return !fs::exists(log) || fs::file_size(log) == 0; };
    write(*opened.session, "a harbour");
    EXPECT_TRUE(opened.session->submit(model::EnterPhase{opened.session->phase().id}, model::the_host));
    EXPECT_TRUE(opened.session->flush());
    for (int waits = 0; waits < 2000 && !log_is_empty(); ++waits) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ASSERT_TRUE(log_is_empty());
    const std::string region = opened.session->pack().canvas.regions.front().id;
    EXPECT_TRUE(opened.session->submit(model::MakeCard{{"a pier", "en", {}}, {region, {0, 0}}}, model::at_seat(1)));
    EXPECT_TRUE(opened.session->flush());
    ASSERT_FALSE(log_is_empty());
    journal::write_bytes(pulled, journal::bytes_of(room()));
  }
  ConveningWanted it = wanted(*both_sides);
  it.file = pulled;
  const OpenedConvening opened = open_convening(it, {});
  ASSERT_THAT(said(opened), ElementsAre("convening.latest_missing"));
  EXPECT_TRUE(opened.session->remarks()[0].lasting);
}

TEST_F(OpenConvening, HasASentenceForEveryRemarkInEveryLanguage) {
  const std::vector<std::string> keys{"convening.no_home",
                                      "convening.goes_on_in",
                                      "convening.salvaged",
                                      "convening.lost_of_each",
                                      "convening.nothing_read",
                                      "convening.from_newer",
                                      "convening.set_aside_not_ours",
                                      "convening.set_aside_newer_version",
                                      "convening.its_activity",
                                      "convening.its_version",
                                      "convening.begun_anew",
                                      "convening.activity_not_here",
                                      "convening.lost",
                                      "convening.rests",
                                      "convening.latest_missing",
                                      "convening.latest_may_miss",
                                      "convening.regions_gone",
                                      "convening.regions_renamed",
                                      "convening.phases_gone",
                                      "convening.ask_move"};
  for (const std::string& key : keys) {
    for (const char* language : {"en", "fr", "es"}) {
      const std::string sentence = sentence_of(Remark{key, {"ONE", "TWO"}}, both_sides->strings, language);
      EXPECT_NE(sentence, key) << language;
      EXPECT_THAT(sentence, Not(testing::HasSubstr("{"))) << key << " " << language;
    }
  }
}

TEST_F(OpenConvening, ThatIsWantedAnewIsBegunBesideTheOldAndGoneOnWithFromThen) {
  open_and_write(wanted(*both_sides), "the first evening");
  ConveningWanted anew = named(*both_sides);
  anew.anew = true;
  EXPECT_THAT(said(open_and_write(anew, "the second evening")), IsEmpty());
  for (int day = 0; day < 2; ++day) {
    const OpenedConvening again = open_convening(named(*both_sides), {});
    EXPECT_EQ(again.kept_in, folder / "room (2).greenline");
    EXPECT_THAT(words_on(*again.session), ElementsAre("the second evening"));
    EXPECT_THAT(said(again), IsEmpty());
  }
  EXPECT_THAT(said(open_and_write(anew, "the third evening")), IsEmpty());
  EXPECT_EQ(open_convening(wanted(*both_sides), {}).kept_in, folder / "room (3).greenline");
  EXPECT_THAT(convenings(), testing::UnorderedElementsAre("room.greenline", "room (2).greenline", "room (3).greenline"));
}

TEST_F(OpenConvening, OfAnActivityIsFoundInAFolderByItsName) {
  const content::Activity& activity = both_sides->pack.activity;
  EXPECT_FALSE(convening_in(folder.path(), activity));
  ConveningWanted it = wanted(*both_sides);
  it.file = folder / "both-sides-of-the-line.greenline";
  open_and_write(it, "a harbour");
  EXPECT_EQ(convening_in(folder.path(), activity), it.file);
  it.anew = true;
  open_and_write(it, "another");
  EXPECT_EQ(convening_in(folder.path(), activity), folder / "both-sides-of-the-line (2).greenline");
  EXPECT_FALSE(convening_in(folder.path(), our_place->pack.activity));
}

}  // namespace
}  // namespace greenline::app
