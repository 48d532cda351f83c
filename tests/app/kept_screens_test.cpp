// Which screen each role was on, remembered in a file.
#include "app/kept_screens.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "../journal/folder.h"

namespace greenline::app {
namespace {

using platform::Bound;
using platform::Role;
using platform::Use;

const Bound tv{{"SAM", "QM55R", "0H3K"}, "HDMI-1"}, projector{{"EPS", "EB-L200", ""}, "DP-2"}, mute{{}, "VGA-1"};

KeptScreens three() {
  return {{{.name = "hands", .bound = tv},
           {.name = "wall", .use = Use::wall, .asked_for = "DP-2", .bound = projector},
           {.name = "console", .use = Use::console, .bound = mute}},
          {{{"ILITEK Multi-Touch", "222a:0001 A1B2", "usb-0000:00:14.0-2/input0"}, tv}, {{"ELAN", "", ""}, mute}},
          {{tv, {1, false, true}}, {mute, {2, false, false}}}};
}

TEST(KeptScreens, AreReadAsTheyWereWritten) {
  EXPECT_EQ(screens_from_text(to_text(three())), three());
  const journal::Folder folder;
  const auto file = folder.path() / "of" / "ours" / "screens";
  EXPECT_EQ(read_screens(file), KeptScreens{});
  ASSERT_TRUE(keep_screens(file, three()));
  EXPECT_EQ(read_screens(file), three());
}

TEST(KeptScreens, AreReadFromAFileThatSomebodyMended) {
  const std::string text =
      "# mine\n\nscreen\thands\t-\tHDMI-1\tSAM\tQM55R\t0H3K\nnonsense\nscreen\twall\nscreen\t\t-\tX\t-\t-\t-\n"
      "screen\thands\t-\tX\t-\t-\t-\nscreen\tconsole\t-\t-\t-\t-\t-\n"
      "touch\tELAN\t-\t-\tHDMI-1\tSAM\tQM55R\t0H3K\ntouch\t\t-\t-\tX\t-\t-\t-\ntouch\tELAN\t-\t-\t-\t-\t-\t-\ntouch\tELAN\n"
      "turned\t3\txy\tVGA-1\t-\t-\t-\nturned\t4\t-\tVGA-1\t-\t-\t-\nturned\t1\n";
  EXPECT_EQ(screens_from_text(text),
            (KeptScreens{{{.name = "hands", .bound = tv}}, {{{"ELAN", "", ""}, tv}}, {{mute, {3, true, true}}}}));
}

TEST(KeptScreens, AreFoundAgainWithoutOptionsAndWithTheSame) {
  for (const char* asked : {"", "DP-2"}) {
    const auto roles = with_screens({{.name = "wall", .asked_for = asked}}, three());
    EXPECT_EQ(roles[0].bound, projector) << asked;
  }
  EXPECT_FALSE(with_screens({{.name = "wall", .asked_for = "HDMI-3"}}, three())[0].bound) << "that is another";
  EXPECT_FALSE(with_screens({{.name = "wall 2"}}, three())[0].bound);
}

TEST(KeptScreens, OfRolesThatAreNotThereStayAsTheyWere) {
  const KeptScreens now = remembered(three(), {{.name = "hands", .bound = projector},
                                               {.name = "wall 2", .use = Use::wall, .asked_for = "3", .bound = tv},
                                               {.name = "wall 3"}});
  ASSERT_EQ(now.roles.size(), 4U);
  EXPECT_EQ(now.roles[0].bound, projector);
  EXPECT_EQ(now.roles[1], three().roles[1]);
  EXPECT_EQ(now.roles[2], three().roles[2]);
  EXPECT_EQ(now.roles[3], (Role{.name = "wall 2", .use = Use::wall, .asked_for = "3", .bound = tv}));
}

RC_GTEST_PROP(KeptScreensOfAnyWords, AreReadAsTheyWereOrNotAtAll,
              (const std::string& name, const std::string& asked_for, const std::string& model)) {
  const KeptScreens kept{
      {{.name = "wall" + name, .use = Use::wall, .asked_for = asked_for, .bound = Bound{{"ABC", model, ""}, "DP-1"}}}};
  const KeptScreens read = screens_from_text(to_text(kept));
  RC_ASSERT(read == kept || read.roles.empty());
}

}  // namespace
}  // namespace greenline::app
