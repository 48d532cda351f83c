#include "cli/check_fix.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>

#include "cli/command.h"
#include "content/file.h"
#include "content/shown.h"
#include "content/slips.h"
#include "files/write.h"

namespace greenline::cli {
namespace {

namespace fs = std::filesystem;

bool has_slip(const content::Diagnostic& one) { return one.problem && content::is_slip(*one.problem); }

fs::path mended_name(const fs::path& file) {
  fs::path name = file;
  return name.replace_extension().concat(content::mended_end);
}

void mend_one(const fs::path& file, std::ostream& told) {
  std::error_code trouble;
  if (!fs::is_regular_file(file, trouble)) {
    (void)complain(file.string() + " is in a zip: unpack that first, then mend what is in it.");
    return;
  }
  const auto text = content::read_file(file);
  if (!text) return;
  const content::Mended mended = content::mend(*text);
  const fs::path copy = mended_name(file);
  const auto written = files::write_whole(copy, mended.changed() ? mended.text : mended.utf8);
  if (!written)
    (void)complain(copy.string() + " cannot be written: " + written.error() + ".");
  else
    told << content::shown(copy.string()) << " is a copy without slips of typing. What else is wrong needs a person.\n";
}

}  // namespace

bool any_slip(const content::Diagnostics& all) { return std::ranges::any_of(all, has_slip); }

void mend_beside(const content::Diagnostics& all, std::ostream& told) {
  std::set<std::string> files;
  for (const content::Diagnostic& one : all)
    if (has_slip(one)) files.insert(one.file);
  for (const std::string& file : files) mend_one(file, told);
}

}  // namespace greenline::cli
