// Touch frames as lines of text, and back.
#include "input/recording.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "files/read.h"

namespace greenline::input {
namespace {

constexpr std::string_view first_line = "greenline touches 1";
constexpr std::string_view remark =
    "# Every touch is in here, those on the keyboards of the wall too: what people wrote can be read out of it. Keep it as you "
    "would keep their letters.";
constexpr ContactId played_ids = ContactId{1} << 50;  // apart from every hand that is there

constexpr std::array<std::pair<ContactState, std::string_view>, 4> state_names{{{ContactState::began, "began"},
                                                                                {ContactState::moved, "moved"},
                                                                                {ContactState::ended, "ended"},
                                                                                {ContactState::cancelled, "cancelled"}}};

std::string head() { return std::string(first_line) + '\n' + std::string(remark) + '\n'; }

template <class Number>
void put(std::string& text, Number number) {
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  text += ' ';
  text.append(digits.data(), written.ptr);
}

// A frame that a storm made larger than a recording's may be becomes several of the same time.
void put(std::string& text, const TouchFrame& frame) {
  const auto put_time = [&] {
    text += "frame";
    put(text, frame.time_s);
    text += '\n';
  };
  if (frame.contacts.empty()) put_time();
  for (std::size_t i = 0; i < frame.contacts.size(); ++i) {
    if (i % max_frame_contacts == 0) put_time();
    const Contact& contact = frame.contacts[i];
    text += state_names[static_cast<std::size_t>(contact.state)].second;
    put(text, contact.id);
    put(text, contact.at.x);
    put(text, contact.at.y);
    put(text, contact.width_mm);
    text += '\n';
  }
}

// The next word of a line, taken off it.
std::string_view next_word(std::string_view& line) {
  const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t end = std::min(line.find(' ', start), line.size());
  const std::string_view word = line.substr(start, end - start);
  line.remove_prefix(end);
  return word;
}

template <class Number>
std::optional<Number> next_number(std::string_view& line) {
  const std::string_view word = next_word(line);
  Number number{};
  const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
  if (word.empty() || read.ec != std::errc{} || read.ptr != word.data() + word.size()) return std::nullopt;
  return number;
}

std::optional<ContactState> state_named(std::string_view word) {
  for (const auto& [state, name] : state_names) {
    if (name == word) return state;
  }
  return std::nullopt;
}

// Reads line by line into `frames`; each answers what it expected when the line is not right.
struct Reader {
  std::vector<TouchFrame> frames;

  std::optional<std::string_view> read_frame(std::string_view rest) {
    const auto time_s = next_number<double>(rest);
    if (!time_s || !std::isfinite(*time_s) || !next_word(rest).empty()) return "a frame's time in seconds";
    if (!frames.empty() && *time_s < frames.back().time_s) return "a time no earlier than the frame before";
    if (frames.size() >= max_recording_frames) return "no more frames than an hour holds";
    frames.push_back({*time_s, {}});
    return std::nullopt;
  }

  // Positions may be no numbers: that is what a faulty device reported, and what a recording is to show.
  std::optional<std::string_view> read_contact(ContactState state, std::string_view rest) {
    if (frames.empty()) return "a frame before its contacts";
    const auto id = next_number<ContactId>(rest);
    const auto x = next_number<float>(rest);
    const auto y = next_number<float>(rest);
    const auto width_mm = next_number<float>(rest);
    if (!id || !x || !y || !width_mm || !next_word(rest).empty()) return "a contact's id, x, y and width";
    auto& contacts = frames.back().contacts;
    if (contacts.size() >= max_frame_contacts) return "no more contacts in one frame";
    contacts.push_back({*id, state, {*x, *y}, *width_mm});
    return std::nullopt;
  }

  std::optional<std::string_view> read(std::string_view line) {
    if (line.empty() || line.front() == '#') return std::nullopt;
    std::string_view rest = line;
    const std::string_view word = next_word(rest);
    if (word == "frame") return read_frame(rest);
    if (const auto state = state_named(word)) return read_contact(*state, rest);
    return "frame, began, moved, ended or cancelled";
  }
};

RecordingFault fault(std::size_t line, std::string_view found, std::string_view expected) {
  return {line, std::string(found.substr(0, 80)), std::string(expected)};
}

// Of the file itself.
RecordingFault fault_of(const std::filesystem::path& path, const std::string& found, const std::string& expected) {
  return {0, path.string() + ": " + found, expected};
}

RecordingFault not_writable(const std::filesystem::path& path, const std::string& why) {
  return fault_of(path, why, "a file that can be written");
}

}  // namespace

std::string recording_text(std::span<const TouchFrame> frames) {
  std::string text = head();
  for (const TouchFrame& frame : frames) put(text, frame);
  return text;
}

tl::expected<std::vector<TouchFrame>, RecordingFault> read_recording(std::string_view text) {
  if (text.size() > max_recording_bytes) return tl::unexpected(fault(0, "a larger file", "at most 256 MiB"));
  Reader reader;
  for (std::size_t number = 1; number == 1 || !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (number == 1) {
      if (line != first_line) return tl::unexpected(fault(number, line, first_line));
    } else if (const auto expected = reader.read(line)) {
      return tl::unexpected(fault(number, line, *expected));
    }
  }
  return std::move(reader.frames);
}

tl::expected<void, RecordingFault> save_recording(const std::filesystem::path& path, std::span<const TouchFrame> frames) {
  if (auto written = files::write_whole(path, recording_text(frames), files::Readers::owner); !written)
    return tl::unexpected(not_writable(path, written.error()));
  return {};
}

tl::expected<std::vector<TouchFrame>, RecordingFault> load_recording(const std::filesystem::path& path) {
  const auto text = files::read_whole(path, max_recording_bytes);
  if (!text) return tl::unexpected(fault_of(path, text.error().found, text.error().expected));
  return read_recording(*text);
}

tl::expected<RecordingWriter, RecordingFault> RecordingWriter::begin(const std::filesystem::path& path) {
  auto file = files::Stream::begin(path, files::Readers::owner);
  if (!file) return tl::unexpected(not_writable(path, file.error()));
  if (!file->write(head())) return tl::unexpected(not_writable(path, file->trouble()));
  return RecordingWriter(*std::move(file));
}

void RecordingWriter::add(const TouchFrame& frame) {
  if (frame.contacts.empty()) return;
  std::string text;
  put(text, frame);
  (void)file_.write(text);  // `trouble` says when it could not be
}

RecordingPlayer::RecordingPlayer(std::vector<TouchFrame> frames, double now_s) : frames_(std::move(frames)), begun_s_(now_s) {}

double RecordingPlayer::wait_s(double now_s) const {
  if (next_ >= frames_.size()) return 3600;
  return std::max(0.0, begun_s_ + frames_[next_].time_s - frames_.front().time_s - now_s);
}

std::optional<TouchFrame> RecordingPlayer::due(double now_s) {
  if (wait_s(now_s) > 0) return std::nullopt;
  TouchFrame frame = std::move(frames_[next_++]);
  frame.time_s = now_s;
  for (Contact& contact : frame.contacts) contact.id += played_ids;
  return frame;
}

}  // namespace greenline::input
