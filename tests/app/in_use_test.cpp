// A pack is in use as long as a convening that began with it is not closed.
#include "app/in_use.h"

#include <gtest/gtest.h>

#include "app/a_convening.h"
#include "station/catalogue.h"

namespace greenline::app {
namespace {

class InUse : public AConvening {
 protected:
  [[nodiscard]] bool in_use(const content::Pack& activity) const {
    content::WholePack pack;
    pack.activities.push_back(activity);
    return in_use_in(folder.path())(pack);
  }
};

TEST_F(InUse, IsWhatAConveningBeganWithUntilThatIsClosed) {
  EXPECT_FALSE(in_use(both_sides->pack));
  {
    const OpenedConvening opened = open_convening(wanted(*both_sides), {});
    write(*opened.session, "a harbour");
    EXPECT_TRUE(in_use(both_sides->pack)) << "while it is on the wall";
  }
  EXPECT_TRUE(in_use(both_sides->pack)) << "and until tomorrow";
  EXPECT_FALSE(in_use(our_place->pack));
  content::Pack changed = both_sides->pack;
  changed.activity_text += ' ';
  EXPECT_FALSE(in_use(changed)) << "another version";
  {
    const OpenedConvening opened = open_convening(wanted(*both_sides), {});
    ASSERT_TRUE(opened.session->submit(model::CloseActivity{}, model::the_host));
    ASSERT_TRUE(opened.session->flush());
  }
  EXPECT_FALSE(in_use(both_sides->pack));
}

// A folder where convenings are usually kept, beside the one in which this one is.
class InUseElsewhere : public InUse {
 protected:
  void SetUp() override {
    InUse::SetUp();
    const OpenedConvening opened = open_convening(wanted(*both_sides), {});
    write(*opened.session, "a harbour");
    ASSERT_TRUE(note_elsewhere(usual, opened.kept_in, content::fingerprint(both_sides->pack)));
    ASSERT_TRUE(opened.session->flush());
  }
  [[nodiscard]] bool in_use_as_noted(const content::Pack& activity) const {
    content::WholePack pack;
    pack.activities.push_back(activity);
    return in_use_in(usual)(pack);
  }
  void close() {
    const OpenedConvening opened = open_convening(wanted(*both_sides), {});
    ASSERT_TRUE(opened.session->submit(model::CloseActivity{}, model::the_host));
    ASSERT_TRUE(opened.session->flush());
  }
  std::filesystem::path usual = std::filesystem::path(folder.path().string() + "-usual");
  void TearDown() override { std::filesystem::remove_all(usual); }
};

TEST_F(InUseElsewhere, IsNoticedUntilItIsClosed) {
  EXPECT_TRUE(in_use_as_noted(both_sides->pack));
  EXPECT_FALSE(in_use_as_noted(our_place->pack));
  close();
  EXPECT_FALSE(in_use_as_noted(both_sides->pack));
}

TEST_F(InUseElsewhere, CountsWhileItsDiskIsNotThereAndNotOnceItsFolderIsDeleted) {
  const std::filesystem::path away = usual / "disk" / "rooms";
  ASSERT_TRUE(note_elsewhere(usual, away / "room.greenline", content::fingerprint(our_place->pack)));
  EXPECT_TRUE(in_use_as_noted(our_place->pack)) << "neither the folder nor what it lies in is there";
  std::filesystem::create_directories(away.parent_path());
  EXPECT_FALSE(in_use_as_noted(our_place->pack)) << "the disk is there, and the folder is not";
}

TEST_F(InUse, IsEverythingWhereNobodyCanKnow) {
  journal::write_bytes(station::catalogue_in(folder.path()), "no catalogue");
  EXPECT_TRUE(in_use(our_place->pack));
}

}  // namespace
}  // namespace greenline::app
