// Reads a palette: a colour for every role.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <iterator>

#include "content/file.h"
#include "content/load_one.h"
#include "content/palette.h"
#include "content/problem.h"
#include "content/reader.h"

namespace greenline::content {
namespace {

std::optional<float> channel(std::string_view two_digits) {
  unsigned value = 0;
  const auto end = two_digits.data() + two_digits.size();
  const auto outcome = std::from_chars(two_digits.data(), end, value, 16);
  if (outcome.ec != std::errc{} || outcome.ptr != end) return std::nullopt;
  return static_cast<float>(value) / 255;
}

std::optional<Colour> colour(const Value& value) {
  const auto text = value.is_text() ? value.text() : std::nullopt;
  if (text && (text->size() == 7 || text->size() == 9) && (*text)[0] == '#') {
    const std::string_view digits = *text;
    const auto r = channel(digits.substr(1, 2)), g = channel(digits.substr(3, 2)), b = channel(digits.substr(5, 2));
    const auto a = digits.size() == 9 ? channel(digits.substr(7, 2)) : std::optional(1.0F);
    if (r && g && b && a) return Colour{*r, *g, *b, *a};
  }
  value.wrong(Problem::not_a_colour, "a colour as \"#rrggbb\" or \"#rrggbbaa\"");
  return std::nullopt;
}

// Words on what lies flat behind them. Words on the ground and on regions depend on where they stand.
void look_at_contrast(const Palette& palette, const Object& roles) {
  constexpr float enough = 4.5F;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> pairs = {{{"ink", "paper"},
                                                                                    {"text", "thread.pill"},
                                                                                    {"thread", "thread.pill"},
                                                                                    {"text", "key"},
                                                                                    {"quiet_text", "key"},
                                                                                    {"key.accent_text", "key.accent"},
                                                                                    {"text", "panel"},
                                                                                    {"quiet_text", "panel"},
                                                                                    {"veil.wave", "veil"},
                                                                                    {"resting.ink", "resting"}}};
  Reading& reading = roles.value().reading();
  for (const auto& [words, behind] : pairs) {
    const float reached = contrast(palette[words], palette[behind]);
    if (reached >= enough) continue;
    char ratio[16];
    std::snprintf(ratio, sizeof ratio, "%.1f to 1", static_cast<double>(reached));
    reading.report(
        reading.index().member(roles.value().node(), words),
        {Problem::low_contrast, "a contrast of " + std::string(ratio) + " on " + in_quotes(behind), "at least 4.5 to 1"});
  }
}

}  // namespace

tl::expected<Palette, Diagnostics> read_palette(std::string_view text, const std::string& file, Diagnostics* remarks) {
  Reading reading(text, file);
  Palette made;
  const auto root = reading.root();
  auto object = root ? root->object("a palette") : std::nullopt;
  if (!object || !is_kind(*object, "palette")) return tl::unexpected(reading.take());

  if (const auto value = object->must_have("name", "the palette's name")) keep(made.name, value->id());
  if (const auto value = object->may_have("light_ground")) keep(made.light_ground, value->flag());
  if (const auto value = object->may_have("glow")) keep(made.glow, value->number(0, 1));
  if (const auto value = object->may_have("grain")) keep(made.grain, value->number(0, 1));
  if (const auto value = object->may_have("tint")) keep(made.tint, value->number(0, 1));
  if (const auto value = object->may_have("firmness")) keep(made.firmness, value->number(0, 1));
  if (const auto value = object->may_have("weight")) keep(made.weight, value->number(1, 3));
  if (const auto value = object->must_have("roles", "a colour for every role")) {
    if (auto roles = value->object("a colour for every role")) {
      for (const std::string& role : palette_roles())
        if (const auto found = roles->must_have(role, "a colour"))
          if (const auto read = colour(*found)) made.roles[role] = *read;
      roles->close();
      if (reading.clean()) look_at_contrast(made, *roles);
    }
  }
  object->close();
  if (!reading.clean()) return tl::unexpected(reading.take());
  if (remarks != nullptr) std::ranges::move(reading.take(), std::back_inserter(*remarks));
  return made;
}

tl::expected<Palette, Diagnostics> parse_palette(std::string_view text, const std::string& file) {
  return read_palette(text, file, nullptr);
}

tl::expected<Palette, Diagnostics> load_palette(const std::string& name, const std::filesystem::path& assets_folder) {
  const std::filesystem::path folder = assets_folder / "palettes";
  const std::filesystem::path path = folder / (name + ".json");
  const std::vector<std::string> known = names_in(folder);
  if (std::find(known.begin(), known.end(), name) == known.end())
    return tl::unexpected(
        Diagnostics{whole_file(path.string(), {.problem = Problem::unknown_palette,
                                               .found = "no palette " + as_found(name),
                                               .expected = known.empty() ? "a palette's file" : one_of_text(known),
                                               .nearest = nearest_spelling(name, known)})});
  const auto text = read_file(path);
  if (!text) return tl::unexpected(Diagnostics{text.error()});
  return parse_palette(*text, path.string());
}

}  // namespace greenline::content
