// greenline import: a harvest's exact words become a convening again.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "app/resources.h"
#include "cli/command.h"
#include "files/kind.h"
#include "files/read.h"
#include "harvest/exact.h"
#include "journal/journal.h"

namespace greenline::cli {
namespace {

struct ImportOptions {
  std::string from, out;
};

int import_harvest(const ImportOptions& options) {
  const auto text = files::read_whole(options.from, content::max_file_bytes);
  if (!text)
    return complain(options.from + " cannot be read: found " + text.error().found + ", expected " + text.error().expected +
                    ".");
  const auto read = harvest::from_json(*text, options.from);
  if (!read) return complain(app::to_text(read.error()));
  const files::Stands stands = files::stands_for(options.out);
  if (stands.why != 0) return complain(options.out + " cannot be written: " + files::reason_of(stands.why) + ".");
  if (stands.kind != files::Kind::absent)
    return complain(options.out + " is there already. Name a new file; a convening is never written over.");
  auto journal = journal::Journal::open(options.out, {});
  if (!journal) return complain(options.out + " cannot be written: " + journal.error().detail + ".");
  for (const model::Event& event : read->events)
    if (!journal->append(event))
      return complain(options.from + " holds something that no convening keeps; " + options.out + " is not whole.");
  if (!journal->flush()) return complain("The disk refused: " + journal->trouble()->detail);
  tell(options.out);
  std::cout << "state " << std::hex << state_hash(read->convening) << '\n';
  return 0;
}

}  // namespace

void add_import(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command = app.add_subcommand("import", "Make a convening of a harvest's convening.json, to open it again");
  command->footer("Example: greenline import our-harvest/convening.json --out again.greenline");
  command->add_option("from", options->from, "A harvest's convening.json; it is only read")->required();
  command->add_option("--out", options->out, "The new convening's file")->required();
  command->callback([options, &exit_code] { exit_code = import_harvest(*options); });
}

}  // namespace greenline::cli
