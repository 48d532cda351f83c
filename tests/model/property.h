// A property holds for at least a thousand cases (200 by day); where it does not, the test fails with the smallest case found
// and how to see it again (RC_PARAMS in the environment).
#pragma once
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <sstream>

#include "thorough.h"

namespace greenline::test {

template <class Testable>
void holds_always(Testable&& testable) {
  const int least_cases = by_day_or_night(200, 1000);
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = std::max(params.maxSuccess, least_cases);
  const auto result = rc::detail::checkTestable(std::forward<Testable>(testable), rc::detail::TestMetadata(), params);
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  ASSERT_TRUE(result.template is<rc::detail::SuccessResult>()) << message.str();
  ASSERT_GE(result.template get<rc::detail::SuccessResult>().numSuccess, least_cases);
}

}  // namespace greenline::test
