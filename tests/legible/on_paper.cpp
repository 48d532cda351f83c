#include "legible/on_paper.h"
#include "places.h"

#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace greenline::legible {
namespace {

constexpr std::array<const char*, 3> themes = {"dusk", "daylight", "high-contrast"};
constexpr const char* nothing = "·";

std::filesystem::path document() { return source_folder() / "docs" / "legibility.md"; }

std::string read_document() {
  std::ifstream file(document());
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

struct Span {
  std::size_t from = 0, to = 0;  // of the table's text
};
Span span_of(const std::string& text, const std::string& part) {
  const std::string begin = "<!-- " + part + ": measured by tests/legible -->\n", end = "<!-- end of " + part + " -->";
  const auto from = text.find(begin), to = text.find(end);
  if (from == std::string::npos || to == std::string::npos)
    throw std::runtime_error("docs/legibility.md has no table of " + part);
  return {from + begin.size(), to};
}

std::string trimmed(const std::string& cell) {
  const auto from = cell.find_first_not_of(' ');
  return from == std::string::npos ? std::string() : cell.substr(from, cell.find_last_not_of(' ') + 1 - from);
}

using Table = std::map<std::string, std::map<std::string, float>>;  // what -> theme -> ratio
Table read_table(const std::string& part) {
  const std::string text = read_document();
  const Span span = span_of(text, part);
  std::istringstream lines(text.substr(span.from, span.to - span.from));
  Table table;
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '|');) cells.push_back(trimmed(cell));
    if (cells.size() < 2 + themes.size() || cells[1].empty() || cells[1].starts_with("---")) continue;
    for (std::size_t i = 0; i < themes.size(); ++i) {
      const std::string& cell = cells[2 + i];
      float ratio = 0;
      if (std::from_chars(cell.data(), cell.data() + cell.size(), ratio).ec == std::errc()) table[cells[1]][themes[i]] = ratio;
    }
  }
  return table;
}

std::string cell_of(float ratio) {
  std::ostringstream cell;
  cell.setf(std::ios::fixed);
  cell.precision(1);
  cell << std::floor(ratio * 10) / 10;  // never better than it is
  return cell.str();
}

}  // namespace

Column read_column(const std::string& part, const std::string& theme) {
  Column column;
  for (const auto& [what, ratios] : read_table(part))
    if (const auto found = ratios.find(theme); found != ratios.end()) column[what] = found->second;
  return column;
}

void write_column(const std::string& part, const std::string& theme, const Column& column) {
  Table table = read_table(part);
  for (auto& [what, ratios] : table) ratios.erase(theme);
  for (const auto& [what, ratio] : column) table[what][theme] = std::floor(ratio * 10) / 10;
  std::ostringstream written;
  written << "| |";
  for (const char* each : themes) written << ' ' << each << " |";
  written << "\n|---|";
  for (std::size_t i = 0; i < themes.size(); ++i) written << "--:|";
  written << '\n';
  for (const auto& [what, ratios] : table) {
    if (ratios.empty()) continue;
    written << "| " << what << " |";
    for (const char* each : themes) {
      const auto found = ratios.find(each);
      written << ' ' << (found == ratios.end() ? nothing : cell_of(found->second + 0.01F)) << " |";
    }
    written << '\n';
  }
  std::string text = read_document();
  const Span span = span_of(text, part);
  text.replace(span.from, span.to - span.from, written.str());
  std::ofstream(document()) << text;
}

}  // namespace greenline::legible
