#include "app/resources.h"

#include "content/whole_pack.h"
#include "text/families.h"

namespace greenline::app {

std::string to_text(const content::Diagnostics& diagnostics) {
  std::string all;
  for (const content::Diagnostic& diagnostic : diagnostics) {
    if (!all.empty()) all += '\n';
    all += content::to_text(diagnostic);
  }
  return all;
}

std::string trouble_with_fonts() {
  if (text::any_font()) return {};
  std::string packages;
  for (const text::Family& family : text::families_for("en")) packages.append(" ").append(family.package);
  return "No font is installed, so nothing could be written on the wall. Install some: apt install" + packages +
         " fonts-noto-core. `greenline doctor` says which others your languages need.";
}

tl::expected<Resources, std::string> load_resources(const std::string& activity, const std::string& palette,
                                                    const std::string& pack_file) {
  auto paths = find_paths();
  if (!paths) return tl::unexpected(paths.error());
  auto strings = content::Strings::load(paths->assets / "strings");
  if (!strings) return tl::unexpected(to_text(strings.error()));
  auto colours = content::load_palette(palette, paths->assets);
  if (!colours) return tl::unexpected(to_text(colours.error()));
  auto keyboards = ui::Keyboards::load(paths->assets / "keyboards");
  if (!keyboards) return tl::unexpected(keyboards.error());
  const std::vector<std::string> offered = keyboards->languages();
  Resources made{std::move(*paths), std::move(*strings), std::move(*colours), std::move(*keyboards), {}, {}};
  const bool is_pack = pack_file.empty() && content::is_pack(activity);  // named where an activity is asked for: its first
  if (pack_file.empty() && !is_pack) {
    auto pack = content::load_pack(activity, made.paths.content, offered);
    if (!pack) return tl::unexpected(to_text(pack.error()));
    made.pack = std::move(*pack);
  } else {
    auto from = content::load_from_pack(is_pack ? activity : pack_file, is_pack ? std::string() : activity,
                                        {made.paths.content, offered, {}});
    if (!from) return tl::unexpected(to_text(from.error()));
    made.pack = std::move(from->pack);
    made.phrases = std::move(from->phrases);
  }
  return made;
}

}  // namespace greenline::app
