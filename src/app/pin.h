// The host's number (a PIN): whoever knows it opens the shelf on a kiosk, and leaves it. Only its hash is kept.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace greenline::app {

inline constexpr std::size_t least_pin_digits = 4, most_pin_digits = 12;

// Whether it is four to twelve digits.
[[nodiscard]] bool is_pin(std::string_view);

// Argon2id with its own salt (libsodium's crypto_pwhash_str, RFC 9106); takes some tens of milliseconds and 16 MiB. The error
// is a sentence.
[[nodiscard]] tl::expected<std::string, std::string> hash_of_pin(const std::string&);
// As long as that takes. False also for what is no such hash.
[[nodiscard]] bool is_right_pin(const std::string& pin, const std::string& hash);

// greenline/pin in the base folder for settings. Nothing when there is no home.
[[nodiscard]] std::optional<std::filesystem::path> pin_file();
// The hash that is kept there, whatever it is; nothing: no number is set. What cannot be read counts as a number that nobody
// knows: a kiosk must not open itself because its file is damaged.
[[nodiscard]] std::optional<std::string> kept_pin(const std::filesystem::path&);
// Readable by its owner alone, whole or not at all. The error is a sentence.
[[nodiscard]] tl::expected<void, std::string> keep_pin(const std::filesystem::path&, const std::string& hash);

// How long somebody who was wrong waits: not at all after the first two, then ten seconds, and twice as long each time, five
// minutes at most. Times are monotonic, seconds. Pure.
class PinAttempts {
 public:
  void wrong(double now_s);
  void right() { *this = {}; }
  // 0: one may try.
  [[nodiscard]] double wait_s(double now_s) const;

 private:
  int wrong_ = 0;
  double next_s_ = 0;
};

}  // namespace greenline::app
