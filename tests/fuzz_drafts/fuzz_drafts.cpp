// Any bytes as a file of drafts. Whatever comes, what was read is within the limits and is read again when it is written.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/draft_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace greenline::app;
  const auto must = [](bool holds) {
    if (!holds) std::abort();
  };
  const DraftsRead read = decode_drafts({reinterpret_cast<const char*>(data), size}, "fuzz.drafts");
  must(read.drafts.size() <= max_drafts && read.wrong.size() <= max_drafts + 3);
  must(!read.from_newer || (read.drafts.empty() && !read.wrong.empty()));
  const DraftsWritten written = encode_drafts(read.drafts, "fuzz.drafts");
  must(written.left_out.empty());
  const DraftsRead again = decode_drafts(written.text, "fuzz.drafts");
  must(again.wrong.empty() && again.drafts == read.drafts);
  return 0;
}
