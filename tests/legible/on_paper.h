// The tables of figures in docs/legibility.md: what was measured, kept where people read it.
#pragma once
#include <map>
#include <string>

namespace greenline::legible {

using Column = std::map<std::string, float>;  // what -> the worst figure of it

void keep_worst(Column&, const std::string& what, float figure);

// What was measured is what the document says in this column of this table ("words", "shapes"; the columns are its heads), or
// the test fails. With GREENLINE_UPDATE_TABLES in the environment it is written there instead. `off`: another driver rounds a
// little differently.
void expect_told(const std::string& part, const std::string& head, const Column& measured, float off = 0.25F);

}  // namespace greenline::legible
