// Which screen each role is on, whatever is plugged in and out.
#include "platform/roles.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace greenline::platform {
namespace {

using Screens = std::vector<Monitor>;
using Place = std::optional<std::size_t>;

// The glass of that letter, on that connector, at a place of its own.
Monitor glass_on(const std::string& letter, const std::string& connector, int x = 0) {
  Monitor monitor{.name = connector, .x = x, .width = 1920, .height = 1080};
  if (!letter.empty()) monitor.glass = {"GLS", "Glass " + letter, letter};
  return monitor;
}
const Monitor touch = glass_on("T", "HDMI-1"), projector = glass_on("P", "HDMI-2", 1920), laptop = glass_on("L", "eDP-1", 3840),
              other = glass_on("O", "DP-1", 5760);

Role a_role(const std::string& name, Use use, const std::string& asked_for = {}, std::optional<Bound> bound = {}) {
  return {.name = name, .use = use, .asked_for = asked_for, .bound = std::move(bound)};
}
const Role hands = a_role("hands", Use::hands, {}, bound_to(touch)), wall = a_role("wall", Use::wall, {}, bound_to(projector)),
           console = a_role("console", Use::console, {}, bound_to(laptop));

// The letter of the glass that a role is on; empty: none.
std::string on(const RoleScreens& screens, const std::string& role) {
  const Place place = screens.screen_of(role);
  if (!place) return {};
  const Monitor& monitor = screens.monitors()[*place];
  return monitor.glass.told() ? monitor.glass.serial : monitor.name;
}

RoleScreens seen(std::vector<Role> roles, const std::vector<Screens>& looks) {
  RoleScreens screens(std::move(roles));
  for (const Screens& look : looks) screens.look(look);
  return screens;
}

TEST(Roles, FollowTheirGlassToAnotherConnector) {
  const auto screens = seen({hands, wall}, {{touch, projector}, {glass_on("P", "HDMI-1"), glass_on("T", "HDMI-2", 1920)}});
  EXPECT_EQ(on(screens, "hands"), "T");
  EXPECT_EQ(on(screens, "wall"), "P");
  EXPECT_EQ(screens.roles()[0].bound->connector, "HDMI-2") << "and that is remembered";
}

TEST(Roles, GoByTheConnectorWhereGlassDoesNotTell) {
  const Monitor mute = glass_on("", "HDMI-1"), mute_too = glass_on("", "HDMI-2", 1920);
  const auto screens =
      seen({a_role("hands", Use::hands), a_role("wall", Use::wall, "HDMI-2")}, {{mute, mute_too}, {mute_too, mute}});
  EXPECT_EQ(screens.screen_of("hands"), 1U);
  EXPECT_EQ(screens.screen_of("wall"), 0U);
}

TEST(Roles, ArePutByTheConnectorWhenGlassStopsTelling) {
  const auto screens =
      seen({hands, wall, console}, {{touch, projector, laptop}, {touch, glass_on("", "HDMI-2", 1920), laptop}});
  EXPECT_EQ(on(screens, "wall"), "HDMI-2");
  EXPECT_EQ(screens.roles()[1].bound->glass, projector.glass) << "and are remembered as they were";
}

TEST(Roles, AreApartOnGlassOfOneKindThatTellsNoNumber) {
  const auto twin = [](const std::string& connector, int x) {
    Monitor monitor = glass_on("T", connector, x);
    monitor.glass.serial.clear();
    return monitor;
  };
  const Monitor left = twin("HDMI-1", 0), right = twin("HDMI-2", 1920);
  auto screens =
      seen({a_role("hands", Use::hands, {}, bound_to(left)), a_role("wall", Use::wall, {}, bound_to(right))}, {{right, left}});
  EXPECT_EQ(screens.screen_of("hands"), 1U);
  EXPECT_EQ(screens.screen_of("wall"), 0U);
  screens.look({right});
  EXPECT_EQ(screens.screen_of("hands"), std::nullopt);
  EXPECT_EQ(screens.screen_of("wall"), 0U);
}

TEST(Roles, WithoutTheirGlassStandNowhereButHandsWhereTheyAreSeen) {
  const auto screens = seen({hands, wall, console}, {{touch, projector, laptop, other}, {other}});
  EXPECT_EQ(on(screens, "hands"), "O");
  EXPECT_EQ(on(screens, "wall"), "");
  EXPECT_EQ(on(screens, "console"), "");
}

TEST(Roles, OfHandsNeverTakeTheGlassThatIsTheWallsOrTheConsoles) {
  const auto screens = seen({hands, wall, console}, {{touch, projector, laptop}, {projector, laptop}});
  EXPECT_EQ(on(screens, "hands"), "");
  EXPECT_EQ(on(screens, "wall"), "P");
  EXPECT_EQ(on(screens, "console"), "L");
}

TEST(Roles, TakeNoScreenThatComesLaterUntilItIsChosen) {
  auto screens = seen({hands, wall, console}, {{touch, laptop, projector}, {touch, laptop, other}});
  EXPECT_EQ(on(screens, "wall"), "");
  EXPECT_TRUE(screens.is_strange(2));
  screens.choose("wall", 2);
  EXPECT_EQ(on(screens, "wall"), "O");
  screens.look({touch, laptop, other, projector});
  EXPECT_EQ(on(screens, "wall"), "O");
}

TEST(Roles, OfHandsTakeTheOnlyScreenWhereNothingElseIsShown) {
  const auto screens = seen({hands, wall}, {{touch, projector}, {other}});
  EXPECT_EQ(on(screens, "hands"), "O") << "a kiosk whose glass was replaced";
  const auto with_console = seen({hands, console}, {{touch, laptop}, {laptop, other}});
  EXPECT_EQ(on(with_console, "hands"), "") << "somebody can choose";
}

TEST(Roles, OfWallsTakeTheOneThatIsLeftAtAnotherVenue) {
  auto screens = seen({hands, wall, console}, {{laptop, touch, other}});
  EXPECT_EQ(on(screens, "wall"), "O");
  EXPECT_EQ(screens.roles()[1].bound, bound_to(projector)) << "their own is remembered";
  screens.look({laptop, touch, other, projector});
  EXPECT_EQ(on(screens, "wall"), "P");
  screens.look({laptop, touch, other});
  EXPECT_EQ(on(screens, "wall"), "O");
}

TEST(Roles, OfTheConsoleNeverGoByTheConnectorToGlassThatTellsItIsAnother) {
  const Monitor here = glass_on("L", "HDMI-2", 1920);
  const auto screens = seen({hands, a_role("console", Use::console, {}, bound_to(here))}, {{touch, projector}});
  EXPECT_EQ(on(screens, "console"), "") << "it is the projector of another venue";
}

TEST(Roles, AreGivenScreensTheFirstTime) {
  const auto screens = seen({a_role("hands", Use::hands), a_role("wall", Use::wall), a_role("console", Use::console)},
                            {{touch, projector, laptop}});
  EXPECT_EQ(on(screens, "hands"), "T");
  EXPECT_EQ(on(screens, "console"), "L") << "the laptop's own";
  EXPECT_EQ(on(screens, "wall"), "P") << "the one that is not the console";
}

TEST(Roles, OfAWallThatNeverHadAScreenTakeTheFirstThatComes) {
  const auto screens = seen({hands, a_role("wall", Use::wall)}, {{touch}, {touch, projector}});
  EXPECT_EQ(on(screens, "wall"), "P");
}

TEST(Roles, ThatAreAskedForByNameWaitForThat) {
  auto screens = seen({a_role("hands", Use::hands, "DP-1")}, {{touch}});
  EXPECT_EQ(on(screens, "hands"), "T");
  EXPECT_FALSE(screens.roles()[0].bound);
  screens.look({touch, other});
  EXPECT_EQ(on(screens, "hands"), "O");
  screens.look({touch});
  EXPECT_EQ(on(screens, "hands"), "T");
}

TEST(Roles, AreAskedForByConnectorNumberLetterOrWhoTheGlassIs) {
  const Screens all{touch, projector, laptop};
  EXPECT_EQ(asked_for_in(all, "HDMI-2"), 1U);
  EXPECT_EQ(asked_for_in(all, "2"), 2U);
  EXPECT_EQ(asked_for_in(all, "B"), 1U);
  EXPECT_EQ(asked_for_in(all, "Glass L"), 2U);
  EXPECT_EQ(asked_for_in(all, "T"), 0U);
  EXPECT_EQ(asked_for_in(all, "GLS Glass P P"), 1U);
  for (const char* none : {"", "7", "-1", "1x", "HDMI-9", "D", "99999999999999999999"})
    EXPECT_EQ(asked_for_in(all, none), std::nullopt) << none;
  EXPECT_EQ(asked_for_in(Screens{touch, glass_on("", "0"), glass_on("", "A")}, "0"), 1U);
  EXPECT_EQ(asked_for_in(Screens{touch, glass_on("", "0"), glass_on("", "A")}, "A"), 2U);
}

TEST(Roles, OnMirroredScreensCountAsOne) {
  Monitor mirror = laptop;
  mirror.x = projector.x;
  const auto screens = seen({hands, wall, console}, {{touch, projector, laptop}, {touch, projector, mirror}});
  EXPECT_EQ(on(screens, "console"), "L");
  EXPECT_EQ(on(screens, "wall"), "") << "what the host sees would be seen on the wall, so only one of them is";
}

TEST(Roles, SwapTheirScreensWhenOneIsChosenThatAnotherHad) {
  auto screens = seen({hands, wall, console}, {{touch, projector, laptop}});
  const auto before = screens.version();
  screens.choose("wall", 2);
  EXPECT_EQ(on(screens, "wall"), "L");
  EXPECT_EQ(on(screens, "console"), "P");
  EXPECT_NE(screens.version(), before);
}

TEST(Roles, StayAsTheyWereWhileThereIsNoScreenAtAll) {
  auto screens = seen({hands, wall, console}, {{touch, projector, laptop}, {}});
  EXPECT_EQ(on(screens, "hands"), "");
  screens.look({laptop, projector, touch});
  EXPECT_EQ(on(screens, "hands"), "T");
  EXPECT_EQ(on(screens, "wall"), "P");
  EXPECT_EQ(on(screens, "console"), "L");
}

TEST(Roles, HaveTheirOwnScreensLitAndOthersWhereTheRoomWouldBeBlack) {
  const std::vector<Role> roles{hands, a_role("wall", Use::wall, "DP-7"), a_role("console", Use::console)};
  EXPECT_TRUE(wants_light(bound_to(glass_on("T", "HDMI-9")), Screens{laptop}, roles));
  EXPECT_TRUE(wants_light(bound_to(glass_on("O", "DP-7")), Screens{laptop}, roles));
  EXPECT_TRUE(wants_light(bound_to(glass_on("", "HDMI-1")), Screens{laptop}, roles))
      << "glass that tells nothing, on its connector";
  EXPECT_FALSE(wants_light(bound_to(other), Screens{laptop}, roles));
  EXPECT_FALSE(wants_light(bound_to(glass_on("O", "HDMI-1")), Screens{laptop}, roles)) << "it tells that it is another";
  EXPECT_TRUE(wants_light(bound_to(other), Screens{}, roles));
}

// Any of six glasses on any of six connectors, at any places.
rc::Gen<Screens> any_screens() {
  return rc::gen::map(rc::gen::container<std::vector<int>>(9, rc::gen::inRange(0, 1000)), [](const std::vector<int>& random) {
    std::vector<int> glasses{0, 1, 2, 3, 4, 5}, connectors = glasses, places = glasses;
    const auto shuffle = [&random](std::vector<int>& all, std::size_t from) {
      for (std::size_t i = 0; i < all.size(); ++i)
        std::swap(all[i], all[static_cast<std::size_t>(random[from + i % 3]) * (i + 7) % all.size()]);
    };
    shuffle(glasses, 0);
    shuffle(connectors, 3);
    shuffle(places, 5);
    Screens screens;
    for (std::size_t i = 0; i < static_cast<std::size_t>(random[8]) % 7; ++i)
      screens.push_back(glass_on(std::string(1, static_cast<char>('A' + glasses[i])), "X-" + std::to_string(connectors[i]),
                                 1920 * places[i]));
    return screens;
  });
}

std::vector<Role> bound_roles() {
  const auto bound = [](const std::string& letter, int connector) {
    return bound_to(glass_on(letter, "X-" + std::to_string(connector)));
  };
  return {a_role("hands", Use::hands, {}, bound("A", 0)), a_role("wall", Use::wall, {}, bound("B", 1)),
          a_role("wall 2", Use::wall, {}, bound("C", 2)), a_role("console", Use::console, {}, bound("D", 3))};
}

std::set<std::string> letters(const Screens& screens) {
  std::set<std::string> all;
  for (const Monitor& one : screens) all.insert(one.glass.serial);
  return all;
}

RC_GTEST_PROP(RolesOverTime, AreOnTheirOwnGlassWheneverItIsThereAndTheConsoleNowhereElse, ()) {
  RoleScreens screens(bound_roles());
  const auto looks = *rc::gen::container<std::vector<Screens>>(any_screens());
  for (const Screens& look : looks) {
    screens.look(look);
    const auto there = letters(look);
    std::set<std::size_t> taken;
    for (const auto& [role, own] :
         {std::pair("hands", "A"), std::pair("wall", "B"), std::pair("wall 2", "C"), std::pair("console", "D")}) {
      if (there.contains(own)) RC_ASSERT(on(screens, role) == own);
      if (const Place place = screens.screen_of(role)) RC_ASSERT(taken.insert(*place).second);
    }
    RC_ASSERT(on(screens, "console") == "" || on(screens, "console") == "D");
    for (const char* role : {"hands", "wall", "wall 2"}) {
      const Place place = screens.screen_of(role);
      if (place && screens.is_strange(*place)) RC_ASSERT(std::string(role) == "hands" && taken.size() == 1);
    }
  }
}

// Numbers and coordinates mean nothing to a role that has a screen.
RC_GTEST_PROP(RolesOverTime, AreOnTheSameGlassInWhateverOrderAndWhereverScreensAre, ()) {
  const auto looks = *rc::gen::container<std::vector<Screens>>(any_screens());
  Screens first;
  for (const Role& role : bound_roles()) {
    first.push_back({.name = role.bound->connector, .x = 1920 * static_cast<int>(first.size()), .width = 1920, .height = 1080});
    first.back().glass = role.bound->glass;
  }
  RoleScreens one = seen(bound_roles(), {first}), otherwise = one;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    Screens turned = looks[i];
    for (Monitor& monitor : turned) monitor.x = 11520 - monitor.x;
    std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(turned.empty() ? 0 : (i + 1) % turned.size()),
                turned.end());
    one.look(looks[i]);
    otherwise.look(turned);
    for (const char* role : {"wall", "wall 2", "console"}) RC_ASSERT(on(one, role) == on(otherwise, role));
    if (letters(looks[i]).contains("A")) RC_ASSERT(on(otherwise, "hands") == "A");
  }
}

}  // namespace
}  // namespace greenline::platform
