// A kind of request or event of which something is missing is none, so that it does not compile (model/kinds.h).
#include "model/kinds.h"

#include <gtest/gtest.h>

namespace greenline::model {
namespace kinds_like {

// A whole event, but for what each of those below leaves out.
struct Whole {
  static constexpr KindNumber number = 200;
  CardId card;
  bool flag = false;
  static constexpr auto fields = std::tuple{field(Key::subject, &Whole::card), field(Key::flag, &Whole::flag)};
  friend bool operator==(const Whole&, const Whole&) = default;
};
void apply(const Whole&, const Applying&);

struct LeavesOutAMember {
  static constexpr KindNumber number = 200;
  CardId card;
  bool flag = false;
  static constexpr auto fields = std::tuple{field(Key::subject, &LeavesOutAMember::card)};
  friend bool operator==(const LeavesOutAMember&, const LeavesOutAMember&) = default;
};
void apply(const LeavesOutAMember&, const Applying&);

struct OneKeyForTwo {
  static constexpr KindNumber number = 200;
  bool one = false, other = false;
  static constexpr auto fields = std::tuple{field(Key::flag, &OneKeyForTwo::one), field(Key::flag, &OneKeyForTwo::other)};
  friend bool operator==(const OneKeyForTwo&, const OneKeyForTwo&) = default;
};
void apply(const OneKeyForTwo&, const Applying&);

struct AppliesToNothing {
  static constexpr KindNumber number = 200;
  static constexpr std::tuple<> fields{};
  friend bool operator==(const AppliesToNothing&, const AppliesToNothing&) = default;
};

}  // namespace kinds_like

namespace {

using namespace kinds_like;

static_assert(EventKind<Whole>);
static_assert(!EventKind<LeavesOutAMember>, "a member that would be neither written nor read");
static_assert(!EventKind<OneKeyForTwo>);
static_assert(!EventKind<AppliesToNothing>);

constexpr Descriptor whole = MarkCard::about;
constexpr Descriptor but(void (*change)(Descriptor&)) {
  Descriptor changed = whole;
  change(changed);
  return changed;
}
static_assert(complete(whole));
static_assert(!complete(but([](Descriptor& about) { about.name = {}; })));
static_assert(!complete(but([](Descriptor& about) { about.who = {}; })), "nobody may");
static_assert(!complete(but([](Descriptor& about) { about.taken_back = stays_because(""); })), "it stays, and nobody says why");
static_assert(!complete(but([](Descriptor& about) {
  about.told = {Told::not_told, ""};
})),
              "it is not told, and nobody says why");

struct DecidesNothing {
  using Makes = CardMarked;
  static constexpr Descriptor about = MarkCard::about;
};
static_assert(!RequestKind<DecidesNothing>);

TEST(Kinds, AreFoundByName) {
  EXPECT_EQ(descriptor_named("let_go"), &LetGoCard::about);
  EXPECT_EQ(descriptor_named("let go"), nullptr);
  EXPECT_EQ(&about(Request{MarkCard{}}), &MarkCard::about);
}

TEST(Kinds, OfTheHostAreTheHostsAlone) {
  for (const Descriptor* about :
       {&EnterPhase::about, &CloseActivity::about, &RestWall::about, &HoldCards::about, &RevealCards::about, &GiveTime::about,
        &SetCardAside::about, &BringCardBack::about, &SendCardOn::about, &KeepCardHere::about, &PauseTouch::about,
        &ShowOnWalls::about, &FreezeWalls::about, &TakeChair::about}) {
    EXPECT_TRUE(about->who.has(Role::host)) << about->name;
    EXPECT_FALSE(about->who.has(Role::seat)) << about->name;
  }
}

}  // namespace
}  // namespace greenline::model
