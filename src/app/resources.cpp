#include "app/resources.h"

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

tl::expected<Resources, std::string> load_resources(const std::string& activity, const std::string& palette) {
  auto paths = find_paths();
  if (!paths) return tl::unexpected(paths.error());
  auto strings = content::Strings::load(paths->assets / "strings");
  if (!strings) return tl::unexpected(to_text(strings.error()));
  auto colours = content::load_palette(palette, paths->assets);
  if (!colours) return tl::unexpected(to_text(colours.error()));
  auto keyboards = ui::Keyboards::load(paths->assets / "keyboards");
  if (!keyboards) return tl::unexpected(keyboards.error());
  auto pack = content::load_pack(activity, paths->content, keyboards->languages());
  if (!pack) return tl::unexpected(to_text(pack.error()));
  return Resources{std::move(*paths), std::move(*strings), std::move(*colours), std::move(*keyboards), std::move(*pack)};
}

}  // namespace greenline::app
