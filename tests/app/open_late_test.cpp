// A convening whose disk was away when its wall began: what is found when it comes back is gone on with, and told.
#include "app/open_late.h"

#include <gmock/gmock.h>

#include "app/a_convening.h"
#include "app/kept_drafts.h"
#include "app/offscreen_wall.h"
#include "station/catalogue.h"

namespace greenline::app {
namespace {

using station::Remark;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class OpenLate : public AConvening {
 protected:
  // The folder is a file for now, as a disk that is away may look.
  void take_stick_away() const { journal::write_bytes(folder / "stick", ""); }
  void bring_stick_with(const fs::path& file) const {
    fs::remove(folder / "stick");
    fs::create_directory(folder / "stick");
    fs::copy_file(file, folder / "stick/room.greenline");
  }
  [[nodiscard]] ConveningWanted on_stick(const Resources& resources) const {
    ConveningWanted it = wanted(resources);
    it.file = folder / "stick/room.greenline";
    return it;
  }
  // A wall begins while the stick is away, somebody makes a card, and the stick comes back with `file` on it.
  [[nodiscard]] OpenedConvening opened_before(const fs::path& file) const {
    take_stick_away();
    OpenedConvening opened = open_convening(on_stick(*both_sides), {});
    EXPECT_THAT(said(opened), IsEmpty());
    write(*opened.session, "meanwhile");
    bring_stick_with(file);
    EXPECT_TRUE(opened.session->flush());
    return opened;
  }
  [[nodiscard]] std::string stick(const char* name) const { return (folder / "stick" / name).string(); }
};

TEST_F(OpenLate, WritesEverythingDownOnceTheFileCanBeOpened) {
  take_stick_away();
  const ConveningWanted it = on_stick(*both_sides);
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

TEST_F(OpenLate, ThatCouldNotBeReadAtFirstComesBackWithWhatWasMadeMeanwhile) {
  open_and_write(wanted(*both_sides), "the first day");
  take_stick_away();
  const ConveningWanted it = on_stick(*both_sides);
  OpenedConvening opened = open_convening(it, {});
  write(*opened.session, "meanwhile");
  bring_stick_with(room());
  const auto cursor = opened.session->join();
  EXPECT_TRUE(opened.session->flush());
  EXPECT_TRUE(opened.session->news(cursor).anew);
  EXPECT_THAT(words_on(*opened.session), ElementsAre("meanwhile", "the first day"));
  opened.session.reset();
  EXPECT_THAT(words_on(*open_convening(it, {}).session), ElementsAre("meanwhile", "the first day"));
}

TEST_F(OpenLate, ThatIsDamagedSaysWhatWasLostAndWhereItIsKeptNow) {
  open_and_write(wanted(*both_sides), "a harbour");
  open_and_write(wanted(*both_sides), "a spring");
  // The last card: its checksum no longer proves it.
  journal::run_sql(room(), "UPDATE event SET checksum = checksum + 1 WHERE seq = (SELECT max(seq) FROM event)");
  std::vector<std::string> heard;
  take_stick_away();
  OpenedConvening opened =
      open_convening(on_stick(*both_sides), {.remark = [&](const Remark& remark) { heard.push_back(remark.key); }});
  write(*opened.session, "meanwhile");
  bring_stick_with(room());
  EXPECT_TRUE(opened.session->flush());

  EXPECT_THAT(said(opened), ElementsAre("convening.salvaged", "convening.lost_of_each"));
  EXPECT_EQ(heard, said(opened)) << "for the log";
  const std::vector<Remark>& remarks = opened.session->remarks();
  EXPECT_THAT(remarks[0].values, ElementsAre(stick("room.greenline"), stick("room (2).greenline")));
  EXPECT_THAT(sentence_of(remarks[1], both_sides->strings, "en"), HasSubstr("cards: 1"));
  EXPECT_THAT(words_on(*opened.session), ElementsAre("a harbour", "meanwhile"));
  EXPECT_EQ(opened.session->file(), stick("room (2).greenline"));
  opened.session.reset();
  EXPECT_THAT(words_on(*open_convening(on_stick(*both_sides), {}).session), ElementsAre("a harbour", "meanwhile"));
}

TEST_F(OpenLate, ThatIsNoConveningSaysSoAndWhereItIsKeptNow) {
  journal::write_bytes(room(), "a letter to somebody");
  const OpenedConvening opened = opened_before(room());
  EXPECT_THAT(said(opened), ElementsAre("convening.set_aside_not_ours"));
  EXPECT_EQ(opened.session->remarks()[0].values.back(), stick("room (2).greenline"));
  EXPECT_EQ(journal::bytes_of(stick("room.greenline")), "a letter to somebody");
}

TEST_F(OpenLate, ThatIsAnotherActivitysSaysSo) {
  open_and_write(wanted(*our_place), "a spring");
  const OpenedConvening opened = opened_before(room());
  EXPECT_THAT(said(opened), ElementsAre("convening.begun_anew"));
  EXPECT_TRUE(opened.session->remarks()[0].lasting) << "nobody wished for it";
  EXPECT_THAT(words_on(*opened.session), ElementsAre("meanwhile"));
}

TEST_F(OpenLate, ThatIsANewerGreenlinesSaysSo) {
  open_and_write(wanted(*both_sides), "from the future");
  journal::run_sql(room(), "PRAGMA user_version = 99");
  EXPECT_THAT(said(opened_before(room())), ElementsAre("convening.set_aside_newer_version"));
}

// What is begun and not placed goes where its convening goes.
class DraftsOfAConvening : public OpenLate {
 protected:
  void SetUp() override {
    OpenLate::SetUp();
    ASSERT_TRUE(both_sides);
  }
  // A wall on this convening, in which somebody has begun a card; closed as by a pulled plug, so that the draft stays.
  void begin_a_card(const OpenedConvening& opened, const std::string& words, const std::function<void()>& meanwhile = {}) {
    auto offscreen = OffscreenWall::open(*both_sides, *opened.session, {.still = true});
    ASSERT_TRUE(offscreen) << offscreen.error();
    interact::Wall& wall = (*offscreen)->wall();
    KeptDrafts drafts(wall, *opened.session, {.convening = opened.kept_in, .earlier = opened.drafts_from}, nullptr);
    brought_back.clear();
    for (const ui::Draft& draft : wall.seats().drafts()) brought_back.push_back(draft.words);
    if (!words.empty())
      wall.bring_back(
          {{.becomes = ui::DraftCard{}, .words = words, .language = "en", .ink = {}, .across = 0.2F, .down = 0.7F}});
    drafts.poll();
    if (meanwhile) meanwhile();
    drafts.poll();
  }
  std::vector<std::string> brought_back;
};

TEST_F(DraftsOfAConvening, ComeBackAfterADamageHoweverOftenItIsStarted) {
  open_and_write(wanted(*both_sides), "a harbour");
  begin_a_card(open_convening(wanted(*both_sides), {}), "the first evening");
  damage(room());
  begin_a_card(open_convening(wanted(*both_sides), {}), "the second evening");
  EXPECT_THAT(brought_back, ElementsAre("the first evening")) << "what lay beside the damaged file";
  begin_a_card(open_convening(wanted(*both_sides), {}), "");
  EXPECT_THAT(brought_back, testing::UnorderedElementsAre("the first evening", "the second evening"));
}

TEST_F(DraftsOfAConvening, AreKeptBesideTheFileThatItGoesOnIn) {
  journal::write_bytes(room(), "a letter to somebody");
  take_stick_away();
  {
    const OpenedConvening opened = open_convening(on_stick(*both_sides), {});
    begin_a_card(opened, "half a thought", [&] {
      bring_stick_with(room());
      EXPECT_TRUE(opened.session->flush());
    });
  }
  begin_a_card(open_convening(on_stick(*both_sides), {}), "");
  EXPECT_THAT(brought_back, ElementsAre("half a thought"));
}

}  // namespace
}  // namespace greenline::app
