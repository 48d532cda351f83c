// Numbers on the command line: a word that is no number, or none that makes sense there, is refused with the range.
#pragma once
#include <CLI/CLI.hpp>
#include <cstdint>

namespace greenline::cli {

// Decimal, finite, both ends included. "nan", "inf", "0x10", "5 m" and "" are no numbers.
[[nodiscard]] CLI::Validator number_from(double least, double most);
[[nodiscard]] CLI::Validator whole_number_from(std::uint64_t least, std::uint64_t most);

}  // namespace greenline::cli
