// SHA-256 (FIPS 180-4): whether bytes are the same as they were, wherever and however they lie.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace greenline::files {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(std::string_view bytes);
  // Of all that was added, 64 digits of hexadecimal; nothing is to be added after it.
  [[nodiscard]] std::string digits();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace greenline::files
