// Any bytes as an event and as a page of rows. What decodes must be within the limits and come back the same.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <span>

#include "journal/event_codec.h"
#include "journal/page_scan.h"
#include "model/limits.h"

namespace {

using namespace greenline;

void must(bool holds) {
  if (!holds) std::abort();
}

bool is_sound(const model::InkPoint& p) { return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.width); }

void as_event(std::span<const std::uint8_t> bytes) {
  const auto event = journal::decode(bytes);
  if (!event) {
    must(!event.error().empty());
    (void)journal::is_from_newer(bytes);
    return;
  }
  if (const auto* made = std::get_if<model::CardMade>(&event->body)) {
    must(model::within_limits(made->saying) && model::sound(made->place));
    for (const model::Stroke& stroke : made->saying.ink) must(std::ranges::all_of(stroke, is_sound));
  }
  const auto again = journal::decode(journal::encode(*event));
  must(again && *again == *event);
}

void as_page(std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, journal::page_bytes> page{};
  std::copy_n(bytes.begin(), std::min(bytes.size(), page.size()), page.begin());
  const journal::FetchPage itself = [&](std::uint32_t number, std::span<std::uint8_t, journal::page_bytes> into) {
    std::ranges::copy(page, into.begin());
    return number % 3 != 0;
  };
  for (const std::size_t header_at : {std::size_t{0}, std::size_t{100}}) {
    for (const auto& row : journal::rows_on_page(page, header_at, itself, [](auto, auto) { return false; }))
      must(row.sound || row.bytes.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  as_event({data, size});
  as_page({data, size});
  return 0;
}
