// Cables that are pulled while the server goes on sending a picture.
#include "platform/cables.h"

#include <gtest/gtest.h>

namespace greenline::platform {
namespace {

constexpr CableSeen lit{true, true, 1};

TEST(Cable, IsPulledWhenItsScreenGoesAndNobodySetAnything) {
  Cable cable;
  cable.seen(lit);
  EXPECT_FALSE(cable.pulled());
  cable.seen({false, true, 1});
  EXPECT_TRUE(cable.pulled());
  cable.seen({false, true, 2});
  EXPECT_TRUE(cable.pulled()) << "though another screen was lit meanwhile";
  cable.seen({true, true, 2});
  EXPECT_FALSE(cable.pulled()) << "and is put back";
}

TEST(Cable, IsNotPulledWhereSomebodyLitItThoughNothingTells) {
  Cable cable;
  cable.seen({false, true, 1});
  EXPECT_FALSE(cable.pulled()) << "from the beginning";
  cable.seen(lit);
  cable.seen({false, true, 2});
  EXPECT_FALSE(cable.pulled()) << "it was set anew";
}

TEST(Cable, IsNotPulledOnceItIsDarkAndLitAgain) {
  Cable cable;
  cable.seen(lit);
  cable.seen({false, true, 1});
  cable.seen({false, false, 2});
  EXPECT_FALSE(cable.pulled());
  cable.seen({false, true, 3});
  EXPECT_FALSE(cable.pulled());
}

}  // namespace
}  // namespace greenline::platform
