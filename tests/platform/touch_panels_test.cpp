// Which screen each touchscreen lies on, and how its places become places of the surface.
#include "platform/touch_panels.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "../journal/folder.h"
#include "platform/input_node.h"

namespace greenline::platform {
namespace {

using By = PanelPlace::By;

Monitor lit(const std::string& model, const std::string& connector, int x) {
  return {.name = connector, .x = x, .width = 1920, .height = 1080, .glass = {"GLS", model, "1"}};
}
const Monitor wall_tv = lit("Q-Wall", "HDMI-1", 0), beamer = lit("Beamer", "DP-2", 1920), own = lit("Laptop", "eDP-1", 3840);

TouchPanel a_panel(const std::string& name, const std::string& path = "") { return {.who = {name, "222a:0001", path}}; }

RoleScreens three_roles() {
  return RoleScreens({{.bound = bound_to(wall_tv)},
                      {.name = "wall", .use = Use::wall, .bound = bound_to(beamer)},
                      {.name = "console", .use = Use::console, .bound = bound_to(own)}});
}
RoleScreens on(std::vector<Monitor> monitors) {
  RoleScreens screens = three_roles();
  screens.look({wall_tv, beamer, own});
  screens.look(std::move(monitors));
  return screens;
}
PanelPlace placed(const TouchPanel& panel, const RoleScreens& screens, const std::vector<PanelBound>& bounds = {}) {
  return panel_places({&panel, 1}, bounds, screens).at(0);
}

TEST(TouchPanels, LieWhereSomebodyTouchedThemWhereverThatGlassIs) {
  const TouchPanel panel = a_panel("ILITEK");
  const std::vector<PanelBound> bounds{{panel.who, bound_to(beamer)}};
  EXPECT_EQ(placed(panel, on({wall_tv, beamer, own}), bounds), (PanelPlace{By::chosen, 1}));
  Monitor elsewhere = beamer;
  elsewhere.name = "HDMI-3";
  EXPECT_EQ(placed(panel, on({elsewhere, wall_tv, own}), bounds), (PanelPlace{By::chosen, 0}));
}

TEST(TouchPanels, OfGlassThatIsAwayReachNobody) {
  const TouchPanel panel = a_panel("ILITEK");
  const PanelPlace place = placed(panel, on({wall_tv, own}), {{panel.who, bound_to(beamer)}});
  EXPECT_EQ(place, (PanelPlace{By::away, std::nullopt}));
  EXPECT_TRUE(place.held());
}

TEST(TouchPanels, GoWithTheTouchedWallWhereItsOnlyGlassTellsOfItselfOtherwise) {
  const TouchPanel panel = a_panel("ILITEK");
  RoleScreens screens({{.bound = bound_to(wall_tv)}});
  screens.look({lit("Splitter", "HDMI-1", 0)});
  EXPECT_EQ(placed(panel, screens, {{panel.who, bound_to(wall_tv)}}), (PanelPlace{By::guessed, 0}));
}

TEST(TouchPanels, ThatNobodyPlacedAreTheTouchedWallsAndNeverTheConsoles) {
  EXPECT_EQ(placed(a_panel("ILITEK"), on({wall_tv, beamer, own})), (PanelPlace{By::guessed, 0}));
  EXPECT_EQ(placed(a_panel("ILITEK"), on({own})).by, By::unknown);
  EXPECT_TRUE(placed(a_panel("ILITEK"), on({own})).held());
  EXPECT_EQ(placed(a_panel("ILITEK"), on({})).by, By::unknown);
}

TEST(TouchPanels, NeedNoQuestionWhereThereIsOneScreen) {
  RoleScreens screens({Role{}});
  screens.look({wall_tv});
  EXPECT_EQ(placed(a_panel("ILITEK"), screens), (PanelPlace{By::alone, 0}));
}

TEST(TouchPanels, AreLeftAloneWhereNoWallIsToBeTouched) {
  RoleScreens screens;
  screens.look({wall_tv, own});
  EXPECT_EQ(placed(a_panel("ILITEK"), screens).by, By::left);
  EXPECT_FALSE(placed(a_panel("ILITEK"), screens).held());
}

TEST(TouchPanels, TellByTheirNameSizeOrPlaceWhichScreenIsTheirs) {
  const RoleScreens screens = on({wall_tv, beamer, own});
  EXPECT_EQ(placed(a_panel("GLS beamer touch"), screens), (PanelPlace{By::told, 1}));
  TouchPanel built_in = a_panel("ELAN");
  built_in.built_in = true;
  EXPECT_EQ(placed(built_in, screens), (PanelPlace{By::told, 2}));
  Monitor large = beamer, turned = own;
  large.width_mm = 1210;
  large.height_mm = 680;
  turned.width_mm = 190;  // of a laptop on its side
  turned.height_mm = 310;
  turned.turned.quarters = 1;
  TouchPanel sized = a_panel("ILITEK");
  sized.width_mm = 1209;
  sized.height_mm = 682;
  EXPECT_EQ(placed(sized, on({wall_tv, large, turned})), (PanelPlace{By::told, 1}));
  sized.width_mm = 311;
  sized.height_mm = 189;
  EXPECT_EQ(placed(sized, on({wall_tv, large, turned})), (PanelPlace{By::told, 2}));
}

TEST(TouchPanels, BesideTheWallsOwnAreOfTheOnlyOtherScreenWithoutOne) {
  const std::vector<TouchPanel> two{a_panel("ILITEK"), a_panel("ELAN")};
  const std::vector<PanelBound> bounds{{two[0].who, bound_to(wall_tv)}};
  EXPECT_EQ(panel_places(two, bounds, on({wall_tv, beamer})).at(1), (PanelPlace{By::guessed, 1}));
  EXPECT_EQ(panel_places(two, bounds, on({wall_tv, beamer, own})).at(1), (PanelPlace{By::guessed, 1}));
  EXPECT_EQ(panel_places(two, bounds, on({wall_tv, own})).at(1), (PanelPlace{By::guessed, 0})) << "not the console's";
}

TEST(TwoTouchPanelsAlike, AreToldApartByWhereTheyArePluggedIn) {
  const TouchPanel left = a_panel("ILITEK", "usb-1"), right = a_panel("ILITEK", "usb-2");
  const std::vector<PanelBound> bounds{{left.who, bound_to(wall_tv)}, {right.who, bound_to(own)}};
  const RoleScreens screens = on({wall_tv, beamer, own});
  const std::vector<TouchPanel> in_another_order{right, left};
  const auto places = panel_places(in_another_order, bounds, screens);
  EXPECT_EQ(places.at(0), (PanelPlace{By::chosen, 2}));
  EXPECT_EQ(places.at(1), (PanelPlace{By::chosen, 0}));
  // One of them in another socket: there is one that it can be.
  const std::vector<TouchPanel> moved{a_panel("ILITEK", "usb-7"), left};
  EXPECT_EQ(panel_places(moved, bounds, screens).at(0), (PanelPlace{By::chosen, 2}));
  // Both in other sockets: nobody knows which is which, and a wrong one would be worse.
  const std::vector<TouchPanel> both{a_panel("ILITEK", "usb-7"), a_panel("ILITEK", "usb-8")};
  EXPECT_EQ(bounds_of(both, bounds), (std::vector<std::optional<std::size_t>>{std::nullopt, std::nullopt}));
}

TEST(TouchPanelsOverTime, KeepWhatWasChosenAndForgetWhatItReplaced) {
  const RoleScreens screens = on({wall_tv, beamer, own});
  TouchPanels panels({{a_panel("ILITEK", "usb-1").who, bound_to(wall_tv)}});
  panels.look({a_panel("ILITEK", "usb-2"), a_panel("ELAN")}, screens);
  EXPECT_EQ(panels.places().at(0).monitor, 0U);
  const auto before = panels.version();
  panels.look(panels.panels(), screens);
  EXPECT_EQ(panels.version(), before);
  panels.choose(a_panel("ILITEK", "usb-2").who, own, screens);
  EXPECT_NE(panels.version(), before);
  EXPECT_EQ(panels.bounds(), (std::vector<PanelBound>{{a_panel("ILITEK", "usb-2").who, bound_to(own)}}));
  EXPECT_EQ(panels.places().at(0), (PanelPlace{By::chosen, 2}));
  panels.choose(a_panel("nobody's").who, own, screens);
  EXPECT_EQ(panels.bounds().size(), 1U);
}

RC_GTEST_PROP(TouchPanelsOverTime, TouchTheScreenThatWasChosenLast, ()) {
  const RoleScreens screens = on({wall_tv, beamer, own});
  const std::vector<TouchPanel> all{a_panel("ILITEK", "usb-1"), a_panel("ILITEK", "usb-2"), a_panel("ELAN", "usb-3")};
  TouchPanels panels;
  panels.look(all, screens);
  std::vector<std::optional<std::size_t>> chosen(all.size());
  for (const auto& [panel, monitor] : *rc::gen::container<std::vector<std::pair<std::size_t, std::size_t>>>(
           rc::gen::pair(rc::gen::inRange<std::size_t>(0, 3), rc::gen::inRange<std::size_t>(0, 3)))) {
    panels.choose(all[panel].who, screens.monitors()[monitor], screens);
    chosen[panel] = monitor;
    RC_ASSERT(panels.bounds().size() <= all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      if (chosen[i]) RC_ASSERT(panels.places()[i] == (PanelPlace{By::chosen, chosen[i]}));
  }
}

std::pair<float, float> through(const PanelMatrix& m, float x, float y) {
  return {m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]};
}

TEST(APanelsMatrix, IsWhatXsOwnToolsGiveToATurnedScreenThatIsTheWholeSurface) {
  Monitor screen{.name = "HDMI-1", .width = 1080, .height = 1920, .turned = {1, false, false}};
  EXPECT_EQ(panel_matrix(screen, 1080, 1920), (PanelMatrix{0, -1, 1, 1, 0, 0, 0, 0, 1}));  // left
  screen.turned.quarters = 3;
  EXPECT_EQ(panel_matrix(screen, 1080, 1920), (PanelMatrix{0, 1, 0, -1, 0, 1, 0, 0, 1}));  // right
  screen.turned.quarters = 2;
  EXPECT_EQ(panel_matrix(screen, 1080, 1920), (PanelMatrix{-1, 0, 1, 0, -1, 1, 0, 0, 1}));  // inverted
  screen.turned = {};
  EXPECT_EQ(panel_matrix(screen, 1080, 1920), all_of_surface);
}

RC_GTEST_PROP(APanelsMatrix, KeepsTouchesOnTheScreenAndItsCornersInTheCorners, ()) {
  const Monitor screen{.name = "HDMI-1",
                       .x = *rc::gen::inRange(0, 4000),
                       .y = *rc::gen::inRange(0, 4000),
                       .width = *rc::gen::inRange(100, 4000),
                       .height = *rc::gen::inRange(100, 4000),
                       .turned = {*rc::gen::inRange(0, 4), *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()}};
  constexpr int surface = 8000;
  const PanelMatrix matrix = panel_matrix(screen, surface, surface);
  for (const float u : {0.0F, 1.0F})
    for (const float v : {0.0F, 1.0F}) {
      const auto [x, y] = through(matrix, u, v);
      const auto near = [](float a, int b) { return std::abs(a * surface - static_cast<float>(b)) < 0.01F; };
      RC_ASSERT(near(x, screen.x) || near(x, screen.x + screen.width));
      RC_ASSERT(near(y, screen.y) || near(y, screen.y + screen.height));
    }
  const auto [x, y] = through(matrix, 0.5F, 0.5F);
  RC_ASSERT(std::abs(x * surface - static_cast<float>(screen.x) - static_cast<float>(screen.width) / 2) < 0.01F);
  RC_ASSERT(std::abs(y * surface - static_cast<float>(screen.y) - static_cast<float>(screen.height) / 2) < 0.01F);
  // One quarter more takes what was at the upper left corner of the glass a corner on, and mirroring swaps sides.
  const float turns = matrix[0] * matrix[4] - matrix[1] * matrix[3];
  RC_ASSERT((turns < 0) == (screen.turned.mirrored_x != screen.turned.mirrored_y));
}

TEST(AnInputDevicesNode, TellsWhereItIsPluggedIn) {
  const journal::Folder folder;
  const auto device = folder.path() / "event7" / "device";
  std::filesystem::create_directories(device / "id");
  std::ofstream(device / "phys") << "usb-0000:00:14.0-2/input0\n";
  std::ofstream(device / "uniq") << "A1B2\n";
  std::ofstream(device / "id" / "bustype") << "0003\n";
  const NodeTold usb = told_of_node("/dev/input/event7", folder.path());
  EXPECT_EQ(usb.path, "usb-0000:00:14.0-2/input0");
  EXPECT_EQ(usb.serial, "A1B2");
  EXPECT_FALSE(usb.built_in);
  std::ofstream(device / "id" / "bustype") << "0018\n";
  EXPECT_TRUE(told_of_node("/dev/input/event7", folder.path()).built_in);
  EXPECT_EQ(told_of_node("/dev/input/event8", folder.path()).path, "/dev/input/event8");
  EXPECT_EQ(told_of_node("", folder.path()).path, "");
}

}  // namespace
}  // namespace greenline::platform
