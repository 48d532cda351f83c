#include "legible/on_paper.h"
#include "places.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace greenline::legible {
namespace {

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

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream row(line);
  for (std::string cell; std::getline(row, cell, '|');) cells.push_back(trimmed(cell));
  return cells;
}

struct Table {
  std::vector<std::string> heads;
  std::map<std::string, std::map<std::string, float>> rows;  // what -> head -> figure
};
Table read_table(const std::string& part) {
  const std::string text = read_document();
  const Span span = span_of(text, part);
  std::istringstream lines(text.substr(span.from, span.to - span.from));
  Table table;
  for (std::string line; std::getline(lines, line);) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() < 3 || cells[1].starts_with("---")) continue;
    if (cells[1].empty()) {
      table.heads.assign(cells.begin() + 2, cells.end());
      continue;
    }
    for (std::size_t i = 0; i < table.heads.size() && i + 2 < cells.size(); ++i) {
      const std::string& cell = cells[2 + i];
      float figure = 0;
      if (std::from_chars(cell.data(), cell.data() + cell.size(), figure).ec == std::errc())
        table.rows[cells[1]][table.heads[i]] = figure;
    }
  }
  return table;
}

std::string cell_of(float figure) {
  std::ostringstream cell;
  cell.setf(std::ios::fixed);
  cell.precision(1);
  cell << std::floor(figure * 10) / 10;  // never better than it is
  return cell.str();
}

Column read_column(const std::string& part, const std::string& head) {
  Column column;
  for (const auto& [what, figures] : read_table(part).rows)
    if (const auto found = figures.find(head); found != figures.end()) column[what] = found->second;
  return column;
}

// Other columns are kept.
void write_column(const std::string& part, const std::string& head, const Column& column) {
  Table table = read_table(part);
  for (auto& [what, figures] : table.rows) figures.erase(head);
  for (const auto& [what, figure] : column) table.rows[what][head] = std::floor(figure * 10) / 10;
  std::ostringstream written;
  written << "| |";
  for (const std::string& each : table.heads) written << ' ' << each << " |";
  written << "\n|---|";
  for (std::size_t i = 0; i < table.heads.size(); ++i) written << "--:|";
  written << '\n';
  for (const auto& [what, figures] : table.rows) {
    if (figures.empty()) continue;
    written << "| " << what << " |";
    for (const std::string& each : table.heads) {
      const auto found = figures.find(each);
      written << ' ' << (found == figures.end() ? nothing : cell_of(found->second + 0.01F)) << " |";
    }
    written << '\n';
  }
  std::string text = read_document();
  const Span span = span_of(text, part);
  text.replace(span.from, span.to - span.from, written.str());
  std::ofstream(document()) << text;
}

}  // namespace

void keep_worst(Column& column, const std::string& what, float figure) {
  const auto [known, fresh] = column.try_emplace(what, figure);
  if (!fresh) known->second = std::min(known->second, figure);
}

void expect_told(const std::string& part, const std::string& head, const Column& measured, float off) {
  if (std::getenv("GREENLINE_UPDATE_TABLES") != nullptr) return write_column(part, head, measured);
  const Column told = read_column(part, head);
  constexpr const char* remedy = "; GREENLINE_UPDATE_TABLES=1 writes the table anew";
  for (const auto& [what, figure] : measured) {
    const auto found = told.find(what);
    if (found == told.end()) {
      ADD_FAILURE() << what << " is not in the table of docs/legibility.md" << remedy;
      continue;
    }
    EXPECT_NEAR(found->second + 0.05F, figure, off) << what << remedy;
  }
  for (const auto& [what, figure] : told) EXPECT_TRUE(measured.contains(what)) << what << " is not measured any more" << remedy;
}

}  // namespace greenline::legible
