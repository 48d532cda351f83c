#include "app/pin.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "files/private_file.h"
#include "files/read.h"
#include "journal/folders.h"

namespace greenline::app {
namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory_bytes = 16 << 20;
constexpr const char* nobody_knows = "unreadable";  // no hash: no number fits it

bool sodium_is_ready() { return sodium_init() >= 0; }

}  // namespace

bool is_pin(std::string_view text) {
  return text.size() >= least_pin_digits && text.size() <= most_pin_digits &&
         std::ranges::all_of(text, [](char one) { return one >= '0' && one <= '9'; });
}

tl::expected<std::string, std::string> hash_of_pin(const std::string& pin) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (!sodium_is_ready() ||
      crypto_pwhash_str_alg(hash.data(), pin.data(), pin.size(), passes, memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
    return tl::unexpected<std::string>("There is not enough memory to keep a number safely: 16 MB are needed.");
  return std::string(hash.data());
}

bool is_right_pin(const std::string& pin, const std::string& hash) {
  if (!sodium_is_ready() || hash.size() >= crypto_pwhash_STRBYTES) return false;
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  std::ranges::copy(hash, kept.begin());
  return crypto_pwhash_str_verify(kept.data(), pin.data(), pin.size()) == 0;
}

std::optional<std::filesystem::path> pin_file() {
  const auto base = journal::base_folder("XDG_CONFIG_HOME", ".config");
  if (!base) return std::nullopt;
  return *base / "greenline" / "pin";
}

std::optional<std::string> kept_pin(const std::filesystem::path& file) {
  std::error_code unknown;
  const auto status = std::filesystem::symlink_status(file, unknown);
  if (status.type() == std::filesystem::file_type::not_found) return std::nullopt;
  constexpr std::size_t most_bytes = 4096;
  const auto read = files::read_whole(file, most_bytes);
  if (!read) return nobody_knows;
  return read->substr(0, read->find('\n'));
}

tl::expected<void, std::string> keep_pin(const std::filesystem::path& file, const std::string& hash) {
  if (const std::error_code trouble = journal::make_own_folder(file.parent_path()))
    return tl::unexpected(file.parent_path().string() + " cannot be made: " + trouble.message() + ".");
  return files::write_private_file(file, hash + "\n");
}

void PinAttempts::wrong(double now_s) {
  constexpr int at_once = 2;
  constexpr double first_s = 10, longest_s = 300;
  if (++wrong_ <= at_once) return;
  double waits_s = first_s;
  for (int i = at_once + 1; i < wrong_ && waits_s < longest_s; ++i) waits_s *= 2;
  next_s_ = now_s + std::min(waits_s, longest_s);
}

double PinAttempts::wait_s(double now_s) const { return std::max(0.0, next_s_ - now_s); }

}  // namespace greenline::app
