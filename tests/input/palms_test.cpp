// Fingers mean something, palms and sleeves nothing.
#include "input/palms.h"

#include <gtest/gtest.h>

#include <set>

namespace greenline::input {
namespace {

using model::PixelPoint;

constexpr float mm = 3.78F;  // pixels

class PalmsTest : public testing::Test {
 protected:
  TouchFrame now(std::vector<Contact> contacts, double after_s = 0.008) {
    time_s_ += after_s;
    return palms.without_palms({time_s_, std::move(contacts)});
  }
  static Contact began(ContactId id, PixelPoint at, float width_mm = 0) { return {id, ContactState::began, at, width_mm}; }
  static Contact moved(ContactId id, PixelPoint at, float width_mm = 0) { return {id, ContactState::moved, at, width_mm}; }
  static Contact ended(ContactId id, PixelPoint at) { return {id, ContactState::ended, at, 0}; }

  Palms palms{{}};

 private:
  double time_s_ = 0;
};

TEST_F(PalmsTest, LetFingersThroughAsTheyAre) {
  const auto out = now({began(1, {10, 10}, 9), moved(1, {12, 10}, 11), began(2, {900, 10}), ended(1, {12, 10})});
  ASSERT_EQ(out.contacts.size(), 4U);
  EXPECT_EQ(out.contacts[1].at, (PixelPoint{12, 10}));
  EXPECT_EQ(out.contacts[3].state, ContactState::ended);
}

TEST_F(PalmsTest, LeaveOutWhatIsTooWideFromItsFirstReport) {
  EXPECT_TRUE(now({began(1, {10, 10}, 45)}).contacts.empty());
  EXPECT_TRUE(now({moved(1, {20, 10}, 12)}).contacts.empty());  // it narrows as it slides: still no finger
  EXPECT_TRUE(now({ended(1, {20, 10})}).contacts.empty());
  EXPECT_EQ(palms.live(), 0U);
  EXPECT_EQ(now({began(1, {10, 10}, 10)}).contacts.size(), 1U);
}

TEST_F(PalmsTest, CancelAFingerThatGrowsIntoAPalm) {
  EXPECT_EQ(now({began(1, {10, 10}, 14)}).contacts.size(), 1U);
  const auto out = now({moved(1, {11, 10}, 40)});
  ASSERT_EQ(out.contacts.size(), 1U);
  EXPECT_EQ(out.contacts[0].state, ContactState::cancelled);
  EXPECT_TRUE(now({moved(1, {12, 10}, 14), ended(1, {12, 10})}).contacts.empty());
}

TEST_F(PalmsTest, CancelAHandLaidFlatOnAGlassThatTellsNoWidths) {
  now({began(1, {500, 500})});
  now({began(2, {500 + 20 * mm, 480})});
  now({began(3, {500 + 40 * mm, 480})});
  const auto out = now({began(4, {500 + 30 * mm, 500 + 40 * mm})});
  std::set<ContactId> cancelled;
  for (const Contact& contact : out.contacts)
    if (contact.state == ContactState::cancelled) cancelled.insert(contact.id);
  EXPECT_EQ(cancelled, (std::set<ContactId>{1, 2, 3, 4}));
  EXPECT_TRUE(now({moved(1, {700, 500}), ended(2, {540, 480})}).contacts.empty());
}

TEST_F(PalmsTest, LetSeveralPeopleTouchAtOnce) {
  std::vector<Contact> all;
  for (int i = 0; i < 12; ++i) all.push_back(began(i, {static_cast<float>(i) * 80 * mm, 400}));
  for (const Contact& contact : now(all).contacts) EXPECT_EQ(contact.state, ContactState::began);
}

TEST_F(PalmsTest, LetQuickFingersTypeOneAfterAnother) {
  for (int i = 0; i < 10; ++i)
    for (const Contact& contact : now({began(i, {500 + static_cast<float>(i % 4) * 18 * mm, 500})}, 0.05).contacts)
      EXPECT_EQ(contact.state, ContactState::began) << i;
}

TEST_F(PalmsTest, LetAHandThatPullsWithManyFingersGoOn) {
  for (int i = 0; i < 3; ++i) now({began(i, {500 + static_cast<float>(i) * 15 * mm, 500})});
  for (int i = 0; i < 3; ++i) now({moved(i, {500 + static_cast<float>(i) * 15 * mm, 500 + 20 * mm})});
  const auto out = now({began(9, {500, 500 + 10 * mm})});
  ASSERT_EQ(out.contacts.size(), 1U);
  EXPECT_EQ(out.contacts[0].state, ContactState::began);
}

TEST_F(PalmsTest, RememberNoMoreThanTheyMust) {
  for (ContactId id = 0; id < 5000; ++id) now({began(id, {static_cast<float>(id) * 400, 0})}, 1);
  EXPECT_EQ(palms.live(), Palms::max_live);
}

}  // namespace
}  // namespace greenline::input
