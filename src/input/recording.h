// What hands did, as a text file: to play a real table's touches again in a test, or to show a fault.
//
// What was written on the wall's own keyboards can be read out of it, and it says so at its start.
//
// One line a fact; times in seconds, positions in pixels, widths in millimetres. Lines that begin with # are remarks.
//
//   greenline touches 1
//   # Every touch is in here, those on the keyboards of the wall too: …
//   frame 12.5
//   began 7 640 360.25 9
//   moved 7 652 361 9
//
// Numbers are written so that they read back as they were, bit for bit.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/write.h"
#include "input/touch_frame.h"

namespace greenline::input {

// Bounds of what is read: an hour at 120 Hz, and as many fingers as the largest tables report, twice.
inline constexpr std::size_t max_recording_bytes = 256U << 20;
inline constexpr std::size_t max_recording_frames = 432'000;
inline constexpr std::size_t max_frame_contacts = 1'000;

struct RecordingFault {
  std::size_t line = 0;  // from 1; 0 when it is the file itself
  std::string found;     // shortened to what fits a sentence
  std::string expected;
};

[[nodiscard]] std::string recording_text(std::span<const TouchFrame>);
// Refused whole at the first line that is not right. Never throws, whatever the text.
[[nodiscard]] tl::expected<std::vector<TouchFrame>, RecordingFault> read_recording(std::string_view text);

// Writes down what arrives, frame by frame; what was written is there even when the program dies. For its owner's eyes alone:
// who reads it can tell what was typed on the keyboards of the seats.
class RecordingWriter {
 public:
  [[nodiscard]] static tl::expected<RecordingWriter, RecordingFault> begin(const std::filesystem::path&);
  void add(const TouchFrame&);  // a frame without contacts says nothing and is left out
  // Why the rest of it is not in the file, in a few words; empty while all is.
  [[nodiscard]] const std::string& trouble() const { return file_.trouble(); }

 private:
  explicit RecordingWriter(files::Stream file) : file_(std::move(file)) {}
  files::Stream file_;
};

// Gives a recording's frames at their time, the first at once; contacts get ids of their own.
class RecordingPlayer {
 public:
  RecordingPlayer(std::vector<TouchFrame> frames, double now_s);
  // The next frame that is due; call it until it says none.
  [[nodiscard]] std::optional<TouchFrame> due(double now_s);
  [[nodiscard]] double wait_s(double now_s) const;  // until the next; large at the end

 private:
  std::vector<TouchFrame> frames_;
  std::size_t next_ = 0;
  double begun_s_ = 0;
};

[[nodiscard]] tl::expected<void, RecordingFault> save_recording(const std::filesystem::path&, std::span<const TouchFrame>);
[[nodiscard]] tl::expected<std::vector<TouchFrame>, RecordingFault> load_recording(const std::filesystem::path&);

}  // namespace greenline::input
