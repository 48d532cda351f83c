#include "files/sha256.h"

#include <glib.h>

namespace greenline::files {

struct Sha256::Inside {
  std::unique_ptr<GChecksum, decltype(&g_checksum_free)> sum{g_checksum_new(G_CHECKSUM_SHA256), &g_checksum_free};
};

Sha256::Sha256() : inside_(std::make_unique<Inside>()) {}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  g_checksum_update(inside_->sum.get(), reinterpret_cast<const guchar*>(bytes.data()), static_cast<gssize>(bytes.size()));
}

std::string Sha256::digits() { return g_checksum_get_string(inside_->sum.get()); }

std::string sha256(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes);
  return sum.digits();
}

}  // namespace greenline::files
