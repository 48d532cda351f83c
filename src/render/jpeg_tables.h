// Whether a JPEG's tables of codes (ITU-T T.81, B.2.4.2) are such that a decoder may be handed them. stb_image, up to 2.28,
// writes beyond its own where a table declares more codes than there are bytes (256): a picture that means harm would write
// where it likes.
#pragma once
#include <string_view>

namespace greenline::render {

// True of whatever is no JPEG, too. O(bytes); whatever the bytes.
[[nodiscard]] bool tables_are_sound(std::string_view bytes);

}  // namespace greenline::render
