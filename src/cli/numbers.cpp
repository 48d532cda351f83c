#include "cli/numbers.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace greenline::cli {
namespace {

// All of the word, or nothing.
template <class Number>
std::optional<Number> number_in(std::string_view word) {
  Number read{};
  const char* const end = word.data() + word.size();
  const auto outcome = std::from_chars(word.data(), end, read);
  if (word.empty() || outcome.ec != std::errc() || outcome.ptr != end) return std::nullopt;
  return read;
}

template <class Number>
std::string written(Number number) {
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, number).ptr};
}

template <class Number>
CLI::Validator checked(Number least, Number most, const char* kind) {
  const std::string range = "from " + written(least) + " to " + written(most);
  CLI::Validator validator(range);
  validator.operation([=](std::string& word) -> std::string {
    const auto read = number_in<Number>(word);
    if (read && *read >= least && *read <= most) return {};  // so is nothing that compares with nothing
    return "'" + word + "' is not " + kind + " " + range;
  });
  return validator;
}

}  // namespace

CLI::Validator number_from(double least, double most) { return checked(least, most, "a number"); }
CLI::Validator whole_number_from(std::uint64_t least, std::uint64_t most) { return checked(least, most, "a whole number"); }

}  // namespace greenline::cli
