// A property holds for at least a thousand cases; where it does not, the test fails with the smallest case found and how to see
// it again (RC_PARAMS in the environment).
#pragma once
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <sstream>

namespace greenline::test {

inline constexpr int least_cases = 1000;

template <class Testable>
void holds_always(Testable&& testable) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = std::max(params.maxSuccess, least_cases);
  const auto result = rc::detail::checkTestable(std::forward<Testable>(testable), rc::detail::TestMetadata(), params);
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  ASSERT_TRUE(result.template is<rc::detail::SuccessResult>()) << message.str();
  ASSERT_GE(result.template get<rc::detail::SuccessResult>().numSuccess, least_cases);
}

}  // namespace greenline::test
