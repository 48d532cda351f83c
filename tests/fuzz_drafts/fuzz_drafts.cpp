// Any bytes as a file of drafts. Whatever comes, what was read is within the limits and is read again when it is written.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "drafts/draft_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace greenline;
  const auto must = [](bool holds) {
    if (!holds) std::abort();
  };
  const drafts::DraftsRead read = drafts::decode_drafts({reinterpret_cast<const char*>(data), size}, "fuzz.drafts");
  must(read.drafts.size() <= drafts::max_drafts && read.wrong.size() <= drafts::max_drafts + 3);
  must(!read.from_newer || (read.drafts.empty() && !read.wrong.empty()));
  const drafts::DraftsWritten written = drafts::encode_drafts(read.drafts, "fuzz.drafts");
  must(written.left_out.empty());
  const drafts::DraftsRead again = drafts::decode_drafts(written.text, "fuzz.drafts");
  must(again.wrong.empty() && again.drafts == read.drafts);
  return 0;
}
