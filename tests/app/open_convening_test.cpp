// Which convening a wall goes on with, on which canvas, and what its people are told.
#include "app/open_convening.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/resources.h"
#include "journal/folder.h"
#include "station/catalogue.h"
#include "station/its_activity.h"

namespace greenline::app {
namespace {

namespace fs = std::filesystem;
using journal::Folder;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class OpenConvening : public testing::Test {
 protected:
  void SetUp() override {
    both_sides = load_resources("both-sides-of-the-line", "dusk");
    our_place = load_resources("finding-our-place", "dusk");
    ASSERT_TRUE(both_sides && our_place);
  }
  [[nodiscard]] fs::path room() const { return folder / "room.greenline"; }
  [[nodiscard]] ConveningWanted wanted(const Resources& resources) const {
    ConveningWanted wanted;
    wanted.file = room();
    wanted.pack = resources.pack;
    wanted.content_folder = resources.paths.content;
    return wanted;
  }
  [[nodiscard]] ConveningWanted named(const Resources& resources, OtherActivity other = OtherActivity::say) const {
    ConveningWanted it = wanted(resources);
    it.activity_named = true;
    it.other_activity = other;
    return it;
  }
  // Opens it, has somebody make a card, and closes it.
  OpenedConvening open_and_write(const ConveningWanted& it, const std::string& words) const {
    OpenedConvening opened = open_convening(it, {});
    for (const content::Phase& phase : opened.session->pack().activity.phases) {
      if (!phase.rules.touch || !phase.rules.verbs.contains(model::Verb::name) || phase.rules.sets_markers) continue;
      EXPECT_TRUE(opened.session->submit(model::EnterPhase{phase.id}));
      break;
    }
    const std::string region = opened.session->pack().canvas.regions.front().id;
    EXPECT_TRUE(opened.session->submit(model::MakeCard{{words, "en", {}}, {region, {0, 0}}}));
    EXPECT_TRUE(opened.session->flush());
    opened.session.reset();
    return opened;
  }
  static std::vector<std::string> words_on(const station::Session& session) {
    std::vector<std::string> words;
    for (const auto& [id, card] : session.convening().cards) words.push_back(card.saying.value.words);
    std::ranges::sort(words);
    return words;
  }
  static std::vector<std::string> said(const OpenedConvening& opened) {
    std::vector<std::string> keys;
    for (const Remark& remark : opened.remarks) keys.push_back(remark.key);
    return keys;
  }
  [[nodiscard]] std::vector<std::string> convenings() const {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : folder.contents()) {
      if (name.ends_with(".greenline")) names.push_back(name);
    }
    return names;
  }
  // The last rows' page is torn, as a failing disk tears it.
  void damage(const fs::path& file) const {
    const std::string bytes = journal::bytes_of(file);
    journal::overwrite(file, 4096 + 8, std::string(8, '\xFF'));
    ASSERT_NE(bytes, journal::bytes_of(file));
  }

  Folder folder;
  tl::expected<Resources, std::string> both_sides = tl::unexpected(std::string()), our_place = tl::unexpected(std::string());
};

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
    const OpenedConvening opened = open_and_write(wanted(*both_sides), day);
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
  const OpenedConvening opened = open_and_write(wanted(*both_sides), "three");
  EXPECT_EQ(opened.kept_in, folder / "room (3).greenline");
  EXPECT_THAT(said(opened), ElementsAre("convening.goes_on_in", "convening.salvaged"));
  EXPECT_EQ(open_convening(wanted(*both_sides), {}).kept_in, folder / "room (3).greenline");
}

TEST_F(OpenConvening, SaysHowMuchTheSalvageLost) {
  open_and_write(wanted(*both_sides), "a harbour");
  // The card: its checksum no longer proves it, and the rows before it are whole.
  journal::run_sql(room(), "UPDATE event SET checksum = checksum + 1 WHERE seq = (SELECT max(seq) FROM event)");
  const OpenedConvening opened = open_convening(wanted(*both_sides), {});
  const auto lost = std::ranges::find(opened.remarks, "convening.lost_of_each", &Remark::key);
  ASSERT_NE(lost, opened.remarks.end());
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
  EXPECT_THAT(said(opened), ElementsAre("convening.its_version"));
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

TEST_F(OpenConvening, WhoseActivityIsNowhereIsLeftAsItIsAndANewOneBegun) {
  write_old_file(room(), "brought-by-a-guest", "their-own-canvas");
  const std::string before = journal::bytes_of(room());
  const OpenedConvening opened = open_and_write(wanted(*both_sides), "a harbour");
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

TEST_F(OpenConvening, WritesEverythingDownOnceTheFileCanBeOpened) {
  // The folder is a file for now, as a disk that is away may look.
  journal::write_bytes(folder / "stick", "");
  ConveningWanted it = wanted(*both_sides);
  it.file = folder / "stick/room.greenline";
  OpenedConvening opened = open_convening(it, {});
  ASSERT_TRUE(opened.session->trouble());
  EXPECT_EQ(opened.kept_in, it.file);
  ASSERT_TRUE(opened.session->step_phase(+1));
  EXPECT_FALSE(opened.session->flush()) << "it is not kept, and says so";
  fs::remove(folder / "stick");
  EXPECT_TRUE(opened.session->flush());
  EXPECT_FALSE(opened.session->trouble());
  const std::uint64_t hash = state_hash(opened.session->convening());
  opened.session.reset();
  EXPECT_EQ(state_hash(open_convening(it, {}).session->convening()), hash);
}

TEST_F(OpenConvening, ThatCouldNotBeReadAtFirstComesBackWithWhatWasMadeMeanwhile) {
  open_and_write(wanted(*both_sides), "the first day");
  fs::create_directory(folder / "stick");
  ConveningWanted it = wanted(*both_sides);
  it.file = folder / "stick/room.greenline";
  // The stick is away; it comes back with the convening on it.
  fs::remove(folder / "stick");
  journal::write_bytes(folder / "stick", "");
  OpenedConvening opened = open_convening(it, {});
  for (const content::Phase& phase : opened.session->pack().activity.phases) {
    if (phase.rules.touch && phase.rules.verbs.contains(model::Verb::name)) {
      ASSERT_TRUE(opened.session->submit(model::EnterPhase{phase.id}));
      break;
    }
  }
  ASSERT_TRUE(opened.session->submit(model::MakeCard{{"meanwhile", "en", {}}, {"identity", {0, 0}}}));
  fs::remove(folder / "stick");
  fs::create_directory(folder / "stick");
  fs::copy_file(room(), it.file);
  std::uint64_t place = opened.session->changes().now();
  EXPECT_TRUE(opened.session->flush());
  EXPECT_FALSE(opened.session->changes().follow(place, [](const station::Change&) {})) << "whoever follows looks at all of it";
  EXPECT_THAT(words_on(*opened.session), ElementsAre("meanwhile", "the first day"));
  opened.session.reset();
  EXPECT_THAT(words_on(*open_convening(it, {}).session), ElementsAre("meanwhile", "the first day"));
}

TEST_F(OpenConvening, HasASentenceForEveryRemarkInEveryLanguage) {
  const std::vector<std::string> keys{
      "convening.no_home",      "convening.goes_on_in",  "convening.salvaged",           "convening.lost_of_each",
      "convening.nothing_read", "convening.from_newer",  "convening.set_aside_not_ours", "convening.set_aside_newer_version",
      "convening.its_activity", "convening.its_version", "convening.begun_anew",         "convening.activity_not_here",
      "convening.lost"};
  for (const std::string& key : keys) {
    for (const char* language : {"en", "fr", "es"}) {
      const std::string sentence = sentence_of({key, {"ONE", "TWO"}}, both_sides->strings, language);
      EXPECT_NE(sentence, key) << language;
      EXPECT_THAT(sentence, Not(testing::HasSubstr("{"))) << key << " " << language;
    }
  }
}

}  // namespace
}  // namespace greenline::app
