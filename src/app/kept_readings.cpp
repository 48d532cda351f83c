#include "app/kept_readings.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

#include "files/read.h"
#include "files/write.h"
#include "journal/folders.h"

namespace greenline::app {
namespace {

constexpr std::size_t most_readings_bytes = 64 << 10;
constexpr std::string_view not_there = "-";
constexpr int parts_of_reading = 7;
constexpr float share_unit = 10'000, most_capital = 0.12F;

std::vector<std::string> tabbed(const std::string& line) {
  std::vector<std::string> parts;
  std::istringstream rest(line);
  for (std::string part; std::getline(rest, part, '\t');) parts.push_back(part == not_there ? std::string() : part);
  return parts;
}

std::optional<Reading> reading_from(const std::string& line) {
  const std::vector<std::string> parts = tabbed(line);
  if (parts.size() != parts_of_reading || parts[0] != "reading") return std::nullopt;
  int share = 0;
  const char* const last = parts[5].data() + parts[5].size();
  const auto read = std::from_chars(parts[5].data(), last, share);
  const float capital = static_cast<float>(share) / share_unit;
  if (read.ec != std::errc() || read.ptr != last || capital <= 0 || capital > most_capital) return std::nullopt;
  const platform::Bound screen{.glass = {parts[2], parts[3], parts[4]}, .connector = parts[1]};
  if (!screen.glass.told() && screen.connector.empty()) return std::nullopt;
  return Reading{screen, capital, parts[6]};
}

// A tab or a line's end in what glass tells would be read as another part.
std::string as_part(std::string words) {
  std::ranges::replace_if(
      words, [](unsigned char one) { return one < ' ' || one == 0x7F; }, ' ');
  return words.empty() ? std::string(not_there) : words;
}

bool is_same_glass(const platform::Bound& a, const platform::Bound& b) {
  if (a.glass.told() || b.glass.told()) return a.glass == b.glass;
  return a.connector == b.connector;
}

}  // namespace

KeptReadings readings_from_text(std::string_view text) {
  KeptReadings kept;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);)
    if (auto one = reading_from(line)) put_reading(kept, *std::move(one));
  return kept;
}

std::string to_text(const KeptReadings& kept) {
  std::string text =
      "# What could be read from the back of the room: connector, maker, model, serial number, capitals in ten-thousandths of\n"
      "# the picture's shorter side, palette. Written by Greenline's room check.\n";
  for (const Reading& one : kept) {
    const auto& [glass, connector] = one.screen;
    text += "reading";
    for (const std::string& part : {connector, glass.maker, glass.model, glass.serial,
                                    std::to_string(std::lround(one.capital * share_unit)), one.palette})
      text += "\t" + as_part(part);
    text += "\n";
  }
  return text;
}

const Reading* reading_of(const KeptReadings& kept, const platform::Bound& screen) {
  const auto found = std::ranges::find_if(kept, [&](const Reading& one) { return is_same_glass(one.screen, screen); });
  return found == kept.end() ? nullptr : &*found;
}

void put_reading(KeptReadings& kept, Reading one) {
  std::erase_if(kept, [&](const Reading& other) { return is_same_glass(other.screen, one.screen); });
  kept.push_back(std::move(one));
}

view::WallSetting as_read(view::WallSetting setting, const Reading* reading) {
  if (reading == nullptr) return setting;
  const float capital = reading->capital * std::min(setting.width, setting.height);
  setting.room_capital_px = std::max(setting.room_capital_px, capital);
  return setting;
}

std::optional<std::filesystem::path> readings_file() {
  const auto base = journal::base_folder("XDG_CONFIG_HOME", ".config");
  if (!base) return std::nullopt;
  return *base / "greenline" / "readings";
}

KeptReadings read_readings(const std::filesystem::path& file) {
  const auto text = files::read_whole(file, most_readings_bytes);
  return text ? readings_from_text(*text) : KeptReadings();
}

tl::expected<void, std::string> keep_readings(const std::filesystem::path& file, const KeptReadings& kept) {
  if (const std::error_code trouble = journal::make_own_folder(file.parent_path())) return tl::unexpected(trouble.message());
  return files::write_whole(file, to_text(kept), files::Readers::owner);
}

}  // namespace greenline::app
