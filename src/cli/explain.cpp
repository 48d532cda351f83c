// greenline explain: what a problem's number means, and what to do about it.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.h"
#include "content/load.h"
#include "content/problem.h"
#include "files/write.h"

namespace greenline::cli {
namespace {

struct ExplainOptions {
  std::string code;
  std::string pages;  // a folder
};

int no_such_code(const std::string& code) {
  std::vector<std::string> known;
  for (const content::ProblemKind& kind : content::problem_kinds()) known.push_back(content::code_of(kind.problem));
  const std::string near = content::nearest_spelling(code, known);
  return complain("No problem has the number \"" + code + "\"." + (near.empty() ? "" : " Did you mean " + near + "?") +
                  " `greenline explain` lists them all.");
}

int list_all() {
  std::string all;
  for (const content::ProblemKind& kind : content::problem_kinds())
    all += (all.empty() ? "" : "\n") + content::code_of(kind.problem) + "  " + std::string(kind.title);
  return tell(all);
}

int write_pages(const std::filesystem::path& folder) {
  std::error_code trouble;
  std::filesystem::create_directories(folder, trouble);
  const auto write = [&](const std::string& name, const std::string& page) {
    const auto written = files::write_whole(folder / name, page);
    return written ? 0 : complain((folder / name).string() + " cannot be written: " + written.error() + ".");
  };
  for (const content::ProblemKind& kind : content::problem_kinds())
    if (write(content::page_name(kind), content::page_of(kind)) != 0) return 1;
  return write("README.md", content::page_of_all());
}

int explain(const ExplainOptions& options) {
  if (!options.pages.empty()) return write_pages(options.pages);
  if (options.code.empty()) return list_all();
  const auto problem = content::problem_from_text(options.code);
  return problem ? tell(content::explained(content::kind_of(*problem))) : no_such_code(options.code);
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "Say what a problem that `greenline check` found means, and what to do");
  command->footer("Without a number it lists them all.\n\nExample: greenline explain GL-P017");
  command->add_option("CODE", options->code, "A problem's number, like GL-P017");
  command->add_option("--pages", options->pages, "Write a page for each problem into this folder, in Markdown");
  command->callback([options, &exit_code] { exit_code = explain(*options); });
}

}  // namespace greenline::cli
