#include "render/jpeg_tables.h"

#include <cstddef>

namespace greenline::render {
namespace {

constexpr unsigned start_of_picture = 0xD8, end_of_picture = 0xD9, codes = 0xC4, first_restart = 0xD0, scan = 0xDA;

// Walks from marker to marker as decoders do. Where one would give up it goes on: it may look at more tables than they use, and
// never at fewer.
class Markers {
 public:
  explicit Markers(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool are_sound() {
    while (at_ < bytes_.size()) {
      const unsigned marker = next();
      if (marker == end_of_picture) return true;
      const bool stands_alone = marker <= 0x01 || (marker >= first_restart && marker <= start_of_picture);
      if (stands_alone) continue;
      const std::size_t from = at_, length = byte(at_) << 8 | byte(at_ + 1);
      if (marker == codes && !table_is_sound(from + 2, length)) return false;
      at_ = from + (length < 2 ? 2 : length);
      if (marker == scan) skip_scan();
    }
    return true;
  }

 private:
  // Beyond its end a file is read as if it went on with zeros, as decoders do.
  [[nodiscard]] std::size_t byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0;
  }

  // The marker that comes next, whatever lies before it; 0 at the end.
  unsigned next() {
    while (at_ < bytes_.size() && byte(at_) != 0xFF) ++at_;
    while (at_ < bytes_.size() && byte(at_) == 0xFF) ++at_;
    return static_cast<unsigned>(byte(at_++));
  }

  // To the marker after what is shown: in there 0xFF is followed by 0, or begins a restart.
  void skip_scan() {
    for (; at_ < bytes_.size(); ++at_) {
      if (byte(at_) != 0xFF) continue;
      std::size_t after = at_ + 1;
      while (byte(after) == 0xFF) ++after;
      const bool restarts = byte(after) >= first_restart && byte(after) < start_of_picture;
      if (byte(after) != 0 && !restarts) return;
      at_ = after;
    }
  }

  [[nodiscard]] bool table_is_sound(std::size_t at, std::size_t length) const {
    constexpr std::size_t lengths_of_codes = 16, most_codes = 256;
    for (std::size_t end = at + (length < 2 ? 0 : length - 2); at < end;) {
      std::size_t all = 0;
      for (std::size_t i = 1; i <= lengths_of_codes; ++i) all += byte(at + i);
      if (all > most_codes) return false;
      at += 1 + lengths_of_codes + all;
    }
    return true;
  }

  std::string_view bytes_;
  std::size_t at_ = 2;
};

}  // namespace

bool tables_are_sound(std::string_view bytes) { return !bytes.starts_with("\xFF\xD8") || Markers(bytes).are_sound(); }

}  // namespace greenline::render
